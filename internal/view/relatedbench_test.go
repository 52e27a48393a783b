package view_test

import (
	"testing"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/view"
)

// BenchmarkRelated finds the ten reports nearest to one after the other of many reports, to the one for which it costs the
// most, and finds those of other projects only. Beside the time stands what it was foretold to cost.
func BenchmarkRelated(b *testing.B) {
	v := large()
	reports, dearest := someNodes(v.View), view.Node(0)
	ten := view.RelatedOptions{First: 10}
	for n := range view.Node(v.Count(graph.KindReport)) {
		if v.RelatedCost(n, ten) > v.RelatedCost(dearest, ten) {
			dearest = n
		}
	}
	for _, c := range []struct {
		name    string
		reports []view.Node
		options view.RelatedOptions
	}{
		{"reports", reports, ten},
		{"dearest", []view.Node{dearest}, ten},
		{"other-projects", reports, view.RelatedOptions{First: 10, OtherProjectsOnly: true}},
		{"hundred", reports, view.RelatedOptions{First: 100}},
	} {
		b.Run(c.name, func(b *testing.B) {
			b.ReportAllocs()
			i, cost := 0, 0
			for b.Loop() {
				n := c.reports[i%len(c.reports)]
				list, err := v.Related(b.Context(), n, c.options)
				if err != nil || len(list) == 0 {
					b.Fatal(len(list), err)
				}
				i++
			}
			for _, n := range c.reports {
				cost += v.RelatedCost(n, c.options)
			}
			b.ReportMetric(float64(cost)/float64(len(c.reports)), "foretold/op")
		})
	}
}

// someNodes are the reports of someReports.
func someNodes(v *view.View) []view.Node {
	var list []view.Node
	for _, id := range someReports(v) {
		n, _ := v.Find(id)
		list = append(list, n)
	}
	return list
}

// BenchmarkReason says why in three languages.
func BenchmarkReason(b *testing.B) {
	v := large()
	list, err := v.Related(b.Context(), 0, view.RelatedOptions{First: 10})
	if err != nil {
		b.Fatal(err)
	}
	r := arabic(v.View)
	b.ReportAllocs()
	for b.Loop() {
		for _, reason := range list[0].Reasons {
			use(b, len(r.Reason(reason).Value))
		}
	}
}
