package ingest_test

import (
	"context"
	"fmt"
	"iter"
	"strings"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/ingest"
)

// nothing is a graph that holds nothing.
type nothing struct{}

func (nothing) Assertions() iter.Seq[graph.Assertion]           { return func(func(graph.Assertion) bool) {} }
func (nothing) AssertionsAsRecorded() iter.Seq[graph.Assertion] { return nothing{}.Assertions() }
func (nothing) Redirects() iter.Seq2[graph.ID, graph.ID] {
	return func(func(graph.ID, graph.ID) bool) {}
}
func (nothing) Curation(graph.SourceID) graph.Curation     { return graph.Curation{} }
func (nothing) Source(graph.SourceID) (graph.Source, bool) { return graph.Source{}, false }

// A document becomes a stream of assertions, each with the words it rests on.
func ExampleOpen() {
	const text = "TY  - RPRT\nTI  - Voices of return\nAU  - Haddad, Lina\nPY  - 2024/04//\nER  - \n"
	ctx := context.Background()
	document, err := ingest.Open(ctx, "library.ris", strings.NewReader(text), ingest.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	change, err := document.Change(ctx, nothing{})
	if err != nil {
		fmt.Println(err)
		return
	}
	for a, err := range change.Assert {
		if err != nil {
			fmt.Println(err)
			return
		}
		words, _ := graph.Quote(text, a.Evidence.Place)
		fmt.Printf("%s %s %s, for it says %q\n", a.Subject, a.Relation, a.Object, words)
	}
	fmt.Println(document.Result().Kinds[graph.KindReport].New, "new report")
	// Output:
	// report:2024-04-voices-of-return HAS_TYPE REPORT, for it says "RPRT"
	// report:2024-04-voices-of-return WRITTEN_IN en, for it says "Voices of return"
	// report:2024-04-voices-of-return LABEL Voices of return, for it says "Voices of return"
	// person:lina-haddad LABEL Lina Haddad, for it says "Haddad, Lina"
	// report:2024-04-voices-of-return AUTHOR person:lina-haddad, for it says "Haddad, Lina"
	// report:2024-04-voices-of-return PUBLISHED 2024-04, for it says "2024/04//"
	// 1 new report
}
