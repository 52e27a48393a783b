package lang

import (
	"strings"
	"testing"

	"github.com/wasl-graph/wasl/graph"
)

func TestIsolate(t *testing.T) {
	for _, r := range readTable(t, "isolate.txt", 3) {
		around := graph.LeftToRight
		if r.cells[0] == graph.RightToLeft.String() {
			around = graph.RightToLeft
		}
		if got := Isolate(r.cells[1], around); got != r.cells[2] {
			t.Errorf("%s: got %+q, want %+q", r.place, got, r.cells[2])
		}
	}
}

func FuzzIsolate(f *testing.F) {
	f.Add("PARIM-II في باكستان", true)
	f.Add("\u2068\u202e\xff", false)
	f.Fuzz(func(t *testing.T, text string, fromRight bool) {
		around := graph.LeftToRight
		if fromRight {
			around = graph.RightToLeft
		}
		got := Isolate(text, around)
		inner := strings.TrimSuffix(strings.TrimPrefix(got, firstStrongIsolate), popIsolate)
		if strings.IndexFunc(inner, isEmbedding) >= 0 {
			t.Errorf("%+q became %+q", text, got)
		}
		if got != text && got == inner {
			t.Errorf("%+q became %+q without being kept apart", text, got)
		}
	})
}
