package view_test

import (
	"fmt"
	"sync"
	"testing"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/view"
)

// TestPathsAndNeighbourhoodsInParallel asks two graphs of different sizes from many goroutines, which lend each other the
// memory of their searches, and compares with what one alone is told.
func TestPathsAndNeighbourhoodsInParallel(t *testing.T) {
	type question struct {
		v        *view.View
		from, to graph.ID
	}
	var all []question
	for _, pair := range authorPairs(medium().View, true, 20) {
		all = append(all, question{medium().View, pair[0], pair[1]})
	}
	small := shelf().view()
	for _, to := range []graph.ID{"report:b", "report:d", "project:new"} {
		all = append(all, question{small, "report:c", to})
	}
	ask := func(q question) string {
		paths, err := q.v.Paths(t.Context(), view.PathQuery{From: q.from, To: q.to, MaxLength: 6, First: 3})
		around, err2 := q.v.For(chainOf("de")).Neighbourhood(t.Context(), view.NeighbourhoodQuery{ID: q.from, Depth: 2, Limit: 50})
		return fmt.Sprint(paths, err, around, err2)
	}
	want := make([]string, len(all))
	for i, q := range all {
		want[i] = ask(q)
	}
	var wait sync.WaitGroup
	for worker := range 8 {
		wait.Go(func() {
			for i := range all {
				at := (i*7 + worker*3) % len(all)
				if have := ask(all[at]); have != want[at] {
					t.Errorf("%s to %s: another answer", all[at].from, all[at].to)
				}
			}
		})
	}
	wait.Wait()
}
