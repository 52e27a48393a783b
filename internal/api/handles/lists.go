package handles

import (
	"slices"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/view"
)

// The connections of the schema that hold nothing but their page.
type (
	PersonConnection        = Page[Person]
	PersonEdge              = Edge[Person]
	OrganisationConnection  = Page[Organisation]
	OrganisationEdge        = Edge[Organisation]
	ProjectConnection       = Page[Project]
	ProjectEdge             = Edge[Project]
	CountryConnection       = Page[Country]
	CountryEdge             = Edge[Country]
	RegionConnection        = Page[Region]
	RegionEdge              = Edge[Region]
	ThemeConnection         = Page[Theme]
	ThemeEdge               = Edge[Theme]
	ParticipationConnection = Page[Participation]
	ParticipationEdge       = Edge[Participation]
	StatementConnection     = Page[Statement]
	StatementEdge           = Edge[Statement]
	ChangeConnection        = Page[Change]
	ChangeEdge              = Edge[Change]
	ReportEdge              = Edge[Report]
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
