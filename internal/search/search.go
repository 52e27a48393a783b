package search

import (
	"context"

	"github.com/RoaringBitmap/roaring/v2"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/view"
)

// Request says what is searched for.
type Request struct {
	// Query is what somebody typed. Without a word in it, it finds nothing.
	Query string
	// Argument is what errors call the query; "query" when it is empty.
	Argument string
	// Kinds are the kinds of things to find; all when there are none.
	Kinds []graph.Kind
	// Within are the reports to choose from, nil for all. Other kinds of things are not found within a set of reports.
	Within *view.Set
}

// Search finds what meets a query. Its cost is a few operations on sets of all nodes for each word, and for a quotation a
// look at everything that holds all of its words; a cancelled context ends it. The error is BAD_INPUT for a query that is too
// long, or the context's.
func (x *Index) Search(ctx context.Context, r Request) (*Result, error) {
	argument := r.Argument
	if argument == "" {
		argument = "query"
	}
	q, err := x.parse(argument, r.Query)
	if err != nil {
		return nil, err
	}
	p, err := x.plan(ctx, q)
	if err != nil {
		return nil, err
	}
	met, err := x.meetPlan(ctx, p)
	if err != nil {
		return nil, err
	}
	return &Result{index: x, plan: p, met: x.narrow(met, r), ranking: newRanking(p.units)}, ctx.Err()
}

// meetPlan finds everything that meets a query. When nothing meets all of its units it first takes names apart into words,
// then does without the words that nothing meets, then takes what meets the most of them, at least half.
func (x *Index) meetPlan(ctx context.Context, p *plan) (*roaring.Bitmap, error) {
	for _, w := range p.units {
		p.noteUnknown(w)
	}
	if len(p.units) == 0 {
		return x.allBut(p), nil
	}
	met := meetingAll(p.units)
	if met.IsEmpty() {
		units, err := x.split(ctx, p.query, p.units)
		if err != nil {
			return nil, err
		}
		p.units = units
		met = meetingAll(units)
	}
	if met.IsEmpty() {
		met = p.relax()
	}
	for _, u := range p.without {
		met = roaring.AndNot(met, u.layers.union())
	}
	return met, nil
}

// meetingAll is what meets all units. It must not be changed.
func meetingAll(units []*unit) *roaring.Bitmap {
	met := units[0].layers.union()
	for _, u := range units[1:] {
		met = roaring.And(met, u.layers.union())
	}
	return met
}

// allBut is what a query finds that only says what it doesn't want: all other reports. A query that says nothing at all
// finds nothing.
func (x *Index) allBut(p *plan) *roaring.Bitmap {
	met := roaring.New()
	if len(p.without) == 0 {
		return met
	}
	met.AddRange(0, uint64(x.firstThing()))
	for _, u := range p.without {
		met.AndNot(u.layers.union())
	}
	return met
}

// narrow keeps what the request asks for. Its result must not be changed either.
func (x *Index) narrow(met *roaring.Bitmap, r Request) *roaring.Bitmap {
	if r.Within != nil {
		met = roaring.And(met, r.Within.Bitmap())
	}
	if len(r.Kinds) == 0 {
		return met
	}
	kinds := roaring.New()
	for _, k := range r.Kinds {
		first, end := x.view.Range(k)
		kinds.AddRange(uint64(first), uint64(end))
	}
	return roaring.And(met, kinds)
}

// noteUnknown remembers the words of a unit that nothing is met by.
func (p *plan) noteUnknown(u *unit) {
	if u.kind == words && len(u.words) == 1 && u.layers.union().IsEmpty() {
		p.unknown = append(p.unknown, u.words[0])
	}
}

// relax finds what meets the most units, at least half of those that anything meets. The units that nothing meets don't
// count, but for years: nobody who asks for 2015 wants what came out in 2024.
func (p *plan) relax() *roaring.Bitmap {
	var units, times []*unit
	for _, u := range p.units {
		if u.kind == period {
			times = append(times, u)
		}
		if !u.layers.union().IsEmpty() {
			units = append(units, u)
		}
	}
	if len(units) == 0 || 2*len(units) < len(p.units) {
		p.units = nil
		return roaring.New()
	}
	p.units = units
	// atLeast[k] is what meets at least k+1 of the units so far.
	atLeast := make([]*roaring.Bitmap, len(units))
	for i, u := range units {
		atLeast[i] = roaring.New()
		for k := i; k > 0; k-- {
			atLeast[k].Or(roaring.And(atLeast[k-1], u.layers.union()))
		}
		atLeast[0].Or(u.layers.union())
	}
	for k := len(units) - 1; 2*(k+1) >= len(units); k-- {
		met := atLeast[k]
		for _, u := range times {
			met = roaring.And(met, u.layers.union())
		}
		if !met.IsEmpty() {
			return met
		}
	}
	return roaring.New()
}
