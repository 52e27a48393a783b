package api

import (
	"context"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/api/generated"
	"github.com/wasl-graph/wasl/internal/api/handles"
)

// root resolves the one type that is not a handle.
type root struct{}

func (root) Query() generated.QueryResolver { return query{} }

// query answers the fields of Query on the session of the request.
type query struct{}

func (query) Node(ctx context.Context, id string) (handles.Node, error) {
	return handles.From(ctx).Lookup(id), nil
}

func (query) Nodes(ctx context.Context, ids []string) ([]handles.Node, error) {
	return handles.From(ctx).LookupAll(ids)
}

func (query) Entity(ctx context.Context, id string) (handles.Entity, error) {
	return handles.From(ctx).Identified(id), nil
}

func (query) Country(ctx context.Context, code handles.CountryCode) (*handles.Country, error) {
	return handles.From(ctx).Country(code), nil
}

func (query) Reports(ctx context.Context, filter *handles.ReportFilter, orderBy *handles.ReportOrder, first *int32, after *string, last *int32, before *string) (*handles.ReportConnection, error) {
	return answer(handles.From(ctx).Reports(ctx, "", graph.Filter{}, filter, orderBy, handles.Window{First: first, After: after, Last: last, Before: before}))
}

func (query) People(ctx context.Context, startsWith *string, ids, countries []string, first *int32, after *string, last *int32, before *string) (*handles.PersonConnection, error) {
	selection := handles.Selection{StartsWith: startsWith, IDs: ids, Countries: countries}
	return answer(handles.From(ctx).People(ctx, selection, handles.Window{First: first, After: after, Last: last, Before: before}))
}

func (query) Organisations(ctx context.Context, startsWith *string, ids, countries []string, first *int32, after *string, last *int32, before *string) (*handles.OrganisationConnection, error) {
	selection := handles.Selection{StartsWith: startsWith, IDs: ids, Countries: countries}
	return answer(handles.From(ctx).Organisations(ctx, selection, handles.Window{First: first, After: after, Last: last, Before: before}))
}

func (query) Projects(ctx context.Context, startsWith *string, ids, countries []string, first *int32, after *string, last *int32, before *string) (*handles.ProjectConnection, error) {
	selection := handles.Selection{StartsWith: startsWith, IDs: ids, Countries: countries}
	return answer(handles.From(ctx).Projects(ctx, selection, handles.Window{First: first, After: after, Last: last, Before: before}))
}

func (query) Countries(ctx context.Context, startsWith *string, ids []string, first *int32, after *string, last *int32, before *string) (*handles.CountryConnection, error) {
	selection := handles.Selection{StartsWith: startsWith, IDs: ids}
	return answer(handles.From(ctx).Countries(ctx, selection, handles.Window{First: first, After: after, Last: last, Before: before}))
}

func (query) Regions(ctx context.Context, startsWith *string, ids []string, first *int32, after *string, last *int32, before *string) (*handles.RegionConnection, error) {
	selection := handles.Selection{StartsWith: startsWith, IDs: ids}
	return answer(handles.From(ctx).Regions(ctx, selection, handles.Window{First: first, After: after, Last: last, Before: before}))
}

func (query) Themes(ctx context.Context, startsWith *string, ids []string, first *int32, after *string, last *int32, before *string) (*handles.ThemeConnection, error) {
	selection := handles.Selection{StartsWith: startsWith, IDs: ids}
	return answer(handles.From(ctx).Themes(ctx, selection, handles.Window{First: first, After: after, Last: last, Before: before}))
}

func (query) Search(ctx context.Context, text string, kinds []handles.EntityKind, filter *handles.ReportFilter, first *int32, after *string) (*handles.SearchConnection, error) {
	return answer(handles.From(ctx).Search(ctx, text, kinds, filter, first, after))
}

func (query) Suggest(ctx context.Context, prefix string, kinds []handles.EntityKind, first *int32) ([]*handles.Suggestion, error) {
	return handles.From(ctx).Suggest(ctx, prefix, kinds, first)
}

func (query) Paths(ctx context.Context, from, to string, maxLength, first *int32, through []handles.EntityKind) (*handles.PathResult, error) {
	return answer(handles.From(ctx).Paths(ctx, from, to, maxLength, first, through))
}

func (query) Neighbourhood(ctx context.Context, id string, depth, limit *int32, kinds []handles.EntityKind, relations []handles.Relation) (*handles.Subgraph, error) {
	return answer(handles.From(ctx).Neighbourhood(ctx, id, depth, limit, kinds, relations))
}

func (query) Coverage(ctx context.Context, rows, columns handles.FacetDimension, filter *handles.ReportFilter, firstRows, firstColumns *int32) (*handles.Coverage, error) {
	return answer(handles.From(ctx).Coverage(ctx, rows, columns, filter, firstRows, firstColumns))
}

func (query) Changes(ctx context.Context, first *int32, after *string, last *int32, before *string) (*handles.ChangeConnection, error) {
	return answer(handles.From(ctx).Changes(handles.Window{First: first, After: after, Last: last, Before: before}))
}

func (query) Graph(ctx context.Context) (*handles.GraphInfo, error) {
	info := handles.From(ctx).Graph()
	return &info, nil
}

// answer is a value or an error, in the form that gqlgen expects.
func answer[T any](value T, err error) (*T, error) {
	if err != nil {
		return nil, err
	}
	return &value, nil
}
