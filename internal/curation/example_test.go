package curation_test

import (
	"context"
	"fmt"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/curation"
	"github.com/wasl-graph/wasl/internal/record"
	"github.com/wasl-graph/wasl/internal/view"
)

// A label makes an entity; another one takes its place, and the history has both.
func ExamplePropose() {
	ctx := context.Background()
	store, err := record.OpenMemory()
	if err != nil {
		fmt.Println(err)
		return
	}
	defer store.Close()
	live, err := view.NewLive(ctx, store)
	if err != nil {
		fmt.Println(err)
		return
	}
	terms := curation.Terms{Author: "Nadia Example", Reason: "it was renamed", Time: day}
	for _, m := range []curation.Mutation{
		&curation.AddStatement{
			Subject: "organisation:example", Relation: graph.Label,
			Object: curation.Object{Text: &graph.Text{Value: "Old Name", Language: graph.English}},
		},
		&curation.SetLabel{Entity: "organisation:example", Language: graph.English, Value: "New Name", Standing: graph.Attested},
		&curation.SetLabel{Entity: "organisation:nobody", Language: graph.English, Value: "New Name"},
	} {
		proposal, err := curation.Propose(ctx, live.View(), terms, m)
		if err == nil {
			_, err = live.Propose(ctx, proposal)
		}
		if err != nil {
			fmt.Println(err)
			continue
		}
		last := live.View().Changes()[len(live.View().Changes())-1]
		fmt.Printf("%d: %d added, %d retracted\n", last.Revision.Number, last.Added, len(last.Retracted))
	}
	// Output:
	// 1: 1 added, 0 retracted
	// 2: 1 added, 1 retracted
	// entity: there is no entity "organisation:nobody"
}
