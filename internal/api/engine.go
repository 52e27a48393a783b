package api

import (
	"context"
	"encoding/json"
	"log/slog"
	"slices"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/executor"
	"github.com/99designs/gqlgen/graphql/handler/extension"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/wasl-graph/wasl/internal/api/generated"
	"github.com/wasl-graph/wasl/internal/api/handles"
	"github.com/wasl-graph/wasl/internal/lang"
	"github.com/wasl-graph/wasl/internal/lang/messages"
	"github.com/wasl-graph/wasl/internal/search"
)

// maxProblems is how many things that are wrong with one query are told.
const maxProblems = 100

// maxTime is how long a query may take.
const maxTime = 10 * time.Second

// Views gives the index to answer from, and with it its view, which a request takes once, and the texts that are quoted from.
type Views interface {
	Index() *search.Index
	handles.Documents
}

// Engine answers queries. It may be shared between goroutines.
type Engine struct {
	views     Views
	documents documents
	coercion  coercion
	executor  *executor.Executor
	log       *slog.Logger
}

// NewEngine makes an engine that answers from the current view and logs what a client does not see of errors.
func NewEngine(views Views, log *slog.Logger) *Engine {
	schema := generated.NewExecutableSchema(generated.Config{Resolvers: root{}})
	read := newDocuments(schema.Schema())
	e := executor.New(schema)
	e.SetParserTokenLimit(maxTokens)
	e.SetDisableSuggestion(true)
	e.SetQueryCache(read.kept)
	e.SetErrorPresenter(presenter(log))
	e.SetRecoverFunc(recoverer(log))
	e.Use(extension.Introspection{})
	return &Engine{views, read, coercion{schema.Schema()}, e, log}
}

// Request is one query.
type Request struct {
	Query         string    `json:"query"`
	OperationName string    `json:"operationName"`
	Variables     Variables `json:"variables"`
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
	session := handles.NewSession(e.views.Index(), chain, e.views)
	variables, problems := e.check(ctx, r)
	if problems != nil {
		return refused(chain, problems...)
	}
	return e.answer(graphql.StartOperationTrace(session.With(ctx)), session, &graphql.RawParams{
		Query: r.Query, OperationName: r.OperationName, Variables: variables,
	})
}

// check reads a request: its query, the operation that it means, and the values of that one's variables.
func (e *Engine) check(ctx context.Context, r Request) (variables map[string]any, problems []error) {
	document, problems := e.documents.read(ctx, r.Query)
	if problems != nil {
		return nil, problems
	}
	meant, err := operation(document, r.OperationName)
	if err == nil {
		variables, err = e.coercion.variables(meant, r.Variables)
	}
	if err != nil {
		return nil, []error{err}
	}
	return variables, nil
}

// answer runs a request that was checked.
func (e *Engine) answer(ctx context.Context, session *handles.Session, checked *graphql.RawParams) Response {
	operation, problems := e.executor.CreateOperationContext(ctx, checked)
	if problems != nil {
		list := e.executor.DispatchError(graphql.WithOperationContext(ctx, operation), problems)
		return Response{Errors: list.Errors}
	}
	handler, ctx := e.executor.DispatchOperation(ctx, operation)
	answered := handler(ctx)
	if answered == nil { // nothing is begun for a context that is over
		return refused(session.Chain(), ctx.Err())
	}
	if err := session.Exceeded(); err != nil {
		return refused(session.Chain(), err)
	}
	return Response{Errors: answered.Errors, Data: answered.Data}
}

// refused is the response to a request of which nothing was answered. What is said twice of the same place is said once.
func refused(chain lang.Chain, problems ...error) Response {
	writer := messages.For(chain)
	var list gqlerror.List
	for _, problem := range problems[:min(len(problems), maxProblems)] {
		shown := publicError(writer, problem, "")
		if !slices.ContainsFunc(list, func(other *gqlerror.Error) bool { return sameProblem(other, shown) }) {
			list = append(list, shown)
		}
	}
	return Response{Errors: list}
}

func sameProblem(a, b *gqlerror.Error) bool {
	return a.Message == b.Message && slices.Equal(a.Locations, b.Locations)
}
