//go:build linux

package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"slices"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"
)

// How many there are of each, and from which addresses of this machine they ask.
const (
	attackers     = 32
	readers       = 8
	firstAttacker = 2  // 127.0.0.2
	firstReader   = 40 // 127.0.0.40
)

// mostMemory is what a server under attack may take, in kilobytes: many times what it takes without.
const mostMemory = 1 << 20

// TestAttackBesideReaders attacks a server process in every way of the table at once, from many addresses, while some readers
// ask ordinary questions: all of these are answered, and the server stays within its memory. How many are answered, with
// and without the attack, is printed; for figures that mean something, on a machine that does nothing else:
//
//	WASL_ATTACK_SECONDS=60 WASL_ATTACK_ROUNDS=5 go test ./cmd/wasl -run TestAttackBesideReaders -v -timeout 20m
//
// WASL_ATTACK_FLAGS are further flags of serve. With WASL_ATTACK_ADDRESSES=64 each reader asks from so many addresses in turn,
// and so is many people: the rate limit does not hold any of them back, and they ask for as much as the server can do. With
// WASL_ATTACK_AT_ONCE=8 each attacker makes so many requests at once, so that waiting for answers does not hold it back either.
func TestAttackBesideReaders(t *testing.T) {
	seconds, rounds := number(t, "WASL_ATTACK_SECONDS", 1), number(t, "WASL_ATTACK_ROUNDS", 1)
	server := attacked(t)
	kept := make([]float64, rounds)
	for i := range kept {
		alone := measureReaders(t, server.address, 2*i, seconds, false)
		beside := measureReaders(t, server.address, 2*i+1, seconds, true)
		kept[i] = beside / alone
		t.Logf("round %d: %.1f questions a second alone, %.1f beside the attack: %.0f %%", i+1, alone, beside, 100*kept[i])
	}
	slices.Sort(kept)
	t.Logf("median of %d rounds of %d s: readers keep %.0f %% of their throughput", rounds, seconds, 100*kept[rounds/2])
	if peak := peakMemory(t, server.cmd.Process.Pid); peak > mostMemory {
		t.Errorf("the server took %d MB", peak>>10)
	} else {
		t.Logf("the server took %d MB at most", peak>>10)
	}
	deliver(t, server.cmd, syscall.SIGTERM)
	if code := wait(t, server.cmd); code != 0 || strings.Contains(server.errOut.String(), "panic") {
		t.Errorf("exit %d: %s", code, server.errOut)
	}
}

// attacked is a server process that lives as long as the test, with its usual limits.
func attacked(t *testing.T) *started {
	t.Helper()
	name, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	args := append([]string{"serve", "--listen", "127.0.0.1:0", "--data", seeded(t)}, strings.Fields(os.Getenv("WASL_ATTACK_FLAGS"))...)
	s := &started{cmd: exec.CommandContext(t.Context(), name, args...), errOut: &lockedBuffer{}}
	s.cmd.Env, s.cmd.Stderr = append(os.Environ(), asProgram+"=1"), s.errOut
	out, err := s.cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := s.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = s.cmd.Process.Kill() // where the test has not ended it
		_ = s.cmd.Wait()
	})
	s.address = addressIn(t, announcement(t, out))
	return s
}

// peakMemory is the most memory that a process had, in kilobytes.
func peakMemory(t *testing.T, pid int) int {
	t.Helper()
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	if err != nil {
		t.Fatal(err)
	}
	_, rest, _ := strings.Cut(string(status), "VmHWM:")
	n, err := strconv.Atoi(strings.Fields(rest)[0])
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// measureReaders has all readers ask for so long, one question after the other, and returns how many were answered a second.
// Each time they ask from other addresses, of which the server knows nothing yet.
func measureReaders(t *testing.T, address string, times, seconds int, attack bool) float64 {
	t.Helper()
	ctx, stop := context.WithCancel(t.Context())
	var all, attacking sync.WaitGroup
	said := newTally()
	if attack {
		rows := attackRows()
		for i := range attackers * number(t, "WASL_ATTACK_AT_ONCE", 1) {
			attacking.Go(func() { attackFrom(ctx, address, i, rows, said) })
		}
	}
	answered := make([]int, readers)
	people := number(t, "WASL_ATTACK_ADDRESSES", 1)
	begun := time.Now()
	for i := range answered {
		all.Go(func() {
			answered[i] = askOn(t, address, people, times*readers+i, begun.Add(time.Duration(seconds)*time.Second))
		})
	}
	all.Wait()
	took := time.Since(begun)
	stop()
	attacking.Wait()
	sum := 0
	for _, n := range answered {
		sum += n
	}
	if attack {
		t.Logf("the attack: %s", said)
		said.check(t)
	}
	return float64(sum) / took.Seconds()
}

// questions are what ordinary readers ask.
var questions = []string{
	`{ reports(first: 20) { totalCount nodes { id published label { value language } countries { code label { value } } themes { id label { value } } } } }`,
	`{ country(code: "IQ") { label { value } reports(first: 10) { totalCount nodes { id label { value } authors { ... on Person { id label { value } } } } } } }`,
	`{ search(query: "irregular migration", first: 10) { totalCount nodes { __typename } } }`,
	`{ themes { nodes { id label { value } } } }`,
	`{ people(first: 20) { nodes { id label { value } } } }`,
	`{ node(id: "theme:irregular-migration") { id ... on Theme { label { value language direction } } } }`,
}

// askOn asks one question after the other until the end, from so many addresses in turn, and returns how many were answered.
// All of them have to be.
func askOn(t *testing.T, address string, people, reader int, end time.Time) (answered int) {
	t.Helper()
	clients := make([]*http.Client, people)
	for i := range clients {
		clients[i] = clientAt(firstReader + reader*people + i)
		defer clients[i].CloseIdleConnections()
	}
	for i := reader; time.Now().Before(end); i++ {
		client := clients[i%people]
		body, _ := json.Marshal(map[string]string{"query": questions[i%len(questions)]}) // texts always can be
		status, text, err := postTo(t.Context(), client, address, bytes.NewReader(body))
		if err != nil || status != http.StatusOK || !strings.HasPrefix(text, `{"data":{`) || strings.Contains(text, `"errors"`) {
			t.Errorf("reader %d got %d %.200s, %v", reader, status, text, err)
			return answered
		}
		answered++
	}
	return answered
}

// clientAt is a client that asks from an address of this machine.
func clientAt(host int) *http.Client {
	dialer := net.Dialer{LocalAddr: &net.TCPAddr{IP: net.IPv4(127, 0, byte(host>>8), byte(host))}}
	return &http.Client{Timeout: time.Minute, Transport: &http.Transport{DialContext: dialer.DialContext, MaxIdleConnsPerHost: 4}}
}

func postTo(ctx context.Context, client *http.Client, address string, body io.Reader) (status int, text string, err error) {
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, address+"/graphql", body)
	if err != nil {
		return 0, "", err
	}
	r.Header.Set("Content-Type", "application/json")
	answer, err := client.Do(r)
	if err != nil {
		return 0, "", err
	}
	defer answer.Body.Close()
	whole, err := io.ReadAll(answer.Body)
	return answer.StatusCode, string(whole), err
}
