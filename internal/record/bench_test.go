package record

import (
	"fmt"
	"path/filepath"
	"testing"

	"github.com/wasl-graph/wasl/graph"
)

// facts is how many assertions the benchmarks have in the record.
const facts = 20_000

func fullChange() graph.Change {
	c := firstChange()
	c.Assert = many(facts, 0)
	return c
}

func BenchmarkCreate(b *testing.B) {
	first := fullChange()
	b.ReportAllocs()
	for b.Loop() {
		if err := Create(b.Context(), filepath.Join(b.TempDir(), "data"), first); err != nil {
			b.Fatal(err)
		}
	}
}

// onFull runs a benchmark on a record of facts, in memory and on disk.
func onFull(b *testing.B, run func(*testing.B, *Store)) {
	b.Run("memory", func(b *testing.B) {
		s, err := OpenMemory()
		if err != nil {
			b.Fatal(err)
		}
		if _, err := s.Apply(b.Context(), fullChange(), emptyState{}); err != nil {
			b.Fatal(err)
		}
		run(b, s)
	})
	b.Run("disk", func(b *testing.B) {
		folder := filepath.Join(b.TempDir(), "data")
		if err := Create(b.Context(), folder, fullChange()); err != nil {
			b.Fatal(err)
		}
		run(b, mustOpen(b, folder))
	})
}

// BenchmarkApply records one assertion at a time.
func BenchmarkApply(b *testing.B) {
	onFull(b, func(b *testing.B, s *Store) {
		state := &ledger{documents: map[graph.SourceID]graph.Source{"source:list": testSource("source:list")}}
		next := facts
		b.ReportAllocs()
		for b.Loop() {
			if _, err := s.Apply(b.Context(), change(many(1, next)...), state); err != nil {
				b.Fatal(err)
			}
			next++
		}
	})
}

func BenchmarkSnapshot(b *testing.B) {
	onFull(b, func(b *testing.B, s *Store) {
		b.ReportAllocs()
		for b.Loop() {
			if err := s.Snapshot(b.Context(), readAll); err != nil {
				b.Fatal(err)
			}
		}
	})
}

func BenchmarkOpen(b *testing.B) {
	folder := filepath.Join(b.TempDir(), "data")
	if err := Create(b.Context(), folder, fullChange()); err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		s, err := Open(b.Context(), folder)
		if err != nil {
			b.Fatal(err)
		}
		if err := s.Close(); err != nil {
			b.Fatal(err)
		}
	}
}

// reportFacts are the facts that a list of publications says about its reports, each at its own place: many share an
// object, and no two their evidence.
func reportFacts(reports int) []graph.Assertion {
	var list []graph.Assertion
	for i := range reports {
		id := graph.ID(fmt.Sprintf("report:r-%d", i))
		facts := []graph.Assertion{
			label(id, fmt.Sprintf("Report %d", i)),
			link(id, graph.Author, graph.ID(fmt.Sprintf("person:p-%d", i%5000))),
			link(id, graph.Author, graph.ID(fmt.Sprintf("person:p-%d", (i*7)%5000))),
			link(id, graph.AboutTheme, graph.ID(fmt.Sprintf("theme:t-%d", i%14))),
			link(id, graph.AboutTheme, graph.ID(fmt.Sprintf("theme:t-%d", (i+3)%14))),
			link(id, graph.AboutCountry, "country:IQ"),
			link(id, graph.MentionsCountry, "country:JO"),
			link(id, graph.Publisher, "organisation:icmpd"),
		}
		for j := range facts {
			facts[j].Evidence.Place = graph.Place{Unit: graph.Chars, Start: i*1000 + j*50, End: i*1000 + j*50 + 20}
		}
		list = append(list, facts...)
	}
	return list
}

// BenchmarkApplyBulk records a large import: what it costs a fact, with the journal.
func BenchmarkApplyBulk(b *testing.B) {
	c := change(reportFacts(20_000)...)
	c.Sources = []graph.Source{testSource("source:list")}
	b.ReportAllocs()
	for b.Loop() {
		folder := filepath.Join(b.TempDir(), "data")
		if err := Create(b.Context(), folder, firstChange()); err != nil {
			b.Fatal(err)
		}
		if _, err := mustOpen(b, folder).ApplyBulk(b.Context(), c.Bulk(), emptyState{}); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(len(c.Assert)*b.N)/b.Elapsed().Seconds(), "facts/s")
}
