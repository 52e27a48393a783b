package understand_test

import (
	"testing"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/ingest/understand"
)

// BenchmarkUnderstand measures one publication with an abstract, a line of countries and authors, and one without.
func BenchmarkUnderstand(b *testing.B) {
	list := works(b, open(b, "testdata/documents/listing_en.txt"))
	arabic := works(b, open(b, "testdata/documents/listing_ar.txt"))
	v := seedVocabulary()
	b.Run("abstract", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			understand.Understand(v, &list[0])
		}
	})
	b.Run("arabic", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			understand.Understand(v, &arabic[0])
		}
	})
	b.Run("title", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			understand.Understand(v, &arabic[1])
		}
	})
}

// BenchmarkNewVocabulary measures the vocabulary of the seed graph.
func BenchmarkNewVocabulary(b *testing.B) {
	change, err := seedGraph()
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		understand.NewVocabulary(func(yield func(graph.Assertion) bool) {
			for _, a := range change.Assert {
				if !yield(a) {
					return
				}
			}
		})
	}
}
