package search

import (
	"slices"

	"github.com/RoaringBitmap/roaring/v2"

	"github.com/wasl-graph/wasl/internal/view"
)

// ranking puts the nodes that meet a query into their order, piece by piece: what nobody looks at is not ranked.
type ranking struct {
	units  []*unit
	cells  []cell // not ranked yet, the most points first; only for one or two units
	ranked []ranked
	full   bool // everything is ranked

	// Of the cells that are being ranked:
	points  int
	current *roaring.Bitmap
	rest    roaring.IntPeekable
	done    *roaring.Bitmap // what was in the cells before them
}

// ranked is a node with its points.
type ranked struct {
	node   view.Node
	points int
}

// cell is the nodes that meet the first unit in some points and the second one in others.
type cell struct{ points, first, second int }

func newRanking(units []*unit) *ranking {
	r := &ranking{units: units}
	switch len(units) {
	case 1:
		for p := exactPoints; p > 0; p-- {
			if !units[0].layers.empty(p) {
				r.cells = append(r.cells, cell{p * units[0].layers.weight, p, 0})
			}
		}
	case 2:
		r.cells = pairs(units[0].layers, units[1].layers)
	}
	return r
}

// pairs are the cells of two units. A unit that is not met has no points: what meets enough of the others is found too.
func pairs(a, b *layers) []cell {
	var cells []cell
	for p := exactPoints; p >= 0; p-- {
		if p > 0 && a.empty(p) {
			continue
		}
		for q := exactPoints; q >= 0; q-- {
			if q == 0 && p == 0 || q > 0 && b.empty(q) {
				continue
			}
			cells = append(cells, cell{p*a.weight + q*b.weight, p, q})
		}
	}
	slices.SortStableFunc(cells, func(c, d cell) int { return d.points - c.points })
	return cells
}

// extend ranks on until so many nodes of the set are in order, or all.
func (r *ranking) extend(met *roaring.Bitmap, count int) {
	if len(r.units) == 0 || len(r.units) > 2 {
		if !r.full {
			r.rankAll(met)
			r.full = true
		}
		return
	}
	for len(r.ranked) < count {
		switch {
		case r.rest != nil && r.rest.HasNext():
			r.ranked = append(r.ranked, ranked{view.Node(r.rest.Next()), r.points})
		case len(r.cells) > 0:
			r.open(met)
		default:
			return
		}
	}
}

// open begins with the cells that have the most points now. What has been ranked with more is left out.
func (r *ranking) open(met *roaring.Bitmap) {
	next := r.next(met)
	if next == nil {
		next = roaring.New()
	}
	r.points = r.cells[0].points
	for len(r.cells) > 0 && r.cells[0].points == r.points {
		r.cells = r.cells[1:]
	}
	if r.current != nil {
		r.done = orNil(r.done, r.current)
	}
	if r.done != nil {
		next.AndNot(r.done)
	}
	r.current, r.rest = next, next.Iterator()
}

// next is a new set of what is in the cells with the most points.
func (r *ranking) next(met *roaring.Bitmap) *roaring.Bitmap {
	var sum *roaring.Bitmap
	for _, c := range r.cells {
		if c.points != r.cells[0].points {
			break
		}
		switch in := r.in(c, met); {
		case in == nil:
		case sum == nil:
			sum = in
		default:
			sum.Or(in)
		}
	}
	return sum
}

// in is a new set of what is in a cell, nil when it turns out to be empty.
func (r *ranking) in(c cell, met *roaring.Bitmap) *roaring.Bitmap {
	first := r.units[0].layers.at(c.first)
	if first == nil && c.first > 0 {
		return nil
	}
	if len(r.units) == 1 {
		return roaring.And(first, met)
	}
	second := r.units[1].layers.at(c.second)
	switch {
	case second == nil && c.second > 0:
		return nil
	case first == nil:
		return roaring.And(second, met)
	case second == nil:
		return roaring.And(first, met)
	}
	both := roaring.And(first, second)
	both.And(met)
	return both
}

// rankAll ranks everything at once: for each unit, the nodes of its layers from the lowest on get their points.
func (r *ranking) rankAll(met *roaring.Bitmap) {
	nodes := met.ToArray()
	total, best := make([]int, len(nodes)), make([]int, len(nodes))
	for _, u := range r.units {
		clear(best)
		for p := 1; p < len(u.layers.parts); p++ {
			if bits := u.layers.at(p); bits != nil {
				mark(best, nodes, roaring.And(bits, met), p)
			}
		}
		for i, p := range best {
			total[i] += p * u.layers.weight
		}
	}
	r.ranked = make([]ranked, len(nodes))
	for i, n := range nodes {
		r.ranked[i] = ranked{view.Node(n), total[i]}
	}
	slices.SortStableFunc(r.ranked, func(a, b ranked) int { return b.points - a.points })
}

// mark notes the points of some of the nodes; both are ascending.
func mark(best []int, nodes []uint32, some *roaring.Bitmap, points int) {
	i := 0
	for it := some.Iterator(); it.HasNext(); i++ {
		n := it.Next()
		for nodes[i] != n {
			i++
		}
		best[i] = points
	}
}
