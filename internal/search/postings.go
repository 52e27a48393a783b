package search

import (
	"slices"

	"github.com/RoaringBitmap/roaring/v2"
)

// postings says of each term in which classes it is met, and by which nodes of each. Short lists of nodes stand end to end,
// long ones are bitmaps.
type postings struct {
	ends    []uint32 // by term: where its lists end
	classes []class  // by list
	places  []uint32 // by list: where its nodes end; a long list has none here
	nodes   []uint32 // of all short lists
	long    []uint32 // the lists that are bitmaps, ascending
	bitmaps []*roaring.Bitmap
	// linked are the terms whose linked reports have lists of their own, because there are many. Those of the others are
	// found when they are asked for.
	linked *roaring.Bitmap
}

// longList is from how many nodes on a list is a bitmap: one costs some 200 bytes more, and two bytes a node less.
const longList = 256

// span are the lists of a term.
func (p *postings) span(term uint32) (start, end uint32) {
	if term > 0 {
		start = p.ends[term-1]
	}
	return start, p.ends[term]
}

// has says whether a term stands in a field.
func (p *postings) has(term uint32, f field) bool {
	start, end := p.span(term)
	return slices.ContainsFunc(p.classes[start:end], func(c class) bool { return c.field() == f })
}

// of are the nodes of a list: either short, or a bitmap. Neither must be changed.
func (p *postings) of(list uint32) (short []uint32, long *roaring.Bitmap) {
	start := uint32(0)
	if list > 0 {
		start = p.places[list-1]
	}
	if end := p.places[list]; start < end {
		return p.nodes[start:end], nil
	}
	i, _ := slices.BinarySearch(p.long, list)
	return nil, p.bitmaps[i]
}

// add appends a list to those of the term that is being added. No list is empty.
func (p *postings) add(c class, nodes []uint32) {
	if len(nodes) >= longList {
		bits := roaring.BitmapOf(nodes...)
		bits.RunOptimize()
		p.addBitmap(c, bits)
		return
	}
	p.nodes = append(p.nodes, nodes...)
	p.classes, p.places = append(p.classes, c), append(p.places, uint32(len(p.nodes)))
}

func (p *postings) addBitmap(c class, bits *roaring.Bitmap) {
	if bits.GetCardinality() < longList {
		p.add(c, bits.ToArray())
		return
	}
	p.long, p.bitmaps = append(p.long, uint32(len(p.classes))), append(p.bitmaps, bits)
	p.classes, p.places = append(p.classes, c), append(p.places, uint32(len(p.nodes)))
}

// endTerm says that the lists of a term are complete.
func (p *postings) endTerm() { p.ends = append(p.ends, uint32(len(p.classes))) }

// clip gives back what was reserved for more lists than there are.
func (p *postings) clip() {
	p.ends, p.classes, p.places = slices.Clone(p.ends), slices.Clone(p.classes), slices.Clone(p.places)
	p.nodes, p.long, p.bitmaps = slices.Clone(p.nodes), slices.Clone(p.long), slices.Clone(p.bitmaps)
}
