package read_test

import (
	"io"
	"strings"
	"testing"

	"github.com/wasl-graph/wasl/internal/ingest/document"
	"github.com/wasl-graph/wasl/internal/ingest/gen"
	"github.com/wasl-graph/wasl/internal/ingest/read"
)

// benchmark reads generated records and says how many a second.
func benchmark(b *testing.B, format read.Format, write func(io.Writer, int) error) {
	const records = 2000
	var raw strings.Builder
	if err := write(&raw, records); err != nil {
		b.Fatal(err)
	}
	doc := &document.Document{Name: "generated", Text: raw.String()}
	b.SetBytes(int64(raw.Len()))
	b.ReportAllocs()
	for b.Loop() {
		n := 0
		for _, err := range read.Works(b.Context(), doc, format) {
			if err != nil {
				b.Fatal(err)
			}
			n++
		}
		if n != records {
			b.Fatalf("%d records; want %d", n, records)
		}
	}
	b.ReportMetric(records*float64(b.N)/b.Elapsed().Seconds(), "records/s")
}

func BenchmarkRIS(b *testing.B)   { benchmark(b, read.RIS, gen.RIS) }
func BenchmarkJSONL(b *testing.B) { benchmark(b, read.WaslJSONL, gen.JSONL) }
