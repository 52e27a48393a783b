package gen_test

import (
	"testing"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/view/gen"
)

func collect(t *testing.T, s graph.Snapshot) []graph.Assertion {
	t.Helper()
	var all []graph.Assertion
	for a, err := range s.Assertions {
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, a)
	}
	return all
}

func TestEveryAssertionIsSoundAndComesOnce(t *testing.T) {
	s := gen.Snapshot(gen.Options{Reports: 3000})
	sources := map[graph.SourceID]bool{}
	for _, source := range s.Sources {
		if err := source.Check(); err != nil {
			t.Error(err)
		}
		sources[source.ID] = true
	}
	seen, added := map[graph.Assertion]bool{}, map[uint32]int{}
	for _, a := range collect(t, s) {
		if err := a.Check(); err != nil {
			t.Errorf("%v: %v", a, err)
		}
		if seen[a.Key()] {
			t.Errorf("twice: %v", a)
		}
		if !sources[a.Evidence.Source] {
			t.Errorf("no source %s", a.Evidence.Source)
		}
		seen[a.Key()] = true
		added[a.Evidence.Change]++
	}
	for _, c := range s.Changes {
		if added[c.Revision.Number] != c.Added {
			t.Errorf("change %d added %d, says %d", c.Revision.Number, added[c.Revision.Number], c.Added)
		}
	}
}

func TestEqualOptionsGiveEqualGraphs(t *testing.T) {
	first, second := gen.Snapshot(gen.Options{Reports: 200, Seed: 7}), gen.Snapshot(gen.Options{Reports: 200, Seed: 7})
	a, b := collect(t, first), collect(t, second)
	again := collect(t, first)
	other := collect(t, gen.Snapshot(gen.Options{Reports: 200, Seed: 8}))
	if len(a) != len(b) || len(a) != len(again) {
		t.Fatalf("%d, %d and %d assertions", len(a), len(b), len(again))
	}
	different := len(a) != len(other)
	for i := range a {
		if a[i] != b[i] || a[i] != again[i] {
			t.Fatalf("assertion %d: %v, %v and %v", i, a[i], b[i], again[i])
		}
		different = different || a[i] != other[i]
	}
	if !different {
		t.Error("another seed gives the same graph")
	}
}

func TestShape(t *testing.T) {
	const reports = 20_000
	perReport, theme, country, precisions := 0, 0, 0, [4]int{}
	words := 0
	for _, a := range collect(t, gen.Snapshot(gen.Options{Reports: reports})) {
		if a.Subject.Kind() != graph.KindReport {
			continue
		}
		perReport++
		if a.Evidence.Words != "" {
			words++
		}
		switch {
		case a.Relation == graph.AboutTheme && a.Object.Entity == "theme:g-0":
			theme++
		case a.Relation == graph.AboutCountry && a.Object.Entity == "country:AA" && a.Evidence.Method == graph.Stated:
			country++
		case a.Relation == graph.Published:
			precisions[a.Object.Date.Precision()]++
		}
	}
	within(t, "assertions a report", float64(perReport)/reports, 16, 20)
	within(t, "words", float64(words)/float64(perReport), .4, .8)
	within(t, "the theme's share", float64(theme)/reports, .28, .32)
	within(t, "the country's share", float64(country)/reports, .09, .11)
	undated := reports
	for precision := 1; precision <= 3; precision++ {
		within(t, "dates of a precision", float64(precisions[precision])/reports, .1, .7)
		undated -= precisions[precision]
	}
	within(t, "undated reports", float64(undated)/reports, .01, .03)
}

func within(t *testing.T, what string, have, low, high float64) {
	t.Helper()
	t.Logf("%s: %.3f", what, have)
	if have < low || have > high {
		t.Errorf("%s: %.3f, expected %.2f to %.2f", what, have, low, high)
	}
}
