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

// Asserted lists what a change asserted, whether it is still there or not, by subject, relation and object. Its cost is
// one pass over all evidence.
func (v *View) Asserted(number uint32) []graph.Assertion {
	var list []graph.Assertion
	for i := range v.table.len() {
		for _, e := range v.table.proofs.of(uint32(i)) {
			if e.change == number {
				list = append(list, v.assertion(v.Statement(Statement{uint32(i)}), e))
			}
		}
	}
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

// Retracted lists what a change took away, by subject, relation and object.
func (v *View) Retracted(number uint32) []graph.Assertion {
	change, _ := v.Change(number)
	list := slices.Clone(change.Retracted)
	slices.SortStableFunc(list, func(a, b graph.Assertion) int { return compareStatements(a.Statement, b.Statement) })
	return list
}

// History lists the changes that asserted or retracted something of an entity, the newest first.
func (v *View) History(n Node) []graph.Recorded {
	touched := map[uint32]bool{}
	for _, s := range v.StatementsOf(nil, n) {
		for _, e := range v.table.proofs.of(s.index) {
			touched[e.change] = true
		}
	}
	id := v.ID(n)
	for _, change := range v.changes {
		for _, a := range change.Retracted {
			if a.Subject == id {
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
