package graph_test

import (
	"fmt"

	"github.com/wasl-graph/wasl/graph"
)

func ExampleAssertion_Check() {
	a := graph.Assertion{Statement: graph.Statement{
		Subject:  "person:jane-doe",
		Relation: graph.AboutCountry,
		Object:   graph.Object{Entity: "country:IQ"},
	}}
	fmt.Println(a.Check())
	// Output: ABOUT_COUNTRY: "person:jane-doe" is not valid; expected a subject of another kind than PERSON
}

func ExampleParseID() {
	id, err := graph.ParseID("country:IQ")
	fmt.Println(id.Kind(), id.Local(), err)
	_, err = graph.ParseID("country:iq")
	fmt.Println(err)
	// Output:
	// COUNTRY IQ <nil>
	// country: "iq" is not valid; expected a code of two capital letters such as IQ
}

func ExampleParseTag() {
	tag, err := graph.ParseTag("DE-at")
	fmt.Println(tag, tag.Base(), err)
	// Output: de-AT de <nil>
}

func ExampleRelation_Labels() {
	for _, label := range graph.AboutCountry.Labels() {
		fmt.Println(label.Language, label.Value, label.Standing)
	}
	// Output:
	// en is about the country UNVERIFIED
	// ar يتناول البلد UNVERIFIED
	// de handelt vom Land UNVERIFIED
}
