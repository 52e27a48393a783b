package search

import (
	"context"
	"sort"
	"sync"

	"github.com/RoaringBitmap/roaring/v2"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/view"
)

// Result is everything that meets a query, in the order of relevance. It belongs to the view of its index and may be shared
// between goroutines.
type Result struct {
	index *Index
	plan  *plan
	met   *roaring.Bitmap

	ranking *ranking
	ordered sync.Mutex // guards ranking
}

// Hit is one thing that was found.
type Hit struct {
	Node view.Node
	// Points order the hits of one result: more points come first, then lower nodes. They are for cursors.
	Points int
	// Score is the points as a part of the most there can be for the query, from 0 to 1. A hit whose label is the query letter
	// for letter has a little more. Scores compare within one result only.
	Score float64
}

// Len is the number of hits.
func (r *Result) Len() int { return int(r.met.GetCardinality()) }

// Reports is the set of the reports among the hits.
func (r *Result) Reports() view.Set {
	first, end := r.index.view.Range(graph.KindReport)
	reports := roaring.New()
	reports.AddRange(uint64(first), uint64(end))
	reports.And(r.met)
	return view.SetOf(reports)
}

// Slice returns the hits from the lo-th to before the hi-th in a list of its own. What lies outside of the list is left out.
func (r *Result) Slice(lo, hi int) []Hit {
	lo, hi = max(lo, 0), min(hi, r.Len())
	if lo >= hi {
		return nil
	}
	r.ordered.Lock()
	defer r.ordered.Unlock()
	r.ranking.extend(r.met, hi)
	hits := make([]Hit, 0, hi-lo)
	for _, at := range r.ranking.ranked[lo:hi] {
		hits = append(hits, r.hit(at))
	}
	return hits
}

func (r *Result) hit(at ranked) Hit {
	most := 0
	for _, u := range r.ranking.units {
		most += steps * u.layers.weight
	}
	h := Hit{Node: at.node, Points: at.points}
	if most > 0 {
		h.Score = float64(at.points) / float64(most)
	}
	return h
}

// Has says whether a node is among the hits.
func (r *Result) Has(n view.Node) bool { return r.met.Contains(uint32(n)) }

// Position is the number of hits that stand before the place of a hit with these points and this id, and whether the next one
// is that hit. No such hit has to be there: a cursor stays good when its hit is gone. The date is the one of a report, by which
// its place is found then; other kinds have none.
func (r *Result) Position(points int, date graph.Date, id graph.ID) (count int, at bool) {
	n, found := r.index.view.Find(id)
	if found = found && r.index.view.ID(n) == id; !found { // what was merged stood where it would stand, not where the other one does
		n = r.place(date, id)
	}
	r.ordered.Lock()
	defer r.ordered.Unlock()
	for step := 128; ; step *= 2 {
		r.ranking.extend(r.met, step)
		list := r.ranking.ranked
		count = sort.Search(len(list), func(i int) bool {
			return list[i].points < points || list[i].points == points && list[i].node >= n
		})
		if count < len(list) {
			return count, found && list[count] == ranked{n, points}
		}
		if len(list) < step {
			return count, false
		}
	}
}

// place is the first node that would not stand before a thing that the view doesn't have.
func (r *Result) place(date graph.Date, id graph.ID) view.Node {
	v := r.index.view
	first, end := v.Range(min(id.Kind(), graph.KindEvent))
	if id.Kind() != graph.KindReport {
		return first + view.Node(sort.Search(int(end-first), func(i int) bool { return v.ID(first+view.Node(i)) >= id }))
	}
	list := r.index.plain.Ordered(context.Background(), r.Reports(), graph.NewestFirst)
	i := list.Position(date, "", id)
	if next := list.Slice(i, i+1); len(next) > 0 {
		return next[0]
	}
	return end
}
