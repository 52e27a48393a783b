package search_test

import (
	"context"
	"sync"
	"testing"
	"time"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/ingest"
	"github.com/wasl-graph/wasl/internal/record"
	"github.com/wasl-graph/wasl/internal/search"
	"github.com/wasl-graph/wasl/internal/view"
	"github.com/wasl-graph/wasl/seeds"
)

// liveOf keeps a graph in memory, with one change in it.
func liveOf(ctx context.Context, change graph.Change) (*view.Live, error) {
	store, err := record.OpenMemory()
	if err != nil {
		return nil, err
	}
	live, err := view.NewLive(ctx, store)
	if err != nil {
		return nil, err
	}
	_, err = live.Apply(ctx, change)
	return live, err
}

var seedsOnce = sync.OnceValues(func() (*search.Index, error) {
	change, err := ingest.ReadSeeds(seeds.Files, time.Time{})
	if err != nil {
		return nil, err
	}
	live, err := liveOf(context.Background(), change)
	if err != nil {
		return nil, err
	}
	return search.Build(context.Background(), live.View())
})

// seeded is the index of the seeds.
func seeded(t testing.TB) *search.Index {
	t.Helper()
	x, err := seedsOnce()
	if err != nil {
		t.Fatal(err)
	}
	return x
}

// facts are assertions that a test makes up.
type facts []graph.Assertion

const atlas graph.SourceID = "source:atlas"

func (f *facts) say(subject graph.ID, r graph.Relation, o graph.Object) {
	*f = append(*f, graph.Assertion{
		Statement: graph.Statement{Subject: subject, Relation: r, Object: o},
		Evidence:  graph.Evidence{Source: atlas, Method: graph.Curated},
	})
}

// text says a text of an entity; codes have no language.
func (f *facts) text(subject graph.ID, r graph.Relation, tag graph.Tag, value string) {
	if tag == graph.Undetermined {
		f.say(subject, r, graph.CodeObject(value))
		return
	}
	f.say(subject, r, graph.Object{Text: graph.Text{Value: value, Language: tag}})
}

func (f *facts) link(subject graph.ID, r graph.Relation, object graph.ID) {
	f.say(subject, r, graph.Object{Entity: object})
}

func (f *facts) published(subject graph.ID, date string) {
	d, err := graph.ParseDate(date)
	if err != nil {
		panic(err)
	}
	f.say(subject, graph.Published, graph.Object{Date: d})
}

func (f facts) change() graph.Change {
	title := graph.Text{Value: "An atlas", Language: graph.English}
	return graph.Change{
		Author: "test", Reason: "test", Assert: f,
		Sources: []graph.Source{{ID: atlas, Title: title, Format: graph.ReferenceFormat}},
	}
}

// indexOf is the index of some facts.
func indexOf(t testing.TB, f facts) *search.Index {
	t.Helper()
	live, err := liveOf(t.Context(), f.change())
	if err != nil {
		t.Fatal(err)
	}
	x, err := search.Build(t.Context(), live.View())
	if err != nil {
		t.Fatal(err)
	}
	return x
}

// find searches and gives the ids of all hits, in order.
func find(t testing.TB, x *search.Index, request search.Request) []graph.ID {
	t.Helper()
	return idsOf(x, mustSearch(t, x, request))
}

func mustSearch(t testing.TB, x *search.Index, request search.Request) *search.Result {
	t.Helper()
	result, err := x.Search(t.Context(), request)
	if err != nil {
		t.Fatalf("%q: %v", request.Query, err)
	}
	return result
}

func idsOf(x *search.Index, r *search.Result) []graph.ID {
	var ids []graph.ID
	for _, h := range r.Slice(0, r.Len()) {
		ids = append(ids, x.View().ID(h.Node))
	}
	return ids
}
