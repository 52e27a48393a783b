package api

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/lang"
	"github.com/wasl-graph/wasl/internal/lang/messages"
	"github.com/wasl-graph/wasl/internal/search"
	"github.com/wasl-graph/wasl/internal/view"
)

// noView is a fault of ours before any field is answered.
type noView struct{ *search.Live }

func (noView) Index() *search.Index { panic("the view is gone: secret detail") }

// tornViews has one fact, and loses the text that it was read in: its quotation fails with a panic.
type tornViews struct{ index *search.Index }

func torn(t *testing.T) tornViews {
	t.Helper()
	fact := graph.Assertion{
		Statement: graph.Statement{
			Subject: "country:IQ", Relation: graph.Label, Object: graph.Object{Text: graph.Text{Value: "Irak", Language: graph.German}},
		},
		Evidence: graph.Evidence{Source: "source:list", Place: graph.Place{Unit: graph.Chars, End: 4}, Change: 1},
	}
	v, err := view.Build(t.Context(), graph.Snapshot{
		Changes: []graph.Recorded{{Added: 1}}, Sources: []graph.Source{{ID: "source:list"}},
		Assertions: func(yield func(graph.Assertion, error) bool) { yield(fact, nil) },
	})
	if err != nil {
		t.Fatal(err)
	}
	index, err := search.Build(t.Context(), v)
	if err != nil {
		t.Fatal(err)
	}
	return tornViews{index}
}

func (v tornViews) Index() *search.Index { return v.index }

func (tornViews) Propose(context.Context, view.Proposal) (search.Outcome, error) {
	panic("the record is gone: secret detail")
}

func (tornViews) Quote(string, graph.Place) (string, bool, error) {
	panic("the text is gone: secret detail")
}

func TestFaultsAreInternalAndLogged(t *testing.T) {
	for name, c := range map[string]struct {
		views Views
		path  string
	}{
		"before the fields": {noView{}, ""},
		"in a field":        {torn(t), "c.statements.nodes[0].evidence[0].quote"},
	} {
		t.Run(name, func(t *testing.T) {
			var log bytes.Buffer
			e := NewEngine(c.views, slog.New(slog.NewTextHandler(&log, nil)))
			response := e.Execute(context.Background(), Request{Query: `{ c: country(code: "IQ") { statements { nodes { evidence { quote { value } } } } } }`}, lang.Chain{})
			if len(response.Errors) != 1 {
				t.Fatalf("the errors are %v", response.Errors)
			}
			got := response.Errors[0]
			if got.Extensions["code"] != string(graph.Internal) || got.Path.String() != c.path || got.Message != "something went wrong on our side" {
				t.Errorf("got %+v", got)
			}
			if !strings.Contains(log.String(), "a query panicked") || !strings.Contains(log.String(), "stack=") {
				t.Errorf("the log says %q", log.String())
			}
		})
	}
}

func TestFaultsHaveTheirStatus(t *testing.T) {
	e := NewEngine(noView{}, slog.New(slog.DiscardHandler))
	request := httptest.NewRequest(http.MethodGet, "/graphql?query={__typename}", nil)
	request.Header.Set("Accept", typeResponse)
	recorder := httptest.NewRecorder()
	e.Handler().ServeHTTP(recorder, request)
	if recorder.Code != http.StatusInternalServerError || strings.Contains(recorder.Body.String(), "secret") {
		t.Errorf("%d %s", recorder.Code, recorder.Body)
	}
	over, cancel := context.WithCancel(t.Context())
	cancel()
	recorder = httptest.NewRecorder()
	NewEngine(torn(t), slog.New(slog.DiscardHandler)).Handler().ServeHTTP(recorder, request.WithContext(over))
	if recorder.Code != http.StatusServiceUnavailable || !strings.Contains(recorder.Body.String(), `"TIMEOUT"`) {
		t.Errorf("%d %s", recorder.Code, recorder.Body)
	}
}

// Whatever is no error of ours may hold anything: nothing of it is shown.
func TestPublicErrorsShowNothingElse(t *testing.T) {
	known := graph.Invalid("date", "x", graph.ExpectDate)
	for name, c := range map[string]struct {
		err            error
		argument, code string
		says           string
	}{
		"unknown":            {errors.New("secret"), "", "INTERNAL", "something went wrong on our side"},
		"wrapped unknown":    {gqlerror.WrapPath(nil, errors.New("secret")), "", "INTERNAL", "something went wrong on our side"},
		"in an argument":     {gqlerror.WrapPath(nil, errors.New("secret")), "filter", "BAD_INPUT", "filter: the value does not have the type"},
		"known":              {known, "", "BAD_INPUT", `date: "x" is not valid; expected a date`},
		"wrapped known":      {gqlerror.WrapPath(nil, fmt.Errorf("secret: %w", known)), "filter.publishedTo", "BAD_INPUT", `filter.publishedTo: "x" is not valid; expected a date`},
		"deadline":           {fmt.Errorf("secret: %w", context.DeadlineExceeded), "", "TIMEOUT", "the time for this request is over"},
		"cancelled":          {gqlerror.WrapPath(nil, context.Canceled), "", "TIMEOUT", "the time for this request is over"},
		"the parser's words": {gqlerror.Errorf("Expected Name"), "", "BAD_INPUT", "Expected Name"},
	} {
		t.Run(name, func(t *testing.T) {
			shown := publicError(messages.For(lang.Chain{}), c.err, c.argument)
			if shown.Extensions["code"] != c.code || !strings.HasPrefix(shown.Message, c.says) || strings.Contains(fmt.Sprint(shown), "secret") {
				t.Errorf("shown as %v %v", shown, shown.Extensions)
			}
		})
	}
	if known.Params["argument"] != "date" {
		t.Error("the error itself was changed")
	}
}

// Whoever sees that something failed has the name under which the log has it.
func TestFaultsHaveTheRequestsName(t *testing.T) {
	whole := torn(t)
	for _, views := range []Views{noView{}, whole} {
		var log bytes.Buffer
		e := NewEngine(views, slog.New(slog.NewTextHandler(&log, nil)))
		ctx := WithRequestID(t.Context(), "request-1")
		failed := e.Execute(ctx, Request{Query: `{ country(code: "IQ") { statements { nodes { evidence { quote { value } } } } } }`}, lang.Chain{})
		if len(failed.Errors) != 1 || failed.Errors[0].Extensions["requestId"] != "request-1" || !strings.Contains(log.String(), "request=request-1") {
			t.Errorf("%v, and the log %s", failed.Errors, log.String())
		}
		refused := e.Execute(ctx, Request{Query: `{ nobody }`}, lang.Chain{})
		if _, named := refused.Errors[0].Extensions["requestId"]; named && views == whole {
			t.Errorf("what is the client's own fault has a name: %v", refused.Errors[0].Extensions)
		}
	}
}
