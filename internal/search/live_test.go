package search_test

import (
	"context"
	"errors"
	"slices"
	"sync"
	"testing"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/search"
)

func TestLive(t *testing.T) {
	views, err := liveOf(t.Context(), library().change())
	if err != nil {
		t.Fatal(err)
	}
	live, err := search.NewLive(t.Context(), views)
	if err != nil {
		t.Fatal(err)
	}
	before := live.Index()
	var more facts
	more.text("report:c", graph.Label, graph.English, "Remittances")
	more.link("report:c", graph.AboutCountry, "country:IQ")
	after, err := live.Apply(t.Context(), more.change())
	if err != nil || after != live.Index() || live.View() != views.View() {
		t.Fatal(err)
	}
	request := search.Request{Query: "العراق"}
	if found := find(t, before, request); slices.Contains(found, "report:c") {
		t.Errorf("what was found before the change: %v", found)
	}
	if found := find(t, after, request); !slices.Contains(found, "report:c") {
		t.Errorf("what is found after the change: %v", found)
	}
	if same, err := live.Apply(t.Context(), more.change()); err != nil || same != after {
		t.Errorf("a change that comes to nothing makes a new index, %v", err)
	}
	if _, err := live.Apply(t.Context(), graph.Change{Author: "test", Assert: facts{{}}}); err == nil || live.Index() != after {
		t.Errorf("a wrong change: %v", err)
	}
	if _, _, err := live.Quote("none", graph.Place{Unit: graph.Chars}); err != nil {
		t.Error(err)
	}
}

// TestLiveWhileSearching searches from several goroutines while changes come. Every answer is of one revision.
func TestLiveWhileSearching(t *testing.T) {
	views, err := liveOf(t.Context(), library().change())
	if err != nil {
		t.Fatal(err)
	}
	live, err := search.NewLive(t.Context(), views)
	if err != nil {
		t.Fatal(err)
	}
	var wait sync.WaitGroup
	shared := mustSearch(t, live.Index(), search.Request{Query: "migration Iraq"})
	for range 4 {
		wait.Go(func() {
			for range 50 {
				x := live.Index()
				result, err := x.Search(t.Context(), search.Request{Query: "Iraq"})
				if err != nil {
					t.Error(err)
					return
				}
				for _, h := range result.Slice(0, 20) {
					result.Matches(x.View().For(chain("de")), h)
				}
				shared.Slice(0, 20)
				shared.DidYouMean(t.Context())
			}
		})
	}
	for _, title := range []string{"One", "Two", "Three"} {
		var more facts
		more.text("report:c", graph.Label, graph.English, title+" Iraq")
		if _, err := live.Apply(t.Context(), more.change()); err != nil {
			t.Error(err)
		}
	}
	wait.Wait()
}

func TestCancelled(t *testing.T) {
	x := seeded(t)
	over, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := search.Build(over, x.View()); !errors.Is(err, context.Canceled) {
		t.Errorf("building: %v", err)
	}
	for _, query := range []string{"Iraq", `"irregular migration"`, "2024"} {
		if _, err := x.Search(over, search.Request{Query: query}); !errors.Is(err, context.Canceled) {
			t.Errorf("%s: %v", query, err)
		}
	}
	if _, err := x.Filter(over, search.Filter{Query: "Iraq"}); !errors.Is(err, context.Canceled) {
		t.Errorf("filter: %v", err)
	}
	if _, err := x.Suggest(over, x.View().For(chain("en")), "ira", nil, 5); !errors.Is(err, context.Canceled) {
		t.Errorf("suggest: %v", err)
	}
}
