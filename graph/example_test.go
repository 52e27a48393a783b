package graph_test

import (
	"fmt"

	"github.com/wasl-graph/wasl/graph"
)

func ExampleAssertion() {
	a := graph.Assertion{
		Statement: graph.Statement{
			Subject:  "report:icmpd-2024-05-irregular-pathways-iraq",
			Relation: graph.AboutCountry,
			Object:   graph.Object{Entity: "country:IQ"},
		},
		Evidence: graph.Evidence{
			Source: "source:icmpd-publications", Method: graph.Inferred, Rule: graph.TitleNamesPlace,
			Place: graph.AtLine(64), Words: "migration dynamics in Iraq",
		},
	}
	fmt.Println(a.Check(), a.Evidence.Confidence())

	a.Object.Entity = "theme:irregular-migration"
	fmt.Println(a.Check())
	// Output:
	// <nil> 0.8
	// ABOUT_COUNTRY: "theme:irregular-migration" is not valid; expected an object of another kind than THEME
}

func ExampleParseDate() {
	month, _ := graph.ParseDate("2024-06")
	day, _ := graph.ParseDate("2024-06-15")
	fmt.Println(month, day, month.Overlaps(day))

	_, err := graph.ParseDate("2024-02-31")
	fmt.Println(err)
	// Output:
	// 2024-06 2024-06-15 true
	// date: "2024-02-31" is not valid; expected a date such as 2024, 2024-06 or 2024-06-15
}
