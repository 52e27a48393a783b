package main

import (
	"context"
	"testing"
	"time"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/record"
	"github.com/wasl-graph/wasl/internal/view"
)

// TestAServedCheckIsOfOneRevision, while changes go on: it says what a check of that revision alone says.
func TestAServedCheckIsOfOneRevision(t *testing.T) {
	store, err := record.Open(t.Context(), seeded(t))
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	live, err := view.NewLive(t.Context(), store)
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(t.Context())
	changed := make(chan error, 1)
	statements := map[string]int{}
	go func() {
		for n := 0; ; n++ {
			v := live.View()
			statements[v.Revision().String()] = v.Statements()
			if ctx.Err() != nil {
				changed <- nil
				return
			}
			c := graph.Change{Author: "test", Reason: "a test", Time: time.Now(), Assert: []graph.Assertion{
				fact("country:IQ", graph.Note, graph.Object{Text: graph.Text{Value: time.Now().String(), Language: graph.English}}),
			}}
			c.Sources = small().Sources
			if _, err := live.Apply(t.Context(), c); err != nil {
				changed <- err
				return
			}
		}
	}()
	var all []checkedAs
	for range 3 {
		found, err := inspectServed(t.Context(), store)
		if err != nil || len(found.Problems) > 0 {
			t.Errorf("%+v, %v", found, err)
		}
		all = append(all, checkedAs{found.Revision, found.Statements})
	}
	stop()
	if err := <-changed; err != nil {
		t.Fatal(err)
	}
	for _, c := range all {
		if want, there := statements[c.revision]; !there || c.statements != want {
			t.Errorf("%d statements are said to be at revision %s, want %d", c.statements, c.revision, want)
		}
	}
}

type checkedAs struct {
	revision   string
	statements int
}
