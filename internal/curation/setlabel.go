package curation

import (
	"context"
	"strings"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/view"
)

// SetLabel gives an entity its label in a language. A label in that language gives way. When the value is the label already,
// its standing changes, and what it rests on stays. When it is an alternative label, it is no longer that as well.
type SetLabel struct {
	Entity   string // its id
	Language graph.Tag
	Value    string // on one line, at most 1,000 characters
	Standing graph.LabelStanding

	id graph.ID
}

func (m *SetLabel) check(context.Context, *view.View) (err error) {
	if m.id, err = identified("entity", m.Entity); err != nil {
		return err
	}
	m.Value, err = line("value", m.Value, maxLine)
	return err
}

func (m *SetLabel) concerns() []graph.ID { return []graph.ID{m.id} }

func (m *SetLabel) change(_ context.Context, v *view.View) (graph.Change, error) {
	n, err := known(v, "entity", m.id)
	if err != nil {
		return graph.Change{}, err
	}
	if err := m.hidden(v, n); err != nil {
		return graph.Change{}, err
	}
	c := m.label(v, n)
	for _, a := range own(v, n, graph.AlternativeLabel) {
		if a.Object.Text.Language == m.Language && strings.EqualFold(a.Object.Text.Value, m.Value) {
			c.Retract = append(c.Retract, a)
		}
	}
	return c, nil
}

// label is what happens to the labels in the language. The new one is of the kind of the one in whose place it comes; without
// one, the first label of an entity is an original and any other a translation.
func (m *SetLabel) label(v *view.View, n view.Node) graph.Change {
	text := graph.Text{Value: m.Value, Language: m.Language, Kind: graph.Translated, Standing: m.Standing}
	if len(v.StatementsOf(nil, n, graph.Label)) == 0 {
		text.Kind = graph.Original
	}
	var c graph.Change
	replaces, there := false, false
	for _, a := range own(v, n, graph.Label) {
		have := a.Object.Text
		if have.Language != m.Language {
			continue
		}
		if !replaces {
			text.Kind, replaces = have.Kind, true
		}
		switch {
		case have.Value != m.Value:
			c.Retract = append(c.Retract, a)
			continue
		case have.Standing != m.Standing:
			c.Retract = append(c.Retract, a)
			a.Object.Text.Standing = m.Standing
			c.Assert = append(c.Assert, a.Key())
		}
		there = true
	}
	if !there {
		s := graph.Statement{Subject: v.ID(n), Relation: graph.Label, Object: graph.Object{Text: text}}
		c.Assert = append(c.Assert, graph.Assertion{Statement: s, Evidence: entered()})
	}
	return c
}

// hidden refuses a label that is never to be shown.
func (m *SetLabel) hidden(v *view.View, n view.Node) error {
	for _, t := range v.Texts(nil, n, graph.HiddenLabel) {
		if t.Language == m.Language && strings.EqualFold(t.Value, m.Value) {
			return nameTaken("value", m.Value, v.ID(n), graph.HiddenLabel)
		}
	}
	return nil
}
