package server

import (
	"errors"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

// start serves o on a real listener and returns its address.
func start(t *testing.T, o Options) string {
	t.Helper()
	s := httptest.NewServer(New(o))
	t.Cleanup(s.Close)
	return s.URL
}

// ask sends a request without following redirects and returns the answer with its whole body.
func ask(t *testing.T, method, url string, content io.Reader) (*http.Response, string) {
	t.Helper()
	r, err := http.NewRequestWithContext(t.Context(), method, url, content)
	if err != nil {
		t.Fatal(err)
	}
	answer, err := http.DefaultTransport.RoundTrip(r)
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	text, err := io.ReadAll(answer.Body)
	if err != nil {
		t.Fatal(err)
	}
	return answer, string(text)
}

// echo answers with the method and the body it got, or with 413 where the body ended at the limit.
var echo = http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
	content, err := io.ReadAll(r.Body)
	var tooLong *http.MaxBytesError
	if errors.As(err, &tooLong) {
		http.Error(w, "too long", http.StatusRequestEntityTooLarge)
		return
	}
	_, _ = io.WriteString(w, r.Method+" "+string(content))
})

func TestRoutes(t *testing.T) {
	url := start(t, Options{GraphQL: echo})
	tests := []struct {
		method, path string
		status       int
		contains     string
	}{
		{"GET", "/graphql", 200, "GET "},
		{"POST", "/graphql", 200, "POST "},
		{"GET", "/graphql/", 404, ""},
		{"DELETE", "/graphql", 405, ""},
		{"GET", "/graphiql", 200, "GraphiQL"},
		{"POST", "/graphiql", 405, ""},
		{"GET", "/graphiql/nothing", 404, ""},
		{"GET", "/healthz", 200, "ok\n"},
		{"HEAD", "/healthz", 200, ""},
		{"POST", "/healthz", 405, ""},
		{"GET", "/readyz", 200, "ok\n"},
		{"GET", "/", 302, ""},
		{"POST", "/", 405, ""},
		{"GET", "/nothing", 404, ""},
	}
	for _, test := range tests {
		got, text := ask(t, test.method, url+test.path, nil)
		if got.StatusCode != test.status || !strings.Contains(text, test.contains) {
			t.Errorf("%s %s: got %d %.40q, want %d with %q",
				test.method, test.path, got.StatusCode, text, test.status, test.contains)
		}
		if got.StatusCode == 405 && got.Header.Get("Allow") == "" {
			t.Errorf("%s %s: 405 without Allow", test.method, test.path)
		}
	}
}

func TestRootLeadsToGraphiQL(t *testing.T) {
	got, _ := ask(t, "GET", start(t, Options{})+"/", nil)
	if location := got.Header.Get("Location"); location != "/graphiql" {
		t.Errorf("got Location %q", location)
	}
}

func TestGraphiQLCanBeLeftOut(t *testing.T) {
	url := start(t, Options{GraphQL: echo, WithoutGraphiQL: true})
	for path, status := range map[string]int{"/": 404, "/graphiql": 404, "/graphiql/": 404, "/graphql": 200, "/healthz": 200} {
		if got, _ := ask(t, "GET", url+path, nil); got.StatusCode != status {
			t.Errorf("%s: got %d, want %d", path, got.StatusCode, status)
		}
	}
}

func TestZeroOptionsHaveNoGraphQL(t *testing.T) {
	if got, _ := ask(t, "GET", start(t, Options{})+"/graphql", nil); got.StatusCode != 404 {
		t.Errorf("got %d, want 404", got.StatusCode)
	}
}

func TestReadinessSaysNothingInternal(t *testing.T) {
	var log syncBuilder
	url := start(t, Options{
		Ready:  func() error { return errors.New("/var/lib/secret.db is locked") },
		Logger: slog.New(slog.NewTextHandler(&log, nil)),
	})
	got, text := ask(t, "GET", url+"/readyz", nil)
	if got.StatusCode != 503 || text != "The graph cannot answer questions at the moment.\n" {
		t.Errorf("got %d %q", got.StatusCode, text)
	}
	if !strings.Contains(log.String(), "secret.db is locked") {
		t.Errorf("the reason is not in the log: %s", log.String())
	}
	if got, _ := ask(t, "GET", url+"/healthz", nil); got.StatusCode != 200 {
		t.Errorf("a process that is up but not ready: got %d, want 200", got.StatusCode)
	}
}
