package view

import (
	"context"
	"slices"

	"github.com/wasl-graph/wasl/graph"
)

// crowd is the longest list of entities that lead to a single one by a relation, such as the reports about a frequent theme.
// At the edge of a neighbourhood nothing behind its members matters, and few of them are shown. So they are not looked at one
// by one, but counted together, and the first by label are picked out in one pass. Without any there is no crowd.
type crowd struct {
	of       Node
	relation graph.Relation
	list     []Node // ascending, all of one kind
}

const (
	crowdSize = 256 // from how many on a list is one
	crowdRest = 2   // how many times as many it has as there are other entities
)

// findCrowd finds the crowd around some entities, which are those before the last distance.
func (w *walk) findCrowd(frontier []Node, last bool) crowd {
	if !last || len(frontier) > crowdSize {
		return crowd{}
	}
	v, found, others := w.reader.View, crowd{}, len(w.seen)
	for _, n := range frontier {
		others += v.Degree(n)
		for _, r := range arriving[v.Kind(n)] {
			if list := v.incoming[r].of(n); w.relations[r] && len(list) > len(found.list) {
				found = crowd{n, r, list}
			}
		}
	}
	list := found.list
	if len(list) < crowdSize || v.Kind(list[0]) != v.Kind(list[len(list)-1]) || !w.takes(list[0]) || (others-len(list))*crowdRest > len(list) {
		return crowd{}
	}
	return found
}

// is says whether the crowd is the list of what leads to an entity by a relation.
func (c *crowd) is(n Node, r graph.Relation) bool {
	return c.list != nil && c.of == n && c.relation == r
}

// outside counts the members that are not reached otherwise. Those that are reached at the same distance may be so by a
// later relation; they are now reached by that of the crowd.
func (c *crowd) outside(w *walk) int {
	count := len(c.list)
	if count == 0 {
		return 0
	}
	for _, n := range w.seen {
		if _, found := slices.BinarySearch(c.list, n); found {
			count--
			w.reach(n, c.relation)
		}
	}
	return count
}

// offer offers the members that are not reached otherwise.
func (c *crowd) offer(ctx context.Context, w *walk) error {
	if len(c.list) == 0 {
		return nil
	}
	if err := w.effort.spend(ctx, len(c.list)); err != nil {
		return err
	}
	base := keyBase(c.relation, w.reader.Kind(c.list[0]))
	rank, end := w.reader.order.rank, w.least.end(base)
	for _, n := range c.list {
		if place := rank[n]; place < end && w.marks[n].walk != w.walk {
			w.least.offer(base | uint64(place))
			end = w.least.end(base)
		}
	}
	return nil
}
