package view_test

import (
	"fmt"
	"testing"
	"time"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/view"
)

// BenchmarkNeighbourhood looks at up to 200 entities around those of a kind that have many links, around the greatest hubs,
// and around authors and reports in two steps. It tells how the times are spread.
func BenchmarkNeighbourhood(b *testing.B) {
	v := large()
	r := arabic(v.View)
	busy := func(k graph.Kind) []graph.ID { // with at least 200 links
		var list []graph.ID
		for _, n := range r.Labelled(k) {
			if v.Degree(n) >= 200 {
				list = append(list, v.ID(n))
			}
		}
		return list
	}
	authors := make([]graph.ID, 0, 1000)
	for _, pair := range authorPairs(v.View, false, 1000) {
		authors = append(authors, pair[0])
	}
	for _, c := range []struct {
		name  string
		ids   []graph.ID
		depth int
	}{
		{"country", busy(graph.KindCountry), 1},
		{"theme", busy(graph.KindTheme), 1},
		{"organisation", busy(graph.KindOrganisation), 1},
		{"project", busy(graph.KindProject), 1},
		{"person", busy(graph.KindPerson), 1},
		{"hub-theme", []graph.ID{hubTheme}, 1},
		{"hub-country", []graph.ID{hubCountry}, 1},
		{"author", authors, 2},
		{"report", someReports(v.View), 2},
	} {
		b.Run(fmt.Sprintf("%s/depth=%d", c.name, c.depth), func(b *testing.B) {
			b.ReportAllocs()
			var times []time.Duration
			i, shown, total := 0, 0, 0
			for b.Loop() {
				start := time.Now()
				around, err := r.Neighbourhood(b.Context(), view.NeighbourhoodQuery{ID: c.ids[i%len(c.ids)], Depth: c.depth, Limit: 200})
				times = append(times, time.Since(start))
				if err != nil {
					b.Fatal(err)
				}
				i, shown, total = i+1, shown+len(around.Nodes), total+around.TotalNodes
			}
			reportSpread(b, times)
			b.ReportMetric(float64(shown)/float64(i), "shown/op")
			b.ReportMetric(float64(total)/float64(i), "total/op")
		})
	}
}
