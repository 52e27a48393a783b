package handles

import (
	"context"

	"github.com/wasl-graph/wasl/graph"
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
	narrow.And = append(narrow.And, filter)
	set, err := s.view.Filter(ctx, narrow)
	if err != nil {
		return ReportConnection{}, err
	}
	by := graph.NewestFirst
	if order != nil {
		by = graph.ReportOrder(*order)
	}
	list := s.reader.Ordered(ctx, set, by)
	if err := ctx.Err(); err != nil { // the list may be empty for no other reason
		return ReportConnection{}, err
	}
	p, err := page(w, s.newScope(within+".reports", narrow, by), s.reportListing(list), func(n view.Node) Report {
		return Report{entity{s: s, n: n}}
	})
	return ReportConnection{p, s, set}, err
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
	n := 10
	if first != nil {
		var err error
		if n, err = limited("first", *first); err != nil {
			return Facet{}, err
		}
	}
	f, err := c.s.reader.Facet(ctx, c.set, graph.Dimension(by), n)
	return Facet{s: c.s, Dimension: by, counted: f}, err
}
