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
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/wasl-graph/wasl/internal/api/generated"
	"github.com/wasl-graph/wasl/internal/api/handles"
	"github.com/wasl-graph/wasl/internal/lang"
	"github.com/wasl-graph/wasl/internal/lang/messages"
	"github.com/wasl-graph/wasl/internal/search"
	"github.com/wasl-graph/wasl/internal/view"
)

// maxProblems is how many things that are wrong with one query are told.
const maxProblems = 100

// Views gives the index to answer from, and with it its view, which a request takes once, and the texts that are quoted from.
// Mutations are proposed to it.
type Views interface {
	Index() *search.Index
	handles.Documents
	Propose(ctx context.Context, p view.Proposal) (search.Outcome, error)
}

// Engine answers queries. It may be shared between goroutines.
type Engine struct {
	options
	views     Views
	documents documents
	coercion  coercion
	tariff    tariff
	executor  *executor.Executor
	log       *slog.Logger
}

// NewEngine makes an engine that answers from the current view and logs what a client does not see of errors.
func NewEngine(views Views, log *slog.Logger, chosen ...Option) *Engine {
	executable := generated.NewExecutableSchema(generated.Config{Resolvers: root{}})
	schema, o := executable.Schema(), newOptions(chosen)
	e := executor.New(executable)
	e.SetQueryCache(handOver{})
	e.SetErrorPresenter(presenter(log))
	e.SetRecoverFunc(recoverer(log))
	e.Use(extension.Introspection{}) // whether it is allowed, the gate decides
	return &Engine{o, views, newDocuments(schema, o), coercion{schema}, newTariff(schema), e, log}
}

// Request is one query.
type Request struct {
	Query         string    `json:"query"`
	OperationName string    `json:"operationName"`
	Variables     Variables `json:"variables"`

	// DocumentID names the document that is meant, in place of Query; persisted.go says how.
	DocumentID string `json:"documentId"`
	// Extensions are for what clients and servers agree on beyond the specification. Of them persistedQuery is read.
	Extensions map[string]any `json:"extensions"`

	reading bool // it came in a way in which nothing may be changed
	hashed  bool // it came with the hash of its document, under which that may be asked for from now on
	// known says whether the client has the answer from a revision already; nil when it has none.
	known func(revision string) bool
}

// Response is the answer to a request. Data is absent when the request was refused before anything was answered.
type Response struct {
	Errors gqlerror.List   `json:"errors,omitempty"`
	Data   json.RawMessage `json:"data,omitempty"`

	// Revision is the revision of the graph that was looked at, "" when that was none.
	Revision string `json:"-"`
	// Cost is what the answer was reckoned to cost, in points; 0 when it did not come to that.
	Cost int `json:"-"`

	unchanged bool   // the client has it already
	operation string // query, mutation or subscription, "" when that is not known
	observed  bool   // the observers were told
}

// Refused says that nothing was answered: the request itself is wrong.
func (r Response) Refused() bool { return r.Data == nil && !r.unchanged }

// Execute answers one query for a reader with these languages, from the view that is current when it begins. What is
// wrong with the query, or goes wrong, stands in the response. A cancelled context, or [Limits.Time], end the work with
// TIMEOUT; a query that asks for too much, or an answer that would list too much, is TOO_COMPLEX.
func (e *Engine) Execute(ctx context.Context, r Request, chain lang.Chain) (response Response) {
	begun := time.Now()
	defer func() {
		// Faults inside of a field are caught there. What gets here has nothing to do with one.
		if fault := recover(); fault != nil {
			response = refused(chain, recoverer(e.log)(ctx, fault))
		}
		response = e.observe(ctx, response.identified(ctx), time.Since(begun))
	}()
	ctx, cancel := context.WithTimeout(ctx, e.limits.Time)
	defer cancel()
	r, err := e.documents.resolve(r)
	if err != nil {
		return refused(chain, err)
	}
	pinned := e.views.Index()
	revision := pinned.View().Revision().String()
	if r.known != nil && r.known(revision) {
		return Response{Revision: revision, unchanged: true}
	}
	response = e.execute(ctx, r, handles.NewSession(pinned, chain, e.views))
	response.Revision = revision
	return response
}

// execute answers one query in a session.
func (e *Engine) execute(ctx context.Context, r Request, session *handles.Session) Response {
	document, problems := e.documents.read(r, ClientOf(ctx))
	if problems != nil {
		return refused(session.Chain(), problems...)
	}
	variables, cost, err := e.check(ctx, document, r)
	if err != nil {
		return refused(session.Chain(), err).to(document, r.OperationName)
	}
	ctx, cancel := e.outlasting(ctx, document, r)
	defer cancel()
	ctx = withDocument(graphql.StartOperationTrace(session.With(ctx)), document)
	response := e.answer(ctx, session, &graphql.RawParams{
		Query: r.Query, OperationName: r.OperationName, Variables: variables,
	})
	response.Cost = cost
	return response.to(document, r.OperationName)
}

// check gives the variables of the operation that a request means their values, and reckons what its answer costs. The error
// says what is wrong with them, that it costs too much, or that the caller may not do it.
func (e *Engine) check(ctx context.Context, document *ast.QueryDocument, r Request) (variables map[string]any, cost int, err error) {
	meant, err := operation(document, r.OperationName)
	if err != nil {
		return nil, 0, err
	}
	if err := e.given(r.Variables); err != nil {
		return nil, 0, err
	}
	if variables, err = e.coercion.variables(meant, r.Variables); err != nil {
		return nil, 0, err
	}
	if cost, err = e.tariff.within(e.limits.Cost, meant, variables); err != nil {
		return nil, cost, err
	}
	return variables, cost, e.mayChange(ctx, meant)
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
		response := refused(session.Chain(), err)
		if operation.Operation.Operation == ast.Mutation {
			response.Data = json.RawMessage("null") // changes were made: that is no refusal
		}
		return response
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
