package view_test

import (
	"context"
	"fmt"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/lang"
	"github.com/wasl-graph/wasl/internal/view"
)

// Two reports of the library hang together by a theme and a country.
func ExampleView_Related() {
	v := library().view()
	report, _ := v.Find("report:leaving")
	related, err := v.Related(context.Background(), report, view.RelatedOptions{First: 10})
	for _, other := range related {
		fmt.Println(v.ID(other.Report), other.Score)
		for _, reason := range other.Reasons {
			fmt.Println(reason.Score, reason.Relation, v.For(lang.FromHeader("en")).Reason(reason).Value)
		}
	}
	fmt.Println(err)
	// Output:
	// report:coming-home 1.94921875
	// 1 BROADER One report deals with the theme “Return”, the other with the narrower theme “Reintegration”
	// 0.69921875 ABOUT_COUNTRY Iraq comes up in both reports (2 reports in all)
	// 0.25 PUBLISHED Both reports were published in 2024
	// <nil>
}

// Which themes come up with Iraq, and in which reports?
func ExampleReader_Neighbours() {
	r := library().view().For(lang.FromHeader("de"))
	ctx := context.Background()
	iraq, _ := r.Find("country:IQ")
	list, err := r.Neighbours(ctx, iraq, view.NeighbourOptions{Kinds: []graph.Kind{graph.KindTheme}})
	if err != nil {
		fmt.Println(err)
		return
	}
	themes, err := list.Slice(ctx, 0, 20)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, theme := range themes {
		shared, err := list.Shared(ctx, theme.Node)
		if err != nil {
			fmt.Println(err)
			return
		}
		for _, report := range r.Ordered(ctx, shared, graph.NewestFirst).Slice(0, 3) {
			fmt.Println(r.Label(theme.Node).Value, theme.Count, r.ID(report))
		}
	}
	// Output:
	// Reintegration 1 report:coming-home
	// Rückkehr 1 report:leaving
}

// A map of what was written about Iraq has a row for the theme on which nothing was.
func ExampleReader_Coverage() {
	r := library().view().For(lang.FromHeader("en"))
	ctx := context.Background()
	set, err := r.Filter(ctx, graph.Filter{Countries: []graph.ID{"country:IQ"}})
	if err != nil {
		fmt.Println(err)
		return
	}
	c, err := r.Coverage(ctx, set, graph.ByTheme, graph.ByYear, 50, 50)
	for i, row := range c.Rows {
		fmt.Println(r.Label(row.Node).Value, c.Columns[0].Key, c.Counts[i], row.Count)
	}
	fmt.Println(c.TotalRows, c.TotalColumns, err)
	// Output:
	// Reintegration 2024 [1] 1
	// Return 2024 [0] 0
	// 2 1 <nil>
}
