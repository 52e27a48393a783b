package view_test

import (
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/view"
)

func TestAMergedViewAgreesWithARewrittenList(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := randomlyMerged(t)
		m := mergingOf(naiveOf(s))
		v := mustBuild(s)
		all, counting := m.rewritten()
		s.Assertions = each(all)
		// What is left out leaves a method behind that nothing else may be taken by.
		if plain := mustBuild(s); v.Aside()+len(v.Apart()) == 0 && !reflect.DeepEqual(v.Plain(), plain.Plain()) {
			t.Fatal("the merged view differs from that of a list that was written so")
		}
		sameAssertions(t, slices.Collect(v.Assertions()), all)
		s.Assertions = each(counting)
		agree(t, v, mustBuild(s))
		for loser, winner := range m.winners {
			n, found := v.Find(loser)
			want := view.Merge{Loser: loser, Winner: winner, Final: m.final(loser)}
			if have, merged := v.MergedInto(loser); !merged || have != want || !found || v.ID(n) != want.Final {
				t.Fatalf("%v, expected %v", have, want)
			}
		}
		if len(v.Merged()) != len(m.winners) {
			t.Fatalf("%v, expected %v", v.Merged(), m.winners)
		}
	})
}

// agree compares what a view shows where it shows one value of several.
func agree(t *rapid.T, v, want *view.View) {
	for _, k := range graph.Kinds() {
		if v.Count(k) != want.Count(k) {
			t.Fatalf("%v: %d, expected %d", k, v.Count(k), want.Count(k))
		}
	}
	r := randomReader(t, v)
	like := want.For(r.Chain)
	for n := range view.Node(entities(v)) {
		if v.ID(n) != want.ID(n) {
			t.Fatalf("%s is where %s is expected", v.ID(n), want.ID(n))
		}
		for _, relation := range []graph.Relation{graph.Published, graph.Starts, graph.Ends} {
			if have, date := v.Date(n, relation), want.Date(n, relation); have != date {
				t.Fatalf("%s %v: %v, expected %v", v.ID(n), relation, have, date)
			}
		}
		for _, relation := range []graph.Relation{graph.Label, graph.Description, graph.Abstract, graph.Note} {
			have, _ := r.Text(n, relation)
			text, _ := like.Text(n, relation)
			if have.Text != text.Text {
				t.Fatalf("%s %v: %v, expected %v", v.ID(n), relation, have.Text, text.Text)
			}
		}
		if have, label := r.Label(n).Text, like.Label(n).Text; have != label {
			t.Fatalf("%s is called %v, expected %v", v.ID(n), have, label)
		}
	}
	f := randomFilter(2).Draw(t, "filter")
	if have, ids := filtered(t, v, f), filtered(t, want, f); !slices.Equal(have, ids) {
		t.Fatalf("%+v finds %v, expected %v", f, have, ids)
	}
}

func TestAMergedViewKnowsWhatWasRecorded(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := randomlyMerged(t)
		list := naiveOf(s)
		v, m := mustBuild(s), mergingOf(list)
		sameAssertions(t, slices.Collect(v.AssertionsAsRecorded()), list)
		asked := slices.Concat(list, rapid.SliceOf(randomAssertion()).Draw(t, "asked"))
		for _, a := range asked {
			var want []graph.Assertion
			for _, b := range list {
				read, _, _ := m.read(b)
				if m.with(b).Key() == m.with(a).Key() || read.Key() == m.with(a).Key() {
					want = append(want, b)
				}
			}
			have := v.AsRecorded(a)
			sameAssertions(t, have, want)
			if _, found := v.Recorded(a); found != (len(want) > 0) || len(have) != len(want) {
				t.Fatalf("%v: recorded %v, as %v, expected %v", a, found, have, want)
			}
		}
	})
}

func TestIDsOfStatementsOutliveAMerge(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := randomlyMerged(t)
		v, m := mustBuild(s), mergingOf(naiveOf(s))
		for _, a := range naiveOf(s) {
			read, _, left := m.read(a)
			found, ok := v.FindStatement(view.StatementID(a.Statement))
			if !ok && !left || ok && v.Statement(found).Key() != read.Statement.Key() {
				t.Fatalf("%s is found (%v), expected %v", view.StatementID(a.Statement), ok, read.Statement)
			}
		}
	})
}

// TestSplittingUndoesMerging does to two records the same, but that one of them merges and splits in between.
func TestSplittingUndoesMerging(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		record := newMemory()
		live, err := view.NewLive(t.Context(), record)
		if err != nil {
			t.Fatal(err)
		}
		apply := func(c graph.Change) {
			c.Sources = randomSources
			if _, err := live.Apply(t.Context(), c); err != nil {
				t.Fatal(err)
			}
			if fresh := mustBuild(record.snapshot()); !reflect.DeepEqual(live.View(), fresh) {
				t.Fatalf("the view after %d changes differs from one built afresh", len(record.changes))
			}
		}
		split := func(m view.Merge) {
			apply(graph.Change{Retract: live.View().MergeFacts(m.Loser)})
			if _, still := live.View().MergedInto(m.Loser); still {
				t.Fatalf("%v is merged after it was split", m)
			}
		}
		apply(graph.Change{Assert: rapid.SliceOfN(randomAssertion(), 20, 60).Draw(t, "graph")})
		model := append(naive{}, record.held...)
		for range rapid.IntRange(1, 8).Draw(t, "changes") {
			v := live.View()
			switch merged := v.Merged(); rapid.IntRange(0, 3).Draw(t, "what") {
			case 0:
				apply(graph.Change{Assert: rapid.SliceOfN(randomAssertion(), 0, 10).Draw(t, "assert")})
				if live.View() != v {
					model = append(model, record.asserted[live.View().Revision().Number]...)
				}
			case 1:
				if len(merged) > 0 {
					split(rapid.SampledFrom(merged).Draw(t, "split"))
				}
			case 2:
				a := rapid.SampledFrom(record.held).Draw(t, "retract")
				if a.Relation != graph.Replaces {
					apply(graph.Change{Retract: []graph.Assertion{a}})
					gone := v.AsRecorded(a)
					model = slices.DeleteFunc(model, func(b graph.Assertion) bool { return slices.Contains(gone, b) })
				}
			default:
				if a := randomMerge().Draw(t, "merge"); view.CheckMerge(v, a.Subject, graph.ID(a.Object.Text.Value)) == nil {
					a.Subject = v.Winner(a.Subject)
					apply(graph.Change{Assert: []graph.Assertion{a}})
				}
			}
		}
		for len(live.View().Merged()) > 0 {
			split(rapid.SampledFrom(live.View().Merged()).Draw(t, "split"))
		}
		sameAssertions(t, record.held, model)
		s := record.snapshot()
		s.Assertions = each(model)
		if !reflect.DeepEqual(live.View(), mustBuild(s)) {
			t.Fatal("after all is split, the view is not that of a graph without merges")
		}
	})
}

// randomSources are the sources of the small world.
var randomSources = func() []graph.Source {
	var list []graph.Source
	for _, id := range smallSources {
		list = append(list, graph.Source{ID: id, Title: graph.Text{Value: "A source", Language: graph.English}})
	}
	return list
}()

func TestOrderOfAssertionsDoesNotMatterWhereSomethingIsMerged(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := randomlyMerged(t)
		list := naiveOf(s)
		first := mustBuild(s)
		s.Assertions = each(rapid.Permutation([]graph.Assertion(list)).Draw(t, "shuffled"))
		if second := mustBuild(s); !reflect.DeepEqual(first, second) {
			t.Fatal("another order of the assertions makes another view")
		}
	})
}
