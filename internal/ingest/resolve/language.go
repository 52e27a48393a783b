package resolve

import (
	"unicode"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/lang"
)

// languageOf is the language of a name in a text of a language, as far as the script bears it out: an English name in an
// Arabic text is in no language that is known.
func languageOf(name string, around graph.Tag) graph.Tag {
	if around == "" || around == graph.Multiple {
		return graph.Undetermined
	}
	for _, r := range name {
		if !unicode.IsLetter(r) {
			continue
		}
		if unicode.Is(unicode.Arabic, r) == (lang.Direction(around) == graph.RightToLeft) {
			return around
		}
		return graph.Undetermined
	}
	return graph.Undetermined
}
