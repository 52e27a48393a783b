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
// for each value of each report, and a cancelled context ends it.
func (r *Reader) Facet(ctx context.Context, s Set, by graph.Dimension, first int) (Facet, error) {
	f, err := r.count(ctx, s, by)
	if err != nil {
		return Facet{}, err
	}
	r.sortBuckets(by, f.Buckets)
	first = min(first, len(f.Buckets))
	for _, b := range f.Buckets[first:] {
		f.Other += b.Count
	}
	f.Buckets = f.Buckets[:first]
	return f, nil
}

// sortBuckets puts the fullest first. Buckets of the same size are ordered: years the latest first, languages by name,
// entities by label.
func (r *Reader) sortBuckets(by graph.Dimension, buckets []Bucket) {
	switch by {
	case graph.ByYear:
		slices.SortFunc(buckets, func(a, b Bucket) int { return cmp.Compare(b.Key, a.Key) })
	case graph.ByLanguage:
		slices.SortFunc(buckets, func(a, b Bucket) int { return cmp.Compare(a.Key, b.Key) })
		SortBy(r, buckets, func(b Bucket) string { return r.languageName(graph.Tag(b.Key)) })
	default:
		slices.SortFunc(buckets, func(a, b Bucket) int { return cmp.Compare(r.order.rank[a.Node], r.order.rank[b.Node]) })
	}
	slices.SortStableFunc(buckets, func(a, b Bucket) int { return cmp.Compare(b.Count, a.Count) })
}

// count makes a bucket of every value, in any order.
func (v *View) count(ctx context.Context, s Set, by graph.Dimension) (Facet, error) {
	switch by {
	case graph.ByYear:
		return v.countYears(s), nil
	case graph.ByLanguage:
		return v.countLanguages(s), nil
	}
	return v.countNodes(ctx, s, by)
}

// valueKinds are the kinds of the dimensions whose values are entities.
var valueKinds = map[graph.Dimension]graph.Kind{
	graph.ByTheme: graph.KindTheme, graph.ByCountry: graph.KindCountry, graph.ByRegion: graph.KindRegion,
	graph.ByProject: graph.KindProject, graph.ByOrganisation: graph.KindOrganisation, graph.ByPerson: graph.KindPerson,
}

func (v *View) countNodes(ctx context.Context, s Set, by graph.Dimension) (Facet, error) {
	values := v.valuesOf(by)
	kind := valueKinds[by]
	first, counts := v.nodes.first[kind], make([]int, v.Count(kind))
	missing, err := tallyNodes(ctx, s, values, first, counts)
	f := Facet{Missing: missing}
	for i, count := range counts {
		if n := first + Node(i); count > 0 {
			f.Buckets = append(f.Buckets, Bucket{string(v.ID(n)), n, count})
		}
	}
	return f, err
}

// valuesOf leads from a report to its values.
func (v *View) valuesOf(by graph.Dimension) adjacency {
	if by == graph.ByOrganisation {
		by = graph.ByPerson
	}
	return v.reports.values[by]
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
