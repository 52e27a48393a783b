package handles

import (
	"slices"
	"time"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/view"
)

// Statement is one fact with what it rests on.
type Statement struct {
	s         *Session
	statement graph.Statement
	evidence  []graph.Evidence
	partial   bool // the evidence is that of one change, not all there is
}

// Statements is a page of the facts that have the entity as their subject.
func (e entity) Statements(relation *Relation, first *int32, after *string, last *int32, before *string) (StatementConnection, error) {
	var only []graph.Relation
	if relation != nil {
		only = []graph.Relation{graph.Relation(*relation)}
	}
	found := e.statements(only...)
	list := listed(found, func(st view.Statement) string { return view.StatementID(e.s.view.Statement(st)) })
	return page(Window{first, after, last, before}, e.s.newScope(e.ID()+".statements", only), list, e.s.statement)
}

// listed is a listing of items that are known by an id and, should it be gone, by where they stood.
func listed[I any](items []I, id func(I) string) listing[I] {
	return listing[I]{
		length: len(items),
		slice:  func(lo, hi int) []I { return items[lo:hi] },
		key:    func(item I, index int) key { return key{ID: id(item), Number: uint64(index)} },
		before: func(k key) (int, bool) {
			if i := slices.IndexFunc(items, func(item I) bool { return id(item) == k.ID }); i >= 0 {
				return i, true
			}
			return int(min(k.Number, uint64(len(items)))), false
		},
	}
}

func (s *Session) statement(st view.Statement) Statement {
	return Statement{s: s, statement: s.view.Statement(st), evidence: s.view.Evidence(nil, st)}
}

// ID is the statement's stable name.
func (t Statement) ID() string { return view.StatementID(t.statement) }

// Subject is what the fact is about.
func (t Statement) Subject() Entity { return t.s.entityByID(t.statement.Subject) }

// Relation is how subject and object hang together.
func (t Statement) Relation() Relation { return Relation(t.statement.Relation) }

// Label is the relation in words.
func (t Statement) Label(languages []LanguageTag) Text {
	return t.s.written(languages, t.statement.Relation.Labels())
}

// StatementObject is an entity, a text or a date.
type StatementObject interface{ isObject() }

// Object is what is said of the subject.
func (t Statement) Object() StatementObject {
	o := t.statement.Object
	switch o.Form() {
	case graph.ToEntity:
		return EntityObject{t.s.entityByID(o.Entity)}
	case graph.ToDate:
		return DateObject{Date(o.Date)}
	}
	text := Text{text: o.Text}
	if len(t.evidence) > 0 {
		text.source = func() *Source { return t.s.source(t.evidence[0].Source) }
	}
	return TextObject{text}
}

// EntityObject is an object that is an entity.
type EntityObject struct{ Entity Entity }

// TextObject is an object that is a text.
type TextObject struct{ Text Text }

// DateObject is an object that is a date.
type DateObject struct{ Date Date }

func (EntityObject) isObject() {}
func (TextObject) isObject()   {}
func (DateObject) isObject()   {}

// Evidence is what the fact rests on.
func (t Statement) Evidence() []Evidence {
	list := make([]Evidence, len(t.evidence))
	for i, e := range t.evidence {
		list[i] = Evidence{t.s, e}
	}
	return list
}

// RecordedAt is when the graph first took the fact in.
func (t Statement) RecordedAt() DateTime {
	evidence := t.evidence
	if t.partial {
		if st, found := t.s.view.FindStatement(t.ID()); found {
			evidence = t.s.view.Evidence(slices.Clone(evidence), st)
		}
	}
	var first time.Time
	for _, e := range evidence {
		if change, found := t.s.view.Change(e.Change); found && (first.IsZero() || change.Time.Before(first)) {
			first = change.Time
		}
	}
	return DateTime(first)
}
