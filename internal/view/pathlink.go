package view

import (
	"slices"

	"github.com/wasl-graph/wasl/graph"
)

// link is one step along a statement: from an entity to another one, or against the statement's direction.
type link struct {
	to       Node
	relation graph.Relation
	reversed bool // the statement leads from there to here
}

// relationSet says of each relation whether it is meant. It has a place for every number, so that looking needs no check.
type relationSet [256]bool

// joining are the relations that lead to entities.
var joining = func() *relationSet {
	set := new(relationSet)
	for _, r := range graph.Relations() {
		set[r] = r.Form() == graph.ToEntity
	}
	return set
}()

// arriving lists by kind the relations that may lead to an entity of it.
var arriving = func() [][]graph.Relation {
	list := make([][]graph.Relation, len(graph.Kinds()))
	for _, k := range graph.Kinds() {
		for _, r := range graph.Relations() {
			if r.Object(k) {
				list[k] = append(list[k], r)
			}
		}
	}
	return list
}()

// appendLinks appends all links of an entity: first those along its own statements, then those against the statements of
// others, both in the order of the relations. A statement of an entity about itself is no link.
func (v *View) appendLinks(dst []link, n Node) []link {
	start, end := v.table.of(n)
	objects := v.table.objects[start:end]
	for i, r := range v.table.relations[start:end] {
		if o := objects[i]; joining[r] && o&textBit == 0 && Node(o) != n {
			dst = append(dst, link{to: Node(o), relation: r})
		}
	}
	for _, r := range arriving[v.Kind(n)] {
		for _, s := range v.incoming[r].of(n) {
			if s != n {
				dst = append(dst, link{to: s, relation: r, reversed: true})
			}
		}
	}
	return dst
}

// countLinks counts the links of every node, and its statements.
func (v *View) countLinks() {
	v.degrees = make([]uint32, v.nodes.len())
	for n := range Node(v.nodes.len()) {
		start, end := v.table.of(n)
		v.widest = max(v.widest, int(end-start))
		for i := start; i < end; i++ {
			if o := v.table.objects[i]; joining[v.table.relations[i]] && o&textBit == 0 && Node(o) != n {
				v.degrees[n]++
				v.degrees[o]++
				v.links++
			}
		}
	}
}

// Degree is how many statements lead from an entity to others, or from others to it.
func (v *View) Degree(n Node) int { return int(v.degrees[n]) }

// between lists the statements that lead from one entity to another, in the order of the relations.
func (v *View) between(subject, object Node) []Statement {
	var list []Statement
	start, end := v.table.of(subject)
	for i := start; i < end; i++ {
		if joining[v.table.relations[i]] && v.table.objects[i] == uint32(object) {
			list = append(list, Statement{i})
		}
	}
	slices.SortStableFunc(list, func(a, b Statement) int { return int(v.table.relations[a.index]) - int(v.table.relations[b.index]) })
	return list
}
