package view_test

import (
	"context"
	"fmt"
	"runtime"
	"sync"
	"testing"
	"time"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/lang"
	"github.com/wasl-graph/wasl/internal/view"
	"github.com/wasl-graph/wasl/internal/view/gen"
)

// The graph of the benchmarks. The hubs are on 10 % and 30 % of the reports, the rare country is on a few hundred, and the
// broad theme has narrower ones.
const (
	benchReports = 100_000
	hubCountry   = "country:AA"
	rareCountry  = "country:EZ"
	hubTheme     = "theme:g-0"
	broadTheme   = "theme:g-3"
)

// largeGraph is made once, with what making it came to.
type largeGraph struct {
	*view.View
	assertions int
	heap       uint64 // bytes in use after a collection
	built      time.Duration
}

var large = sync.OnceValue(func() largeGraph {
	snapshot := gen.Snapshot(gen.Options{Reports: benchReports})
	var g largeGraph
	for range snapshot.Assertions {
		g.assertions++
	}
	before := heapInUse()
	start := time.Now()
	g.View = mustBuild(snapshot)
	g.built = time.Since(start)
	g.heap = heapInUse() - before
	runtime.KeepAlive(snapshot)
	return g
})

func mustBuild(s graph.Snapshot) *view.View {
	v, err := view.Build(context.Background(), s)
	if err != nil {
		panic(err)
	}
	return v
}

func heapInUse() uint64 {
	runtime.GC()
	runtime.GC() // the second waits for the first to sweep
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}

// BenchmarkSize reports the memory of a view: the heap in use after a collection, by assertion. Texts count apart.
func BenchmarkSize(b *testing.B) {
	g := large()
	for b.Loop() {
		runtime.KeepAlive(g.View)
	}
	each := float64(g.assertions)
	b.ReportMetric(float64(g.heap-uint64(g.TextBytes()))/each, "B/quad")
	b.ReportMetric(float64(g.TextBytes())/each, "text-B/quad")
	b.ReportMetric(each, "quads")
	b.ReportMetric(g.built.Seconds(), "build-s")
	b.ReportMetric(0, "ns/op")
}

// arabic is a reader with a chain of usual length.
func arabic(v *view.View) *view.Reader { return v.For(lang.FromHeader("ar-IQ,ar;q=0.9,en;q=0.8")) }

// BenchmarkEntity reads one report by its id: its labels and descriptions, and every statement with the label of what it
// leads to. The floor reads the same numbers without a label.
func BenchmarkEntity(b *testing.B) {
	v := large()
	r := arabic(v.View)
	ids := someReports(v.View)
	b.Run("labels", func(b *testing.B) {
		b.ReportAllocs()
		var nodes []view.Node
		read, i := 0, 0
		for b.Loop() {
			n, _ := v.Find(ids[i%len(ids)])
			read += len(r.Label(n).Value)
			for _, relation := range graph.Relations() {
				switch relation.Form() {
				case graph.ToEntity:
					nodes = v.Objects(nodes[:0], n, relation)
					for _, o := range nodes {
						read += len(r.Label(o).Value)
					}
				case graph.ToDate:
					read += v.Date(n, relation).Year()
				default:
					if text, found := r.Text(n, relation); found {
						read += len(text.Value)
					}
				}
			}
			i++
		}
		use(b, read)
	})
	b.Run("statements-with-evidence", func(b *testing.B) {
		b.ReportAllocs()
		var statements []view.Statement
		var evidence []graph.Evidence
		read, i := 0, 0
		for b.Loop() {
			n, _ := v.Find(ids[i%len(ids)])
			statements = v.StatementsOf(statements[:0], n)
			for _, s := range statements {
				read += int(v.Statement(s).Relation)
				evidence = v.Evidence(evidence[:0], s)
				read += len(evidence)
			}
			i++
		}
		use(b, read)
	})
	b.Run("floor", func(b *testing.B) {
		b.ReportAllocs()
		var nodes []view.Node
		read, i := 0, 0
		for b.Loop() {
			n, _ := v.Find(ids[i%len(ids)])
			for _, relation := range graph.Relations() {
				if relation.Form() == graph.ToEntity {
					nodes = v.Objects(nodes[:0], n, relation)
					read += len(nodes)
				}
			}
			i++
		}
		use(b, read)
	})
}

// someReports are ids from all over the graph, so that a benchmark does not run in the processor's cache alone.
func someReports(v *view.View) []graph.ID {
	ids := make([]graph.ID, 4096)
	for i := range ids {
		ids[i] = v.ID(view.Node(i * 7919 % v.Count(graph.KindReport)))
	}
	return ids
}

// use keeps the compiler from leaving out what made a number.
func use(b *testing.B, n int) {
	if n < 0 {
		b.Fatal(n)
	}
}

// BenchmarkNewest takes the first page of a filtered list with its total.
func BenchmarkNewest(b *testing.B) {
	v := large()
	r := arabic(v.View)
	for _, c := range []struct {
		name   string
		filter graph.Filter
	}{
		{"hub-and-hub", graph.Filter{Countries: []graph.ID{hubCountry}, Themes: []graph.ID{hubTheme}}},
		{"rare-and-hub", graph.Filter{Countries: []graph.ID{rareCountry}, Themes: []graph.ID{hubTheme}}},
		{"hub-and-narrower", graph.Filter{Countries: []graph.ID{hubCountry}, Themes: []graph.ID{broadTheme}}},
		{"hub-and-dates", graph.Filter{Countries: []graph.ID{hubCountry}, From: date("2015"), To: date("2019-06")}},
		{"all", graph.Filter{}},
	} {
		for _, order := range []graph.ReportOrder{graph.NewestFirst, graph.OldestFirst, graph.ByLabel} {
			b.Run(fmt.Sprintf("%s/%s", c.name, order), func(b *testing.B) {
				b.ReportAllocs()
				total := 0
				for b.Loop() {
					set, err := v.Filter(b.Context(), c.filter)
					if err != nil {
						b.Fatal(err)
					}
					list := r.Ordered(b.Context(), set, order)
					total = list.Len()
					use(b, len(list.Slice(0, 20)))
				}
				b.ReportMetric(float64(total), "reports")
			})
		}
	}
}

func date(s string) graph.Date {
	d, err := graph.ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

// BenchmarkPage reads 20 reports with six relations each and the label of everything. The floor reads the same numbers
// without the labels.
func BenchmarkPage(b *testing.B) {
	v := large()
	r := arabic(v.View)
	relations := []graph.Relation{
		graph.Author, graph.Publisher, graph.OutputOf, graph.AboutCountry, graph.MentionsCountry, graph.AboutTheme,
	}
	set, err := v.Filter(b.Context(), graph.Filter{Countries: []graph.ID{hubCountry}})
	if err != nil {
		b.Fatal(err)
	}
	list := r.Ordered(b.Context(), set, graph.NewestFirst)
	for _, labels := range []bool{true, false} {
		name := map[bool]string{true: "labels", false: "floor"}[labels]
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			var nodes []view.Node
			read, at := 0, 0
			for b.Loop() {
				for _, n := range list.Slice(at, at+20) {
					if labels {
						read += len(r.Label(n).Value)
					}
					for _, relation := range relations {
						nodes = v.Objects(nodes[:0], n, relation)
						read += len(nodes)
						for _, o := range nodes {
							if labels {
								read += len(r.Label(o).Value)
							}
						}
					}
				}
				at = (at + 20) % (list.Len() - 20)
			}
			use(b, read)
		})
	}
}

// BenchmarkFacet counts the reports of a country by each dimension.
func BenchmarkFacet(b *testing.B) {
	v := large()
	r := arabic(v.View)
	set, err := v.Filter(b.Context(), graph.Filter{Countries: []graph.ID{hubCountry}})
	if err != nil {
		b.Fatal(err)
	}
	for _, by := range graph.Dimensions() {
		b.Run(by.String(), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				f, err := r.Facet(b.Context(), set, by, 20)
				if err != nil {
					b.Fatal(err)
				}
				use(b, f.Other)
			}
		})
	}
}

// BenchmarkFor makes a reader.
func BenchmarkFor(b *testing.B) {
	v := large()
	chain := lang.FromHeader("ar-IQ,ar;q=0.9,en;q=0.8")
	b.ReportAllocs()
	for b.Loop() {
		use(b, v.For(chain).Count(graph.KindReport))
	}
}

// BenchmarkBuild makes a view of 100,000 reports. The floor reads the same snapshot and throws it away.
func BenchmarkBuild(b *testing.B) {
	snapshot := gen.Snapshot(gen.Options{Reports: benchReports})
	b.Run("build", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			use(b, mustBuild(snapshot).Statements())
		}
	})
	b.Run("floor", func(b *testing.B) {
		for b.Loop() {
			count := 0
			for range snapshot.Assertions {
				count++
			}
			use(b, count)
		}
	})
}

// BenchmarkWith makes the view after a change of one assertion.
func BenchmarkWith(b *testing.B) {
	v := large()
	revision := graph.Revision{Number: v.Revision().Number + 1}
	added := graph.Assertion{
		Statement: graph.Statement{Subject: "report:g-1", Relation: graph.Note, Object: graph.Object{
			Text: graph.Text{Value: "Read again", Language: graph.English},
		}},
		Evidence: graph.Evidence{Source: "source:vocabulary", Method: graph.Curated, Change: revision.Number},
	}
	applied := graph.Applied{Recorded: graph.Recorded{Revision: revision, Added: 1}, Asserted: []graph.Assertion{added}}
	b.ReportAllocs()
	for b.Loop() {
		after, err := v.With(b.Context(), applied)
		if err != nil {
			b.Fatal(err)
		}
		use(b, after.Statements())
	}
}
