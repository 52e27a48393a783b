package handles

import (
	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/view"
)

// Sizes of a page.
const (
	defaultPage = 20
	maxPage     = 100
)

// Window is which part of a list is asked for: the four arguments of every list.
type Window struct {
	First  *int32
	After  *string
	Last   *int32
	Before *string
}

// Page is one part of a list. It is the connection type of every kind of item.
type Page[T any] struct {
	Nodes      []T
	cursors    []string
	TotalCount int32
	PageInfo   PageInfo
}

// Edge is one item of a page with its cursor.
type Edge[T any] struct {
	Cursor string
	Node   T
}

// Edges are the items with their cursors.
func (p Page[T]) Edges() []Edge[T] {
	edges := make([]Edge[T], len(p.Nodes))
	for i, node := range p.Nodes {
		edges[i] = Edge[T]{p.cursors[i], node}
	}
	return edges
}

// PageInfo says where a page stands in its list.
type PageInfo struct {
	HasNextPage     bool
	HasPreviousPage bool
	StartCursor     *string
	EndCursor       *string
}

// listing is an ordered list that pages are cut from.
type listing[I any] struct {
	length int
	slice  func(lo, hi int) []I
	// key is the place of an item, for its cursor; index is where it stands now.
	key func(item I, index int) key
	// before counts the items that stand strictly before a place, and says whether the next one stands at it.
	before func(key) (count int, at bool)
}

// page cuts a page out of a list. The scope names the list with all its arguments: a cursor of another scope is refused.
func page[I, T any](w Window, s scope, l listing[I], wrap func(I) T) (Page[T], error) {
	size, backwards, err := w.size()
	if err != nil {
		return Page[T]{}, err
	}
	lo, hi, err := w.bounds(s, l.length, l.before)
	if err != nil {
		return Page[T]{}, err
	}
	if backwards {
		lo = max(lo, hi-size)
	} else {
		hi = min(hi, lo+size)
	}
	hi = max(lo, hi)
	if !s.session.spend(hi - lo) {
		hi = lo
	}
	items := l.slice(lo, hi)
	p := Page[T]{Nodes: make([]T, len(items)), cursors: make([]string, len(items)), TotalCount: int32(l.length)}
	for i, item := range items {
		p.Nodes[i] = wrap(item)
		p.cursors[i] = s.cursor(l.key(item, lo+i))
	}
	p.PageInfo = PageInfo{HasPreviousPage: lo > 0, HasNextPage: hi < l.length}
	if n := len(items); n > 0 {
		p.PageInfo.StartCursor, p.PageInfo.EndCursor = &p.cursors[0], &p.cursors[n-1]
	}
	return p, nil
}

// size is how many items are asked for, and whether from the end.
func (w Window) size() (size int, backwards bool, err error) {
	if w.First != nil && w.Last != nil {
		return 0, false, graph.NewError(graph.BadInput, "page.both",
			"{argument} can't be given together: ask for one of them, from {min} to {max}",
			graph.Params{"argument": "first, last", "min": 1, "max": maxPage})
	}
	if w.Last != nil {
		size, err = limited("last", *w.Last)
		return size, true, err
	}
	if w.First != nil {
		size, err = limited("first", *w.First)
		return size, false, err
	}
	return defaultPage, false, nil
}

// limited checks the number of items that an argument asks for.
func limited(argument string, n int32) (int, error) {
	if n < 1 || n > maxPage {
		return 0, OutOfRange(argument, int(n))
	}
	return int(n), nil
}

// OutOfRange is the error for a number that an argument can't have. Every number in the schema is a page's size, but for
// those of [view.PathQuery] and [view.NeighbourhoodQuery].
func OutOfRange(argument string, value int) *graph.Error {
	highest := maxPage
	switch argument {
	case "maxLength":
		highest = view.MaxPathLength
	case "depth":
		highest = view.MaxNeighbourhoodDepth
	case "limit":
		highest = view.MaxNeighbourhood
	}
	return graph.NewError(graph.BadInput, "page.range",
		"{argument}: {value} is not possible; it must be from {min} to {max}",
		graph.Params{"argument": argument, "value": value, "min": 1, "max": highest})
}

// bounds are the part of the list between the two cursors.
func (w Window) bounds(s scope, length int, before func(key) (int, bool)) (lo, hi int, err error) {
	hi = length
	if w.After != nil {
		k, err := s.open("after", *w.After)
		if err != nil {
			return 0, 0, err
		}
		count, at := before(k)
		if lo = count; at {
			lo++
		}
	}
	if w.Before != nil {
		k, err := s.open("before", *w.Before)
		if err != nil {
			return 0, 0, err
		}
		count, _ := before(k)
		hi = min(hi, count)
	}
	return lo, hi, nil
}
