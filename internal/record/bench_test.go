package record

import (
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
