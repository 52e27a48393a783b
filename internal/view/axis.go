package view

import (
	"context"
	"maps"
	"slices"
	"strconv"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/lang"
)

// axis is a dimension laid out for counting: its values are numbers that follow one another, and every report leads to its
// own. Entities are their nodes, years themselves, languages their places in a sorted list. The values of an axis are all
// that a report could have, whether one has it or not: all entities of the kind, every year from the first to the last in
// which a report of the graph was published, and the languages in which a report is written or that labels are served in.
type axis struct {
	by     graph.Dimension
	values *adjacency
	first  Node
	count  int
	// named are the places of languages among all of them in the order of their names, and byName what stands at each.
	named  []uint32
	byName []int
}

// valueKinds are the kinds of the dimensions whose values are entities.
var valueKinds = map[graph.Dimension]graph.Kind{
	graph.ByTheme: graph.KindTheme, graph.ByCountry: graph.KindCountry, graph.ByRegion: graph.KindRegion,
	graph.ByProject: graph.KindProject, graph.ByOrganisation: graph.KindOrganisation, graph.ByPerson: graph.KindPerson,
}

// axis lays out a dimension.
func (v *View) axis(by graph.Dimension) axis {
	a := axis{by: by, values: &v.reports.values[by]}
	switch by {
	case graph.ByYear:
		first, last := v.years()
		a.first, a.count = Node(first), last-first+1
	case graph.ByLanguage:
		a.count = len(v.reports.languages)
	default:
		a.first, a.count = v.nodes.first[valueKinds[by]], v.Count(valueKinds[by])
		if by == graph.ByOrganisation {
			a.values = &v.reports.values[graph.ByPerson] // they share a list
		}
	}
	return a
}

// axis lays out a dimension for a reader, who has an order of its own for the names of languages.
func (r *Reader) axis(by graph.Dimension) axis {
	a := r.View.axis(by)
	if by != graph.ByLanguage {
		return a
	}
	tags := slices.Clone(r.reports.languages)
	r.SortLanguages(tags)
	a.named, a.byName = make([]uint32, len(tags)), make([]int, len(tags))
	for place, tag := range tags {
		value, _ := slices.BinarySearch(r.reports.languages, tag)
		a.named[value], a.byName[place] = uint32(place), value
	}
	return a
}

// years are the first and the last year in which a report was published. Without any the last is before the first.
func (v *View) years() (first, last int) {
	undated := v.undated()
	if undated == 0 {
		return 1, 0
	}
	return v.Published(undated - 1).Year(), v.Published(0).Year()
}

// indexYears leads from every report to its year.
func (v *View) indexYears() {
	years := v.linksOf(func(dst []Node, n Node) []Node {
		if date := v.Published(n); !date.IsZero() {
			dst = append(dst, Node(date.Year()))
		}
		return dst
	})
	v.reports.values[graph.ByYear] = years.outgoing()
}

// indexLanguages leads from every report to the languages in which it is written.
func (v *View) indexLanguages() {
	x := &v.reports
	x.languages = slices.AppendSeq(lang.Served(), maps.Keys(x.writtenIn))
	slices.Sort(x.languages)
	x.languages = slices.Compact(x.languages)
	written := v.linksOf(func(dst []Node, n Node) []Node {
		for _, text := range v.table.objectsOf(n, graph.WrittenIn) {
			i, _ := slices.BinarySearch(x.languages, graph.Tag(v.texts.values.at(text)))
			dst = append(dst, Node(i))
		}
		slices.Sort(dst)
		return slices.Compact(dst)
	})
	x.values[graph.ByLanguage] = written.outgoing()
}

// place is where a value stands among all values with the same number of reports: years the latest first, languages by
// name, entities by label.
func (a axis) place(r *Reader, value int) uint32 {
	switch a.by {
	case graph.ByYear:
		return uint32(a.count - 1 - value)
	case graph.ByLanguage:
		return a.named[value]
	}
	return r.order.rank[a.first+Node(value)]
}

// at is the value at a place.
func (a axis) at(r *Reader, place uint32) int {
	switch a.by {
	case graph.ByYear:
		return a.count - 1 - int(place)
	case graph.ByLanguage:
		return a.byName[place]
	}
	return int(r.order.sorted[a.first+Node(place)] - a.first)
}

// bucket is a value with the number of reports that have it.
func (a axis) bucket(v *View, value int, count int) Bucket {
	switch a.by {
	case graph.ByYear:
		return Bucket{strconv.Itoa(int(a.first) + value), none, count}
	case graph.ByLanguage:
		return Bucket{string(v.reports.languages[value]), none, count}
	}
	n := a.first + Node(value)
	return Bucket{string(v.ID(n)), n, count}
}

// ranked orders the values by their counts and finds the first, those without a report among them or not; it adds up the
// counts, too.
func (a axis) ranked(ctx context.Context, e *effort, r *Reader, counts []uint32, first int, zeros bool) (found ranking, sum int, err error) {
	top := newTop(min(first, a.count))
	value := 0
	for batch := range slices.Chunk(counts, patience) {
		if err := e.spend(ctx, len(batch)); err != nil {
			return nil, 0, err
		}
		for _, count := range batch {
			if count > 0 || zeros {
				top.add(rankOf(count, a.place(r, value)))
			}
			sum += int(count)
			value++
		}
	}
	return top.sorted(), sum, nil
}

// buckets are values in the order of their numbers.
func (a axis) buckets(r *Reader, ranked ranking) []Bucket {
	list := make([]Bucket, len(ranked))
	for i, number := range ranked {
		count, place := unrank(number)
		list[i] = a.bucket(r.View, a.at(r, place), int(count))
	}
	return list
}
