package view_test

import (
	"context"
	"fmt"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/lang"
	"github.com/wasl-graph/wasl/internal/view"
)

// A reader of German asks for the reports about Iraq, the newest first, with their authors.
func Example() {
	ctx := context.Background()
	v, err := view.Build(ctx, library().snapshot())
	if err != nil {
		fmt.Println(err)
		return
	}
	r := v.For(lang.FromHeader("de"))
	set, err := r.Filter(ctx, graph.Filter{Countries: []graph.ID{"country:IQ"}, CountryRole: graph.RoleAny})
	if err != nil {
		fmt.Println(err)
		return
	}
	list := r.Ordered(ctx, set, graph.NewestFirst)
	for _, n := range list.Slice(0, 20) {
		label := r.Label(n)
		fmt.Println(r.Published(n), label.Value, label.Language)
		for _, author := range r.Objects(nil, n, graph.Author) {
			fmt.Println("  by", r.Label(author).Value)
		}
	}
	// Output:
	// 2024-06-20 Abschied de
	// 2024-06 Coming home en
	//   by Layla Hassan
	//   by Anna Weber
}

// A theme stands for its narrower themes too.
func ExampleView_Filter() {
	v := library().view()
	for _, exact := range []bool{false, true} {
		set, err := v.Filter(context.Background(), graph.Filter{Themes: []graph.ID{"theme:return"}, ExactThemes: exact})
		fmt.Println(set.Len(), err)
	}
	// Output:
	// 2 <nil>
	// 1 <nil>
}

func ExampleReader_Facet() {
	r := library().view().For(lang.FromHeader("ar"))
	ctx := context.Background()
	all, _ := r.Filter(ctx, graph.Filter{})
	facet, err := r.Facet(ctx, all, graph.ByCountry, 10)
	for _, b := range facet.Buckets {
		fmt.Println(b.Key, r.Label(b.Node).Value, b.Count)
	}
	fmt.Println(facet.Other, facet.Missing, err)
	// Output:
	// country:IQ العراق 1
	// country:AT Austria 1
	// 0 0 <nil>
}

// A cursor holds what a report is sorted by, so that it stays good when the report is gone.
func ExampleReportList_Position() {
	r := library().view().For(lang.Chain{})
	ctx := context.Background()
	all, _ := r.Filter(ctx, graph.Filter{})
	list := r.Ordered(ctx, all, graph.NewestFirst)
	fmt.Println(list.Position(date("2024-06-20"), "", "report:leaving"))
	fmt.Println(list.Position(date("2024-06-10"), "", "report:gone"))
	fmt.Println(list.Position(graph.Date{}, "", "report:gone"))
	// Output:
	// 0
	// 1
	// 2
}

func ExampleStatementID() {
	v := library().view()
	n, _ := v.Find("report:leaving")
	for _, s := range v.StatementsOf(nil, n) {
		fmt.Println(view.StatementID(v.Statement(s)))
	}
	// Output:
	// statement:report:leaving/LABEL/de.lc6kke42sfdek
	// statement:report:leaving/PUBLISHED/2024-06-20
	// statement:report:leaving/ABOUT_COUNTRY/country:AT
	// statement:report:leaving/MENTIONS_COUNTRY/country:IQ
	// statement:report:leaving/ABOUT_THEME/theme:return
}
