package search

import "github.com/RoaringBitmap/roaring/v2"

// together is what meets all of some words, by the points of the word that is met worst. The points are found as far down as
// somebody asks, for most hits are never shown.
type together struct {
	each    []*layers
	reached []*roaring.Bitmap // by word: what is met in more points than next
	found   *roaring.Bitmap   // what all words are met by in more points than next
	next    int               // the points that have not been looked at
}

func newTogether(each []*layers) *together {
	return &together{each: each, reached: make([]*roaring.Bitmap, len(each)), found: roaring.New(), next: exactPoints}
}

// union is everything that meets all words. It must not be changed.
func (t *together) union() *roaring.Bitmap {
	all := t.each[0].union()
	for _, l := range t.each[1:] {
		all = roaring.And(all, l.union())
	}
	return all
}

// empty says that no word can be met in so many points.
func (t *together) empty(points int) bool {
	for _, l := range t.each {
		if !l.empty(points) {
			return false
		}
	}
	return true
}

// findDownTo adds what is met in so many points or more to the layers that it belongs to.
func (t *together) findDownTo(points int, to *layers) {
	for ; t.next >= max(points, 1); t.next-- {
		more := false
		for i, l := range t.each {
			if bits := l.at(t.next); bits != nil {
				t.reached[i], more = orNil(t.reached[i], bits), true
			}
		}
		if !more {
			continue
		}
		if all := allOf(t.reached); all != nil {
			all.AndNot(t.found)
			if !all.IsEmpty() {
				to.addBitmap(t.next, all)
				t.found = roaring.Or(t.found, all)
			}
		}
	}
}

func orNil(a, b *roaring.Bitmap) *roaring.Bitmap {
	if a == nil {
		return b
	}
	return roaring.Or(a, b)
}

// allOf is a new set of what is in all sets, nil when there is nothing in one of them.
func allOf(sets []*roaring.Bitmap) *roaring.Bitmap {
	var all *roaring.Bitmap
	for i, bits := range sets {
		switch {
		case bits == nil:
			return nil
		case i == 0:
			all = bits
		case i == 1:
			all = roaring.And(all, bits)
		default:
			all.And(bits)
		}
	}
	if len(sets) == 1 {
		return all.Clone()
	}
	return all
}
