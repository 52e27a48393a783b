package handles

import (
	"context"

	"github.com/wasl-graph/wasl/graph"
)

// Project is a piece of work out of which reports come.
type Project struct{ entity }

// Reports are its outputs.
func (p Project) Reports(ctx context.Context, filter *ReportFilter, orderBy *ReportOrder, first *int32, after *string, last *int32, before *string) (ReportConnection, error) {
	return p.s.Reports(ctx, p.ID(), graph.Filter{Projects: []graph.ID{p.id()}}, filter, orderBy, Window{first, after, last, before})
}

// Acronym is the usual abbreviation.
func (p Project) Acronym() *string { return p.acronym() }

// Organisations are its partners, by label.
func (p Project) Organisations(first *int32, after *string, last *int32, before *string) (OrganisationConnection, error) {
	return organisations(p.entity, "organisations", p.objects(graph.PartnerOf), Window{first, after, last, before})
}

// Countries are those that its reports are about, the commonest first.
func (p Project) Countries(ctx context.Context) ([]Country, error) {
	return ofReports(ctx, p, graph.ByCountry, func(e entity) Country { return Country{e} })
}

// Themes are those that its reports are about, the commonest first.
func (p Project) Themes(ctx context.Context) ([]Theme, error) {
	return ofReports(ctx, p, graph.ByTheme, func(e entity) Theme { return Theme{e} })
}

// ofReports are the values that the project's reports have in a dimension, the commonest first, then by label.
func ofReports[T any](ctx context.Context, p Project, by graph.Dimension, wrap func(entity) T) ([]T, error) {
	set, err := p.s.view.Filter(ctx, graph.Filter{Projects: []graph.ID{p.id()}})
	if err != nil {
		return nil, err
	}
	facet, err := p.s.reader.Facet(ctx, set, by, int(^uint(0)>>1))
	if err != nil {
		return nil, err
	}
	list := make([]T, len(facet.Buckets))
	for i, b := range facet.Buckets {
		list[i] = wrap(entity{s: p.s, n: b.Node})
	}
	return list, nil
}

// Predecessors are the projects that it continues, by label.
func (p Project) Predecessors() []Project {
	return each(p.s, p.to(graph.KindProject, graph.Follows), func(e entity) Project { return Project{e} })
}

// Successors are the projects that continue it, by label.
func (p Project) Successors() []Project {
	return each(p.s, p.from(graph.KindProject, graph.Follows), func(e entity) Project { return Project{e} })
}
