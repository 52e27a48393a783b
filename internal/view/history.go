package view

import (
	"slices"

	"github.com/wasl-graph/wasl/graph"
)

// Change returns the change with this number.
func (v *View) Change(number uint32) (graph.Recorded, bool) {
	i, found := slices.BinarySearchFunc(v.changes, number, func(c graph.Recorded, n uint32) int {
		return int(int64(c.Revision.Number) - int64(n))
	})
	if !found {
		return graph.Recorded{}, false
	}
	return v.changes[i], true
}

// Asserted lists what a change asserted, as it was recorded, whether it is still there or not: by subject, relation and
// object. Its cost is one pass over all evidence.
func (v *View) Asserted(number uint32) []graph.Assertion {
	list := v.stillAsserted(number)
	for _, later := range v.changes {
		for _, a := range later.Retracted {
			if a.Evidence.Change == number {
				list = append(list, a)
			}
		}
	}
	slices.SortStableFunc(list, func(a, b graph.Assertion) int { return compareStatements(a.Statement, b.Statement) })
	return list
}

// stillAsserted is what of it is still there.
func (v *View) stillAsserted(number uint32) []graph.Assertion {
	var list []graph.Assertion
	if v.merged != nil {
		for a := range v.AssertionsAsRecorded() {
			if a.Evidence.Change == number {
				list = append(list, a)
			}
		}
		return list
	}
	for i := range v.table.len() {
		for _, e := range v.table.proofs.of(uint32(i)) {
			if e.change == number {
				list = append(list, v.assertion(v.Statement(Statement{uint32(i)}), e))
			}
		}
	}
	return list
}

// Retracted lists what a change took away, as it was recorded, by subject, relation and object.
func (v *View) Retracted(number uint32) []graph.Assertion {
	change, _ := v.Change(number)
	list := slices.Clone(change.Retracted)
	slices.SortStableFunc(list, func(a, b graph.Assertion) int { return compareStatements(a.Statement, b.Statement) })
	return list
}

// History lists the changes that asserted or retracted something of an entity, or of one that was merged into it, the newest
// first. Those that merged it or split it off are among them, on either side.
func (v *View) History(n Node) []graph.Recorded {
	touched := map[uint32]bool{}
	v.touching(touched, n)
	ids := v.idsOf(n)
	for _, change := range v.changes {
		for i := range change.Retracted {
			if a := &change.Retracted[i]; concerns(a, ids) {
				touched[change.Revision.Number], touched[a.Evidence.Change] = true, true
			}
		}
	}
	var list []graph.Recorded
	for _, change := range slices.Backward(v.changes) {
		if touched[change.Revision.Number] {
			list = append(list, change)
		}
	}
	return list
}

// touching adds the changes by which that stands recorded which is read of an entity.
func (v *View) touching(touched map[uint32]bool, n Node) {
	for _, s := range v.StatementsOf(nil, n) {
		for _, e := range v.table.proofs.of(s.index) {
			touched[e.change] = true
		}
	}
	if v.merged == nil {
		return
	}
	for _, s := range v.StatementsOf(nil, n) {
		for _, a := range v.asRecorded(nil, s) {
			touched[a.Evidence.Change] = true
		}
	}
	for _, a := range v.merged.apart {
		if v.Winner(a.Subject) == v.ID(n) {
			touched[a.Evidence.Change] = true
		}
	}
}

// idsOf are the ids that an entity answers for: its own, and those of what was merged into it.
func (v *View) idsOf(n Node) []graph.ID {
	ids := []graph.ID{v.ID(n)}
	for _, m := range v.Merged() {
		if m.Final == ids[0] {
			ids = append(ids, m.Loser)
		}
	}
	return ids
}

// concerns says whether an assertion speaks of one of some ids, or merges it into another.
func concerns(a *graph.Assertion, ids []graph.ID) bool {
	return slices.Contains(ids, a.Subject) || a.Relation == graph.Replaces && slices.Contains(ids, graph.ID(a.Object.Text.Value))
}
