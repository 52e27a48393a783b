package view_test

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"sync"
	"testing"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/lang"
	"github.com/wasl-graph/wasl/internal/view"
	"github.com/wasl-graph/wasl/internal/view/gen"
)

// medium is a generated graph in which the most frequent themes, countries and agents are on so many reports that they
// are kept as bitmaps, which the small worlds of the property tests never reach.
var medium = sync.OnceValue(func() mediumGraph {
	s := gen.Snapshot(gen.Options{Reports: 8000, Seed: 3})
	g := mediumGraph{View: mustBuild(s), all: naiveOf(s), subjects: map[graph.ID]naive{}}
	for _, a := range g.all {
		g.subjects[a.Subject] = append(g.subjects[a.Subject], a)
		if a.Relation == graph.Broader || a.Relation == graph.PartOf {
			g.trees = append(g.trees, a)
		}
	}
	return g
})

type mediumGraph struct {
	*view.View
	all      naive
	trees    naive // of themes and of places
	subjects map[graph.ID]naive
}

// mediumFilters are conditions on hubs, on what is rare, and on both together.
func mediumFilters() []graph.Filter {
	simple := []graph.Filter{
		{},
		{Countries: []graph.ID{"country:AA"}, CountryRole: graph.RoleAny},
		{Countries: []graph.ID{"country:AA", "country:AB", "country:GG"}},
		{Countries: []graph.ID{"country:GG"}},
		{Themes: []graph.ID{"theme:g-0"}},
		{Themes: []graph.ID{"theme:g-3"}},
		{Themes: []graph.ID{"theme:g-3"}, ExactThemes: true},
		{Regions: []graph.ID{"region:g-0"}},
		{Regions: []graph.ID{"region:g-4", "country:AA"}, CountryRole: graph.RoleMentioned},
		{Organisations: []graph.ID{"organisation:g-0", "organisation:g-60"}},
		{People: []graph.ID{"person:g-0"}},
		{Projects: []graph.ID{"project:g-1"}},
		{Types: []graph.ReportType{graph.Study, graph.Manual}},
		{Languages: []graph.Tag{graph.German}},
		{AvailableIn: []graph.Tag{graph.Arabic}},
		{MissingIn: []graph.Tag{graph.Arabic, graph.German}},
		{From: date("2015-06-15"), To: date("2018-02")},
		{From: date("2020")},
		{To: date("2001-03-09")},
		{IDs: []graph.ID{"report:g-1", "report:g-2", "report:nobody"}},
	}
	random := rand.New(rand.NewPCG(1, 2))
	pick := func() graph.Filter { return simple[random.IntN(len(simple))] }
	filters := slices.Clone(simple)
	for range 30 {
		both := pick()
		both.And, both.Or = []graph.Filter{pick()}, []graph.Filter{pick(), pick()}
		if not := pick(); random.IntN(2) == 0 {
			both.Not = &not
		}
		filters = append(filters, both)
	}
	return filters
}

// scanned are the reports that a filter means.
func (g mediumGraph) scanned(f graph.Filter) []graph.ID {
	s := g.trees.scan(f)
	list := []graph.ID{}
	for n := range view.Node(g.Count(graph.KindReport)) {
		if id := g.ID(n); s.matches(id, g.subjects[id]) {
			list = append(list, id)
		}
	}
	return list // the newest first, as the nodes are
}

func TestHubs(t *testing.T) {
	g := medium()
	r := g.For(lang.FromTags([]graph.Tag{graph.German}))
	for i, f := range mediumFilters() {
		t.Run(fmt.Sprint(i), func(t *testing.T) {
			set, err := g.Filter(t.Context(), f)
			if err != nil {
				t.Fatal(err)
			}
			want := g.scanned(f)
			list := r.Ordered(t.Context(), set, graph.NewestFirst)
			if have := idsOf(g.View, list.Slice(0, list.Len())); !slices.Equal(have, want) {
				t.Fatalf("%+v: %d reports, expected %d", f, len(have), len(want))
			}
			for _, o := range reportOrders {
				checkWindows(t, r, r.Ordered(t.Context(), set, o), o)
			}
		})
	}
}

// checkWindows compares windows of a list, and places in it, with the whole of the list.
func checkWindows(t *testing.T, r *view.Reader, list view.ReportList, o graph.ReportOrder) {
	t.Helper()
	whole := list.Slice(0, list.Len())
	sorted := slices.Clone(whole)
	if o == graph.ByLabel {
		r.InOrder(sorted)
	} else {
		slices.SortFunc(sorted, func(a, b view.Node) int {
			return compareByDate(o, r.Published(a), r.Published(b), r.ID(a), r.ID(b))
		})
	}
	if !slices.Equal(whole, sorted) {
		t.Fatalf("%v: the list is not in order", o)
	}
	for lo := 0; lo < len(whole); lo += 1 + len(whole)/7 {
		hi := min(lo+20, len(whole))
		if have := list.Slice(lo, lo+20); !slices.Equal(have, whole[lo:hi]) {
			t.Fatalf("%v from %d: %v, expected %v", o, lo, have, whole[lo:hi])
		}
		n := whole[lo]
		if have := list.Position(r.Published(n), r.SortLabel(n), r.ID(n)); have != lo {
			t.Fatalf("%v: report %d is at %d", o, lo, have)
		}
	}
}

func TestFacetsOfHubs(t *testing.T) {
	g := medium()
	r := g.For(lang.Chain{})
	f := graph.Filter{Countries: []graph.ID{"country:AA"}}
	set, err := g.Filter(t.Context(), f)
	if err != nil {
		t.Fatal(err)
	}
	for _, by := range graph.Dimensions() {
		facet, err := r.Facet(t.Context(), set, by, 10)
		if err != nil {
			t.Fatal(err)
		}
		counts, missing := map[string]int{}, 0
		for _, id := range g.scanned(f) {
			values := g.subjects[id].values(id, by)
			missing += btoi(len(values) == 0)
			for _, value := range values {
				counts[value]++
			}
		}
		if want := facetOf(r, counts, missing, by, 10); shown(facet) != shown(want) {
			t.Errorf("%v: %s, expected %s", by, shown(facet), shown(want))
		}
	}
}

func TestGeneratedViewAfterAChangeEqualsOneBuiltAfresh(t *testing.T) {
	s := gen.Snapshot(gen.Options{Reports: 300})
	all := naiveOf(s)
	before := mustBuild(s)
	number := s.Revision.Number + 1
	added := all[len(all)/2]
	added.Evidence.Words, added.Evidence.Change = "other words", number
	applied := graph.Applied{
		Recorded: graph.Recorded{Revision: graph.Revision{Number: number}, Added: 1, Retracted: []graph.Assertion{all[5], all[len(all)-1]}},
		Asserted: []graph.Assertion{added},
	}
	after, err := before.With(t.Context(), applied)
	if err != nil {
		t.Fatal(err)
	}
	left := slices.Concat(all[:5], all[6:len(all)-1], naive{added})
	fresh := mustBuild(graph.Snapshot{
		Revision: applied.Revision, Changes: append(s.Changes, applied.Recorded), Sources: s.Sources, Assertions: each(left),
	})
	if !reflect.DeepEqual(after, fresh) {
		t.Error("the view after a change differs from one built afresh")
	}
}
