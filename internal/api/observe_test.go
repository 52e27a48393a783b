package api_test

import (
	"context"
	"fmt"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/api"
)

// seenBy makes an engine on the seeds, and a list of what its observer was told.
func seenBy(t testing.TB) (*api.Engine, *[]api.Observation) {
	t.Helper()
	var list []api.Observation
	seeded(t)
	return api.NewEngine(seedViews.live, slog.New(slog.DiscardHandler), api.WithObserver(func(ctx context.Context, seen api.Observation) {
		if api.RequestID(ctx) != "request-1" {
			t.Errorf("the context is of the request %q", api.RequestID(ctx))
		}
		list = append(list, seen)
	})), &list
}

// TestEachRequestIsObservedOnce, whether it is answered, refused, or can't be read.
func TestEachRequestIsObservedOnce(t *testing.T) {
	e, list := seenBy(t)
	get := func(query string) *http.Request {
		return httptest.NewRequest("GET", "/graphql?query="+strings.NewReplacer(" ", "%20", "\"", "%22", "#", "%23").Replace(query), nil)
	}
	post := func(kind, body string) *http.Request {
		r := httptest.NewRequest("POST", "/graphql", strings.NewReader(body))
		r.Header.Set("Content-Type", kind)
		return r
	}
	tests := []struct {
		name      string
		request   *http.Request
		operation string
		codes     []graph.ErrorCode
		answered  bool // it came to a cost and a revision
	}{
		{"a question", get(`{graph{revision}}`), "query", nil, true},
		{"named by its client", post(plainJSON, `{"query":"query Junk { graph { revision } }"}`), "query", nil, true},
		{"two mistakes in the answer", get(`{a:reports(first:0){totalCount} b:reports(first:0){totalCount}}`), "query", []graph.ErrorCode{graph.BadInput}, true},
		{"too dear", post(plainJSON, dearBody), "query", []graph.ErrorCode{graph.TooComplex}, false},
		{"no field of that name", get(`{nobody}`), "", []graph.ErrorCode{graph.BadInput}, false},
		{"no JSON", post(plainJSON, brokenBody), "", []graph.ErrorCode{graph.BadInput}, false},
		{"of another type", post("text/plain", goodBody), "", []graph.ErrorCode{graph.BadInput}, false},
		{"another method", httptest.NewRequest("PUT", "/graphql", nil), "", []graph.ErrorCode{graph.BadInput}, false},
	}
	for _, test := range tests {
		*list = nil
		r := test.request.WithContext(api.WithRequestID(t.Context(), "request-1"))
		e.Handler().ServeHTTP(httptest.NewRecorder(), r)
		if len(*list) != 1 {
			t.Errorf("%s: observed %d times", test.name, len(*list))
			continue
		}
		got := (*list)[0]
		if got.Operation != test.operation || fmt.Sprint(got.Codes) != fmt.Sprint(test.codes) || (got.Cost > 0) != test.answered || got.Unchanged {
			t.Errorf("%s: %+v", test.name, got)
		}
		if test.answered && (got.Revision == "" || got.Duration <= 0) {
			t.Errorf("%s: %+v", test.name, got)
		}
	}
}

// TestWhatTheClientHasIsObserved as unchanged.
func TestWhatTheClientHasIsObserved(t *testing.T) {
	e, list := seenBy(t)
	tag := ""
	for range 2 {
		r := httptest.NewRequest("GET", "/graphql?query={graph{revision}}", nil)
		r.Header.Set("If-None-Match", tag)
		w := httptest.NewRecorder()
		e.Handler().ServeHTTP(w, r.WithContext(api.WithRequestID(t.Context(), "request-1")))
		tag = w.Header().Get("ETag")
	}
	if len(*list) != 2 || (*list)[0].Unchanged || !(*list)[1].Unchanged {
		t.Errorf("%+v", *list)
	}
}

// TestTheMemoryOfDocumentsSaysHowItIsUsed.
func TestTheMemoryOfDocumentsSaysHowItIsUsed(t *testing.T) {
	e := seeded(t)
	for range 3 {
		ask(e, "", `{graph{revision}}`, nil)
	}
	ask(e, "", `{nobody}`, nil) // which is not worth remembering
	got := e.Remembered()
	if got.Documents != 1 || got.Bytes <= 0 || got.Hits != 2 || got.Misses != 2 {
		t.Errorf("%+v", got)
	}
}
