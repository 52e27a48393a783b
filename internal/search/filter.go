package search

import (
	"context"
	"slices"
	"strings"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/view"
)

// Filter says which reports are meant, as [graph.Filter] does, and with words too. All of its parts must hold. And, Or and Not
// of the embedded filter may hold filters without words.
type Filter struct {
	graph.Filter
	// Query is what a report must meet as it would in a search. A blank one is no condition.
	Query string
	// Argument is what errors call the query, "query" when it is empty.
	Argument string

	All  []Filter // each of them must hold
	Any  []Filter // one of them must, unless there are none
	None *Filter  // it must not
}

// Filter finds the reports that a filter means. Its cost is that of its searches and of [view.View.Filter]; a cancelled context
// ends it. The error is BAD_INPUT for a query that is too long, or the context's.
func (x *Index) Filter(ctx context.Context, f Filter) (view.Set, error) {
	set, err := x.view.Filter(ctx, f.Filter)
	if err != nil {
		return view.Set{}, err
	}
	if strings.TrimSpace(f.Query) != "" {
		met, err := x.Search(ctx, Request{Query: f.Query, Argument: f.Argument, Within: &set})
		if err != nil {
			return view.Set{}, err
		}
		set = met.Reports()
	}
	for _, part := range f.All {
		also, err := x.Filter(ctx, part)
		if err != nil {
			return view.Set{}, err
		}
		set = set.Intersect(also)
	}
	if set, err = x.anyOf(ctx, set, f.Any); err != nil || f.None == nil {
		return set, err
	}
	not, err := x.Filter(ctx, *f.None)
	return set.Without(not), err
}

func (x *Index) anyOf(ctx context.Context, set view.Set, parts []Filter) (view.Set, error) {
	if len(parts) == 0 {
		return set, nil
	}
	var sets []view.Set
	for _, part := range parts {
		one, err := x.Filter(ctx, part)
		if err != nil {
			return view.Set{}, err
		}
		sets = append(sets, one)
	}
	return set.Intersect(view.Unite(sets...)), nil
}

// Relevant finds the reports that a filter means, in the order of relevance for its queries: its own and those of All, which
// must be met together. Queries elsewhere only choose. Without any the newest report comes first.
func (x *Index) Relevant(ctx context.Context, f Filter) (*Result, error) {
	set, err := x.Filter(ctx, f)
	if err != nil {
		return nil, err
	}
	result := &Result{index: x, plan: &plan{}, met: set.Bitmap()}
	for _, request := range f.queries() {
		one, err := x.Search(ctx, request)
		if err != nil {
			return nil, err
		}
		if result.plan.query.text == "" {
			result.plan.query, result.plan.unknown = one.plan.query, one.plan.unknown
		}
		result.plan.units = append(result.plan.units, one.plan.units...)
	}
	result.ranking = newRanking(result.plan.units)
	return result, ctx.Err()
}

// queries are those that every report of the filter meets.
func (f Filter) queries() []Request {
	var list []Request
	if strings.TrimSpace(f.Query) != "" {
		list = append(list, Request{Query: f.Query, Argument: f.Argument})
	}
	for _, part := range f.All {
		list = slices.Concat(list, part.queries())
	}
	return list
}
