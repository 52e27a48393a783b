package server

import (
	"io"
	"log/slog"
	"net/http"
	"strings"
	"testing"
)

func TestBodyLimit(t *testing.T) {
	url := start(t, Options{GraphQL: echo}) + "/graphql"
	if got, text := ask(t, "POST", url, strings.NewReader(strings.Repeat("x", maxBody))); len(text) != maxBody+len("POST ") {
		t.Errorf("a body of 1 MB: got %d with %d bytes", got.StatusCode, len(text))
	}
	// A reader of unknown length is sent in chunks, so that no Content-Length gives it away.
	chunked := io.MultiReader(strings.NewReader(strings.Repeat("x", maxBody+1)))
	got, _ := ask(t, "POST", url, chunked)
	if got.StatusCode != http.StatusRequestEntityTooLarge {
		t.Errorf("a longer body: got %d, want 413", got.StatusCode)
	}
	if !got.Close {
		t.Error("the connection of a client that sends too much stays open")
	}
}

func TestEveryAnswerHasTheSecurityHeaders(t *testing.T) {
	url := start(t, Options{GraphQL: echo})
	for _, path := range []string{"/", "/graphql", "/graphiql", "/healthz", "/readyz", "/nothing"} {
		got, _ := ask(t, "GET", url+path, nil)
		if got.Header.Get("X-Content-Type-Options") != "nosniff" || got.Header.Get("Referrer-Policy") != "no-referrer" {
			t.Errorf("%s: got %v", path, got.Header)
		}
	}
}

func TestPanicIsLoggedAndNotShown(t *testing.T) {
	var log syncBuilder
	url := start(t, Options{
		GraphQL: http.HandlerFunc(func(http.ResponseWriter, *http.Request) { panic("the secret") }),
		Logger:  slog.New(slog.NewTextHandler(&log, nil)),
	})
	got, text := ask(t, "GET", url+"/graphql", nil)
	id := got.Header.Get("X-Request-Id")
	if code, _ := graphqlError(t, text); got.StatusCode != 500 || code != "INTERNAL" || strings.Contains(text, "secret") || !strings.Contains(text, `"requestId":"`+id+`"`) {
		t.Errorf("got %d %q", got.StatusCode, text)
	}
	if !strings.Contains(log.String(), "request="+id) {
		t.Errorf("the log does not name the request %s: %s", id, log.String())
	}
	if !strings.Contains(log.String(), "the secret") || !strings.Contains(log.String(), "guard_test.go") {
		t.Errorf("the log lacks the cause or the stack: %s", log.String())
	}
}

func TestPanicInMidAnswerCutsTheConnection(t *testing.T) {
	url := start(t, Options{GraphQL: http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		_, _ = io.WriteString(w, "half an ans")
		_ = http.NewResponseController(w).Flush()
		panic("in the middle")
	})})
	r, err := http.NewRequestWithContext(t.Context(), "GET", url+"/graphql", nil)
	if err != nil {
		t.Fatal(err)
	}
	got, err := http.DefaultTransport.RoundTrip(r)
	if err != nil {
		t.Fatal(err)
	}
	defer got.Body.Close()
	if text, err := io.ReadAll(got.Body); err == nil {
		t.Errorf("the client takes %q for the whole answer", text)
	}
}
