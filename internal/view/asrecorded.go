package view

import (
	"cmp"
	"iter"
	"slices"
	"strings"

	"github.com/wasl-graph/wasl/graph"
)

// Recorded says whether the view holds an assertion, and which change recorded it first. It is what the writer asks. Ids of
// entities that were merged count as those of the entities that answer for them.
func (v *View) Recorded(a graph.Assertion) (change uint32, found bool) {
	if v.merged == nil {
		proof, found := v.proofOf(a.Key())
		if !found {
			return 0, false
		}
		return v.table.proofs.list[proof].change, true
	}
	list := v.AsRecorded(a)
	for i, have := range list {
		if i == 0 || have.Evidence.Change < change {
			change = have.Evidence.Change
		}
	}
	return change, len(list) > 0
}

// AsRecorded lists the assertions of the record, with the numbers of their changes, that are read as this one, or would be but
// that a label is now another label, or that its ends are one entity now.
func (v *View) AsRecorded(a graph.Assertion) []graph.Assertion {
	key := v.asRead(a.Key())
	var list []graph.Assertion
	if proof, found := v.proofOf(key); found {
		list = v.originals(list, key, proof)
	}
	if v.merged == nil {
		return list
	}
	if key.Relation == graph.Label {
		other := key
		other.Relation = graph.AlternativeLabel
		if proof, found := v.proofOf(other); found {
			turned := v.originals(nil, other, proof)
			list = append(list, slices.DeleteFunc(turned, func(a graph.Assertion) bool { return a.Relation != graph.Label })...)
		}
	}
	for _, have := range v.merged.apart {
		if v.asRead(have.Key()) == key {
			list = append(list, have)
		}
	}
	return list
}

// AssertionsAsRecorded yields everything that the view holds with the ids under which it was recorded, in the order of
// [View.Assertions]; what is left out of those comes last.
func (v *View) AssertionsAsRecorded() iter.Seq[graph.Assertion] {
	if v.merged == nil {
		return v.Assertions()
	}
	return func(yield func(graph.Assertion) bool) {
		var list []graph.Assertion
		for i := range v.table.len() {
			list = v.asRecorded(list[:0], Statement{uint32(i)})
			for _, a := range list {
				if !yield(a) {
					return
				}
			}
		}
		for _, a := range v.merged.apart {
			if !yield(a) {
				return
			}
		}
	}
}

// asRecorded appends a statement's assertions as they were recorded.
func (v *View) asRecorded(dst []graph.Assertion, s Statement) []graph.Assertion {
	read := v.Statement(s)
	start, end := v.table.proofs.span(s.index)
	for proof := start; proof < end; proof++ {
		dst = v.originals(dst, v.assertion(read, v.table.proofs.list[proof]), proof)
	}
	return dst
}

// originals appends the assertions that are read as one with this evidence.
func (v *View) originals(dst []graph.Assertion, read graph.Assertion, proof uint32) []graph.Assertion {
	read.Evidence.Change = v.table.proofs.list[proof].change
	var origins []origin
	if v.merged != nil {
		origins = v.merged.originsOf(proof)
	}
	if len(origins) == 0 {
		return append(dst, read)
	}
	for _, o := range origins {
		a := read
		a.Relation, a.Evidence.Change = o.relation, o.change
		a.Subject = v.merged.id(o.subject, a.Subject)
		a.Object.Entity = v.merged.id(o.object, a.Object.Entity)
		a.Evidence.Printed.Affiliation = v.merged.id(o.affiliation, a.Evidence.Printed.Affiliation)
		dst = append(dst, a)
	}
	return dst
}

// id is the id that was recorded, where this one is read.
func (m *merged) id(place uint32, read graph.ID) graph.ID {
	if place == 0 {
		return read
	}
	return m.list[place-1].Loser
}

// asRead is an assertion with the ids of what answers for them.
func (v *View) asRead(a graph.Assertion) graph.Assertion {
	if v.merged == nil {
		return a
	}
	a.Subject, a.Object.Entity = v.Winner(a.Subject), v.Winner(a.Object.Entity)
	a.Evidence.Printed.Affiliation = v.Winner(a.Evidence.Printed.Affiliation)
	return a
}

// proofOf finds the evidence of an assertion, which is given by its key and as it is read.
func (v *View) proofOf(a graph.Assertion) (proof uint32, found bool) {
	n, known := v.nodes.find(a.Subject)
	if !known {
		return 0, false
	}
	start, end := v.table.span(n, a.Relation)
	for i := start; i < end; i++ {
		have := graph.Statement{Subject: a.Subject, Relation: a.Relation, Object: v.object(Statement{i})}
		if have.Key() != a.Statement.Key() {
			continue
		}
		first, last := v.table.proofs.span(i)
		for proof := first; proof < last; proof++ {
			if v.assertion(have, v.table.proofs.list[proof]).Key() == a {
				return proof, true
			}
		}
	}
	return 0, false
}

// compareRecorded orders assertions of the record, of which no two are the same.
func compareRecorded(a, b graph.Assertion) int {
	e, f := a.Evidence, b.Evidence
	return cmp.Or(
		compareStatements(a.Statement, b.Statement), cmp.Compare(e.Change, f.Change), cmp.Compare(e.Source, f.Source),
		cmp.Compare(e.Method, f.Method), cmp.Compare(e.Rule, f.Rule), cmp.Compare(e.Place.Unit, f.Place.Unit),
		cmp.Compare(e.Place.Start, f.Place.Start), cmp.Compare(e.Place.End, f.Place.End), strings.Compare(e.Words, f.Words),
		cmp.Compare(e.Printed.Position, f.Printed.Position), strings.Compare(e.Printed.As, f.Printed.As),
		compareIDs(e.Printed.Affiliation, f.Printed.Affiliation), strings.Compare(e.Printed.AffiliationAs, f.Printed.AffiliationAs),
		cmp.Compare(a.Object.Text.Kind, b.Object.Text.Kind), cmp.Compare(a.Object.Text.Standing, b.Object.Text.Standing),
	)
}
