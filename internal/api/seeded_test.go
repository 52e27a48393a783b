package api_test

import (
	"context"
	"encoding/json"
	"log/slog"
	"sync"
	"testing"
	"time"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/api"
	"github.com/wasl-graph/wasl/internal/ingest"
	"github.com/wasl-graph/wasl/internal/lang"
	"github.com/wasl-graph/wasl/internal/record"
	"github.com/wasl-graph/wasl/internal/search"
	"github.com/wasl-graph/wasl/internal/view"
	"github.com/wasl-graph/wasl/seeds"
)

// seedDay is when the seeds are taken in, in all tests.
var seedDay = time.Date(2024, 7, 1, 8, 30, 0, 0, time.UTC)

// plant makes a graph of the seeds that a test may change.
func plant(t testing.TB) *search.Live {
	t.Helper()
	change, err := ingest.ReadSeeds(seeds.Files, seedDay)
	if err != nil {
		t.Fatal(err)
	}
	return grow(t, change)
}

// grow makes a graph out of nothing by some changes.
func grow(t testing.TB, changes ...graph.Change) *search.Live {
	t.Helper()
	store, err := record.OpenMemory()
	if err != nil {
		t.Fatal(err)
	}
	views, err := view.NewLive(context.Background(), store)
	if err != nil {
		t.Fatal(err)
	}
	live, err := search.NewLive(context.Background(), views)
	if err != nil {
		t.Fatal(err)
	}
	for _, change := range changes {
		apply(t, live, change)
	}
	return live
}

func apply(t testing.TB, live *search.Live, change graph.Change) {
	t.Helper()
	if _, err := live.Apply(context.Background(), change); err != nil {
		t.Fatal(err)
	}
}

var seedViews = struct {
	once sync.Once
	live *search.Live
}{}

// seeded is an engine on the seeds. The graph is shared by all tests: nobody changes it.
func seeded(t testing.TB) *api.Engine {
	t.Helper()
	seedViews.once.Do(func() { seedViews.live = plant(t) })
	if seedViews.live == nil {
		t.Fatal("the seeds could not be read, see the first test")
	}
	return engine(seedViews.live)
}

func engine(views api.Views) *api.Engine {
	return api.NewEngine(views, slog.New(slog.DiscardHandler))
}

// ask puts a query for a reader with this Accept-Language header.
func ask(e *api.Engine, header, query string, variables map[string]any) api.Response {
	return e.Execute(context.Background(), api.Request{Query: query, Variables: variables}, lang.FromHeader(header))
}

// answer puts a query that must not fail, and reads its data into a value.
func answer(t testing.TB, e *api.Engine, header, query string, variables map[string]any, into any) {
	t.Helper()
	response := ask(e, header, query, variables)
	if len(response.Errors) > 0 {
		t.Fatalf("%s\nfailed: %v", query, response.Errors)
	}
	if err := json.Unmarshal(response.Data, into); err != nil {
		t.Fatalf("%s\nanswered %s: %v", query, response.Data, err)
	}
}

func mustMarshal(t testing.TB, value any) []byte {
	t.Helper()
	text, err := json.Marshal(value)
	if err != nil {
		t.Fatal(err)
	}
	return text
}
