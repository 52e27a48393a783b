package server

import (
	"log/slog"
	"net/http"
	"strings"
	"testing"

	"github.com/wasl-graph/wasl/internal/api"
)

// A page of another origin may ask, and learns so beforehand; it may not send a token.
func TestPagesOfOtherOriginsMayRead(t *testing.T) {
	url := start(t, Options{GraphQL: echo})
	asked, _ := ask(t, "OPTIONS", url+"/graphql", nil)
	if asked.StatusCode != 204 || asked.Header.Get("Access-Control-Allow-Methods") != "GET, HEAD, POST" || asked.Header.Get("Access-Control-Allow-Origin") != "*" {
		t.Errorf("%d %v", asked.StatusCode, asked.Header)
	}
	if allowed := strings.ToLower(asked.Header.Get("Access-Control-Allow-Headers")); !strings.Contains(allowed, "content-type") || strings.Contains(allowed, "authorization") || strings.Contains(allowed, "*") {
		t.Errorf("allowed are %q", allowed)
	}
	for _, name := range []string{"apollo-require-preflight", "apollographql-client-name", "apollographql-client-version", "if-none-match"} {
		if allowed := strings.ToLower(asked.Header.Get("Access-Control-Allow-Headers")); !strings.Contains(allowed, name) {
			t.Errorf("%s is not allowed, only %q", name, allowed)
		}
	}
	for _, method := range []string{"GET", "POST"} {
		got, _ := ask(t, method, url+"/graphql", nil)
		if got.Header.Get("Access-Control-Allow-Origin") != "*" || got.Header.Get("Access-Control-Allow-Credentials") != "" {
			t.Errorf("%s: %v", method, got.Header)
		}
	}
	if other, _ := ask(t, "GET", url+"/graphiql", nil); other.Header.Get("Access-Control-Allow-Origin") != "" {
		t.Error("the page is open to other origins")
	}
}

func TestRequestsHaveNames(t *testing.T) {
	var log syncBuilder
	named := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Method == http.MethodPost {
			panic("on purpose")
		}
		_, _ = w.Write([]byte(api.RequestID(r.Context())))
	})
	url := start(t, Options{GraphQL: named, Logger: slog.New(slog.NewTextHandler(&log, &slog.HandlerOptions{Level: slog.LevelDebug}))}) + "/graphql"
	seen := map[string]bool{}
	for sent, kept := range map[string]bool{
		"3f2b8c1e-7d55-4a90-9a51-000000000001": true, "proxy.42_A": true,
		"": false, "short": false, "a b c d e f": false, "line\tbroken1": false, "<script>alert": false, strings.Repeat("a", 65): false, "بغداد-12345": false,
	} {
		r, err := http.NewRequestWithContext(t.Context(), http.MethodGet, url, nil)
		if err != nil {
			t.Fatal(err)
		}
		r.Header.Set("X-Request-Id", sent)
		got, err := http.DefaultTransport.RoundTrip(r)
		if err != nil {
			t.Fatal(err)
		}
		got.Body.Close()
		id := got.Header.Get("X-Request-Id")
		if (id == sent) != kept || !requestIDs.MatchString(id) || seen[id] {
			t.Errorf("%q became %q", sent, id)
		}
		if !strings.Contains(log.String(), "id="+id) {
			t.Errorf("the log does not know %q", id)
		}
		seen[id] = true
	}
	failed, _ := ask(t, "POST", url, nil)
	if id := failed.Header.Get("X-Request-Id"); id == "" || !strings.Contains(log.String(), "msg=panic request="+id) {
		t.Errorf("the log does not know of the panic in %q: %s", id, log.String())
	}
}
