package search

import (
	"context"

	"github.com/RoaringBitmap/roaring/v2"

	"github.com/wasl-graph/wasl/internal/lang"
	"github.com/wasl-graph/wasl/internal/view"
)

// Index finds what a query meets in one view. It never changes and may be shared between goroutines.
type Index struct {
	view     *view.View
	terms    dictionary
	postings postings
	// vocabulary are the terms that compounds are split into.
	vocabulary *roaring.Bitmap
	names      names
	begins     completions // whole labels
	inner      completions // labels from a later word on
	links      links
	standing   []uint32 // by thing, from the first behind the reports: its place among all, the one with the most reports first
	plain      *view.Reader
}

// Build makes the index of a view. Equal views make equal indexes. The error is the context's.
func Build(ctx context.Context, v *view.View) (*Index, error) {
	b := builder{
		view: v, reader: v.For(lang.Chain{}), terms: map[string]uint32{}, words: map[wordKey]*word{}, lists: map[listKey]uint32{},
		names: namesBuilder{short: map[string]string{}},
	}
	b.vocabulary = vocabularyOf(b.reader)
	if err := b.readNodes(ctx); err != nil {
		return nil, err
	}
	x := &Index{view: v, names: b.names.finish(), links: newLinks(v), plain: b.reader}
	if err := b.layOut(ctx, x); err != nil {
		return nil, err
	}
	x.standing = x.rankThings()
	x.begins, x.inner = x.newCompletions(b.complete.begins), x.newCompletions(b.complete.inner)
	return x, ctx.Err()
}

// View is the view that the index was made of.
func (x *Index) View() *view.View { return x.view }
