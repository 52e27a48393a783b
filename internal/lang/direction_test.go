package lang

import (
	"slices"
	"testing"

	"github.com/wasl-graph/wasl/graph"
)

func TestDirectionOf(t *testing.T) {
	for _, r := range readTable(t, "direction.txt", 3) {
		text := graph.Text{Language: graph.Tag(r.cells[0]), Value: r.cells[1]}
		if got := DirectionOf(text).String(); got != r.cells[2] {
			t.Errorf("%s: %q in %s runs %s, want %s", r.place, text.Value, text.Language, got, r.cells[2])
		}
		if text.Language == graph.Multiple || text.Language == graph.Undetermined {
			continue
		}
		if got := Direction(text.Language).String(); got != r.cells[2] {
			t.Errorf("%s: %s runs %s, want %s", r.place, text.Language, got, r.cells[2])
		}
	}
}

func TestDirectionWithoutScript(t *testing.T) {
	for _, tag := range []graph.Tag{"mul", "und", "", "zxx", "?"} {
		if got := Direction(tag); got != graph.LeftToRight {
			t.Errorf("%q runs %s", tag, got)
		}
	}
}

// The forms of a language run as the language does, but for those in another script.
func TestDirectionOfForms(t *testing.T) {
	latin := []graph.Tag{"acy", "pga"} // the Arabic of Cyprus and of Juba
	for _, d := range languages.served {
		for _, form := range d.forms {
			if same := Direction(form) == Direction(d.tag); same == slices.Contains(latin, form) {
				t.Errorf("%s runs %s", form, Direction(form))
			}
		}
	}
}
