package view

import (
	"fmt"

	"github.com/wasl-graph/wasl/graph"
)

// Check returns what a reader would stumble over: entities that others refer to without anything being said of them,
// entities without a label, and merges that can't be meant together.
func (v *View) Check() []error {
	var problems []error
	for n := range Node(v.nodes.len()) {
		switch {
		case v.table.ends[n] == v.table.ends[n+1]:
			problems = append(problems, fmt.Errorf("%s is referred to, but nothing is said of it", v.ID(n)))
		case len(v.table.objectsOf(n, graph.Label)) == 0:
			problems = append(problems, fmt.Errorf("%s has no label", v.ID(n)))
		}
	}
	for _, m := range v.disputed() {
		problems = append(problems, fmt.Errorf("%s REPLACES %s, but %s answers for it: this merge does not count", m.Winner, m.Loser, m.Final))
	}
	return problems
}
