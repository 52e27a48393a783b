package view_test

import (
	"context"
	"errors"
	"fmt"
	"testing"

	"pgregory.net/rapid"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/view"
)

// question is a traversal with what it is expected to cost.
type question struct {
	name  string
	cost  int
	steps func(ctx context.Context) (int, error)
}

// questions asks everything about one entity and one set of reports.
func questions(r *view.Reader, n view.Node, set view.Set, by [2]graph.Dimension, relation *graph.Relation) []question {
	list := []question{
		{
			fmt.Sprintf("coverage of %v and %v", by[0], by[1]), r.CoverageCost(set.Len(), by[0], by[1]),
			func(ctx context.Context) (int, error) { return r.CoverageSteps(ctx, set, by[0], by[1], 50) },
		},
		{
			fmt.Sprintf("facet of %v", by[0]), r.FacetCost(set.Len(), by[0]),
			func(ctx context.Context) (int, error) { return r.FacetSteps(ctx, set, by[0]) },
		},
	}
	for _, o := range []view.NeighbourOptions{{}, {Relation: relation}, {Kinds: []graph.Kind{graph.KindPerson}, Relation: relation}} {
		list = append(list, question{
			fmt.Sprintf("neighbours of %s, %+v", r.ID(n), o), r.NeighboursCost(n, o),
			func(ctx context.Context) (int, error) { return r.NeighboursSteps(ctx, n, o) },
		})
	}
	if r.Kind(n) != graph.KindReport {
		return list
	}
	for _, o := range []view.RelatedOptions{{First: 10}, {First: 3, OtherProjectsOnly: true}, {}} {
		list = append(list, question{
			fmt.Sprintf("related to %s, %+v", r.ID(n), o), r.RelatedCost(n, o),
			func(ctx context.Context) (int, error) { return r.RelatedSteps(ctx, n, o) },
		})
	}
	return list
}

func TestNothingTakesMoreStepsThanForetold(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		v := mustBuild(randomSnapshot(t))
		r := randomReader(t, v)
		set, err := v.Filter(t.Context(), randomFilter(0).Draw(t, "filter"))
		if err != nil {
			t.Fatal(err)
		}
		dimension := rapid.SampledFrom(graph.Dimensions())
		by := [2]graph.Dimension{dimension.Draw(t, "rows"), dimension.Draw(t, "columns")}
		relation := rapid.SampledFrom(graph.Relations()).Draw(t, "relation")
		n := view.Node(rapid.IntRange(0, entities(v)-1).Draw(t, "node"))
		for _, q := range questions(r, n, set, by, &relation) {
			if steps, err := q.steps(t.Context()); err != nil || steps > q.cost {
				t.Fatalf("%s: %d steps, expected %d at most, %v", q.name, steps, q.cost, err)
			}
		}
	})
}

// What is foretold must not be much more than what it takes, or the gate would refuse what is cheap.
func TestCostsAreNotFarFromTheSteps(t *testing.T) {
	g := medium()
	r := arabic(g.View)
	all, err := g.Filter(t.Context(), graph.Filter{})
	if err != nil {
		t.Fatal(err)
	}
	relation := graph.AboutTheme
	for _, id := range []graph.ID{"report:g-7", hubTheme, hubCountry, "person:g-3", "organisation:g-0"} {
		for _, q := range questions(r, node(t, g.View, id), all, [2]graph.Dimension{graph.ByTheme, graph.ByCountry}, &relation) {
			steps, err := q.steps(t.Context())
			if err != nil || steps > q.cost || q.cost > 4*steps+100 {
				t.Errorf("%s: %d steps, foretold %d, %v", q.name, steps, q.cost, err)
			}
		}
	}
}

// looks is a context that is over after so many looks at it.
type looks struct {
	context.Context
	left int
}

func (l *looks) Err() error {
	if l.left--; l.left < 0 {
		return context.Canceled
	}
	return nil
}

func TestTraversalsEndWithTheirContext(t *testing.T) {
	g := medium()
	r := arabic(g.View)
	all, err := g.Filter(t.Context(), graph.Filter{})
	if err != nil {
		t.Fatal(err)
	}
	relation := graph.AboutTheme
	for _, id := range []graph.ID{"report:g-7", "theme:g-0", "person:g-3"} {
		for _, q := range questions(r, node(t, g.View, id), all, [2]graph.Dimension{graph.ByTheme, graph.ByPerson}, &relation) {
			steps, err := q.steps(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			for left := range steps / (2 * view.Patience) {
				ended, err := q.steps(&looks{t.Context(), left})
				if !errors.Is(err, context.Canceled) || ended > (left+1)*2*view.Patience {
					t.Errorf("%s: %d steps of %d after %d looks, %v", q.name, ended, steps, left, err)
				}
			}
			if _, err := q.steps(&looks{t.Context(), 0}); !errors.Is(err, context.Canceled) {
				t.Errorf("%s: %v although nobody waits", q.name, err)
			}
		}
	}
}

// walks are the traversals that count their own steps: paths, and neighbourhoods.
func walks(r *view.Reader) []question {
	paths := view.PathQuery{From: "person:g-0", To: "person:g-700", MaxLength: 8, First: 20}
	around := view.NeighbourhoodQuery{ID: "person:g-3", Depth: 3, Limit: 1000}
	return []question{
		{"paths", r.PathsCost(paths), func(ctx context.Context) (int, error) {
			_, steps, err := r.CountedPaths(ctx, paths)
			return steps, err
		}},
		{"neighbourhood", r.NeighbourhoodCost(around), func(ctx context.Context) (int, error) {
			_, steps, err := r.CountedNeighbourhood(ctx, around)
			return steps, err
		}},
	}
}

func TestWalksEndWithTheirContext(t *testing.T) {
	g := medium()
	const hub = 4096 // more links than any entity of the graph has: they are looked at together
	for _, q := range walks(arabic(g.View)) {
		steps, err := q.steps(t.Context())
		if err != nil || steps > q.cost || steps < 8*view.Patience {
			t.Fatalf("%s: %d steps, foretold %d, %v", q.name, steps, q.cost, err)
		}
		for left := range steps / (2 * (view.Patience + hub)) {
			ended, err := q.steps(&looks{t.Context(), left})
			if !errors.Is(err, context.Canceled) || ended > (left+1)*(view.Patience+hub) {
				t.Errorf("%s: %d steps of %d after %d looks, %v", q.name, ended, steps, left, err)
			}
		}
	}
}

// Reports that share hundreds of people take most of their time to be explained: that ends with the context, too.
func TestExplainingEndsWithItsContext(t *testing.T) {
	f := library()
	const reports, people = 60, 300
	for i := range reports {
		for j := range people {
			f.say(graph.ID(fmt.Sprintf("report:crowded-%d", i)), graph.Author, graph.ID(fmt.Sprintf("person:p-%d", j)))
		}
	}
	v := f.view()
	n, o := node(t, v, "report:crowded-0"), view.RelatedOptions{First: reports}
	steps, err := v.RelatedSteps(t.Context(), n, o)
	if err != nil || steps > v.RelatedCost(n, o) {
		t.Fatalf("%d steps, foretold %d, %v", steps, v.RelatedCost(n, o), err)
	}
	scanned, err := v.RelatedSteps(t.Context(), n, view.RelatedOptions{First: 0})
	if err != nil {
		t.Fatal(err)
	}
	asked := 1 + scanned/view.Patience // looks before the first report is explained
	for left := asked + 1; left < asked+3; left++ {
		ended, err := v.RelatedSteps(&looks{t.Context(), left}, n, o)
		if !errors.Is(err, context.Canceled) || ended >= steps-people {
			t.Errorf("%d steps of %d after %d looks, %v", ended, steps, left, err)
		}
	}
}
