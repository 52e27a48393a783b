package view

import (
	"context"
	"slices"
	"sort"

	"github.com/RoaringBitmap/roaring/v2"

	"github.com/wasl-graph/wasl/graph"
)

// ReportList is a set of reports in an order, of which pieces are taken. It may be shared between the request's
// goroutines.
type ReportList struct {
	reader *Reader
	order  graph.ReportOrder
	set    Set
	ranks  Set // ByLabel only: the places of the reports in the order of all labels
}

// Ordered puts a set of reports in an order. Both orders by date cost nothing, because the numbers of the reports follow
// the date. The order by label takes one step for each report; a cancelled context ends it, and the list is then empty. A view knows of
// no words that are searched for: by relevance, the newest come first.
func (r *Reader) Ordered(ctx context.Context, s Set, o graph.ReportOrder) ReportList {
	l := ReportList{reader: r, order: o, set: s}
	if o != graph.ByLabel {
		return l
	}
	if ctx.Err() != nil {
		l.set = Set{}
	}
	l.ranks = r.ranksOf(l.set)
	return l
}

// Len is the number of reports.
func (l ReportList) Len() int { return l.set.Len() }

// Slice returns the reports from the lo-th to before the hi-th in a list of its own. What lies outside of the list is
// left out.
func (l ReportList) Slice(lo, hi int) []Node {
	lo, hi = max(lo, 0), min(hi, l.Len())
	if lo >= hi {
		return nil
	}
	switch l.order {
	case graph.OldestFirst:
		return l.oldest(lo, hi)
	case graph.ByLabel:
		nodes := l.ranks.slice(make([]Node, 0, hi-lo), lo, hi)
		for i, rank := range nodes {
			nodes[i] = l.reader.order.sorted[rank]
		}
		return nodes
	}
	return l.set.slice(make([]Node, 0, hi-lo), lo, hi)
}

// Position is the number of reports that stand before the place of a report with this date and id, or, in a list by
// label, with this sort label and id (see [Reader.SortLabel]). No such report has to be there: a cursor stays good when
// its report is gone.
func (l ReportList) Position(date graph.Date, label string, id graph.ID) int {
	switch l.order {
	case graph.ByLabel:
		all := l.reader.order.sorted[:l.reader.Count(graph.KindReport)]
		return l.ranks.before(Node(l.reader.Place(all, label, id)))
	case graph.OldestFirst:
		return l.oldestPosition(date, id)
	}
	return l.set.before(l.reader.placeByDate(date, id))
}

// placeByDate is the number of the first report that does not stand before the date and id, the newest first.
func (v *View) placeByDate(date graph.Date, id graph.ID) Node {
	published := v.reports.published
	return Node(sort.Search(len(published), func(i int) bool {
		return compareReports(published[i], date, v.ID(Node(i)), id) >= 0
	}))
}

// sameDay is the range of reports whose dates begin on a day. Within it, the orders by date are the same.
func (v *View) sameDay(day int) (start, end Node) {
	return v.begunBy(day, anyPrecision), v.begunBy(day-1, anyPrecision)
}

// undated is the number of the first report without a date, behind all others.
func (v *View) undated() Node { return v.begunBy(0, anyPrecision) }

// oldestPosition counts what stands before a place when the oldest come first: the dated reports that begin later in the
// list of the newest, and of the same day those before the place.
func (l ReportList) oldestPosition(date graph.Date, id graph.ID) int {
	place := l.set.before(l.reader.placeByDate(date, id))
	if date.IsZero() {
		return place // the undated are last in both orders
	}
	start, end := l.reader.sameDay(date.First())
	return l.set.before(l.reader.undated()) - l.set.before(end) + place - l.set.before(start)
}

// oldest cuts a piece out of the list with the oldest first. That list has the days in reverse and the reports of one
// day as they are; so whole days are read around the piece.
func (l ReportList) oldest(lo, hi int) []Node {
	dated := l.set.before(l.reader.undated())
	var nodes []Node
	if lo < dated {
		_, end := l.dayAt(dated - 1 - lo)
		start, _ := l.dayAt(max(dated-hi, 0))
		days := l.set.slice(make([]Node, 0, end-start), start, end)
		l.reader.reverseDays(days)
		skipped := lo - (dated - end)
		nodes = days[skipped:min(skipped+hi-lo, len(days))]
	}
	return l.set.slice(nodes, max(lo, dated), hi)
}

// dayAt is the range of places of the reports that share the day of the one at a place, the newest first.
func (l ReportList) dayAt(place int) (start, end int) {
	var one [1]Node
	n := l.set.slice(one[:0], place, place+1)[0]
	first, last := l.reader.sameDay(l.reader.Published(n).First())
	return l.set.before(first), l.set.before(last)
}

// reverseDays reverses a list of reports, but not the reports of one day among themselves.
func (v *View) reverseDays(nodes []Node) {
	slices.Reverse(nodes)
	for start := 0; start < len(nodes); {
		day := v.Published(nodes[start]).First()
		end := start + 1
		for end < len(nodes) && v.Published(nodes[end]).First() == day {
			end++
		}
		slices.Reverse(nodes[start:end])
		start = end
	}
}

// ranksOf is the set of the places that reports have in the order of all labels.
func (r *Reader) ranksOf(s Set) Set {
	rank := r.order.rank
	if s.bits == nil {
		ranks := make([]Node, len(s.list))
		for i, n := range s.list {
			ranks[i] = Node(rank[n])
		}
		slices.Sort(ranks)
		return setOf(ranks)
	}
	words := make([]uint64, (r.Count(graph.KindReport)+63)/64)
	s.each(func(n Node) bool {
		words[rank[n]/64] |= 1 << (rank[n] % 64)
		return true
	})
	return Set{bits: roaring.FromDense(words, false)}
}
