package view

import (
	"bytes"
	"cmp"
	"slices"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/lang"
)

// Lists that are not kept in an order are short and sorted when they are asked for.

// SortBy sorts items by what words calls them, as the reader's language sorts. Items that are called the same stay as they
// stand.
func SortBy[T any](r *Reader, items []T, words func(T) string) {
	if len(items) < 2 {
		return
	}
	type keyed struct {
		key  []byte
		item T
	}
	sorter := lang.NewSorter(r.order.tag)
	list := make([]keyed, len(items))
	for i, item := range items {
		list[i] = keyed{sorter.Key(nil, words(item)), item}
	}
	slices.SortStableFunc(list, func(a, b keyed) int { return bytes.Compare(a.key, b.key) })
	for i, k := range list {
		items[i] = k.item
	}
}

// SortTags puts language tags in the order in which the reader's languages are tried; those of the same turn by tag.
func (r *Reader) SortTags(tags []graph.Tag) {
	slices.SortFunc(tags, func(a, b graph.Tag) int {
		return cmp.Or(cmp.Compare(turnOf(r.Chain, a), turnOf(r.Chain, b)), cmp.Compare(a, b))
	})
}

// SortLanguages sorts languages by their names in the reader's language.
func (r *Reader) SortLanguages(tags []graph.Tag) {
	slices.Sort(tags)
	SortBy(r, tags, r.languageName)
}

func (r *Reader) languageName(tag graph.Tag) string {
	names := lang.NameOf(tag)
	i, _ := lang.Pick(r.Chain, names)
	return names[i].Value
}

// HasPlace says whether a source gives the statement a place in a printed order.
func (v *View) HasPlace(s Statement) bool {
	return slices.ContainsFunc(v.table.proofs.of(s.index), func(e evidence) bool { return v.extra(e).position != 0 })
}
