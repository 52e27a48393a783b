package view_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/view"
)

// pathsOf shows the paths of a result, each as the entities along it.
func pathsOf(t *testing.T, v *view.View, q view.PathQuery) string {
	t.Helper()
	result, err := v.Paths(t.Context(), q)
	if err != nil || !result.Complete {
		t.Fatal(err, result.Complete)
	}
	var list []string
	for _, p := range result.Paths {
		list = append(list, joined(idsAlong(v, p)))
	}
	return strings.Join(list, "; ")
}

// shelf is a graph of many reports with one publisher, a theme on all of them and another on two thirds; two of them come out
// of one project, and two others out of two projects of which one follows the other.
func shelf() facts {
	var f facts
	for i := range 12 {
		id := graph.ID(fmt.Sprintf("report:%c", 'a'+i))
		f.say(id, graph.Publisher, graph.ID("organisation:all"))
		f.say(id, graph.AboutTheme, graph.ID("theme:all"))
		if i < 8 {
			f.say(id, graph.AboutTheme, graph.ID("theme:some"))
		}
	}
	f.say("report:a", graph.OutputOf, graph.ID("project:one"))
	f.say("report:b", graph.OutputOf, graph.ID("project:one"))
	f.say("report:c", graph.OutputOf, graph.ID("project:old"))
	f.say("report:d", graph.OutputOf, graph.ID("project:new"))
	f.say("project:new", graph.Follows, graph.ID("project:old"))
	return f
}

func TestPathsAvoidWhatAllReportsShare(t *testing.T) {
	v := shelf().view()
	equal(t, "shared", joined(idsOf(v, view.Shared(v))), "all all")
	equal(t, "no connection", pathsOf(t, v, view.PathQuery{From: "report:k", To: "report:l", MaxLength: 8, First: 5}), "")
	equal(t, "from the publisher", pathsOf(t, v, view.PathQuery{From: "organisation:all", To: "project:old", MaxLength: 2, First: 5}), "all c old")
	equal(t, "to the theme", pathsOf(t, v, view.PathQuery{From: "project:old", To: "theme:all", MaxLength: 2, First: 5}), "old c all")

	var few facts
	for _, id := range []graph.ID{"report:a", "report:b", "report:c"} {
		few.say(id, graph.AboutTheme, graph.ID("theme:all"))
	}
	equal(t, "few reports", pathsOf(t, few.view(), view.PathQuery{From: "report:a", To: "report:b", MaxLength: 2, First: 5}), "a all b")
}

// A place is shared by the reports about all its parts, and a theme by those about its narrower ones.
func TestWhatIsSharedByWayOfParts(t *testing.T) {
	var f facts
	f.say("country:AT", graph.PartOf, graph.ID("region:world"))
	f.say("country:IQ", graph.PartOf, graph.ID("region:asia"))
	f.say("region:asia", graph.PartOf, graph.ID("region:world"))
	f.say("theme:return", graph.Broader, graph.ID("theme:everything"))
	f.say("theme:asylum", graph.Broader, graph.ID("theme:everything"))
	for i := range 10 {
		id := graph.ID(fmt.Sprintf("report:%c", 'a'+i))
		if i < 5 {
			f.say(id, graph.AboutCountry, graph.ID("country:AT"))
			f.say(id, graph.AboutTheme, graph.ID("theme:return"))
			continue
		}
		f.say(id, graph.MentionsCountry, graph.ID("country:IQ"))
		f.say(id, graph.AboutTheme, graph.ID("theme:asylum"))
	}
	v := f.view()
	equal(t, "shared", joined(idsOf(v, view.Shared(v))), "world everything")
	equal(t, "no connection", pathsOf(t, v, view.PathQuery{From: "report:a", To: "report:f", MaxLength: 8, First: 5}), "")
}

func TestWhatIsRareBeatsHubs(t *testing.T) {
	v := shelf().view()
	for _, c := range []struct {
		what     string
		from, to graph.ID
		want     string
	}{
		{"of the same length", "report:a", "report:b", "a one b"},
		{"even a step longer", "report:c", "report:d", "c old new d"},
	} {
		have := pathsOf(t, v, view.PathQuery{From: c.from, To: c.to, MaxLength: 4, First: 1})
		equal(t, c.what, have, c.want)
		have = pathsOf(t, v, view.PathQuery{From: c.from, To: c.to, MaxLength: 4, First: 2})
		equal(t, c.what+", both", have, c.want+"; "+c.from.Local()+" some "+c.to.Local())
	}
}

// A way that is lighter, but has more steps than are left, must not hide one that has fewer.
func TestStepsAreLimitedNotWeighed(t *testing.T) {
	var f facts
	related := func(ids ...graph.ID) {
		for i, id := range ids[1:] {
			f.say(ids[i], graph.Related, id)
		}
	}
	related("theme:from", "theme:hub", "theme:x", "theme:c", "theme:d", "theme:e", "theme:f", "theme:g", "theme:to")
	related("theme:from", "theme:a", "theme:b", "theme:x")
	for i := range 40 {
		related("theme:hub", graph.ID(fmt.Sprintf("theme:leaf-%d", i)))
	}
	v := f.view()
	q := view.PathQuery{From: "theme:from", To: "theme:to", MaxLength: 8, First: 3}
	equal(t, "in eight steps", pathsOf(t, v, q), "from hub x c d e f g to")
	q.To, q.MaxLength = "theme:g", 8
	equal(t, "with a step to spare", pathsOf(t, v, q), "from a b x c d e f g; from hub x c d e f g")
	q.From, q.To = "theme:g", "theme:from"
	equal(t, "the other way round", pathsOf(t, v, q), "g f e d c x b a from; g f e d c x hub from")
	q.MaxLength = 7
	equal(t, "in seven steps", pathsOf(t, v, q), "g f e d c x hub from")
}

func TestPathsThroughSomeKinds(t *testing.T) {
	v := shelf().view()
	q := view.PathQuery{From: "report:c", To: "report:d", MaxLength: 4, First: 1, Through: []graph.Kind{graph.KindTheme}}
	equal(t, "through themes", pathsOf(t, v, q), "c some d")
	q.Through = []graph.Kind{graph.KindPerson, graph.KindEvent}
	equal(t, "through people and events", pathsOf(t, v, q), "")
	q = view.PathQuery{From: "report:c", To: "project:old", MaxLength: 4, First: 1, Through: []graph.Kind{graph.KindTheme}}
	equal(t, "through nothing", pathsOf(t, v, q), "c old")
}

// A hop tells the first relation between two entities, along it before against it, and rests on all of them.
func TestHops(t *testing.T) {
	var f facts
	f.say("theme:a", graph.Related, graph.ID("theme:b"))
	f.say("theme:b", graph.Broader, graph.ID("theme:a"))
	f.say("theme:b", graph.Related, graph.ID("theme:a"))
	v := f.view()
	result, err := v.Paths(t.Context(), view.PathQuery{From: "theme:a", To: "theme:b", MaxLength: 1, First: 9})
	if err != nil || len(result.Paths) != 1 || len(result.Paths[0].Hops) != 1 {
		t.Fatal(err, result)
	}
	equal(t, "score", result.Paths[0].Score, 1)
	h := result.Paths[0].Hops[0]
	equal(t, "relation", fmt.Sprint(h.Relation, h.Reversed), "BROADER true")
	var list []string
	for _, s := range h.Statements {
		list = append(list, view.StatementID(v.Statement(s)))
	}
	equal(t, "statements", strings.Join(list, " "), "statement:theme:b/BROADER/theme:a statement:theme:b/RELATED/theme:a statement:theme:a/RELATED/theme:b")
}

func TestPathsFromAThingToItself(t *testing.T) {
	v := shelf().view()
	result, err := v.Paths(t.Context(), view.PathQuery{From: "report:a", To: "report:a", MaxLength: 1, First: 1})
	if err != nil || !result.Complete || len(result.Paths) != 1 || len(result.Paths[0].Hops) != 0 || result.Paths[0].Score != 1 {
		t.Errorf("%+v, %v", result, err)
	}
}

func TestPathsByIdentifier(t *testing.T) {
	f := shelf()
	f.say("project:old", graph.IdentifiedBy, "doi:10.1/old")
	equal(t, "paths", pathsOf(t, f.view(), view.PathQuery{From: "report:c", To: "doi:10.1/old", MaxLength: 1, First: 1}), "c old")
}

func TestPathsRefused(t *testing.T) {
	v := shelf().view()
	for _, c := range []struct {
		q        view.PathQuery
		code     graph.ErrorCode
		argument string
	}{
		{view.PathQuery{From: "report:a", To: "report:b", MaxLength: 0, First: 1}, graph.BadInput, "maxLength"},
		{view.PathQuery{From: "report:a", To: "report:b", MaxLength: 9, First: 1}, graph.BadInput, "maxLength"},
		{view.PathQuery{From: "report:a", To: "report:b", MaxLength: 8, First: 0}, graph.BadInput, "first"},
		{view.PathQuery{From: "report:a", To: "report:b", MaxLength: 8, First: 101}, graph.BadInput, "first"},
		{view.PathQuery{From: "nonsense", To: "report:b", MaxLength: 1, First: 1}, graph.BadInput, "from"},
		{view.PathQuery{From: "report:nobody", To: "report:b", MaxLength: 1, First: 1}, graph.NotFound, "from"},
		{view.PathQuery{From: "report:a", To: "country:XX", MaxLength: 1, First: 1}, graph.NotFound, "to"},
	} {
		_, err := v.Paths(t.Context(), c.q)
		var known *graph.Error
		if !errors.As(err, &known) || known.Code != c.code || known.Params["argument"] != c.argument {
			t.Errorf("%+v: %v", c.q, err)
		}
		equal(t, "cost", v.PathsCost(c.q), 0)
	}
}

func TestPathsCancelled(t *testing.T) {
	v := shelf().view()
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	for _, to := range []graph.ID{"report:a", "report:b"} {
		if _, err := v.Paths(ctx, view.PathQuery{From: "report:a", To: to, MaxLength: 8, First: 5}); !errors.Is(err, context.Canceled) {
			t.Errorf("to %s: %v", to, err)
		}
	}
}

// However few steps a search may take, what it finds is a path, and it says that it is not complete.
func TestPathsCutOff(t *testing.T) {
	v := medium().View
	q := view.PathQuery{From: "person:g-0", To: "person:g-700", MaxLength: 8, First: 20}
	whole, taken, err := v.CountedPaths(t.Context(), q)
	if err != nil || !whole.Complete {
		t.Fatal(err, whole.Complete)
	}
	before := 0
	for limit := 0; limit < taken; limit += 1 + taken/50 {
		part, err := v.PathsWithin(t.Context(), q, limit)
		if err != nil || part.Complete {
			t.Fatal(limit, err, part.Complete)
		}
		for _, p := range part.Paths {
			along := idsAlong(v, p)
			if len(slices.Compact(sorted(slices.Clone(along)))) != len(along) || along[0] != q.From || along[len(along)-1] != q.To {
				t.Errorf("%d steps: %v", limit, along)
			}
		}
		before = max(before, len(part.Paths))
	}
	if before == 0 {
		t.Error("no path was found before the last step")
	}
}

// The cost is never exceeded, and not so high that it says nothing.
func TestPathsCost(t *testing.T) {
	v := medium().View
	pairs := authorPairs(v, true, 40)
	for _, first := range []int{1, 5} {
		for length := 1; length <= view.MaxPathLength; length++ {
			most, cost := 0, 0
			for _, pair := range pairs {
				q := view.PathQuery{From: pair[0], To: pair[1], MaxLength: length, First: first}
				result, taken, err := v.CountedPaths(t.Context(), q)
				if err != nil || !result.Complete || taken > v.PathsCost(q) {
					t.Fatalf("%+v: %d steps, cost %d, %v, %v", q, taken, v.PathsCost(q), result.Complete, err)
				}
				most, cost = max(most, taken), max(cost, v.PathsCost(q))
			}
			t.Logf("first %d, length %d: at most %d steps, cost %d", first, length, most, cost)
			if length <= 2 && cost > 4*most {
				t.Errorf("first %d, length %d: at most %d steps, and the cost is %d", first, length, most, cost)
			}
		}
	}
}

func TestPathsDoNotDependOnTheOrderOfAssertions(t *testing.T) {
	f := shelf()
	q := view.PathQuery{From: "report:a", To: "project:new", MaxLength: 6, First: 20}
	want := pathsOf(t, f.view(), q)
	slices.Reverse(f)
	equal(t, "paths", pathsOf(t, f.view(), q), want)
}

func ExampleView_Paths() {
	v := library().view()
	result, err := v.Paths(context.Background(), view.PathQuery{From: "person:layla-hassan", To: "country:AT", MaxLength: 6, First: 1})
	fmt.Println(err, result.Complete)
	for _, p := range result.Paths {
		for _, header := range []string{"en", "de"} {
			fmt.Println(v.For(chainOf(header)).PathText(p).Value)
		}
		fmt.Printf("%.3f\n", p.Score)
	}
	// Output:
	// <nil> true
	// Layla Hassan wrote the report “Coming home”; this report is about Iraq; this country is mentioned in the report “Abschied”; this report is about Austria.
	// Layla Hassan hat den Bericht „Coming home“ verfasst; dieser Bericht behandelt das Land Irak; dieses Land wird im Bericht „Abschied“ erwähnt; dieser Bericht behandelt das Land Österreich.
	// 0.118
}
