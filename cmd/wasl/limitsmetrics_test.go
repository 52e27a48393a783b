package main

import (
	"net/http"
	"strings"
	"testing"
)

// TestLimitsAreAmongTheNumbers asks for what the limits are, and how near to them the clients came.
func TestLimitsAreAmongTheNumbers(t *testing.T) {
	s := start(t, "--data", seeded(t), "--operations", "127.0.0.1:0", "--rate", "0.25", "--burst", "1", "--rate-wait", "1ms",
		"--max-working", "3", "--max-waiting", "7", "--max-bodies", "5000000", "--max-connections", "11")
	header := http.Header{"Content-Type": {"application/json"}}
	for range 2 { // one too many
		send(t, http.MethodPost, s.address+"/graphql", header, strings.NewReader(`{"query":"{__typename}"}`))
	}
	_, _, numbers := send(t, http.MethodGet, secondAddress(t, s)+"/metrics", nil, nil)
	for _, want := range []string{
		"wasl_rate_tokens_per_second 0.25", "wasl_rate_burst 1", "wasl_rate_clients 1", "wasl_rate_admitted_total 1",
		"wasl_rate_refused_total 1", "wasl_rate_slowed_total 0", "wasl_rate_held 0", "wasl_rate_charged_tokens_total 0",
		"wasl_queue_working_limit 3", "wasl_queue_waiting_limit 7", "wasl_queue_begun_total 1", "wasl_queue_late_total 0",
		"wasl_queue_full_total 0", "wasl_bodies_limit_bytes 5e+06", "wasl_bodies_refused_total 0", "wasl_connections_limit 11",
		"wasl_connections_refused_total 0", "wasl_connections_timed_out_total 0",
	} {
		if !strings.Contains(numbers, "\n"+want+"\n") {
			t.Errorf("there is no %s", want)
		}
	}
}
