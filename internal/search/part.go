package search

import (
	"unicode/utf8"

	"github.com/wasl-graph/wasl/internal/lang"
)

// Limits of a word of which one part alone is known: what the rest has to be, and the part.
const (
	leastKnown = 5
	leastRest  = 4
)

// knownParts are the parts of a compound that nothing meets: all of them where the vocabulary has all, or else the one that
// it has, Arbeitsmarkt of Arbeitsmarktzugang. A word that is like another may be a slip of the hand and has none.
func (x *Index) knownParts(w *queryWord) []string {
	if len(w.parts) > 0 || w.Exact || len(w.Text) < leastKnown+leastRest || !isASCII(w.Text) {
		return w.parts
	}
	for _, form := range w.forms {
		if form.Tier > lang.Respelled {
			break // the nearest come first
		}
		if part := x.knownPart(form.Form); part != "" && len(x.corrections(w.Text)) == 0 {
			return []string{part}
		}
	}
	return nil
}

// knownPart is the longest word of the vocabulary that a word begins with, "" when there is none. What it ends with says less of
// what it is about: Bestandsaufnahme is no Aufnahme.
func (x *Index) knownPart(word string) string {
	if len(word) > longestTypo {
		return ""
	}
	for n := len(word) - leastRest; n >= leastKnown; n-- {
		if x.knows(word[:n]) {
			return word[:n]
		}
	}
	return ""
}

// isASCII says whether a folded word is in the letters of German and English.
func isASCII(word string) bool {
	for i := range len(word) {
		if word[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
