package metrics_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/prometheus/client_golang/prometheus/testutil/promlint"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/api"
	"github.com/wasl-graph/wasl/internal/server/metrics"
)

// shown is what a scraper gets.
func shown(t testing.TB, m *metrics.Metrics) string {
	t.Helper()
	w := httptest.NewRecorder()
	m.Handler().ServeHTTP(w, httptest.NewRequest("GET", "/metrics", nil))
	if w.Code != 200 {
		t.Fatalf("%d %s", w.Code, w.Body)
	}
	return w.Body.String()
}

// series are the numbers of ours that a scraper gets, without those of the process.
func series(t testing.TB, m *metrics.Metrics) []string {
	var list []string
	for line := range strings.Lines(shown(t, m)) {
		if strings.HasPrefix(line, "wasl_") {
			list = append(list, strings.TrimSpace(line))
		}
	}
	return list
}

func TestWhatIsCounted(t *testing.T) {
	m := metrics.New("v1.2.3")
	m.Began()
	m.Began()
	m.Ended("POST /graphql", 200, 3*time.Millisecond)
	m.Observe(context.Background(), api.Observation{Operation: "query", Cost: 17, Duration: time.Millisecond})
	m.Observe(context.Background(), api.Observation{Operation: "query", Unchanged: true})
	m.Observe(context.Background(), api.Observation{Operation: "mutation", Codes: []graph.ErrorCode{graph.Conflict, graph.BadInput}})
	m.Gauge("wasl_queue_waiting", "How many wait.", func() float64 { return 4 })
	m.Counter("wasl_queue_refused_total", "How many were refused.", func() float64 { return 5 })
	m.Follow(func() metrics.Graph {
		return metrics.Graph{
			Revision: 12, Statements: 99, Entities: []metrics.Count{{Kind: "report", N: 7}}, ViewBuild: 2 * time.Second,
			IndexBuild: 3 * time.Second, RecordBytes: 4096,
		}
	})
	text := shown(t, m)
	for _, want := range []string{
		`wasl_build_info{goversion="go`,
		`wasl_http_requests_total{route="POST /graphql",status="200"} 1`,
		`wasl_http_request_duration_seconds_bucket{route="POST /graphql",le="0.005"} 1`,
		`wasl_http_requests_running 1`,
		`wasl_graphql_requests_total{code="OK",operation="query"} 2`,
		`wasl_graphql_requests_total{code="CONFLICT",operation="mutation"} 1`,
		`wasl_graphql_errors_total{code="BAD_INPUT"} 1`,
		`wasl_graphql_errors_total{code="CONFLICT"} 1`,
		`wasl_graphql_duration_seconds_count{operation="query"} 2`,
		`wasl_graphql_cost_points_sum 17`,
		`wasl_graphql_unchanged_total 1`,
		`wasl_graph_revision 12`, `wasl_graph_statements 99`, `wasl_graph_entities{kind="report"} 7`,
		`wasl_view_build_seconds 2`, `wasl_index_build_seconds 3`, `wasl_record_bytes 4096`,
		`wasl_queue_waiting 4`, `wasl_queue_refused_total 5`,
		"go_goroutines ", "process_resident_memory_bytes ",
	} {
		if !strings.Contains(text, "\n"+want) {
			t.Errorf("%s is not in\n%s", want, text)
		}
	}
	problems, err := promlint.New(strings.NewReader(text)).Lint()
	if err != nil {
		t.Error(err)
	}
	for _, p := range problems {
		if strings.HasPrefix(p.Metric, "wasl_") {
			t.Errorf("%s: %s", p.Metric, p.Text)
		}
	}
}

// TestNothingIsSaidOfAGraphThatIsNotThere, nor of a size that is not known.
func TestNothingIsSaidOfAGraphThatIsNotThere(t *testing.T) {
	m := metrics.New("")
	if text := shown(t, m); strings.Contains(text, "wasl_graph_revision") {
		t.Error(text)
	}
	m.Follow(func() metrics.Graph { return metrics.Graph{Revision: 1, RecordBytes: -1} })
	if text := shown(t, m); !strings.Contains(text, "wasl_graph_revision 1") || strings.Contains(text, "wasl_record_bytes") {
		t.Error(text)
	}
}

// TestJunkMakesNoSeries: whatever comes, the series stay within those that the program can name.
func TestJunkMakesNoSeries(t *testing.T) {
	m := metrics.New("")
	const routes, seed = 3, 7
	random := rand.New(rand.NewPCG(seed, 0))
	codes := []graph.ErrorCode{
		graph.BadInput, graph.NotFound, graph.Conflict, graph.Unauthenticated, graph.Forbidden, graph.TooComplex, graph.Timeout, graph.Internal,
	}
	for i := range 20_000 {
		junk := fmt.Sprintf("junk-%d\n\"", random.IntN(1_000_000))
		m.Began()
		m.Ended([]string{"", "GET /graphql", "POST /graphql"}[random.IntN(routes)], random.IntN(1_000), time.Duration(random.Int64N(int64(time.Minute))))
		seen := api.Observation{Operation: []string{junk, "query", "mutation", "subscription", ""}[random.IntN(5)], Cost: i, Revision: junk}
		for range random.IntN(3) {
			seen.Codes = append(seen.Codes, append(codes, graph.ErrorCode(junk))[random.IntN(len(codes)+1)])
		}
		m.Observe(context.Background(), seen)
	}
	list := series(t, m)
	for _, line := range list {
		if strings.Contains(line, "junk") {
			t.Fatalf("a client's text became a label: %s", line)
		}
	}
	// 63 statuses, 10 codes and 4 operations are known; a histogram has 20 series.
	if most := routes*(65+20) + 4*10 + 10 + 4*20 + 20 + 10; len(list) > most {
		t.Errorf("there are %d series, more than %d", len(list), most)
	}
}

// BenchmarkObserve is what counting a request costs, over HTTP and of GraphQL.
func BenchmarkObserve(b *testing.B) {
	m := metrics.New("")
	seen := api.Observation{Operation: "query", Cost: 100, Duration: time.Millisecond}
	b.ReportAllocs()
	for b.Loop() {
		m.Began()
		m.Observe(b.Context(), seen)
		m.Ended("POST /graphql", 200, time.Millisecond)
	}
}
