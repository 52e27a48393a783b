package view

import "github.com/wasl-graph/wasl/graph"

// AssertionsOf appends a statement together with each piece of evidence for it, the surest first. A text has in each the
// kind and standing that this evidence gives it.
func (v *View) AssertionsOf(dst []graph.Assertion, s Statement) []graph.Assertion {
	statement := v.Statement(s)
	for _, e := range v.table.proofs.of(s.index) {
		dst = append(dst, v.assertion(statement, e))
	}
	return dst
}
