package view

import (
	"context"

	"github.com/wasl-graph/wasl/graph"
)

// Above lists all that n leads to by a relation, over any number of steps, each once and n not among them.
func (v *View) Above(n Node, r graph.Relation) []Node {
	list, seen := []Node{n}, map[Node]bool{n: true}
	var next []Node
	for i := 0; i < len(list); i++ {
		next = v.Objects(next[:0], list[i], r)
		for _, above := range next {
			if !seen[above] {
				seen[above] = true
				list = append(list, above)
			}
		}
	}
	return list[1:]
}

// Below lists all that lead to n by a relation, over any number of steps, each once and n not among them.
func (v *View) Below(n Node, r graph.Relation) []Node { return v.closure(n, r, nil)[1:] }

// Contributors lists the entities of a kind that have part in one of the reports, each once, ascending. Its cost goes with
// the reports; a cancelled context ends it.
func (v *View) Contributors(ctx context.Context, s Set, k graph.Kind) ([]Node, error) {
	agents := &v.reports.values[graph.ByPerson]
	return v.gather(ctx, s, func(dst []Node, n Node) []Node {
		for _, agent := range agents.of(n) {
			if v.Kind(agent) == k {
				dst = append(dst, agent)
			}
		}
		return dst
	})
}

// Reached lists the entities to which one of the reports leads by a relation, each once, ascending. Its cost goes with the
// reports; a cancelled context ends it.
func (v *View) Reached(ctx context.Context, s Set, r graph.Relation) ([]Node, error) {
	return v.gather(ctx, s, func(dst []Node, n Node) []Node { return v.Objects(dst, n, r) })
}

func (v *View) gather(ctx context.Context, s Set, add func(dst []Node, n Node) []Node) ([]Node, error) {
	marks := make([]bool, v.nodes.len())
	var found []Node
	steps := 0
	s.each(func(n Node) bool {
		found = add(found[:0], n)
		for _, m := range found {
			marks[m] = true
		}
		steps++
		return steps%4096 != 0 || ctx.Err() == nil
	})
	var list []Node
	for m, marked := range marks {
		if marked {
			list = append(list, Node(m))
		}
	}
	return list, ctx.Err()
}
