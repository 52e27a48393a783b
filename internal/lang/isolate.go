package lang

import (
	"strings"

	"golang.org/x/text/unicode/bidi"

	"github.com/wasl-graph/wasl/graph"
)

const (
	firstStrongIsolate = "\u2068" // FSI
	popIsolate         = "\u2069" // PDI
)

// Isolate makes a text ready to stand in a sentence that runs the given way, without turning what stands around it: it
// puts it between FSI and PDI, unless all of it runs that way anyway. Characters with which the text would turn its
// surroundings on purpose are left out.
func Isolate(text string, around graph.Direction) string {
	runs, clean := true, true
	for _, r := range text {
		runs = runs && runsAlong(r, around)
		clean = clean && !isEmbedding(r)
	}
	if runs && clean {
		return text
	}
	if !clean {
		text = strings.Map(func(r rune) rune {
			if isEmbedding(r) {
				return -1
			}
			return r
		}, text)
	}
	return firstStrongIsolate + text + popIsolate
}

// runsAlong says whether a character stays where it is in a sentence of this direction. From right to left only letters
// and spaces do: digits and signs depend on what stands beside them.
func runsAlong(r rune, around graph.Direction) bool {
	properties, _ := bidi.LookupRune(r)
	switch properties.Class() {
	case bidi.R, bidi.AL:
		return around == graph.RightToLeft
	case bidi.AN:
		return false
	case bidi.NSM, bidi.WS:
		return true
	}
	return around == graph.LeftToRight
}

// isEmbedding says whether r begins or ends a piece of text of another direction.
func isEmbedding(r rune) bool {
	return r >= '\u202A' && r <= '\u202E' || r >= '\u2066' && r <= '\u2069'
}
