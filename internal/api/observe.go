package api

import (
	"context"
	"slices"
	"time"

	"github.com/vektah/gqlparser/v2/ast"

	"github.com/wasl-graph/wasl/graph"
)

// Observation is what became of one request, in words and figures that say nothing of what was asked.
type Observation struct {
	// Operation is query, mutation or subscription, and "" for a request that did not come to naming one.
	Operation string
	// Codes are those of its errors, each once, in the order in which they stand; nil when nothing went wrong.
	Codes []graph.ErrorCode
	// Cost is what the answer was reckoned to cost, in points; 0 when it did not come to that.
	Cost int
	// Duration is how long the answer took from when the request was read; 0 for one that could not be read.
	Duration time.Duration
	// Revision is the revision of the graph that was looked at, "" when that was none.
	Revision string
	// Unchanged says that the client had the answer already.
	Unchanged bool
}

// Observer is told of a request when its answer is known and not yet sent, with the request's context. It is called once for
// each, from any goroutine, and the client waits for it.
type Observer func(context.Context, Observation)

// WithObserver lets somebody know what became of each request. It may be given several times.
func WithObserver(o Observer) Option {
	return func(chosen *options) { chosen.observers = append(chosen.observers, o) }
}

// observe tells the observers of a response, and marks it as told.
func (e *Engine) observe(ctx context.Context, r Response, took time.Duration) Response {
	if len(e.observers) == 0 || r.observed {
		return r
	}
	seen := Observation{
		Operation: r.operation, Codes: r.codes(), Cost: r.Cost, Duration: took, Revision: r.Revision, Unchanged: r.unchanged,
	}
	for _, told := range e.observers {
		told(ctx, seen)
	}
	r.observed = true
	return r
}

// codes are those of the errors, each once.
func (r Response) codes() []graph.ErrorCode {
	var list []graph.ErrorCode
	for _, problem := range r.Errors {
		text, _ := problem.Extensions["code"].(string) // publicError puts it there
		if code := graph.ErrorCode(text); !slices.Contains(list, code) {
			list = append(list, code)
		}
	}
	return list
}

// to is the response to a request for an operation of a document.
func (r Response) to(document *ast.QueryDocument, name string) Response {
	if meant, err := operation(document, name); err == nil {
		r.operation = string(meant.Operation)
	}
	return r
}
