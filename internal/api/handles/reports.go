package handles

import (
	"context"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/search"
	"github.com/wasl-graph/wasl/internal/view"
)

// ReportConnection is a page of reports, which can be counted as a whole.
type ReportConnection struct {
	Page[Report]
	s   *Session
	set view.Set
}

// Reports is the page of the reports that a filter means. Within names the list that the field belongs to, and narrows
// the filter down to what hangs together with an entity.
func (s *Session) Reports(ctx context.Context, within string, narrow graph.Filter, f *ReportFilter, order *ReportOrder, w Window) (ReportConnection, error) {
	filter, err := f.domain("filter")
	if err != nil {
		return ReportConnection{}, err
	}
	all := search.Filter{Filter: narrow, All: []search.Filter{filter}}
	by := graph.NewestFirst
	if order != nil {
		by = graph.ReportOrder(*order)
	}
	set, list, err := s.orderedReports(ctx, all, by)
	if err != nil {
		return ReportConnection{}, err
	}
	p, err := page(w, s.newScope(within+".reports", all, by), list, func(n view.Node) Report {
		return Report{entity{s: s, n: n}}
	})
	return ReportConnection{p, s, set}, err
}

// orderedReports are the reports that a filter means, as a set and in an order.
func (s *Session) orderedReports(ctx context.Context, f search.Filter, by graph.ReportOrder) (view.Set, listing[view.Node], error) {
	if by == graph.ByRelevance {
		found, err := s.index.Relevant(ctx, f)
		if err != nil {
			return view.Set{}, listing[view.Node]{}, err
		}
		return found.Reports(), s.relevanceListing(found), nil
	}
	set, err := s.index.Filter(ctx, f)
	if err != nil {
		return view.Set{}, listing[view.Node]{}, err
	}
	list := s.reader.Ordered(ctx, set, by)
	return set, s.reportListing(list), ctx.Err() // the list may be empty for no other reason
}

func (s *Session) reportListing(list view.ReportList) listing[view.Node] {
	return listing[view.Node]{
		length: list.Len(),
		slice:  list.Slice,
		key: func(n view.Node, _ int) key {
			return key{Date: s.view.Published(n).String(), Label: s.reader.SortLabel(n), ID: string(s.view.ID(n))}
		},
		before: func(k key) (int, bool) {
			var date graph.Date
			if err := date.UnmarshalText([]byte(k.Date)); err != nil {
				return 0, false // no cursor of ours has such a date; the list begins at its beginning
			}
			i := list.Position(date, k.Label, graph.ID(k.ID))
			next := list.Slice(i, i+1)
			return i, len(next) > 0 && string(s.view.ID(next[0])) == k.ID
		},
	}
}

// Facet counts all reports of the list, not only those of the page.
func (c ReportConnection) Facet(ctx context.Context, by FacetDimension, first *int32) (Facet, error) {
	return c.s.facet(ctx, c.set, by, first)
}

func (s *Session) facet(ctx context.Context, set view.Set, by FacetDimension, first *int32) (Facet, error) {
	n, err := limitedOr(10, "first", first)
	if err != nil {
		return Facet{}, err
	}
	f, err := s.reader.Facet(ctx, set, graph.Dimension(by), n)
	return Facet{s: s, Dimension: by, counted: f}, err
}
