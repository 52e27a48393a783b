package lang

import (
	"strings"

	"golang.org/x/text/unicode/bidi"

	"github.com/wasl-graph/wasl/graph"
)

// Direction is the way a text in the language runs: that of the tag's script, or of the script in which the language is
// mostly written there. It is left to right for mul and und, which have no script; see [DirectionOf].
func Direction(tag graph.Tag) graph.Direction {
	if i, ok := languages.index[tag]; ok {
		return languages.directions[i]
	}
	return directionOfScript(tag)
}

func directionOfScript(tag graph.Tag) graph.Direction {
	if strings.Contains(rightToLeftScripts, likelyScript(tag)) {
		return graph.RightToLeft
	}
	return graph.LeftToRight
}

// DirectionOf is the way a text runs: by its language where that is known, so that "PARIM-II في باكستان" as Arabic runs
// from the right, and by its first letter of a strong direction where the language is mul or und. Without one, as in
// "2014", it is left to right.
func DirectionOf(t graph.Text) graph.Direction {
	if t.Language != graph.Multiple && t.Language != graph.Undetermined {
		return Direction(t.Language)
	}
	for _, r := range t.Value {
		if direction, strong := strongDirection(r); strong {
			return direction
		}
	}
	return graph.LeftToRight
}

// strongDirection says which way a character forces the text around it, and whether it does.
func strongDirection(r rune) (graph.Direction, bool) {
	properties, _ := bidi.LookupRune(r)
	switch properties.Class() {
	case bidi.R, bidi.AL:
		return graph.RightToLeft, true
	case bidi.L:
		return graph.LeftToRight, true
	}
	return graph.LeftToRight, false
}
