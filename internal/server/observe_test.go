package server

import (
	"context"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/api"
	"github.com/wasl-graph/wasl/internal/server/metrics"
	"github.com/wasl-graph/wasl/internal/server/traces"
)

// as lets every request come from a caller.
func as(caller graph.Caller, h http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h.ServeHTTP(w, r.WithContext(api.WithCaller(r.Context(), caller)))
	})
}

// numbers are what /metrics shows an admin.
func numbers(t testing.TB, h http.Handler) string {
	t.Helper()
	w := httptest.NewRecorder()
	as(graph.Caller{Role: graph.Admin}, h).ServeHTTP(w, httptest.NewRequest("GET", "/metrics", nil))
	if w.Code != 200 {
		t.Fatalf("%d %s", w.Code, w.Body)
	}
	return w.Body.String()
}

func TestMetricsAreForAdmins(t *testing.T) {
	h := New(Options{Metrics: metrics.New("")})
	for role, status := range map[graph.Role]int{graph.Anonymous: 401, graph.Reader: 403, graph.Curator: 403, graph.Admin: 200} {
		w := httptest.NewRecorder()
		as(graph.Caller{Role: role}, h).ServeHTTP(w, httptest.NewRequest("GET", "/metrics", nil))
		if w.Code != status || (status == 401) != (w.Header().Get("WWW-Authenticate") == "Bearer") {
			t.Errorf("%v: %d %v", role, w.Code, w.Header())
		}
		if shown := strings.Contains(w.Body.String(), "go_goroutines"); shown != (status == 200) {
			t.Errorf("%v: %s", role, w.Body)
		}
		if status != 200 && !strings.Contains(w.Body.String(), "admin") {
			t.Errorf("%v: %q does not say what is needed", role, w.Body)
		}
	}
	if w := httptest.NewRecorder(); true {
		New(Options{}).ServeHTTP(w, httptest.NewRequest("GET", "/metrics", nil))
		if w.Code != 404 {
			t.Errorf("without metrics: %d", w.Code)
		}
	}
}

// TestRequestsAreCounted by route and status, whatever their path, and those too whose handler falls.
func TestRequestsAreCounted(t *testing.T) {
	h := New(Options{Metrics: metrics.New(""), GraphQL: http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.RawQuery {
		case "fall":
			panic("fall")
		case "abort":
			panic(http.ErrAbortHandler)
		case "silent":
			return
		}
		w.WriteHeader(http.StatusTeapot)
	})})
	ask := func(method, path string) {
		defer func() { _ = recover() }() // as net/http does
		h.ServeHTTP(httptest.NewRecorder(), httptest.NewRequest(method, path, nil))
	}
	for _, path := range []string{"/graphql", "/graphql?fall", "/graphql?abort", "/graphql?silent", "/junk/1", "/junk/2", "/graphiql/junk"} {
		ask("GET", path)
	}
	ask("POST", "/graphql")
	ask("BREW", "/graphql")
	text := numbers(t, h)
	for _, want := range []string{
		`{route="GET /graphql",status="418"} 1`, `{route="GET /graphql",status="500"} 1`, `{route="GET /graphql",status="200"} 1`,
		`{route="GET /graphql",status="none"} 1`, `{route="POST /graphql",status="418"} 1`, `{route="other",status="404"} 2`,
		`{route="other",status="405"} 1`, `{route="/graphiql/",status="404"} 1`,
	} {
		if !strings.Contains(text, "wasl_http_requests_total"+want) {
			t.Errorf("%s is not in\n%s", want, text)
		}
	}
	if strings.Contains(text, "junk") || !strings.Contains(text, "wasl_http_requests_running 1\n") { // the one that asks
		t.Error(text)
	}
}

// TestAnswersStayTheSame when they are counted and traced.
func TestAnswersStayTheSame(t *testing.T) {
	sent := make(chan string, 10)
	collector := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body)
		sent <- string(body)
	}))
	defer collector.Close()
	spans, err := traces.New(t.Context(), traces.Options{Endpoint: collector.URL})
	if err != nil {
		t.Fatal(err)
	}
	plain, watched := start(t, Options{GraphQL: echo}), start(t, Options{GraphQL: echo, Metrics: metrics.New(""), Traces: spans})
	for _, path := range []string{"/graphql", "/graphiql", "/healthz", "/readyz", "/nothing", "/"} {
		for _, method := range []string{"GET", "HEAD", "POST", "OPTIONS"} {
			one, text := ask(t, method, plain+path, strings.NewReader("body"))
			two, again := ask(t, method, watched+path, strings.NewReader("body"))
			if one.StatusCode != two.StatusCode || text != again || one.Header.Get("Content-Type") != two.Header.Get("Content-Type") {
				t.Errorf("%s %s: %d %q, then %d %q", method, path, one.StatusCode, text, two.StatusCode, again)
			}
		}
	}
	if err := spans.Close(t.Context()); err != nil {
		t.Fatal(err)
	}
	if text := <-sent; !strings.Contains(text, "POST /graphql") || strings.Contains(text, "healthz") || strings.Contains(text, "readyz") {
		t.Errorf("the traces: %q", text)
	}
}

// BenchmarkObserving is a request that does nothing, with and without being counted and traced.
func BenchmarkObserving(b *testing.B) {
	spans, err := traces.New(b.Context(), traces.Options{Endpoint: "http://127.0.0.1:1"})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() {
		over, cancel := context.WithCancel(context.Background())
		cancel()
		_ = spans.Close(over) // nobody takes them
	})
	for name, o := range map[string]Options{
		"plain": {}, "counted": {Metrics: metrics.New("")}, "traced": {Metrics: metrics.New(""), Traces: spans},
	} {
		o.GraphQL = http.HandlerFunc(func(http.ResponseWriter, *http.Request) {})
		b.Run(name, func(b *testing.B) {
			mux := routes(o)
			h := observe(o, mux, o.GraphQL)
			r := httptest.NewRequest("POST", "/graphql", nil)
			w := &recorder{ResponseWriter: httptest.NewRecorder()}
			b.ReportAllocs()
			for b.Loop() {
				h.ServeHTTP(w, r)
			}
		})
	}
}
