package view_test

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/lang"
	"github.com/wasl-graph/wasl/internal/view"
)

// statements are the statements between entities, each once.
func (m naive) statements() []graph.Statement {
	var list []graph.Statement
	seen := map[graph.Statement]bool{}
	for _, a := range m {
		if key := a.Statement.Key(); a.Object.Entity != "" && a.Object.Entity != a.Subject && !seen[key] {
			seen[key] = true
			list = append(list, key)
		}
	}
	return list
}

// naiveHood is a neighbourhood by plain scans: how far each entity is, and by which relation it is reached first.
type naiveHood struct {
	distance map[graph.ID]int
	relation map[graph.ID]graph.Relation
}

func hoodOf(all []graph.Statement, q view.NeighbourhoodQuery) naiveHood {
	h := naiveHood{map[graph.ID]int{q.ID: 0}, map[graph.ID]graph.Relation{}}
	takes := func(id graph.ID) bool { return len(q.Kinds) == 0 || slices.Contains(q.Kinds, id.Kind()) }
	for distance := 1; distance <= q.Depth; distance++ {
		for _, s := range all {
			if len(q.Relations) > 0 && !slices.Contains(q.Relations, s.Relation) {
				continue
			}
			for _, pair := range [][2]graph.ID{{s.Subject, s.Object.Entity}, {s.Object.Entity, s.Subject}} {
				here, there := pair[0], pair[1]
				if at, reached := h.distance[here]; !reached || at != distance-1 || !takes(there) {
					continue
				}
				at, reached := h.distance[there]
				if !reached || at == distance && s.Relation < h.relation[there] {
					h.distance[there], h.relation[there] = distance, s.Relation
				}
			}
		}
	}
	return h
}

// labelPlaces says where each entity stands among those of its kind.
func labelPlaces(r *view.Reader) map[graph.ID]int {
	places := map[graph.ID]int{}
	for _, k := range graph.Kinds() {
		for i, n := range r.Labelled(k) {
			places[r.ID(n)] = i
		}
	}
	return places
}

// compareNeighbourhood compares an answer with plain scans.
func compareNeighbourhood(t failer, r *view.Reader, all []graph.Statement, q view.NeighbourhoodQuery, have view.Subgraph) {
	h, places := hoodOf(all, q), labelPlaces(r)
	order := slices.SortedFunc(maps.Keys(h.distance), func(a, b graph.ID) int {
		return cmp.Or(
			cmp.Compare(h.distance[a], h.distance[b]), cmp.Compare(h.relation[a], h.relation[b]), cmp.Compare(a.Kind(), b.Kind()),
			cmp.Compare(places[a], places[b]),
		)
	})
	if have.TotalNodes != len(order) || have.Truncated != (len(order) > q.Limit) {
		t.Errorf("%+v: %d nodes, truncated %v; expected %d", q, have.TotalNodes, have.Truncated, len(order))
	}
	order = order[:min(len(order), q.Limit)]
	degrees, shown := map[graph.ID]int{}, map[graph.ID]bool{}
	for _, id := range order {
		shown[id] = true
	}
	edges, followed := map[graph.Statement]bool{}, func(s graph.Statement) bool {
		return len(q.Relations) == 0 || slices.Contains(q.Relations, s.Relation)
	}
	for _, s := range all {
		degrees[s.Subject]++
		degrees[s.Object.Entity]++
		if shown[s.Subject] && shown[s.Object.Entity] && followed(s) {
			edges[s] = true
		}
	}
	for i, n := range have.Nodes {
		id := r.ID(n.Node)
		if i >= len(order) || order[i] != id || n.Distance != h.distance[id] || n.Degree != degrees[id] {
			t.Errorf("%+v: node %d is %s, %+v; expected %v", q, i, id, n, order)
			return
		}
	}
	if len(have.Nodes) != len(order) || len(have.Edges) != len(edges) {
		t.Errorf("%+v: %d nodes, %d edges; expected %d and %d", q, len(have.Nodes), len(have.Edges), len(order), len(edges))
	}
	for _, e := range have.Edges {
		s := r.Statement(e.Statement)
		if !edges[s.Key()] || s.Subject != r.ID(e.From) || s.Object.Entity != r.ID(e.To) || s.Relation != e.Relation {
			t.Errorf("%+v: the edge %+v is %v", q, e, s)
		}
	}
	if !slices.IsSortedFunc(have.Edges, func(a, b view.SubgraphEdge) int {
		return cmp.Or(cmp.Compare(slices.Index(order, r.ID(a.From)), slices.Index(order, r.ID(b.From))), cmp.Compare(a.Relation, b.Relation))
	}) {
		t.Errorf("%+v: the edges are not in order", q)
	}
}

// compareAvailable compares the counts with plain scans.
func compareAvailable(t failer, r *view.Reader, all []graph.Statement, id graph.ID, have []view.RelationCount) {
	type key struct {
		relation graph.Relation
		kind     graph.Kind
	}
	want := map[key]map[graph.ID]bool{}
	for _, s := range all {
		for _, pair := range [][2]graph.ID{{s.Subject, s.Object.Entity}, {s.Object.Entity, s.Subject}} {
			if pair[0] == id {
				k := key{s.Relation, pair[1].Kind()}
				if want[k] == nil {
					want[k] = map[graph.ID]bool{}
				}
				want[k][pair[1]] = true
			}
		}
	}
	for _, c := range have {
		if c.Count != len(want[key{c.Relation, c.Kind}]) {
			t.Errorf("%s: %+v, expected %d", id, c, len(want[key{c.Relation, c.Kind}]))
		}
	}
	ordered := slices.IsSortedFunc(have, func(a, b view.RelationCount) int {
		return cmp.Or(cmp.Compare(a.Relation, b.Relation), cmp.Compare(a.Kind, b.Kind))
	})
	if len(have) != len(want) || !ordered {
		t.Errorf("%s: %+v, expected %d counts in order", id, have, len(want))
	}
}

func TestNeighbourhoodsAgreeWithScans(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := randomSnapshot(t)
		v, all := mustBuild(s), naiveOf(s).statements()
		r := randomReader(t, v)
		q := view.NeighbourhoodQuery{
			ID:    v.ID(view.Node(rapid.IntRange(0, entities(v)-1).Draw(t, "middle"))),
			Depth: rapid.IntRange(1, view.MaxNeighbourhoodDepth).Draw(t, "depth"), Limit: rapid.IntRange(1, 30).Draw(t, "limit"),
		}
		if rapid.Bool().Draw(t, "some kinds") {
			q.Kinds = rapid.SliceOfN(rapid.SampledFrom(graph.Kinds()), 1, 5).Draw(t, "kinds")
		}
		if rapid.Bool().Draw(t, "some relations") {
			q.Relations = rapid.SliceOfN(rapid.SampledFrom(graph.Relations()), 1, 20).Draw(t, "relations")
		}
		have, steps, err := r.CountedNeighbourhood(t.Context(), q)
		if err != nil || steps > v.NeighbourhoodCost(q) {
			t.Fatal(err, steps, v.NeighbourhoodCost(q))
		}
		compareNeighbourhood(t, r, all, q, have)
		compareAvailable(t, r, all, q.ID, have.Available)
	})
}

// TestNeighbourhoodsOfHubs looks around entities to which thousands lead, which are not looked at one by one.
func TestNeighbourhoodsOfHubs(t *testing.T) {
	g := medium()
	var all []graph.Statement
	for _, about := range g.subjects {
		all = append(all, about.statements()...)
	}
	for _, tag := range []graph.Tag{graph.German, graph.Arabic} {
		r := g.For(lang.FromTags([]graph.Tag{tag}))
		for _, q := range []view.NeighbourhoodQuery{
			{ID: "theme:g-0", Depth: 1, Limit: 200},
			{ID: "theme:g-0", Depth: 1, Limit: 1},
			{ID: "theme:g-0", Depth: 1, Limit: 1000, Kinds: []graph.Kind{graph.KindReport}},
			{ID: "theme:g-0", Depth: 1, Limit: 200, Kinds: []graph.Kind{graph.KindTheme}},
			{ID: "theme:g-0", Depth: 2, Limit: 50, Relations: []graph.Relation{graph.AboutTheme, graph.OutputOf}},
			{ID: "country:AA", Depth: 1, Limit: 200},
			{ID: "country:AA", Depth: 2, Limit: 200, Relations: []graph.Relation{graph.AboutCountry, graph.MentionsCountry}},
			{ID: "organisation:g-0", Depth: 1, Limit: 30},
			{ID: "organisation:g-0", Depth: 2, Limit: 300, Kinds: []graph.Kind{graph.KindProject, graph.KindReport}},
			{ID: "person:g-0", Depth: 1, Limit: 100},
			{ID: "report:g-1", Depth: 2, Limit: 200},
			{ID: "report:g-1", Depth: 2, Limit: 200, Relations: []graph.Relation{graph.AboutTheme}},
			{ID: "region:g-0", Depth: 3, Limit: 400, Relations: []graph.Relation{graph.PartOf, graph.AboutCountry}},
		} {
			have, steps, err := r.CountedNeighbourhood(t.Context(), q)
			if err != nil || steps > g.NeighbourhoodCost(q) {
				t.Fatalf("%+v: %v, %d steps, cost %d", q, err, steps, g.NeighbourhoodCost(q))
			}
			compareNeighbourhood(t, r, all, q, have)
		}
		for _, id := range []graph.ID{"theme:g-0", "country:AA", "organisation:g-0", "person:g-0", "report:g-1"} {
			n, _ := g.Find(id)
			compareAvailable(t, r, all, id, g.Available(n))
		}
	}
}

// Of hundreds who lead to somebody by one relation, some do so by an earlier or a later one as well.
func TestNeighboursInACrowdStandByTheirFirstRelation(t *testing.T) {
	var f facts
	for i := range 400 {
		id := graph.ID(fmt.Sprintf("report:r-%d", i))
		f.say(id, graph.Editor, graph.ID("person:a"))
		switch i % 50 {
		case 7:
			f.say(id, graph.Funder, graph.ID("person:a"))
		case 9:
			f.say(id, graph.Author, graph.ID("person:a"))
		case 11:
			f.say(id, graph.Mentions, graph.ID("person:b"))
		}
	}
	f.say("person:a", graph.AffiliatedWith, graph.ID("organisation:a"))
	v := f.view()
	r := v.For(lang.Chain{})
	for limit := 1; limit <= 500; limit += 7 {
		for _, q := range []view.NeighbourhoodQuery{
			{ID: "person:a", Depth: 1, Limit: limit}, {ID: "person:b", Depth: 2, Limit: limit}, {ID: "organisation:a", Depth: 2, Limit: limit},
		} {
			have, steps, err := r.CountedNeighbourhood(t.Context(), q)
			if err != nil || steps > v.NeighbourhoodCost(q) {
				t.Fatal(err, steps, v.NeighbourhoodCost(q))
			}
			compareNeighbourhood(t, r, naive(f).statements(), q, have)
		}
	}
}

// Two themes that are broader than each other, a theme that is related to itself, and one that is said to be related twice.
func TestAvailableCountsEntitiesNotStatements(t *testing.T) {
	var f facts
	f.say("theme:a", graph.Related, graph.ID("theme:b"))
	f.say("theme:b", graph.Related, graph.ID("theme:a"))
	f.say("theme:a", graph.Related, graph.ID("theme:a"))
	f.say("theme:c", graph.Broader, graph.ID("theme:a"))
	f.say("report:a", graph.AboutTheme, graph.ID("theme:a"))
	v := f.view()
	var list []string
	for _, c := range v.Available(node(t, v, "theme:a")) {
		list = append(list, fmt.Sprint(c.Relation, " ", c.Kind, " ", c.Count))
	}
	equal(t, "available", fmt.Sprint(list), "[ABOUT_THEME REPORT 1 BROADER THEME 1 RELATED THEME 1]")
}

func TestNeighbourhoodsRefused(t *testing.T) {
	v := library().view()
	r := v.For(lang.Chain{})
	for _, c := range []struct {
		q        view.NeighbourhoodQuery
		code     graph.ErrorCode
		argument string
	}{
		{view.NeighbourhoodQuery{ID: "country:IQ", Depth: 0, Limit: 1}, graph.BadInput, "depth"},
		{view.NeighbourhoodQuery{ID: "country:IQ", Depth: 5, Limit: 1}, graph.BadInput, "depth"},
		{view.NeighbourhoodQuery{ID: "country:IQ", Depth: 1, Limit: 0}, graph.BadInput, "limit"},
		{view.NeighbourhoodQuery{ID: "country:IQ", Depth: 1, Limit: 1001}, graph.BadInput, "limit"},
		{view.NeighbourhoodQuery{ID: "IQ", Depth: 1, Limit: 1}, graph.BadInput, "id"},
		{view.NeighbourhoodQuery{ID: "country:XX", Depth: 1, Limit: 1}, graph.NotFound, "id"},
	} {
		_, err := r.Neighbourhood(t.Context(), c.q)
		var known *graph.Error
		if !errors.As(err, &known) || known.Code != c.code || known.Params["argument"] != c.argument {
			t.Errorf("%+v: %v", c.q, err)
		}
		equal(t, "cost", v.NeighbourhoodCost(c.q), 0)
	}
}

func TestNeighbourhoodsCancelled(t *testing.T) {
	r := library().view().For(lang.Chain{})
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := r.Neighbourhood(ctx, view.NeighbourhoodQuery{ID: "country:IQ", Depth: 4, Limit: 1}); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
}

func ExampleReader_Neighbourhood() {
	r := library().view().For(lang.FromHeader("de"))
	around, err := r.Neighbourhood(context.Background(), view.NeighbourhoodQuery{ID: "country:IQ", Depth: 2, Limit: 6})
	fmt.Println(around.TotalNodes, around.Truncated, err)
	for _, c := range around.Available {
		fmt.Println(c.Count, c.Kind, c.Relation)
	}
	for _, n := range around.Nodes {
		fmt.Println(n.Distance, r.Label(n.Node).Value, n.Degree)
	}
	// Output:
	// 8 true <nil>
	// 1 REPORT ABOUT_COUNTRY
	// 1 REPORT MENTIONS_COUNTRY
	// 0 Irak 2
	// 1 Coming home 4
	// 1 Abschied 3
	// 2 Anna Weber 1
	// 2 Layla Hassan 1
	// 2 Österreich 1
}
