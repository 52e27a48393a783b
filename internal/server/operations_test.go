package server

import (
	"context"
	"errors"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/wasl-graph/wasl/internal/server/metrics"
)

func TestOperations(t *testing.T) {
	ready := errors.New("not yet")
	s := httptest.NewServer(Operations(Options{Metrics: metrics.New(""), Ready: func() error { return ready }}, true))
	defer s.Close()
	for _, test := range []struct {
		method, path string
		status       int
		contains     string
	}{
		{"GET", "/metrics", 200, "go_goroutines"},
		{"GET", "/healthz", 200, "ok"},
		{"GET", "/readyz", 503, ""},
		{"GET", "/debug/pprof/", 200, "goroutine"},
		{"GET", "/debug/pprof/heap?debug=1", 200, "heap profile"},
		{"GET", "/debug/pprof/cmdline", 200, ""},
		{"GET", "/debug/pprof/symbol", 200, "num_symbols"},
		{"GET", "/debug/pprof/trace?seconds=0.01", 200, ""},
		{"GET", "/debug/pprof/profile?seconds=1", 200, ""},
		{"GET", "/debug/pprof/nothing", 404, ""},
		{"POST", "/debug/pprof/", 405, ""},
		{"GET", "/graphql", 404, ""},
	} {
		got, text := ask(t, test.method, s.URL+test.path, nil)
		if got.StatusCode != test.status || !strings.Contains(text, test.contains) {
			t.Errorf("%s %s: %d %.80q", test.method, test.path, got.StatusCode, text)
		}
	}
	ready = nil
	if got, _ := ask(t, "GET", s.URL+"/readyz", nil); got.StatusCode != 200 {
		t.Errorf("ready: %d", got.StatusCode)
	}
}

// TestProfilesAreNotPublic: no route of the first listener leads to them, whatever net/http/pprof registers by itself.
func TestProfilesAreNotPublic(t *testing.T) {
	url := start(t, Options{GraphQL: echo, Metrics: metrics.New("")})
	for _, path := range []string{"/debug/pprof/", "/debug/pprof/heap", "/debug/pprof/cmdline", "/debug/vars"} {
		if got, _ := ask(t, "GET", url+path, nil); got.StatusCode != http.StatusNotFound {
			t.Errorf("%s: %d", path, got.StatusCode)
		}
	}
}

// TestNamesOfStrangersAreRefused, since a page can make one lead to this machine.
func TestNamesOfStrangersAreRefused(t *testing.T) {
	for host, status := range map[string]int{
		"127.0.0.1:9090": 200, "[::1]:9090": 200, "localhost:9090": 200, "localhost": 200, "evil.example:9090": 421, "evil.example": 421, "127.0.0.1.evil.example": 421, "": 421,
	} {
		for _, local := range []bool{true, false} {
			r := httptest.NewRequest("GET", "/healthz", nil)
			r.Host = host
			w := httptest.NewRecorder()
			Operations(Options{}, local).ServeHTTP(w, r)
			if want := map[bool]int{true: status, false: 200}[local]; w.Code != want {
				t.Errorf("%q, local %v: %d, want %d", host, local, w.Code, want)
			}
		}
	}
}

func TestServeOperationsEndsWithItsContext(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	l := listen(t)
	ended := make(chan error, 1)
	go func() { ended <- ServeOperations(ctx, l, Operations(Options{}, true), nil) }()
	if got, _ := ask(t, "GET", "http://"+l.Addr().String()+"/healthz", nil); got.StatusCode != 200 {
		t.Errorf("%d", got.StatusCode)
	}
	cancel()
	if err := <-ended; err != nil {
		t.Error(err)
	}
	if err := ServeOperations(t.Context(), l, Operations(Options{}, true), nil); err == nil {
		t.Error("a closed listener is no error")
	}
}
