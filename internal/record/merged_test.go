package record_test

import (
	"slices"
	"testing"
	"time"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/record"
	"github.com/wasl-graph/wasl/internal/view"
)

// said is a fact on the word of the editors.
func said(subject graph.ID, r graph.Relation, o graph.Object) graph.Assertion {
	return graph.Assertion{
		Statement: graph.Statement{Subject: subject, Relation: r, Object: o},
		Evidence:  graph.Evidence{Source: "source:editors", Method: graph.Curated},
	}
}

// written are what two ways of applying a change have in common.
type written func(t *testing.T, live *view.Live, c graph.Change)

func atOnce(t *testing.T, live *view.Live, c graph.Change) {
	t.Helper()
	if _, err := live.Apply(t.Context(), c); err != nil {
		t.Fatal(err)
	}
}

func inBulk(t *testing.T, live *view.Live, c graph.Change) {
	t.Helper()
	if _, err := live.ApplyBulk(t.Context(), func(*view.View) (graph.BulkChange, error) { return c.Bulk(), nil }); err != nil {
		t.Fatal(err)
	}
}

// TestChangesOfWhatWasMerged: facts are known by the ids as which they are read, and what is taken away is what is recorded.
func TestChangesOfWhatWasMerged(t *testing.T) {
	a := said("report:r", graph.Author, graph.Object{Entity: "person:a"})
	b := said("report:r", graph.Author, graph.Object{Entity: "person:b"})
	label := said("person:b", graph.Label, graph.Object{Text: graph.Text{Value: "B", Language: graph.English}})
	other := said("person:a", graph.AlternativeLabel, label.Object)
	merge := said("person:a", graph.Replaces, graph.CodeObject("person:b"))
	all := []graph.Assertion{
		a, b, label, merge, said("person:a", graph.Label, graph.Object{Text: graph.Text{Value: "A", Language: graph.English}}),
	}
	without := func(gone ...graph.Assertion) []graph.Assertion {
		return slices.DeleteFunc(slices.Clone(all), func(x graph.Assertion) bool { return slices.Contains(gone, x) })
	}
	for _, test := range []struct {
		name            string
		assert, retract []graph.Assertion
		want            []graph.Assertion
	}{
		{"what is there with another id", []graph.Assertion{other}, nil, all},
		{"what is read as one", nil, []graph.Assertion{a}, without(a, b)},
		{"by the loser's id", nil, []graph.Assertion{b}, without(a, b)},
		{"what is another label now", nil, []graph.Assertion{other}, without(label)},
		{"the label as it was recorded", nil, []graph.Assertion{label}, without(label)},
		{"what is asserted with another id", []graph.Assertion{other}, []graph.Assertion{label}, all},
		{"twice the same", nil, []graph.Assertion{a, b, other, label}, without(a, b, label)},
		{"what nobody said", nil, []graph.Assertion{said("person:b", graph.AlternativeLabel, graph.CodeObject("C"))}, all},
		{"the merge itself", nil, []graph.Assertion{merge}, without(merge)},
	} {
		for way, apply := range map[string]written{"at once": atOnce, "in bulk": inBulk} {
			t.Run(test.name+" "+way, func(t *testing.T) {
				store, err := record.OpenMemory()
				if err != nil {
					t.Fatal(err)
				}
				defer store.Close()
				live, err := view.NewLive(t.Context(), store)
				if err != nil {
					t.Fatal(err)
				}
				editors := graph.Source{ID: "source:editors", Title: graph.Text{Value: "Editors", Language: graph.English}}
				apply(t, live, graph.Change{Author: "ada", Time: time.Unix(1, 0), Sources: []graph.Source{editors}, Assert: all})
				apply(t, live, graph.Change{Author: "ada", Time: time.Unix(2, 0), Assert: test.assert, Retract: test.retract})
				holds(t, store, test.want)
			})
		}
	}
}

// holds wants a record to hold these facts and no others.
func holds(t *testing.T, store *record.Store, want []graph.Assertion) {
	t.Helper()
	err := store.Snapshot(t.Context(), func(s graph.Snapshot) error {
		n := 0
		for a, err := range s.Assertions {
			if err != nil {
				return err
			}
			if n++; !slices.Contains(want, a.Key()) {
				t.Errorf("%s %s %s is still there", a.Subject, a.Relation, a.Object)
			}
		}
		if n != len(want) {
			t.Errorf("%d facts, expected %d", n, len(want))
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if problems, err := store.Check(t.Context()); err != nil || len(problems) > 0 {
		t.Error(problems, err)
	}
}
