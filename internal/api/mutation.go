package api

import (
	"context"
	"errors"
	"maps"

	"github.com/vektah/gqlparser/v2/ast"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/api/generated"
	"github.com/wasl-graph/wasl/internal/api/handles"
	"github.com/wasl-graph/wasl/internal/curation"
	"github.com/wasl-graph/wasl/internal/search"
)

// mayChange says why an operation may not change anything: queries never do.
func (e *Engine) mayChange(ctx context.Context, meant *ast.OperationDefinition) error {
	switch {
	case meant.Operation != ast.Mutation:
		return nil
	case e.readOnly:
		return graph.NewError(graph.Forbidden, "mutation.readonly",
			"here the graph is only read; changes are sent to a server", nil)
	}
	return CallerOf(ctx).Must(graph.Curator)
}

// What a mutation needs beside its session: the engine, and the context of the request.
type (
	engineKey  struct{}
	requestKey struct{}
)

// outlasting is the context in which an operation is answered. That of a mutation outlasts the request, and may take as long
// again: a change that was recorded stands, and is answered, whatever becomes of the request, which only ends what is not
// recorded yet.
func (e *Engine) outlasting(ctx context.Context, document *ast.QueryDocument, r Request) (context.Context, context.CancelFunc) {
	if meant, err := operation(document, r.OperationName); err != nil || meant.Operation != ast.Mutation {
		return ctx, func() {}
	}
	answer, cancel := context.WithTimeout(context.WithoutCancel(ctx), 2*e.limits.Time)
	return context.WithValue(context.WithValue(answer, requestKey{}, ctx), engineKey{}, e), cancel
}

// Mutation answers the fields of Mutation.
func (root) Mutation() generated.MutationResolver { return mutation{} }

// mutation carries out the fields of Mutation, each as a change of its own, and answers from the revision that this made.
type mutation struct{}

func (mutation) SetLabel(ctx context.Context, input handles.SetLabelInput) (*handles.EntityPayload, error) {
	m := &curation.SetLabel{
		Entity: input.Entity, Language: graph.Tag(input.Language), Value: input.Value, Standing: graph.LabelStanding(input.Standing),
	}
	return changed(ctx, m, input.Reason, input.ExpectedRevision, graph.ID(input.Entity))
}

func (mutation) AddStatement(ctx context.Context, input handles.AddStatementInput) (*handles.StatementPayload, error) {
	m := &curation.AddStatement{
		Subject: input.Subject, Relation: graph.Relation(input.Relation), Object: object(input.Object),
		Source: given(input.Source), Quote: given(input.Quote), Texts: engineOf(ctx).views,
	}
	session, outcome, err := propose(ctx, m, input.Reason, input.ExpectedRevision)
	if err != nil {
		return nil, err
	}
	return session.Added(m.Added(), outcome.Revision), nil
}

func (mutation) RetractStatement(ctx context.Context, input handles.RetractStatementInput) (*handles.StatementPayload, error) {
	m := &curation.RetractStatement{ID: input.Statement}
	session, outcome, err := propose(ctx, m, input.Reason, input.ExpectedRevision)
	if err != nil {
		return nil, err
	}
	was, on := m.Retracted()
	return session.Retracted(was, on, outcome.Revision), nil
}

func (mutation) MergeEntities(ctx context.Context, input handles.MergeEntitiesInput) (*handles.EntityPayload, error) {
	m := &curation.MergeEntities{Winner: input.Winner, Loser: input.Loser}
	return changed(ctx, m, input.Reason, input.ExpectedRevision, graph.ID(input.Winner))
}

func (mutation) SplitEntity(ctx context.Context, input handles.SplitEntityInput) (*handles.EntityPayload, error) {
	m := &curation.SplitEntity{Merged: input.MergedID}
	return changed(ctx, m, input.Reason, input.ExpectedRevision, graph.ID(input.MergedID))
}

// changed carries out a mutation and answers with an entity.
func changed(ctx context.Context, m curation.Mutation, reason string, expected *string, id graph.ID) (*handles.EntityPayload, error) {
	session, outcome, err := propose(ctx, m, reason, expected)
	if err != nil {
		return nil, err
	}
	return session.Changed(id, outcome.Revision), nil
}

func engineOf(ctx context.Context) *Engine { return ctx.Value(engineKey{}).(*Engine) }

// propose carries out a mutation. The session is on the graph that has the change in it.
func propose(ctx context.Context, m curation.Mutation, reason string, expected *string) (*handles.Session, search.Outcome, error) {
	e, request := engineOf(ctx), ctx.Value(requestKey{}).(context.Context)
	if err := request.Err(); err != nil {
		return nil, search.Outcome{}, err
	}
	terms := curation.Terms{Author: CallerOf(ctx).Name, Reason: reason, Expected: expected, Time: e.now()}
	proposal, err := curation.Propose(request, e.views.Index().View(), terms, m)
	if err != nil {
		return nil, search.Outcome{}, inInput(err)
	}
	outcome, err := e.views.Propose(request, proposal)
	if err != nil {
		return nil, search.Outcome{}, inInput(err)
	}
	return handles.From(ctx).After(outcome.Index), outcome, nil
}

// inInput gives an error the name that its argument has in the query.
func inInput(err error) error {
	var known *graph.Error
	if !errors.As(err, &known) {
		return err
	}
	argument, named := known.Params["argument"].(string)
	if !named {
		return err
	}
	renamed := *known
	renamed.Params = maps.Clone(known.Params)
	renamed.Params["argument"] = "input." + argument
	return &renamed
}

func object(o handles.StatementObjectInput) curation.Object {
	given := curation.Object{Entity: o.Entity}
	if o.Text != nil {
		text := o.Text.Text()
		given.Text = &text
	}
	if o.Date != nil {
		date := graph.Date(*o.Date)
		given.Date = &date
	}
	return given
}

// given is the value of an argument, "" where it is left out.
func given(value *string) string {
	if value == nil {
		return ""
	}
	return *value
}
