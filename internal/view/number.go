package view

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"github.com/wasl-graph/wasl/graph"
)

// compareReports orders reports by date: the newest first, of the same first day the finer date first, then by id;
// undated ones last.
func compareReports(a, b graph.Date, aID, bID graph.ID) int {
	if a.IsZero() != b.IsZero() {
		if a.IsZero() {
			return 1
		}
		return -1
	}
	return cmp.Or(
		cmp.Compare(b.First(), a.First()),
		cmp.Compare(b.Precision(), a.Precision()),
		cmp.Compare(aID, bID),
	)
}

// numberNodes orders all nodes: by kind, reports by date and id, others by id.
func (in *intake) numberNodes(v *View) []Node {
	published := in.published()
	kinds := make([]graph.Kind, len(in.nodes.values))
	for i, id := range in.nodes.values {
		kinds[i] = id.Kind()
	}
	order := sortedIndex(len(kinds), func(a, b uint32) int {
		if c := cmp.Compare(kinds[a], kinds[b]); c != 0 {
			return c
		}
		x, y := in.nodes.values[a], in.nodes.values[b]
		if kinds[a] == graph.KindReport {
			return compareReports(published[a], published[b], x, y)
		}
		return cmp.Compare(x, y)
	})
	ids := make([]graph.ID, len(order))
	first := make([]Node, len(graph.Kinds())+1)
	for n, i := range order {
		ids[n] = in.nodes.values[i]
		first[kinds[i]+1]++
	}
	for k := 1; k < len(first); k++ {
		first[k] += first[k-1]
	}
	v.nodes = newNodeTable(ids, first)
	return invert[Node](order)
}

// published is the date of each report, by provisional number: of several the finest, then the earliest.
func (in *intake) published() []graph.Date {
	dates := make([]graph.Date, len(in.nodes.values))
	for _, r := range in.rows {
		if r.relation == graph.Published && !r.aside {
			if d := in.dates.values[r.object]; dates[r.subject].IsZero() || compareDates(d, dates[r.subject]) < 0 {
				dates[r.subject] = d
			}
		}
	}
	return dates
}

// compareDates puts the finest date first, then the earliest.
func compareDates(a, b graph.Date) int {
	return cmp.Or(cmp.Compare(b.Precision(), a.Precision()), cmp.Compare(a.First(), b.First()))
}

func (in *intake) numberDates(v *View) []uint32 {
	order := sortedIndex(len(in.dates.values), func(a, b uint32) int {
		return compareDates(in.dates.values[a], in.dates.values[b])
	})
	v.dates = make([]graph.Date, len(order))
	for n, i := range order {
		v.dates[n] = in.dates.values[i]
	}
	return invert[uint32](order)
}

// numberGrounds sorts the grounds.
func (in *intake) numberGrounds(v *View) []uint8 {
	order := sortedIndex(len(in.grounds.values), func(a, b uint32) int {
		return compareGrounds(in.grounds.values[a], in.grounds.values[b])
	})
	numbers := make([]uint8, len(order))
	for n, i := range order {
		v.grounds = append(v.grounds, in.grounds.values[i])
		numbers[i] = uint8(n)
	}
	return numbers
}

// numberLanguages lists the languages of all texts.
func (in *intake) numberLanguages(v *View) map[graph.Tag]uint16 {
	numbers := map[graph.Tag]uint16{}
	for _, t := range in.texts.values {
		numbers[t.language] = 0
	}
	v.languages = slices.Sorted(maps.Keys(numbers))
	for i, tag := range v.languages {
		numbers[tag] = uint16(i)
	}
	return numbers
}

// rankTexts gives every text its place in the order by value, then language.
func (in *intake) rankTexts() []uint32 {
	return invert[uint32](sortedIndex(len(in.texts.values), func(a, b uint32) int {
		x, y := in.texts.values[a], in.texts.values[b]
		if c := strings.Compare(x.value, y.value); c != 0 {
			return c
		}
		return cmp.Compare(x.language, y.language)
	}))
}

// sortedIndex sorts the numbers from 0 to n-1.
func sortedIndex(n int, compare func(a, b uint32) int) []uint32 {
	order := make([]uint32, n)
	for i := range order {
		order[i] = uint32(i)
	}
	slices.SortFunc(order, compare)
	return order
}

// invert turns an order (new to old) into a map from old to new.
func invert[N ~uint32](order []uint32) []N {
	inverse := make([]N, len(order))
	for n, i := range order {
		inverse[i] = N(n)
	}
	return inverse
}
