package search_test

import (
	"context"
	"fmt"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/lang"
	"github.com/wasl-graph/wasl/internal/search"
)

// One country, typed in Arabic with a preposition, finds the same as its name in English. How each hit was found is told in the
// language that was met.
func Example() {
	ctx := context.Background()
	x, err := seedsOnce()
	if err != nil {
		panic(err)
	}
	r := x.View().For(lang.FromHeader("en"))
	found, err := x.Search(ctx, search.Request{Query: "بالعراق returnees", Kinds: []graph.Kind{graph.KindReport}})
	if err != nil {
		panic(err)
	}
	for _, hit := range found.Slice(0, 1) {
		fmt.Printf("%.39s…\n", r.Label(hit.Node).Value)
		for _, match := range found.Matches(r, hit)[:1] {
			fmt.Println("through", x.View().ID(match.Via), "called", match.Text.Value, match.Highlights)
		}
	}
	// Output:
	// Engaging Return Migrants in Information…
	// through country:IQ called العراق [{0 6}]
}

// What is mistyped finds nothing, and is offered a reading.
func ExampleResult_DidYouMean() {
	ctx := context.Background()
	x, err := seedsOnce()
	if err != nil {
		panic(err)
	}
	for _, query := range []string{"Irqa", "Iran"} {
		found, err := x.Search(ctx, search.Request{Query: query})
		if err != nil {
			panic(err)
		}
		fmt.Println(query, found.Len() > 0, found.DidYouMean(ctx))
	}
	// Output:
	// Irqa false [{Iraq en ORIGINAL UNVERIFIED}]
	// Iran true []
}

// What somebody types is completed in their language, and in any other that it is typed in.
func ExampleIndex_Suggest() {
	x, err := seedsOnce()
	if err != nil {
		panic(err)
	}
	r := x.View().For(lang.FromHeader("de"))
	for _, prefix := range []string{"Öst", "عرا", "kurdistan reg"} {
		list, err := x.Suggest(context.Background(), r, prefix, []graph.Kind{graph.KindCountry, graph.KindRegion}, 1)
		if err != nil {
			panic(err)
		}
		for _, s := range list {
			fmt.Println(x.View().ID(s.Node), s.Text.Value, s.Highlights)
		}
	}
	// Output:
	// country:AT Österreich [{0 3}]
	// country:IQ العراق [{2 5}]
	// region:kurdistan-region-of-iraq Kurdistan Region of Iraq [{0 13}]
}
