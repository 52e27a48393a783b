package view

import (
	"cmp"
	"context"
	"slices"
	"strconv"

	"github.com/wasl-graph/wasl/graph"
)

// Bucket is one value of a dimension and how many reports have it.
type Bucket struct {
	// Key is the entity's id, the year, or the language tag.
	Key   string
	Node  Node // for dimensions whose values are entities
	Count int
}

// Facet is how a set of reports is spread over a dimension.
type Facet struct {
	Buckets []Bucket // the fullest first, then by label
	Other   int      // the sum of the buckets that were cut off
	Missing int      // reports without a value
}

// Facet counts a set of reports by a dimension and keeps the first buckets. For values that are entities it takes one step
// for each report and for each of its values, and a cancelled context ends it.
func (r *Reader) Facet(ctx context.Context, s Set, by graph.Dimension, first int) (Facet, error) {
	return r.facet(ctx, new(effort), s, by, first)
}

func (r *Reader) facet(ctx context.Context, e *effort, s Set, by graph.Dimension, first int) (Facet, error) {
	switch by {
	case graph.ByYear:
		return cutOff(r.countYears(s), first, func(a, b Bucket) int { return cmp.Compare(b.Key, a.Key) }), ctx.Err()
	case graph.ByLanguage:
		return cutOff(r.countLanguages(s), first, r.byLanguageName()), ctx.Err()
	}
	a := r.axis(by)
	lent, counts := borrow(a.count)
	defer giveBack(lent)
	defer clear(counts)
	missing, err := a.tally(ctx, e, s, counts)
	if err != nil {
		return Facet{}, err
	}
	ranked, sum, err := a.ranked(ctx, e, r, counts, first, false)
	if err != nil {
		return Facet{}, err
	}
	f := Facet{Buckets: a.buckets(r, ranked), Other: sum, Missing: missing}
	for _, b := range f.Buckets {
		f.Other -= b.Count
	}
	return f, nil
}

// FacetCost is how many steps [Reader.Facet] takes at most for so many reports.
func (v *View) FacetCost(reports int, by graph.Dimension) int {
	a := v.axis(by)
	return reports + a.values.most(reports) + a.count
}

// byLanguageName compares languages by their names in the reader's language.
func (r *Reader) byLanguageName() func(a, b Bucket) int {
	tags := slices.Clone(r.reports.languages)
	r.SortLanguages(tags)
	return func(a, b Bucket) int {
		return cmp.Compare(slices.Index(tags, graph.Tag(a.Key)), slices.Index(tags, graph.Tag(b.Key)))
	}
}

// cutOff puts all buckets in order, of the same size as compare says, and keeps the first.
func cutOff(f Facet, first int, compare func(a, b Bucket) int) Facet {
	slices.SortFunc(f.Buckets, func(a, b Bucket) int { return cmp.Or(cmp.Compare(b.Count, a.Count), compare(a, b)) })
	first = max(min(first, len(f.Buckets)), 0)
	for _, b := range f.Buckets[first:] {
		f.Other += b.Count
	}
	f.Buckets = f.Buckets[:first]
	return f
}

// tally adds up how many reports of a set have each value, and counts those without any.
func (a axis) tally(ctx context.Context, e *effort, s Set, counts []uint32) (missing int, err error) {
	err = s.batches(func(batch []Node) error {
		looked := len(batch)
		for _, report := range batch {
			values, found := a.values.of(report), false
			for _, value := range values {
				if i := int(value) - int(a.first); i >= 0 && i < len(counts) { // people and organisations share a list
					counts[i]++
					found = true
				}
			}
			looked += len(values)
			if !found {
				missing++
			}
		}
		return e.spend(ctx, looked)
	})
	return missing, err
}

// countYears takes the difference of two ranks for each year, for the reports of a year stand side by side.
func (v *View) countYears(s Set) Facet {
	undated := v.undated()
	f := Facet{Missing: s.Len() - s.before(undated)}
	for start := Node(0); start < undated; {
		year := v.Published(start).Year()
		end := v.begunBy(year*10000, anyPrecision) // before the first day of the year
		if count := s.before(end) - s.before(start); count > 0 {
			f.Buckets = append(f.Buckets, Bucket{strconv.Itoa(year), none, count})
		}
		start = end
	}
	return f
}

func (v *View) countLanguages(s Set) Facet {
	var f Facet
	var all []Set
	for tag, set := range v.reports.writtenIn {
		all = append(all, set)
		if count := intersect(s, set).Len(); count > 0 {
			f.Buckets = append(f.Buckets, Bucket{string(tag), none, count})
		}
	}
	f.Missing = s.Len() - intersect(s, unite(all...)).Len()
	return f
}
