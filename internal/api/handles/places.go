package handles

import (
	"context"

	"github.com/wasl-graph/wasl/graph"
)

// Country is a country or area.
type Country struct{ entity }

// Reports are those about the country.
func (c Country) Reports(ctx context.Context, filter *ReportFilter, orderBy *ReportOrder, first *int32, after *string, last *int32, before *string) (ReportConnection, error) {
	narrow := graph.Filter{Countries: []graph.ID{c.id()}, CountryRole: filter.role()}
	return c.s.Reports(ctx, c.ID(), narrow, filter, orderBy, Window{first, after, last, before})
}

// role is the role that a filter speaks of: SUBJECT unless it says otherwise.
func (f *ReportFilter) role() graph.CountryRole {
	if f == nil || f.CountryRole == nil {
		return graph.RoleSubject
	}
	return graph.CountryRole(*f.CountryRole)
}

// Code is the ISO 3166-1 code.
func (c Country) Code() CountryCode { return CountryCode(c.id().Local()) }

// Regions are those that it lies in, over any number of steps, and those within it, by label.
func (c Country) Regions() []Region {
	return each(c.s, c.s.ordered(graph.KindRegion, c.around()), func(e entity) Region { return Region{e} })
}

// Projects are those with a report about the country, by label.
func (c Country) Projects(ctx context.Context, first *int32, after *string, last *int32, before *string) (ProjectConnection, error) {
	nodes, err := c.s.projectsAbout(ctx, []graph.ID{c.id()})
	if err != nil {
		return ProjectConnection{}, err
	}
	return projects(c.entity, "projects", nodes, Window{first, after, last, before})
}

// Region is a place above or below a country.
type Region struct{ entity }

// Reports are those about the region, its parts and its countries.
func (r Region) Reports(ctx context.Context, filter *ReportFilter, orderBy *ReportOrder, first *int32, after *string, last *int32, before *string) (ReportConnection, error) {
	narrow := graph.Filter{Regions: []graph.ID{r.id()}, CountryRole: filter.role()}
	return r.s.Reports(ctx, r.ID(), narrow, filter, orderBy, Window{first, after, last, before})
}

// Countries are those in the region, over any number of steps, and those that it is a part of, by label.
func (r Region) Countries() []Country {
	return each(r.s, r.s.ordered(graph.KindCountry, r.around()), func(e entity) Country { return Country{e} })
}

// PartOf are the regions that it is directly a part of, by label.
func (r Region) PartOf() []Region {
	return each(r.s, r.to(graph.KindRegion, graph.PartOf), func(e entity) Region { return Region{e} })
}

// Parts are the regions that are directly a part of it, by label.
func (r Region) Parts() []Region {
	return each(r.s, r.from(graph.KindRegion, graph.PartOf), func(e entity) Region { return Region{e} })
}
