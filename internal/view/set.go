package view

import (
	"slices"

	"github.com/RoaringBitmap/roaring/v2"
)

// Set is a set of reports: a short one as an ascending list, a long one as a bitmap. It may share memory with the view
// and must not be changed. The zero Set is empty.
type Set struct {
	list []Node
	bits *roaring.Bitmap
}

// hubSize is from how many reports on a bitmap is kept beside a list.
const hubSize = 1024

func setOf(nodes []Node) Set { return Set{list: nodes} }

// allOf is the set of the first n nodes.
func allOf(n int) Set {
	bits := roaring.New()
	bits.AddRange(0, uint64(n))
	return Set{bits: bits}
}

// bitmapOf makes a bitmap of ascending nodes.
func bitmapOf(nodes []Node) *roaring.Bitmap {
	bits := roaring.New()
	for batch := range slices.Chunk(nodes, 4096) {
		values := make([]uint32, len(batch))
		for i, n := range batch {
			values[i] = uint32(n)
		}
		bits.AddMany(values)
	}
	return bits
}

// bitmap is the set as a bitmap, which may be the set's own.
func (s Set) bitmap() *roaring.Bitmap {
	if s.bits != nil {
		return s.bits
	}
	return bitmapOf(s.list)
}

// Len is the number of reports.
func (s Set) Len() int {
	if s.bits != nil {
		return int(s.bits.GetCardinality())
	}
	return len(s.list)
}

// Has says whether a report is in the set.
func (s Set) Has(n Node) bool {
	if s.bits != nil {
		return s.bits.Contains(uint32(n))
	}
	_, found := slices.BinarySearch(s.list, n)
	return found
}

// before counts the reports with a lower number.
func (s Set) before(n Node) int {
	if s.bits == nil {
		i, _ := slices.BinarySearch(s.list, n)
		return i
	}
	if n == 0 {
		return 0
	}
	return int(s.bits.Rank(uint32(n - 1)))
}

// slice appends the reports from the lo-th to before the hi-th, ascending.
func (s Set) slice(dst []Node, lo, hi int) []Node {
	if lo >= hi {
		return dst
	}
	if s.bits == nil {
		return append(dst, s.list[lo:hi]...)
	}
	it := s.bits.Iterator()
	if lo > 0 {
		first, err := s.bits.Select(uint32(lo))
		if err != nil {
			return dst // lo is past the end
		}
		it.AdvanceIfNeeded(first)
	}
	for range hi - lo {
		if !it.HasNext() {
			break
		}
		dst = append(dst, Node(it.Next()))
	}
	return dst
}

// each calls visit with every report, ascending, until it returns false.
func (s Set) each(visit func(Node) bool) {
	if s.bits == nil {
		for _, n := range s.list {
			if !visit(n) {
				return
			}
		}
		return
	}
	s.bits.Iterate(func(n uint32) bool { return visit(Node(n)) })
}

func intersect(a, b Set) Set {
	if a.bits != nil && b.bits != nil {
		return Set{bits: roaring.And(a.bits, b.bits)}
	}
	if a.bits != nil || b.bits == nil && len(b.list) < len(a.list) {
		a, b = b, a
	}
	var both []Node
	for _, n := range a.list {
		if b.Has(n) {
			both = append(both, n)
		}
	}
	return Set{list: both}
}

func unite(sets ...Set) Set {
	var lists [][]Node
	var bits []*roaring.Bitmap
	for _, s := range sets {
		switch {
		case s.bits != nil:
			bits = append(bits, s.bits)
		case len(s.list) > 0:
			lists = append(lists, s.list)
		}
	}
	switch {
	case len(bits) == 0 && len(lists) == 0:
		return Set{}
	case len(bits) == 0 && len(lists) == 1:
		return setOf(lists[0])
	case len(bits) == 0:
		return Set{bits: merge(lists)}
	case len(bits) == 1 && len(lists) == 0:
		return Set{bits: bits[0]}
	case len(lists) > 0:
		bits = append(bits, merge(lists))
	}
	return Set{bits: roaring.FastOr(bits...)}
}

// merge makes one bitmap of ascending lists, none of which is empty.
func merge(lists [][]Node) *roaring.Bitmap {
	last := Node(0)
	for _, list := range lists {
		last = max(last, list[len(list)-1])
	}
	words := make([]uint64, last/64+1)
	for _, list := range lists {
		for _, n := range list {
			words[n/64] |= 1 << (n % 64)
		}
	}
	return roaring.FromDense(words, false)
}

func subtract(a, b Set) Set {
	return Set{bits: roaring.AndNot(a.bitmap(), b.bitmap())}
}
