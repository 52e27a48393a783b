package handles

import (
	"slices"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/view"
)

// The connections of the schema that hold nothing but their page, and the edges of all.
type (
	// PersonConnection is a page of people.
	PersonConnection = Page[Person]
	// PersonEdge is one of them with its cursor.
	PersonEdge = Edge[Person]
	// OrganisationConnection is a page of organisations.
	OrganisationConnection = Page[Organisation]
	// OrganisationEdge is one of them with its cursor.
	OrganisationEdge = Edge[Organisation]
	// ProjectConnection is a page of projects.
	ProjectConnection = Page[Project]
	// ProjectEdge is one of them with its cursor.
	ProjectEdge = Edge[Project]
	// CountryConnection is a page of countries.
	CountryConnection = Page[Country]
	// CountryEdge is one of them with its cursor.
	CountryEdge = Edge[Country]
	// RegionConnection is a page of regions.
	RegionConnection = Page[Region]
	// RegionEdge is one of them with its cursor.
	RegionEdge = Edge[Region]
	// ThemeConnection is a page of themes.
	ThemeConnection = Page[Theme]
	// ThemeEdge is one of them with its cursor.
	ThemeEdge = Edge[Theme]
	// ParticipationConnection is a page of parts in an event.
	ParticipationConnection = Page[Participation]
	// ParticipationEdge is one of them with its cursor.
	ParticipationEdge = Edge[Participation]
	// StatementConnection is a page of statements.
	StatementConnection = Page[Statement]
	// StatementEdge is one of them with its cursor.
	StatementEdge = Edge[Statement]
	// ChangeConnection is a page of changes.
	ChangeConnection = Page[Change]
	// ChangeEdge is one of them with its cursor.
	ChangeEdge = Edge[Change]
	// ReportEdge is a report with its cursor.
	ReportEdge = Edge[Report]
)

// entities is a page of entities of one kind that hang together with an entity, by label.
func entities[T any](e entity, field string, k graph.Kind, nodes []view.Node, w Window, wrap func(entity) T) (Page[T], error) {
	list := e.s.labelled(e.s.ordered(k, slices.Clone(nodes)))
	return page(w, e.s.newScope(e.ID()+"."+field), list, func(n view.Node) T { return wrap(entity{s: e.s, n: n}) })
}

func people(e entity, field string, nodes []view.Node, w Window) (PersonConnection, error) {
	return entities(e, field, graph.KindPerson, nodes, w, func(e entity) Person { return Person{e} })
}

func projects(e entity, field string, nodes []view.Node, w Window) (ProjectConnection, error) {
	return entities(e, field, graph.KindProject, nodes, w, func(e entity) Project { return Project{e} })
}

func organisations(e entity, field string, nodes []view.Node, w Window) (OrganisationConnection, error) {
	return entities(e, field, graph.KindOrganisation, nodes, w, func(e entity) Organisation { return Organisation{e} })
}

func themes(e entity, field string, nodes []view.Node, w Window) (ThemeConnection, error) {
	return entities(e, field, graph.KindTheme, nodes, w, func(e entity) Theme { return Theme{e} })
}
