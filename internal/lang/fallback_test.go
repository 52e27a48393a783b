package lang

import (
	"testing"

	"github.com/wasl-graph/wasl/graph"
)

func TestIsFallback(t *testing.T) {
	for _, r := range readTable(t, "fallback.txt", 3) {
		var c Chain
		if r.cells[0] != "-" {
			c = FromTags([]graph.Tag{graph.Tag(r.cells[0])})
		}
		if got, want := c.IsFallback(graph.Tag(r.cells[1])), r.cells[2] == "yes"; got != want {
			t.Errorf("%s: %s for %s: %t", r.place, r.cells[1], r.cells[0], got)
		}
	}
}
