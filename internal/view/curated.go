package view

import (
	"slices"

	"github.com/wasl-graph/wasl/graph"
)

// Curation is what curators have decided about what a source says. Its cost is one pass over all evidence where they decided
// anything.
func (v *View) Curation(source graph.SourceID) graph.Curation {
	asserted := v.assertedByCurators()
	if asserted == nil {
		return graph.Curation{}
	}
	decided := decisions{}
	for i := range v.changes {
		if c := &v.changes[i]; c.Curated {
			decided.take(source, c.Retracted, asserted[c.Revision.Number])
		}
	}
	return decided.curation()
}

// assertedByCurators is what each change of a curator asserted, whether it is still there or not; nil when there is no such change.
func (v *View) assertedByCurators() map[uint32][]graph.Assertion {
	var asserted map[uint32][]graph.Assertion
	for i := range v.changes {
		if v.changes[i].Curated {
			if asserted == nil {
				asserted = map[uint32][]graph.Assertion{}
			}
			asserted[v.changes[i].Revision.Number] = nil
		}
	}
	if asserted == nil {
		return nil
	}
	enter := func(a graph.Assertion) {
		if list, curated := asserted[a.Evidence.Change]; curated {
			asserted[a.Evidence.Change] = append(list, a)
		}
	}
	for a := range v.AssertionsAsRecorded() {
		enter(a)
	}
	for i := range v.changes {
		for _, a := range v.changes[i].Retracted {
			enter(a)
		}
	}
	return asserted
}

// decisions are what curators decided about each statement, by its key.
type decisions map[graph.Statement]*decision

// decision is what they decided about one statement.
type decision struct {
	said map[graph.Statement]*saying // what of the source they took back once, by its kind and standing
	kept []graph.Statement           // as they made it last with the source as evidence
}

// saying is how the source said it.
type saying struct {
	last graph.Assertion
	away bool // nobody has brought it back
}

func (d decisions) of(s graph.Statement) *decision {
	key := s.Key()
	if d[key] == nil {
		d[key] = &decision{said: map[graph.Statement]*saying{}}
	}
	return d[key]
}

// take enters one change. What it takes back and asserts with another kind or standing is brought back with these alone.
func (d decisions) take(source graph.SourceID, retracted, asserted []graph.Assertion) {
	changed := map[*decision]bool{}
	for _, a := range retracted {
		s := d.of(a.Statement)
		if a.Evidence.Source == source {
			s.said[a.Statement] = &saying{last: a}
		}
		for _, said := range s.said {
			said.away = true
		}
		s.kept, changed[s] = nil, true
	}
	for _, a := range asserted {
		s := d.of(a.Statement)
		for as, said := range s.said {
			said.away = said.away && changed[s] && as != a.Statement
		}
		if a.Evidence.Source == source {
			s.kept = append(s.kept, a.Statement)
		}
	}
}

// curation is what all changes come to, in an order of its own.
func (d decisions) curation() graph.Curation {
	var c graph.Curation
	for _, s := range d {
		for _, said := range s.said {
			c.Withdrawn = append(c.Withdrawn, graph.Withdrawal{Assertion: said.last, Restored: !said.away})
		}
		c.Kept = append(c.Kept, s.kept...)
	}
	slices.SortFunc(c.Withdrawn, func(a, b graph.Withdrawal) int { return compareRecorded(a.Assertion, b.Assertion) })
	slices.SortFunc(c.Kept, func(a, b graph.Statement) int {
		return compareRecorded(graph.Assertion{Statement: a}, graph.Assertion{Statement: b})
	})
	c.Kept = slices.Compact(c.Kept)
	return c
}
