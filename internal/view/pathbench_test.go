package view_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/view"
)

// authorPairs draws authors of reports, with reports alone any author alike, else as often as they wrote.
func authorPairs(v *view.View, byReports bool, count int) [][2]graph.ID {
	random := rand.New(rand.NewPCG(5, 6))
	var all []view.Node
	for _, n := range v.For(chainOf("en")).Labelled(graph.KindPerson) {
		if len(v.Subjects(n, graph.Author)) > 0 {
			all = append(all, n)
		}
	}
	author := func() view.Node {
		if !byReports {
			return all[random.IntN(len(all))]
		}
		for {
			found := v.Objects(nil, view.Node(random.IntN(v.Count(graph.KindReport))), graph.Author)
			if len(found) > 0 {
				return found[random.IntN(len(found))]
			}
		}
	}
	pairs := make([][2]graph.ID, 0, count)
	for len(pairs) < count {
		if a, b := author(), author(); a != b {
			pairs = append(pairs, [2]graph.ID{v.ID(a), v.ID(b)})
		}
	}
	return pairs
}

// BenchmarkPaths finds the best path between two authors, and the best five, and tells how the times are spread.
func BenchmarkPaths(b *testing.B) {
	v := large()
	for _, byReports := range []bool{false, true} {
		pairs := authorPairs(v.View, byReports, 2000)
		for _, first := range []int{1, 5} {
			b.Run(fmt.Sprintf("first=%d/%s", first, map[bool]string{false: "any-author", true: "by-reports"}[byReports]), func(b *testing.B) {
				b.ReportAllocs()
				var times []time.Duration
				i, steps, cut := 0, 0, 0
				for b.Loop() {
					pair := pairs[i%len(pairs)]
					start := time.Now()
					result, taken, err := v.CountedPaths(b.Context(), view.PathQuery{From: pair[0], To: pair[1], MaxLength: 6, First: first})
					times = append(times, time.Since(start))
					if err != nil {
						b.Fatal(err)
					}
					i, steps = i+1, steps+taken
					cut += btoi(!result.Complete)
				}
				reportSpread(b, times)
				b.ReportMetric(float64(steps)/float64(i), "steps/op")
				b.ReportMetric(100*float64(cut)/float64(i), "%cut")
			})
		}
	}
}

// reportSpread reports percentiles of the times of single operations.
func reportSpread(b *testing.B, times []time.Duration) {
	slices.Sort(times)
	for _, percent := range []int{50, 90, 99} {
		at := times[min(len(times)*percent/100, len(times)-1)]
		b.ReportMetric(float64(at.Nanoseconds())/1000, fmt.Sprintf("p%d-µs", percent))
	}
}
