package handles

import (
	"context"
	"slices"
	"strings"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/lang"
	"github.com/wasl-graph/wasl/internal/view"
)

// Lookup finds anything by its id: an entity, a statement, a source or a change. It returns nil for an id that nobody has.
func (s *Session) Lookup(id string) Node {
	prefix, _, _ := strings.Cut(id, ":")
	switch prefix {
	case "statement":
		if statement := s.statementByID(id); statement != nil {
			return *statement
		}
	case "source":
		if source := s.source(graph.SourceID(id)); source != nil {
			return *source
		}
	case "change":
		if change := s.changeByID(id); change != nil {
			return *change
		}
	default:
		if n, found := s.view.Find(graph.ID(id)); found {
			return s.Entity(n)
		}
	}
	return nil
}

// LookupAll finds several things, nil for those that are not there.
func (s *Session) LookupAll(ids []string) ([]Node, error) {
	if len(ids) > maxPage {
		return nil, graph.NewError(graph.BadInput, "ids.many",
			"{argument}: {value} are too many; at most {max} can be looked up at once",
			graph.Params{"argument": "ids", "value": len(ids), "max": maxPage})
	}
	nodes := make([]Node, len(ids))
	for i, id := range ids {
		nodes[i] = s.Lookup(id)
	}
	return nodes, nil
}

// Identified finds an entity by its id or by an identifier of somebody else's.
func (s *Session) Identified(id string) Entity {
	n, found := s.view.Find(graph.ID(id))
	if !found {
		n, found = s.view.Identified(id)
	}
	if !found {
		return nil
	}
	return s.Entity(n)
}

// Country finds a country by its code.
func (s *Session) Country(code CountryCode) *Country {
	n, found := s.view.Find(graph.CountryCode(code).ID())
	if !found {
		return nil
	}
	return &Country{entity{s: s, n: n}}
}

// Selection is what the lists of entities of one kind can be narrowed down by.
type Selection struct {
	StartsWith *string
	IDs        []string
	Countries  []string
}

// scope names the list, the same for the same conditions: what is left out and what is empty ask for nothing.
func (sel Selection) scope(s *Session, k graph.Kind) scope {
	prefix := ""
	if sel.StartsWith != nil {
		prefix = lang.Fold(*sel.StartsWith)
	}
	return s.newScope(k.String(), prefix, append([]string{}, sel.IDs...), append([]string{}, sel.Countries...))
}

// People is a page of people.
func (s *Session) People(ctx context.Context, sel Selection, w Window) (PersonConnection, error) {
	return list(ctx, s, graph.KindPerson, sel, w, func(e entity) Person { return Person{e} })
}

// Organisations is a page of organisations.
func (s *Session) Organisations(ctx context.Context, sel Selection, w Window) (OrganisationConnection, error) {
	return list(ctx, s, graph.KindOrganisation, sel, w, func(e entity) Organisation { return Organisation{e} })
}

// Projects is a page of projects.
func (s *Session) Projects(ctx context.Context, sel Selection, w Window) (ProjectConnection, error) {
	return list(ctx, s, graph.KindProject, sel, w, func(e entity) Project { return Project{e} })
}

// Countries is a page of countries.
func (s *Session) Countries(ctx context.Context, sel Selection, w Window) (CountryConnection, error) {
	return list(ctx, s, graph.KindCountry, sel, w, func(e entity) Country { return Country{e} })
}

// Regions is a page of regions.
func (s *Session) Regions(ctx context.Context, sel Selection, w Window) (RegionConnection, error) {
	return list(ctx, s, graph.KindRegion, sel, w, func(e entity) Region { return Region{e} })
}

// Themes is a page of themes.
func (s *Session) Themes(ctx context.Context, sel Selection, w Window) (ThemeConnection, error) {
	return list(ctx, s, graph.KindTheme, sel, w, func(e entity) Theme { return Theme{e} })
}

// list is a page of the selected entities of a kind, by label.
func list[T any](ctx context.Context, s *Session, k graph.Kind, sel Selection, w Window, wrap func(entity) T) (Page[T], error) {
	nodes, err := s.selected(ctx, k, sel)
	if err != nil {
		return Page[T]{}, err
	}
	return page(w, sel.scope(s, k), s.labelled(nodes), func(n view.Node) T { return wrap(entity{s: s, n: n}) })
}

// selected are the entities of a kind that fulfil all conditions, by label. Its cost goes with the number of entities of
// the kind when there is a condition.
func (s *Session) selected(ctx context.Context, k graph.Kind, sel Selection) ([]view.Node, error) {
	nodes := s.reader.Labelled(k)
	var ids idReader
	if wanted := ids.read("ids", sel.IDs, k); wanted != nil {
		nodes = s.keep(nodes, wanted)
	}
	countries := ids.read("countries", sel.Countries, graph.KindCountry)
	if ids.err != nil {
		return nil, ids.err
	}
	if countries != nil {
		connected, err := s.connected(ctx, k, countries)
		if err != nil {
			return nil, err
		}
		nodes = only(nodes, connected)
	}
	if sel.StartsWith == nil {
		return nodes, nil
	}
	return s.beginning(ctx, nodes, *sel.StartsWith)
}

func (s *Session) keep(nodes []view.Node, ids []graph.ID) []view.Node {
	var wanted []view.Node
	for _, id := range ids {
		if n, found := s.view.Find(id); found {
			wanted = append(wanted, n)
		}
	}
	return only(nodes, wanted)
}

// only keeps the nodes that are wanted, in their order.
func only(nodes, wanted []view.Node) []view.Node {
	want := make(map[view.Node]bool, len(wanted))
	for _, n := range wanted {
		want[n] = true
	}
	return slices.DeleteFunc(slices.Clone(nodes), func(n view.Node) bool { return !want[n] })
}

// beginning keeps the nodes whose label in the reader's language begins with the prefix, once both are folded.
func (s *Session) beginning(ctx context.Context, nodes []view.Node, prefix string) ([]view.Node, error) {
	var kept []view.Node
	for i, n := range nodes {
		if i%1024 == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		if lang.FoldedPrefix(s.reader.Label(n).Value, prefix) {
			kept = append(kept, n)
		}
	}
	return kept, nil
}

// connected are the entities of a kind that have to do with reports about the countries; organisations also those that
// are located there.
func (s *Session) connected(ctx context.Context, k graph.Kind, countries []graph.ID) ([]view.Node, error) {
	if k == graph.KindProject {
		return s.projectsAbout(ctx, countries)
	}
	set, err := s.view.Filter(ctx, graph.Filter{Countries: countries})
	if err != nil {
		return nil, err
	}
	nodes, err := s.view.Contributors(ctx, set, k)
	if err != nil || k != graph.KindOrganisation {
		return nodes, err
	}
	for _, id := range countries {
		if n, found := s.view.Find(id); found {
			for _, place := range append(s.view.Below(n, graph.PartOf), n) {
				nodes = append(nodes, s.view.Subjects(place, graph.LocatedIn)...)
			}
		}
	}
	return nodes, nil
}

// projectsAbout are the projects with a report about one of the countries.
func (s *Session) projectsAbout(ctx context.Context, countries []graph.ID) ([]view.Node, error) {
	set, err := s.view.Filter(ctx, graph.Filter{Countries: countries})
	if err != nil {
		return nil, err
	}
	return s.view.Reached(ctx, set, graph.OutputOf)
}

// GraphInfo is the graph as a whole.
type GraphInfo struct{ s *Session }

// Graph is the graph as a whole.
func (s *Session) Graph() GraphInfo { return GraphInfo{s} }

// Revision names the state of the graph.
func (g GraphInfo) Revision() string { return g.s.view.Revision().String() }

// StatementCount is how many statements there are.
func (g GraphInfo) StatementCount() int32 { return int32(g.s.view.Statements()) }

// Counts is how many entities there are of each kind.
func (g GraphInfo) Counts() []KindCount {
	var list []KindCount
	for _, k := range graph.Kinds() {
		list = append(list, KindCount{EntityKind(k), int32(g.s.view.Count(k))})
	}
	return list
}

// Languages are those in which labels are served, by name.
func (g GraphInfo) Languages() []Language { return g.s.languages(lang.Served()) }

// KindCount is how many entities there are of a kind.
type KindCount struct {
	Kind  EntityKind
	Count int32
}
