package api

import (
	"bytes"
	"context"
	"encoding/json"
	"log/slog"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/executor"
	"github.com/99designs/gqlgen/graphql/handler/extension"
	"github.com/99designs/gqlgen/graphql/handler/lru"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/wasl-graph/wasl/internal/api/generated"
	"github.com/wasl-graph/wasl/internal/api/handles"
	"github.com/wasl-graph/wasl/internal/lang"
	"github.com/wasl-graph/wasl/internal/lang/messages"
	"github.com/wasl-graph/wasl/internal/view"
)

// Limits of a document, before it is looked at any closer.
const (
	maxTokens     = 20_000
	keptDocuments = 1_000 // parsed documents that are remembered
)

// maxTime is how long a query may take.
const maxTime = 10 * time.Second

// Views gives the view to answer from, which a request takes once, and the texts that are quoted from.
type Views interface {
	View() *view.View
	handles.Documents
}

// Engine answers queries. It may be shared between goroutines.
type Engine struct {
	views    Views
	executor *executor.Executor
	log      *slog.Logger
}

// NewEngine makes an engine that answers from the current view and logs what a client does not see of errors.
func NewEngine(views Views, log *slog.Logger) *Engine {
	e := executor.New(generated.NewExecutableSchema(generated.Config{Resolvers: root{}}))
	e.SetParserTokenLimit(maxTokens)
	e.SetDisableSuggestion(true)
	e.SetQueryCache(lru.New[*ast.QueryDocument](keptDocuments))
	e.SetErrorPresenter(presenter(log))
	e.SetRecoverFunc(recoverer(log))
	e.Use(extension.Introspection{})
	return &Engine{views, e, log}
}

// Request is one query.
type Request struct {
	Query         string    `json:"query"`
	OperationName string    `json:"operationName"`
	Variables     Variables `json:"variables"`
}

// Variables are the values of a query's variables, by name.
type Variables map[string]any

// UnmarshalJSON reads an object and keeps its numbers as they are written: as float64 they would be no integers.
func (v *Variables) UnmarshalJSON(text []byte) error {
	in := json.NewDecoder(bytes.NewReader(text))
	in.UseNumber()
	return in.Decode((*map[string]any)(v))
}

// Response is the answer to a request. Data is absent when the request was refused before anything was answered.
type Response struct {
	Errors gqlerror.List   `json:"errors,omitempty"`
	Data   json.RawMessage `json:"data,omitempty"`
}

// Refused says that nothing was answered: the request itself is wrong.
func (r Response) Refused() bool { return r.Data == nil }

// Execute answers one query for a reader with these languages, from the view that is current when it begins. What is
// wrong with the query, or goes wrong, stands in the response. A cancelled context, or ten seconds, end the work with TIMEOUT,
// an answer that would list too much with TOO_COMPLEX.
func (e *Engine) Execute(ctx context.Context, r Request, chain lang.Chain) (response Response) {
	defer func() {
		// Faults inside of a field are caught there. What gets here has nothing to do with one.
		if fault := recover(); fault != nil {
			response = refused(chain, recoverer(e.log)(ctx, fault))
		}
	}()
	ctx, cancel := context.WithTimeout(ctx, maxTime)
	defer cancel()
	session := handles.NewSession(e.views.View(), chain, e.views)
	ctx = graphql.StartOperationTrace(session.With(ctx))
	operation, problems := e.executor.CreateOperationContext(ctx, &graphql.RawParams{
		Query: r.Query, OperationName: r.OperationName, Variables: r.Variables,
	})
	if problems != nil {
		list := e.executor.DispatchError(graphql.WithOperationContext(ctx, operation), problems)
		return Response{Errors: list.Errors}
	}
	handler, ctx := e.executor.DispatchOperation(ctx, operation)
	answered := handler(ctx)
	if answered == nil { // nothing is begun for a context that is over
		return refused(chain, ctx.Err())
	}
	if err := session.Exceeded(); err != nil {
		return refused(chain, err)
	}
	return Response{Errors: answered.Errors, Data: answered.Data}
}

// refused is the response to a request of which nothing was answered.
func refused(chain lang.Chain, err error) Response {
	return Response{Errors: gqlerror.List{publicError(messages.For(chain), err, "")}}
}
