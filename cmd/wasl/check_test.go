package main

import (
	"fmt"
	"iter"
	"slices"
	"strings"
	"testing"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/record"
	"github.com/wasl-graph/wasl/internal/view"
)

// small is a graph of three regions, for a test to break.
func small() graph.Change {
	c := graph.Change{Author: "test", Reason: "test", Sources: []graph.Source{{
		ID: "source:atlas", Title: graph.Text{Value: "An atlas", Language: graph.English}, Format: graph.ReferenceFormat,
	}}}
	label := func(id graph.ID, name string) {
		c.Assert = append(c.Assert, fact(id, graph.Label, graph.Object{Text: graph.Text{Value: name, Language: graph.English}}))
	}
	label("region:world", "World")
	label("region:asia", "Asia")
	label("region:arabia", "Arabia")
	c.Assert = append(c.Assert, fact("region:asia", graph.PartOf, graph.Object{Entity: "region:world"}))
	return c
}

func fact(id graph.ID, r graph.Relation, o graph.Object) graph.Assertion {
	return graph.Assertion{
		Statement: graph.Statement{Subject: id, Relation: r, Object: o},
		Evidence:  graph.Evidence{Source: "source:atlas", Method: graph.Curated},
	}
}

// recorded is a record in memory that holds a change.
func recorded(t *testing.T, c graph.Change) *record.Store {
	t.Helper()
	store, err := record.OpenMemory()
	if err != nil {
		t.Fatal(err)
	}
	live, err := view.NewLive(t.Context(), store)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := live.Apply(t.Context(), c); err != nil {
		t.Fatal(err)
	}
	return store
}

// TestInspect finds what a reader would stumble over.
func TestInspect(t *testing.T) {
	unlabelled := small()
	unlabelled.Assert = unlabelled.Assert[1:]
	dangling := small()
	dangling.Assert = append(dangling.Assert, fact("region:arabia", graph.PartOf, graph.Object{Entity: "region:atlantis"}))
	tests := []struct {
		change graph.Change
		want   string
	}{
		{small(), "[]"},
		{unlabelled, "[region:world is referred to, but nothing is said of it]"},
		{dangling, "[region:atlantis is referred to, but nothing is said of it]"},
	}
	for _, test := range tests {
		problems, statements, err := inspect(t.Context(), recorded(t, test.change))
		if err != nil || fmt.Sprint(problems) != test.want || statements != len(test.change.Assert) {
			t.Errorf("%v in %d statements, %v; want %s", problems, statements, err, test.want)
		}
	}
}

// TestInspectWhatWasMerged: facts that are read as one, and those that are left out, are served all the same.
func TestInspectWhatWasMerged(t *testing.T) {
	c := small()
	arabic := graph.Object{Text: graph.Text{Value: "آسيا", Language: graph.Arabic}}
	c.Assert = append(c.Assert,
		fact("region:asia-2", graph.Label, arabic), fact("region:asia", graph.Label, arabic),
		fact("region:asia-2", graph.PartOf, graph.Object{Entity: "region:asia"}),
		fact("region:asia", graph.Replaces, graph.CodeObject("region:asia-2")))
	problems, _, err := inspect(t.Context(), recorded(t, c))
	if err != nil || len(problems) > 0 {
		t.Errorf("%v, %v", problems, err)
	}
	c.Assert = append(c.Assert, fact("region:asia-2", graph.Replaces, graph.CodeObject("region:asia")))
	problems, _, err = inspect(t.Context(), recorded(t, c))
	if err != nil || len(problems) != 1 || !strings.HasSuffix(problems[0].Error(), "this merge does not count") {
		t.Errorf("a circle: %v, %v", problems, err)
	}
}

// TestCompare holds a view against records that say more, less, and something else.
func TestCompare(t *testing.T) {
	tests := []struct {
		name  string
		spoil func([]graph.Assertion) []graph.Assertion
		want  []string
	}{
		{"the same", func(all []graph.Assertion) []graph.Assertion { return all }, nil},
		{"less", func(all []graph.Assertion) []graph.Assertion { return all[1:] }, []string{"3 assertions are recorded, 4 are served"}},
		{
			"more", func(all []graph.Assertion) []graph.Assertion {
				return append(all, fact("region:arabia", graph.PartOf, graph.Object{Entity: "region:asia"}))
			},
			[]string{"region:arabia PART_OF: recorded, but not served", "5 assertions are recorded, 4 are served"},
		},
		{
			"of another change", func(all []graph.Assertion) []graph.Assertion {
				all[0].Evidence.Change++
				return all
			},
			[]string{": recorded, but not served"},
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			err := recorded(t, small()).Snapshot(t.Context(), func(s graph.Snapshot) error {
				var all []graph.Assertion
				for a, err := range s.Assertions {
					if err != nil {
						return err
					}
					all = append(all, a)
				}
				s.Assertions = each(all)
				v, err := view.Build(t.Context(), s)
				if err != nil {
					return err
				}
				s.Assertions = each(test.spoil(slices.Clone(all)))
				problems, err := compare(v, s)
				if len(problems) != len(test.want) {
					t.Errorf("got %v, want %v", problems, test.want)
				}
				for i := range min(len(problems), len(test.want)) {
					if !strings.HasSuffix(problems[i].Error(), test.want[i]) {
						t.Errorf("got %v, want %v", problems[i], test.want[i])
					}
				}
				return err
			})
			if err != nil {
				t.Error(err)
			}
		})
	}
}

func each(list []graph.Assertion) iter.Seq2[graph.Assertion, error] {
	return func(yield func(graph.Assertion, error) bool) {
		for _, a := range list {
			if !yield(a, nil) {
				return
			}
		}
	}
}
