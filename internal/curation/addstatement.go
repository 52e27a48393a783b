package curation

import (
	"context"
	"slices"
	"strings"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/view"
)

// AddStatement makes one more statement, or gives one that is made already more evidence. Subject and object must be there
// already; only a label makes a new entity.
type AddStatement struct {
	Subject  string // its id
	Relation graph.Relation
	Object   Object
	// Source is the id of the source that says so; "" for nobody but the curator.
	Source string
	// Quote is the words of the source; they must stand in it exactly so where its text is kept. "" for none.
	Quote string
	// Texts is where quoted texts are kept.
	Texts Texts

	subject   graph.ID
	object    graph.Object
	source    graph.SourceID
	quote     quotation
	statement graph.Statement
	added     graph.Assertion
}

// Added is what was added, with the ids that are recorded. It is there once the proposal was accepted.
func (m *AddStatement) Added() graph.Assertion { return m.added }

func (m *AddStatement) check(ctx context.Context, v *view.View) (err error) {
	if m.subject, err = identified("subject", m.Subject); err != nil {
		return err
	}
	if err := checkRelation(m.Relation); err != nil {
		return err
	}
	if kind := m.subject.Kind(); !m.Relation.Subject(kind) {
		return graph.Invalid("subject", m.Subject, graph.ExpectOtherSubject(kind))
	}
	if m.object, err = m.Object.of(m.Relation); err != nil {
		return err
	}
	return m.checkEvidence(ctx, v)
}

// checkRelation refuses what has mutations of its own.
func checkRelation(r graph.Relation) error {
	if r != graph.Replaces {
		return nil
	}
	return graph.NewError(graph.BadInput, "curation.merge",
		"{relation} is not changed by itself; mergeEntities and splitEntity do that", graph.Params{"relation": r.String()})
}

// checkEvidence reads the source and the quotation. A text is looked through before the change has its turn: it may be long.
func (m *AddStatement) checkEvidence(ctx context.Context, v *view.View) (err error) {
	m.source = ownSource
	if m.Source != "" {
		if m.source, err = graph.ParseSourceID(m.Source); err != nil {
			return err
		}
	}
	if m.Quote != "" {
		if m.Source == "" {
			return graph.NewError(graph.BadInput, "curation.quote.source",
				"{argument}: a quotation needs the source that the words are from", graph.Params{"argument": "quote"})
		}
		if _, err := prose("quote", m.Quote, maxQuote); err != nil {
			return err
		}
		m.quote = quotation{words: strings.TrimSpace(m.Quote), texts: m.Texts}
	}
	_, err = m.evidence(ctx, v)
	return err
}

// evidence is what the statement rests on.
func (m *AddStatement) evidence(ctx context.Context, v *view.View) (graph.Evidence, error) {
	source, found := v.Source(m.source)
	if !found && m.source == ownSource {
		source, found = curation(), true
	}
	if !found {
		return graph.Evidence{}, graph.NewError(graph.NotFound, "source.unknown",
			`{argument}: there is no source "{value}"`, graph.Params{"argument": "source", "value": string(m.source)})
	}
	return m.quote.in(ctx, source)
}

func (m *AddStatement) concerns() []graph.ID {
	switch {
	case upward(m.Relation):
		return nil // all that lies above is looked at
	case m.object.Entity != "":
		return []graph.ID{m.subject, m.object.Entity}
	}
	return []graph.ID{m.subject}
}

func (m *AddStatement) change(ctx context.Context, v *view.View) (graph.Change, error) {
	m.statement = graph.Statement{Subject: m.subject, Relation: m.Relation, Object: m.object}
	if err := m.meet(v); err != nil {
		return graph.Change{}, err
	}
	evidence, err := m.evidence(ctx, v)
	if err != nil {
		return graph.Change{}, err
	}
	m.added = graph.Assertion{Statement: m.statement, Evidence: evidence}
	return graph.Change{Assert: []graph.Assertion{m.added}}, m.added.Check()
}

// meet finds the entities of the statement in the graph, and holds the statement against what is there of them.
func (m *AddStatement) meet(v *view.View) error {
	n, found := v.Find(m.subject)
	if !found && m.Relation != graph.Label {
		_, err := known(v, "subject", m.subject)
		return err
	}
	if found {
		m.statement.Subject = v.ID(n)
	}
	if slices.Contains(nameRelations, m.Relation) {
		return m.meetName(v, n, found)
	}
	if m.object.Entity == "" {
		return nil
	}
	object, err := known(v, "object.entity", m.object.Entity)
	if err != nil {
		return err
	}
	m.statement.Object.Entity = v.ID(object)
	return checkCircle(v, m.statement.Subject, m.Relation, object)
}

// meetName holds a name against those of its entity, which may not be there yet.
func (m *AddStatement) meetName(v *view.View, n view.Node, found bool) error {
	if found {
		if err := checkName(v, n, m.Relation, m.object.Text); err != nil {
			return err
		}
	}
	nameless := !found || len(v.StatementsOf(nil, n, graph.Label)) == 0
	if nameless && m.Relation == graph.Label && m.subject.Kind() == graph.KindPerson {
		return checkPerson(m.object.Text.Value)
	}
	return nil
}
