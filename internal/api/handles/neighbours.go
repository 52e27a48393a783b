package handles

import (
	"context"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/view"
)

// The page of neighbours and its edges.
type (
	// NeighbourConnection is a page of neighbours.
	NeighbourConnection struct {
		Page[Neighbour]
	}
	// NeighbourEdge is one of them with its cursor.
	NeighbourEdge struct {
		Cursor string
		Neighbour
	}
)

// Nodes are the entities of the page.
func (c NeighbourConnection) Nodes() []Entity {
	list := make([]Entity, len(c.Page.Nodes))
	for i, n := range c.Page.Nodes {
		list[i] = n.Node()
	}
	return list
}

// Edges are the entities with what they share.
func (c NeighbourConnection) Edges() []NeighbourEdge {
	list := make([]NeighbourEdge, len(c.Page.Nodes))
	for i, e := range c.Page.Edges() {
		list[i] = NeighbourEdge{e.Cursor, e.Node}
	}
	return list
}

// Neighbours are the entities most connected with it.
func (e entity) Neighbours(ctx context.Context, kinds []EntityKind, relation *Relation, first *int32, after *string, last *int32, before *string) (NeighbourConnection, error) {
	options := view.NeighbourOptions{Kinds: kindsOf(kinds)}
	if relation != nil {
		r := graph.Relation(*relation)
		options.Relation = &r
	}
	var list view.NeighbourList
	if e.gone == "" {
		var err error
		if list, err = e.s.reader.Neighbours(ctx, e.n, options); err != nil {
			return NeighbourConnection{}, err
		}
	}
	// A list of kinds means the same in any order.
	scope := e.s.newScope(e.ID()+".neighbours", kindSet(options.Kinds), relation)
	p, err := page(Window{first, after, last, before}, scope, e.s.neighbourListing(ctx, list), func(n view.Neighbour) Neighbour {
		return Neighbour{e.s, list, n}
	})
	if err == nil {
		err = ctx.Err() // a list is cut short for no other reason
	}
	return NeighbourConnection{p}, err
}

func (s *Session) neighbourListing(ctx context.Context, list view.NeighbourList) listing[view.Neighbour] {
	slice := func(lo, hi int) []view.Neighbour {
		part, _ := list.Slice(ctx, lo, hi) // the context's error is asked for at the end
		return part
	}
	return listing[view.Neighbour]{
		length: list.Len(),
		slice:  slice,
		key: func(n view.Neighbour, _ int) key {
			return key{Number: uint64(n.Count), Label: s.reader.SortLabel(n.Node), ID: string(s.view.ID(n.Node))}
		},
		before: func(k key) (int, bool) {
			i := list.Position(int(min(k.Number, 1<<31)), k.Label, graph.ID(k.ID))
			next := slice(i, i+1)
			return i, len(next) > 0 && string(s.view.ID(next[0].Node)) == k.ID
		},
	}
}

// Neighbour is an entity that another one is connected with.
type Neighbour struct {
	s    *Session
	list view.NeighbourList
	n    view.Neighbour
}

// Node is the entity.
func (n Neighbour) Node() Entity { return n.s.Entity(n.n.Node) }

// Relation is what joins the two, or their reports with it.
func (n Neighbour) Relation() *Relation {
	if !n.n.HasRelation {
		return nil
	}
	r := Relation(n.n.Relation)
	return &r
}

// Count is how many reports they share.
func (n Neighbour) Count() int32 { return int32(n.n.Count) }

// SharedReports are reports that they share, the newest first.
func (n Neighbour) SharedReports(ctx context.Context, first *int32) ([]Report, error) {
	limit, err := limitedOr(3, "first", first)
	if err != nil {
		return nil, err
	}
	set, err := n.list.Shared(ctx, n.n.Node)
	if err != nil {
		return nil, err
	}
	shared := n.s.reader.Ordered(ctx, set, graph.NewestFirst)
	return each(n.s, shared.Slice(0, limit), func(e entity) Report { return Report{e} }), ctx.Err()
}
