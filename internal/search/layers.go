package search

import (
	"slices"

	"github.com/RoaringBitmap/roaring/v2"

	"github.com/wasl-graph/wasl/internal/view"
)

// layers are the nodes that one part of a query is met by, by their points. A node may be in several; its highest counts.
type layers struct {
	parts    [exactPoints + 1]layer
	together *together // what meets several words, until it is asked for
	all      *roaring.Bitmap
	weight   int // the rarity of what is met
}

// layer is what is met in one number of points. It is put together when it is first asked for.
type layer struct {
	few    []uint32
	many   []*roaring.Bitmap
	merged *roaring.Bitmap
}

func (l *layers) addNodes(points int, nodes ...uint32) {
	part := &l.parts[points]
	part.few = append(part.few, nodes...)
}

func (l *layers) addBitmap(points int, bits *roaring.Bitmap) {
	part := &l.parts[points]
	part.many = append(part.many, bits)
}

// addSet adds a set of reports.
func (l *layers) addSet(points int, s view.Set) {
	list, short := s.List()
	if !short {
		l.addBitmap(points, s.Bitmap())
		return
	}
	part := &l.parts[points]
	for _, n := range list {
		part.few = append(part.few, uint32(n))
	}
}

// empty says that nothing can be met in so many points.
func (l *layers) empty(points int) bool {
	part := &l.parts[points]
	return len(part.few) == 0 && len(part.many) == 0 && (l.together == nil || l.together.empty(points))
}

// at is the set of the nodes that are met in so many points, nil when there are none. It must not be changed.
func (l *layers) at(points int) *roaring.Bitmap {
	if l.together != nil {
		l.together.findDownTo(points, l)
	}
	part := &l.parts[points]
	if part.merged == nil && (len(part.few) > 0 || len(part.many) > 0) {
		part.merged = part.merge()
	}
	return part.merged
}

func (p *layer) merge() *roaring.Bitmap {
	if len(p.few) == 0 {
		return unite(p.many)
	}
	bits := bitmapOf(p.few)
	if len(p.many) == 0 {
		return bits
	}
	return unite(append(p.many[:len(p.many):len(p.many)], bits))
}

// bitmapOf is the set of the nodes of some lists, in any order and each perhaps several times.
func bitmapOf(lists ...[]uint32) *roaring.Bitmap {
	count, last := 0, uint32(0)
	for _, nodes := range lists {
		count += len(nodes)
		for _, n := range nodes {
			last = max(last, n)
		}
	}
	if count < 32 {
		all := slices.Concat(lists...)
		slices.Sort(all)
		return roaring.BitmapOf(all...)
	}
	dense := make([]uint64, last/64+1)
	for _, nodes := range lists {
		for _, n := range nodes {
			dense[n/64] |= 1 << (n % 64)
		}
	}
	return roaring.FromDense(dense, false)
}

// unite is the union of some sets, which may be one of them.
func unite(sets []*roaring.Bitmap) *roaring.Bitmap {
	switch len(sets) {
	case 0:
		return roaring.New()
	case 1:
		return sets[0]
	case 2:
		return roaring.Or(sets[0], sets[1])
	}
	return roaring.FastOr(sets...)
}

// union is everything that is met. It must not be changed.
func (l *layers) union() *roaring.Bitmap {
	if l.all != nil {
		return l.all
	}
	var sets []*roaring.Bitmap
	var few [][]uint32
	for i := range l.parts {
		if len(l.parts[i].few) > 0 {
			few = append(few, l.parts[i].few)
		}
		sets = append(sets, l.parts[i].many...)
	}
	if len(few) > 0 {
		sets = append(sets, bitmapOf(few...))
	}
	if l.together != nil {
		sets = append(sets, l.together.union())
	}
	l.all = unite(sets)
	return l.all
}
