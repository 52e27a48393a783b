package view

import (
	"slices"
	"sort"

	"github.com/wasl-graph/wasl/graph"
)

// RelationCount is how many entities of a kind something is joined with by a relation, in either direction.
type RelationCount struct {
	Relation graph.Relation
	Kind     graph.Kind
	Count    int
}

// Available counts what an entity is joined with, by relation and kind, without looking at it: the cost goes with the number
// of the relations and of the entity's own statements.
func (v *View) Available(n Node) []RelationCount {
	var list []RelationCount
	var objects []Node
	for _, r := range graph.Relations() {
		if !joining[r] {
			continue
		}
		subjects := v.Subjects(n, r)
		_, own := slices.BinarySearch(subjects, n)
		objects = slices.DeleteFunc(v.Objects(objects[:0], n, r), func(o Node) bool {
			_, both := slices.BinarySearch(subjects, o)
			return both || o == n
		})
		for _, k := range graph.Kinds() {
			count := v.countOf(k, subjects)
			for _, o := range objects {
				if v.Kind(o) == k {
					count++
				}
			}
			if own && v.Kind(n) == k {
				count--
			}
			if count > 0 {
				list = append(list, RelationCount{r, k, count})
			}
		}
	}
	return list
}

// countOf counts the nodes of a kind in an ascending list.
func (v *View) countOf(k graph.Kind, list []Node) int {
	before := func(n Node) int { return sort.Search(len(list), func(i int) bool { return list[i] >= n }) }
	return before(v.nodes.first[k+1]) - before(v.nodes.first[k])
}
