package curation_test

import (
	"context"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/curation"
	"github.com/wasl-graph/wasl/internal/ingest"
	"github.com/wasl-graph/wasl/internal/record"
	"github.com/wasl-graph/wasl/internal/view"
	"github.com/wasl-graph/wasl/seeds"
)

// day is when everything is recorded in the tests.
var day = time.Date(2024, 7, 1, 8, 30, 0, 0, time.UTC)

// few are the entities of the tests' graph.
var few = []graph.ID{
	"country:IQ", "country:AT", "region:m49-145", "region:m49-142", "region:m49-001", "theme:policy", "theme:governance", "theme:research",
	"organisation:icmpd", "report:icmpd-2024-05-irregular-pathways-iraq",
}

// seeded is what the seeds say of a few entities.
var seeded = sync.OnceValues(func() (graph.Change, error) {
	change, err := ingest.ReadSeeds(seeds.Files, day)
	change.Assert = slices.DeleteFunc(change.Assert, func(a graph.Assertion) bool {
		return !slices.Contains(few, a.Subject) || a.Object.Entity != "" && !slices.Contains(few, a.Object.Entity) ||
			a.Evidence.Printed.Affiliation != "" && !slices.Contains(few, a.Evidence.Printed.Affiliation)
	})
	return change, err
})

// planted is a graph of what the seeds say of a few entities, and the record that holds it.
func planted(t testing.TB) (*view.Live, *record.Store) {
	t.Helper()
	change, err := seeded()
	if err != nil {
		t.Fatal(err)
	}
	return sown(t, change)
}

// sown is a graph of a change, and the record that holds it.
func sown(t testing.TB, change graph.Change) (*view.Live, *record.Store) {
	t.Helper()
	store, err := record.OpenMemory()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { store.Close() })
	live, err := view.NewLive(context.Background(), store)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := live.Apply(context.Background(), change); err != nil {
		t.Fatal(err)
	}
	return live, store
}

// propose carries out a mutation.
func propose(ctx context.Context, live *view.Live, m curation.Mutation) (view.Outcome, error) {
	proposal, err := curation.Propose(ctx, live.View(), curation.Terms{Author: "Nadia Example", Reason: "a test", Time: day}, m)
	if err != nil {
		return view.Outcome{}, err
	}
	return live.Propose(ctx, proposal)
}

// sound fails when the graph or its record has something that a reader would stumble over.
func sound(t testing.TB, live *view.Live, store *record.Store) {
	t.Helper()
	for _, problem := range live.View().Check() {
		t.Error(problem)
	}
	problems, err := store.Check(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	for _, problem := range problems {
		t.Error(problem)
	}
}
