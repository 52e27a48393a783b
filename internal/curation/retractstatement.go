package curation

import (
	"context"
	"strings"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/view"
)

// RetractStatement takes a statement back, with all that it rests on.
type RetractStatement struct {
	ID string // of the statement

	subject   graph.ID
	object    graph.ID // "" for what is no entity
	statement graph.Statement
	evidence  []graph.Evidence
}

// Retracted is the statement as it was, with what it rested on. It is there once the proposal was accepted.
func (m *RetractStatement) Retracted() (graph.Statement, []graph.Evidence) {
	return m.statement, m.evidence
}

func (m *RetractStatement) check(context.Context, *view.View) error {
	rest, found := strings.CutPrefix(m.ID, "statement:")
	parts := strings.SplitN(rest, "/", 3)
	subject, err := graph.ParseID(parts[0])
	if !found || err != nil || len(parts) != 3 {
		return m.unknown()
	}
	m.subject = subject
	if object, err := graph.ParseID(parts[2]); err == nil {
		m.object = object
	}
	return nil
}

func (m *RetractStatement) unknown() error {
	return graph.NewError(graph.NotFound, "statement.unknown",
		`{argument}: there is no statement "{value}"`, graph.Params{"argument": "statement", "value": m.ID})
}

func (m *RetractStatement) concerns() []graph.ID {
	if m.object != "" {
		return []graph.ID{m.subject, m.object}
	}
	return []graph.ID{m.subject}
}

func (m *RetractStatement) change(_ context.Context, v *view.View) (graph.Change, error) {
	s, found := v.FindStatement(m.ID)
	if !found {
		return graph.Change{}, m.unknown()
	}
	m.statement, m.evidence = v.Statement(s), v.Evidence(nil, s)
	if err := checkRelation(m.statement.Relation); err != nil {
		return graph.Change{}, err
	}
	c := graph.Change{Retract: v.AssertionsOf(nil, s)}
	return c, checkNameless(v, m.statement.Subject, c.Retract)
}
