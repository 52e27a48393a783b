package view

import (
	"context"
	"slices"

	"github.com/wasl-graph/wasl/graph"
)

// NeighbourList is the neighbours of an entity in order, of which pieces are taken: those with the most reports first, then
// in the order of the kinds, then by label. It may be shared between the request's goroutines.
type NeighbourList struct {
	reader  *Reader
	of      Node
	by      *graph.Relation
	reports Set // that the entity can share
	ranked  ranking
}

// Len is the number of neighbours.
func (l NeighbourList) Len() int { return len(l.ranked) }

// Slice returns the neighbours from the lo-th to before the hi-th. What lies outside of the list is left out. It takes one
// step for each neighbour of the list, and a few operations on sets of reports for each that it returns; a cancelled context
// ends it.
func (l NeighbourList) Slice(ctx context.Context, lo, hi int) ([]Neighbour, error) {
	lo, hi = max(lo, 0), min(hi, l.Len())
	if lo >= hi {
		return nil, ctx.Err()
	}
	list := make([]Neighbour, 0, hi-lo)
	for _, number := range l.ranked.top(hi)[lo:] {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		count, place := unrank(number)
		x := Neighbour{Node: l.reader.order.sorted[place], Count: int(count)}
		x.Relation, x.HasRelation = l.relation(x)
		list = append(list, x)
	}
	return list, nil
}

// relation is how a neighbour hangs together with the entity.
func (l NeighbourList) relation(x Neighbour) (graph.Relation, bool) {
	if l.by != nil {
		return *l.by, true
	}
	if r, joined := l.reader.joinedBy(l.of, x.Node); joined {
		return r, true
	}
	shared := l.shared(x.Node)
	for _, first := range shared.slice(nil, 0, 1) {
		for _, r := range l.reader.tieRelations(first, x.Node) {
			if ofReports(r) && intersect(shared, l.reader.leadingTo(x.Node, r)).Len() == x.Count {
				return r, true
			}
		}
	}
	return 0, false
}

// Position is the number of neighbours that stand before the place of one with this count, sort label (see
// [Reader.SortLabel]) and id. No such neighbour has to be there.
func (l NeighbourList) Position(count int, label string, id graph.ID) int {
	k := id.Kind()
	if !slices.Contains(graph.Kinds(), k) {
		return l.Len()
	}
	place := l.reader.Place(l.reader.Labelled(k), label, id)
	return l.ranked.before(rankOf(uint32(max(count, 0)), uint32(l.reader.nodes.first[k])+uint32(place)))
}

// Shared is the set of the reports that the entity shares with a neighbour; there are [Neighbour.Count] of them. Its cost is
// a few operations on sets of reports.
func (l NeighbourList) Shared(ctx context.Context, n Node) (Set, error) {
	if err := ctx.Err(); err != nil {
		return Set{}, err
	}
	return l.shared(n), nil
}

func (l NeighbourList) shared(n Node) Set {
	if l.by != nil && ofReports(*l.by) {
		return intersect(l.reports, l.reader.leadingBy(n, *l.by))
	}
	return intersect(l.reports, l.reader.comingUp(n))
}
