package search

import (
	"slices"

	"github.com/RoaringBitmap/roaring/v2"

	"github.com/wasl-graph/wasl/internal/lang"
	"github.com/wasl-graph/wasl/internal/view"
)

// thingsMeeting are the things that are no reports and in whose names a word of a unit stands. The lists know it, so that only
// these are read.
func (x *Index) thingsMeeting(u *unit) *roaring.Bitmap {
	u.findThings.Do(func() {
		var sets []*roaring.Bitmap
		for i := range u.words {
			sets = append(sets, x.meet(&u.words[i], reach{farthest: lang.Derived, things: true}).union())
			for _, part := range u.words[i].parts {
				word := partOf(part)
				sets = append(sets, x.meet(&word, reach{farthest: lang.Derived, things: true}).union())
			}
		}
		u.things = unite(sets)
	})
	return u.things
}

// fieldsOf are the fields of a node in which the most words of a unit stand: its names, or else the one that counts most. By a link
// only names count.
func (x *Index) fieldsOf(u *unit, n view.Node, how link) []field {
	var words [fieldCount]int
	names := u.kind != phrase && len(u.words) == 1 && x.fieldsFor(&u.words[0]) != 0 // a code is looked for nowhere else
	for i := range u.words {
		in := x.fieldsWith(&u.words[i], n)
		for f := range words {
			if in>>f&1 != 0 && (how == itself && !names || field(f).naming()) {
				words[f]++
			}
		}
	}
	most := slices.Max(words[:])
	if most == 0 {
		return nil
	}
	var list []field
	for f, count := range words {
		if count == most && (len(list) == 0 || field(f).naming()) {
			list = append(list, field(f))
		}
	}
	return list
}

// fieldsWith are the fields of a node in which a word, or a part of it, stands.
func (x *Index) fieldsWith(w *queryWord, n view.Node) (in fieldSet) {
	for _, form := range w.forms {
		if term, found := x.terms.find(form.Form); found {
			in |= x.fieldsOfTerm(term, w.code, n)
		}
	}
	for _, part := range w.parts {
		for _, form := range partOf(part).forms {
			if term, found := x.terms.find(form.Form); found {
				in |= x.fieldsOfTerm(term, false, n)
			}
		}
	}
	return in
}

func (x *Index) fieldsOfTerm(term uint32, code bool, n view.Node) (in fieldSet) {
	start, end := x.postings.span(term)
	for i := start; i < end; i++ {
		c := x.postings.classes[i]
		if c.link() != itself || c.field() == countryCode && !code || in>>c.field()&1 != 0 {
			continue
		}
		short, long := x.postings.of(i)
		has := long != nil && long.Contains(uint32(n))
		if long == nil {
			_, has = slices.BinarySearch(short, uint32(n))
		}
		if has {
			in |= 1 << c.field()
		}
	}
	return in
}
