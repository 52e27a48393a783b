package search

import (
	"context"
	"maps"
	"slices"

	"github.com/RoaringBitmap/roaring/v2"
)

// layOut gives the terms their final numbers and lays their lists side by side.
func (b *builder) layOut(ctx context.Context, x *Index) error {
	sorted := slices.Sorted(maps.Keys(b.terms))
	final := make([]uint32, len(sorted))
	x.vocabulary = roaring.New()
	for i, text := range sorted {
		final[b.terms[text]] = uint32(i)
		if b.vocabulary[text] {
			x.vocabulary.Add(uint32(i))
		}
	}
	for i := range b.found {
		b.found[i].term = final[b.found[i].term]
	}
	slices.SortFunc(b.found, func(p, q list) int {
		return int(int64(p.term)<<16|int64(p.class)) - int(int64(q.term)<<16|int64(q.class))
	})
	var err error
	if x.terms, err = newDictionary(sorted); err != nil {
		return err
	}
	return b.pack(ctx, x)
}

// pack fills the postings, term after term.
func (b *builder) pack(ctx context.Context, x *Index) error {
	p := &x.postings
	p.linked = roaring.New()
	linker := newLinker(x)
	for start, term := 0, uint32(0); start < len(b.found); term++ {
		if term%1024 == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		end := start
		for end < len(b.found) && b.found[end].term == term {
			p.add(b.found[end].class, b.found[end].nodes)
			end++
		}
		if linker.add(p, b.found[start:end]) {
			p.linked.Add(term)
		}
		p.endTerm()
		start = end
	}
	p.clip()
	return nil
}
