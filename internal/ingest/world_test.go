package ingest_test

import (
	"errors"
	"fmt"
	"iter"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/ingest"
	"github.com/wasl-graph/wasl/seeds"
)

// world is a graph as simple as can be: what changes are applied to in these tests.
type world struct {
	facts   map[graph.Assertion]bool
	sources map[graph.SourceID]graph.Source
	texts   map[string]string
}

func newWorld(c graph.Change) *world {
	w := &world{facts: map[graph.Assertion]bool{}, sources: map[graph.SourceID]graph.Source{}, texts: map[string]string{}}
	for _, a := range c.Assert {
		w.facts[a.Key()] = true
	}
	for _, s := range c.Sources {
		w.sources[s.ID] = s
	}
	return w
}

// authority is a world with the seeds' countries, regions, themes, organisations and projects.
func authority(t testing.TB) *world {
	t.Helper()
	change, err := ingest.ReadSeeds(seeds.Files, time.Time{})
	if err != nil {
		t.Fatal(err)
	}
	return newWorld(ingest.Authority(change))
}

// Assertions yields them in the random order of the map.
func (w *world) Assertions() iter.Seq[graph.Assertion] {
	return func(yield func(graph.Assertion) bool) {
		for a := range w.facts {
			if !yield(a) {
				return
			}
		}
	}
}

// AssertionsAsRecorded: nothing is merged in a world.
func (w *world) AssertionsAsRecorded() iter.Seq[graph.Assertion] { return w.Assertions() }

func (w *world) Redirects() iter.Seq2[graph.ID, graph.ID] {
	return func(func(graph.ID, graph.ID) bool) {}
}

func (w *world) Curation(graph.SourceID) graph.Curation { return graph.Curation{} }

func (w *world) Source(id graph.SourceID) (graph.Source, bool) {
	s, found := w.sources[id]
	return s, found
}

// importing reads a document into the world, all of it or nothing.
func (w *world) importing(t testing.TB, name, text string, o ingest.Options) (ingest.Result, error) {
	t.Helper()
	document, err := ingest.Open(t.Context(), name, strings.NewReader(text), o)
	if err != nil {
		return ingest.Result{}, err
	}
	change, err := document.Change(t.Context(), w)
	if err != nil {
		return ingest.Result{}, err
	}
	var asserted, retracted []graph.Assertion
	for a, err := range change.Assert {
		if err != nil {
			return document.Result(), err
		}
		if err := a.Check(); err != nil {
			t.Errorf("%s %s %s: %v", a.Subject, a.Relation, a.Object, err)
		}
		asserted = append(asserted, a)
	}
	for a := range change.Retract {
		retracted = append(retracted, a)
	}
	for _, a := range retracted {
		delete(w.facts, a.Key())
	}
	for _, a := range asserted {
		w.facts[a.Key()] = true
	}
	for _, s := range change.Sources {
		w.sources[s.ID] = s
	}
	for _, d := range change.Documents {
		w.texts[d.SHA256] = d.Text
	}
	return document.Result(), nil
}

// must is importing without an error.
func (w *world) must(t testing.TB, name, text string, o ingest.Options) ingest.Result {
	t.Helper()
	result, err := w.importing(t, name, text, o)
	if err != nil {
		t.Fatal(err)
	}
	w.check(t)
	return result
}

// check looks for facts that hang in the air: entities without a label, and words that don't stand where they are said to.
func (w *world) check(t testing.TB) {
	t.Helper()
	labelled := map[graph.ID]bool{}
	for a := range w.facts {
		if a.Relation == graph.Label {
			labelled[a.Subject] = true
		}
	}
	for a := range w.facts {
		for _, id := range []graph.ID{a.Subject, a.Object.Entity, a.Evidence.Printed.Affiliation} {
			if id != "" && !labelled[id] {
				t.Errorf("%s has no label", id)
			}
		}
		if a.Evidence.Place.Unit == graph.Chars {
			text := w.texts[w.sources[a.Evidence.Source].SHA256]
			if quote, ok := graph.Quote(text, a.Evidence.Place); !ok || quote == "" {
				t.Errorf("%s %s %s: no words stand at %v", a.Subject, a.Relation, a.Object, a.Evidence.Place)
			}
		}
	}
}

// says lists what a source says, a line a fact, without evidence, in order. Relations may be named.
func (w *world) says(source graph.SourceID, only ...graph.Relation) []string {
	var list []string
	for a := range w.facts {
		if a.Evidence.Source == source && (len(only) == 0 || slices.Contains(only, a.Relation)) {
			list = append(list, fmt.Sprintf("%s %s %s", a.Subject, a.Relation, a.Object))
		}
	}
	slices.Sort(list)
	return slices.Compact(list)
}

// has says whether a source makes a statement, written as says writes it.
func (w *world) has(source graph.SourceID, statement string) bool {
	return slices.Contains(w.says(source), statement)
}

// expect compares lists.
func expect(t testing.TB, what string, got, want []string) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("%s:\n got %s\nwant %s", what, strings.Join(got, "\n     "), strings.Join(want, "\n     "))
	}
}

// faultLines are the faults of an error, a line each.
func faultLines(t testing.TB, err error) []string {
	t.Helper()
	var faults ingest.Faults
	if !errors.As(err, &faults) {
		t.Fatalf("no faults, but %v", err)
	}
	return strings.Split(faults.Error(), "\n")
}
