package handles

import (
	"context"
	"slices"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/view"
)

// Person is somebody whose full name a source prints.
type Person struct{ entity }

func (Person) isAgent() {}

// Reports are those in which the person has part.
func (p Person) Reports(ctx context.Context, filter *ReportFilter, orderBy *ReportOrder, first *int32, after *string, last *int32, before *string) (ReportConnection, error) {
	return p.s.Reports(ctx, p.ID(), graph.Filter{People: []graph.ID{p.id()}}, filter, orderBy, Window{first, after, last, before})
}

// Affiliations are the organisations that the person belongs to, by label.
func (p Person) Affiliations() []Organisation {
	return each(p.s, p.to(graph.KindOrganisation, graph.AffiliatedWith), func(e entity) Organisation { return Organisation{e} })
}

// Coauthors are the people who are authors of a report together with the person, by label.
func (p Person) Coauthors(ctx context.Context, first *int32, after *string, last *int32, before *string) (PersonConnection, error) {
	var nodes []view.Node
	for _, report := range p.subjects(graph.Author) {
		if err := ctx.Err(); err != nil {
			return PersonConnection{}, err
		}
		nodes = p.s.view.Objects(nodes, report, graph.Author)
	}
	nodes = slices.DeleteFunc(nodes, func(n view.Node) bool { return n == p.n })
	return people(p.entity, "coauthors", nodes, Window{first, after, last, before})
}

// Organisation is a body that acts.
type Organisation struct{ entity }

func (Organisation) isAgent() {}

// Reports are those in which the organisation has part.
func (o Organisation) Reports(ctx context.Context, filter *ReportFilter, orderBy *ReportOrder, first *int32, after *string, last *int32, before *string) (ReportConnection, error) {
	return o.s.Reports(ctx, o.ID(), graph.Filter{Organisations: []graph.ID{o.id()}}, filter, orderBy, Window{first, after, last, before})
}

// Acronym is the usual abbreviation.
func (o Organisation) Acronym() *string { return o.acronym() }

// People are those who are affiliated with it, by label.
func (o Organisation) People(first *int32, after *string, last *int32, before *string) (PersonConnection, error) {
	return people(o.entity, "people", o.subjects(graph.AffiliatedWith), Window{first, after, last, before})
}

// Projects are those that it is a partner of, by label.
func (o Organisation) Projects(first *int32, after *string, last *int32, before *string) (ProjectConnection, error) {
	return projects(o.entity, "projects", o.subjects(graph.PartnerOf), Window{first, after, last, before})
}

// PartOf is what it belongs to, by label.
func (o Organisation) PartOf() []Organisation {
	return each(o.s, o.to(graph.KindOrganisation, graph.PartOf), func(e entity) Organisation { return Organisation{e} })
}

// Parts are what belongs to it, by label.
func (o Organisation) Parts() []Organisation {
	return each(o.s, o.from(graph.KindOrganisation, graph.PartOf), func(e entity) Organisation { return Organisation{e} })
}

// Country is where it has its seat: the country itself, or the one that the region of its seat is a part of.
func (o Organisation) Country() *Country {
	for _, n := range o.objects(graph.LocatedIn) {
		if o.s.view.Kind(n) == graph.KindCountry {
			return &Country{entity{s: o.s, n: n}}
		}
		for _, above := range o.s.view.Above(n, graph.PartOf) {
			if o.s.view.Kind(above) == graph.KindCountry {
				return &Country{entity{s: o.s, n: above}}
			}
		}
	}
	return nil
}

// labelled is the listing of entities in the order of their labels.
func (s *Session) labelled(nodes []view.Node) listing[view.Node] {
	return listing[view.Node]{
		length: len(nodes),
		slice:  func(lo, hi int) []view.Node { return nodes[lo:hi] },
		key:    func(n view.Node, _ int) key { return key{Label: s.reader.SortLabel(n), ID: string(s.view.ID(n))} },
		before: func(k key) (int, bool) {
			i := s.reader.Place(nodes, k.Label, graph.ID(k.ID))
			return i, i < len(nodes) && string(s.view.ID(nodes[i])) == k.ID
		},
	}
}
