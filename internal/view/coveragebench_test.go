package view_test

import (
	"fmt"
	"testing"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/view"
)

// BenchmarkCoverage makes maps of all 100,000 reports, and of those about a country.
func BenchmarkCoverage(b *testing.B) {
	v := large()
	r := arabic(v.View)
	for _, set := range []struct {
		name   string
		filter graph.Filter
	}{{"all", graph.Filter{}}, {"country", graph.Filter{Countries: []graph.ID{hubCountry}}}} {
		reports, err := v.Filter(b.Context(), set.filter)
		if err != nil {
			b.Fatal(err)
		}
		for _, by := range [][2]graph.Dimension{
			{graph.ByTheme, graph.ByCountry}, {graph.ByYear, graph.ByLanguage}, {graph.ByPerson, graph.ByOrganisation},
		} {
			b.Run(fmt.Sprintf("%s/%s-%s", set.name, by[0], by[1]), func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					c, err := r.Coverage(b.Context(), reports, by[0], by[1], 50, 50)
					if err != nil {
						b.Fatal(err)
					}
					use(b, c.TotalRows)
				}
				b.ReportMetric(float64(v.CoverageCost(reports.Len(), by[0], by[1])), "foretold/op")
			})
		}
	}
}

// BenchmarkNeighbours takes the first page of neighbours with three shared reports each.
func BenchmarkNeighbours(b *testing.B) {
	v := large()
	r := arabic(v.View)
	author, country := graph.Author, graph.AboutCountry
	for _, c := range []struct {
		name    string
		of      graph.ID
		options view.NeighbourOptions
	}{
		{"co-authors", "person:g-400", view.NeighbourOptions{Kinds: []graph.Kind{graph.KindPerson}, Relation: &author}},
		{"first-author", "person:g-0", view.NeighbourOptions{Kinds: []graph.Kind{graph.KindPerson}}},
		{"organisations", "organisation:g-0", view.NeighbourOptions{Kinds: []graph.Kind{graph.KindOrganisation}}},
		{"countries-of-hub", hubCountry, view.NeighbourOptions{Kinds: []graph.Kind{graph.KindCountry}, Relation: &country}},
		{"all-of-hub", hubTheme, view.NeighbourOptions{}},
	} {
		b.Run(c.name, func(b *testing.B) {
			b.ReportAllocs()
			n, _ := v.Find(c.of)
			for b.Loop() {
				list, err := r.Neighbours(b.Context(), n, c.options)
				if err != nil {
					b.Fatal(err)
				}
				page, err := list.Slice(b.Context(), 0, 20)
				if err != nil {
					b.Fatal(err)
				}
				for _, x := range page {
					shared, err := list.Shared(b.Context(), x.Node)
					if err != nil {
						b.Fatal(err)
					}
					use(b, len(r.Ordered(b.Context(), shared, graph.NewestFirst).Slice(0, 3)))
				}
			}
			b.ReportMetric(float64(v.NeighboursCost(n, c.options)), "foretold/op")
		})
	}
}
