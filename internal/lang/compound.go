package lang

import (
	"slices"
	"strings"

	"github.com/wasl-graph/wasl/graph"
)

// compounding is how a language puts words together.
type compounding struct {
	links []string // what may stand between two words, "" included
	drops []string // what a word may lose before another: the e of Grenze in Grenzkontrolle
	bound []string // words that stand only before others: Sonderauswertung
	least int      // letters in a part
}

// Compound splits a folded word into the words that it is put together of, as far as known says that they are words:
// arbeitsmarkt and integration for "arbeitsmarktintegration". It is nil for a word that can't be split wholly into
// known words, or whose language doesn't put them together. What is known is asked in folded form.
//
// The first part is as long as it may be, and so on, so that the longest known words are found. Linking elements are left
// out, and the last part may be inflected: herkunft and land for "herkunftslandern". Parts are met at the tier [Part].
// Which language's rules hold is as for [Variants].
//
// A vocabulary of the words that a collection's labels are about splits what its reader would split. One of all words of a
// language splits too much.
func Compound(word string, tag graph.Tag, known func(word string) bool) []string {
	if len(word) > maxWord {
		return nil
	}
	for i := range languages.served {
		rules := languages.served[i].words
		if rules == nil || rules.compounds == nil || !languages.follows(tag, i) || !rules.cover(word) {
			continue
		}
		if parts := rules.split(word, known); parts != nil {
			return parts
		}
	}
	return nil
}

// split tries the word as it is, then in its other spelling.
func (w *wordRules) split(word string, known func(string) bool) []string {
	s := splitter{wordRules: w, word: word, known: known}
	if s.from(0) {
		return s.parts
	}
	if w.respell == nil || w.respell(word) == word {
		return nil
	}
	s = splitter{wordRules: w, word: w.respell(word), known: known}
	if s.from(0) {
		return s.parts
	}
	return nil
}

// splitter is one attempt to split a word.
type splitter struct {
	*wordRules
	word  string
	known func(string) bool
	parts []string
	tried [maxWord]bool // where no way on was found
}

// from splits what is left of the word from byte i on and says whether it could.
func (s *splitter) from(i int) bool {
	rest := s.word[i:]
	if s.tried[i] {
		return false
	}
	if i > 0 {
		if part := s.last(rest); part != "" {
			s.parts = append(s.parts, part)
			return true
		}
	}
	least := s.compounds.least
	for n := len(rest) - least; n >= least; n-- {
		part := s.first(rest[:n])
		if part == "" {
			continue
		}
		s.parts = append(s.parts, part)
		if s.from(i + n) {
			return true
		}
		s.parts = s.parts[:len(s.parts)-1]
	}
	s.tried[i] = true
	return false
}

// first finds the word that stands before others in the form of head, "" when there is none.
func (s *splitter) first(head string) string {
	for _, link := range s.compounds.links {
		part, ok := strings.CutSuffix(head, link)
		if !ok || len(part) < s.compounds.least {
			continue
		}
		if s.known(part) || link == "" && slices.Contains(s.compounds.bound, part) {
			return part
		}
	}
	for _, lost := range s.compounds.drops {
		if s.known(head + lost) {
			return head + lost
		}
	}
	return ""
}

// last finds the word at the end of a compound, "" when there is none.
func (s *splitter) last(rest string) string {
	if len(rest) < s.compounds.least {
		return ""
	}
	if s.known(rest) {
		return rest
	}
	for _, v := range s.appendInflected(nil, rest, Inflected) {
		if v.Tier == Inflected && len(v.Form) >= s.compounds.least && s.known(v.Form) {
			return v.Form
		}
	}
	return ""
}
