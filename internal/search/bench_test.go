package search_test

import (
	"bytes"
	"context"
	"runtime"
	"sync"
	"testing"
	"time"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/search"
	"github.com/wasl-graph/wasl/internal/view"
	"github.com/wasl-graph/wasl/internal/view/gen"
)

// benchReports is the size of the graph of the benchmarks. Titles are in up to three languages; a word of a topic is in a tenth of
// them, "migration" in most, "part" in nearly all, and a theme of the topic is on a third.
const benchReports = 100_000

// largeIndex is made once, with what making it came to.
type largeIndex struct {
	*search.Index
	heap  uint64 // bytes in use after a collection
	built time.Duration
}

var large = sync.OnceValue(func() largeIndex {
	ctx := context.Background()
	v, err := view.Build(ctx, gen.Snapshot(gen.Options{Reports: benchReports}))
	if err != nil {
		panic(err)
	}
	before, start := heapInUse(), time.Now()
	x, err := search.Build(ctx, v)
	if err != nil {
		panic(err)
	}
	built := time.Since(start)
	return largeIndex{x, heapInUse() - before, built}
})

func heapInUse() uint64 {
	runtime.GC()
	runtime.GC() // the second waits for the first to sweep
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}

// BenchmarkSize reports the memory of an index, as the heap in use after a collection: by report, what the lists of nodes take by
// posting, and what all the rest takes by report.
func BenchmarkSize(b *testing.B) {
	x := large()
	for b.Loop() {
		runtime.KeepAlive(x.Index)
	}
	sizes := x.Sizes()
	b.ReportMetric(float64(x.heap)/benchReports, "B/report")
	b.ReportMetric(float64(sizes.PostingBytes)/float64(sizes.Postings), "B/posting")
	b.ReportMetric((float64(x.heap)-float64(sizes.PostingBytes))/benchReports, "rest-B/report")
	b.ReportMetric(float64(sizes.Postings)/benchReports, "postings/report")
	b.ReportMetric(benchReports/x.built.Seconds(), "reports/s")
	b.ReportMetric(0, "ns/op")
}

// BenchmarkBuild makes the index of 100,000 reports.
func BenchmarkBuild(b *testing.B) {
	v := large().View()
	b.ReportAllocs()
	for b.Loop() {
		if _, err := search.Build(b.Context(), v); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(benchReports*float64(b.N)/b.Elapsed().Seconds(), "reports/s")
}

// BenchmarkSearch finds everything that meets a query, with the first 20 hits.
func BenchmarkSearch(b *testing.B) {
	x := large()
	for _, c := range []struct{ name, query string }{
		{"word/rare", "Zalimika"},
		{"word/topic", "Menschenhandel"},
		{"word/arabic", "تهريب"},
		{"word/common", "migration"},
		{"word/broadest", "part"},
		{"word/unknown", "migratoin"},
		{"two/topic-and-country", "remittances Mizamika"},
		{"two/topics", "migration management"},
		{"two/languages", "Menschenhandel تهريب"},
		{"two/name", "visa policy"},
		{"three", "border management institute"},
		{"without", "migration -policy"},
		{"quotation", `"visa policy"`},
		{"identifier", "https://doi.org/10.5555/95903"},
		{"years", "2015-2018"},
	} {
		b.Run(c.name, func(b *testing.B) {
			b.ReportAllocs()
			total := 0
			for b.Loop() {
				found := mustSearch(b, x.Index, search.Request{Query: c.query})
				total = found.Len()
				found.Slice(0, 20)
			}
			b.ReportMetric(float64(total), "hits")
		})
	}
}

// BenchmarkPage answers a search as a page shows it: the broadest word, the first 20 hits, and two facets over all.
func BenchmarkPage(b *testing.B) {
	x := large()
	r := x.View().For(chain("ar-IQ,ar;q=0.9,en;q=0.8"))
	b.Run("facets", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			found := mustSearch(b, x.Index, search.Request{Query: "part"})
			found.Slice(0, 20)
			for _, by := range []graph.Dimension{graph.ByTheme, graph.ByCountry} {
				if _, err := r.Facet(b.Context(), found.Reports(), by, 10); err != nil {
					b.Fatal(err)
				}
			}
		}
	})
	b.Run("matches", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			found := mustSearch(b, x.Index, search.Request{Query: "remittances migration"})
			for _, hit := range found.Slice(0, 20) {
				found.Matches(r, hit)
			}
		}
	})
	b.Run("deep", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			found := mustSearch(b, x.Index, search.Request{Query: "remittances migration"})
			found.Slice(10_000, 10_020)
		}
	})
}

// BenchmarkSuggest completes eight names.
func BenchmarkSuggest(b *testing.B) {
	x := large()
	r := x.View().For(chain("de"))
	for _, c := range []struct {
		name, prefix string
		kinds        []graph.Kind
	}{
		{"letter", "m", nil},
		{"letters", "kab", nil},
		{"word", "migration", nil},
		{"words", "irregular migration in", nil},
		{"arabic", "الهج", nil},
		{"countries", "ka", []graph.Kind{graph.KindCountry}},
		{"reports", "irr", []graph.Kind{graph.KindReport}},
		{"umlauts", "migraet", nil},
		{"none", "zzzz", nil},
	} {
		b.Run(c.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := x.Suggest(b.Context(), r, c.prefix, c.kinds, 8); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkDidYouMean reads a word that nothing meets.
func BenchmarkDidYouMean(b *testing.B) {
	x := large()
	found := mustSearch(b, x.Index, search.Request{Query: "remitances migratoin"})
	b.ReportAllocs()
	for b.Loop() {
		if len(found.DidYouMean(b.Context())) == 0 {
			b.Fatal("nothing")
		}
	}
}

// BenchmarkFile writes an index and reads it again.
func BenchmarkFile(b *testing.B) {
	x := large()
	data := fileOf(b, x.Index)
	b.Run("write", func(b *testing.B) {
		b.SetBytes(int64(len(data)))
		for b.Loop() {
			fileOf(b, x.Index)
		}
	})
	b.Run("read", func(b *testing.B) {
		b.SetBytes(int64(len(data)))
		for b.Loop() {
			if _, err := search.ReadIndex(bytes.NewReader(data), x.View()); err != nil {
				b.Fatal(err)
			}
		}
	})
}
