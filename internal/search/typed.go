package search

import (
	"strings"
	"unicode/utf8"

	"github.com/wasl-graph/wasl/internal/lang"
)

// complete finds where in a name the typed words stand, the last of them perhaps not to its end: at which word, and the
// piece of the text.
func (s *suggester) complete(w written) (at int, place Range, found bool) {
	tokens := lang.Tokens(w.value)
	for at := 0; at+len(s.tokens) <= len(tokens); at++ {
		if r, ok := s.goesOn(w, tokens[at:at+len(s.tokens)]); ok {
			return at, Range{w.from + r.Start, w.from + r.End}, true
		}
	}
	return 0, Range{}, false
}

// goesOn says whether words are those that were typed, the first perhaps with an article that was not, and which piece of
// the text was typed.
func (s *suggester) goesOn(w written, words []lang.Token) (Range, bool) {
	if r, ok := s.typed(w.value, words); ok {
		return r, true
	}
	bare := bareOf(words[0], w.Language)
	if bare == "" {
		return Range{}, false
	}
	words = withBare(words, bare)
	words[0].Start = words[0].End - utf8.RuneCountInString(bare) // marks within the word only make the piece shorter
	return s.typed(w.value, words)
}

func (s *suggester) typed(value string, words []lang.Token) (Range, bool) {
	last := len(words) - 1
	for i, t := range words[:last] {
		if t.Text != s.tokens[i].Text {
			return Range{}, false
		}
	}
	typed, word := s.tokens[last].Text, words[last]
	switch {
	case word.Text == typed:
		return Range{words[0].Start, word.End}, true
	case s.open && strings.HasPrefix(word.Text, typed):
		return Range{words[0].Start, word.Start + typedRunes(value, word, typed)}, true
	}
	return Range{}, false
}

// typedRunes is how many code points of a word fold to what was typed, with the marks behind them.
func typedRunes(value string, word lang.Token, typed string) int {
	runes := []rune(value)[word.Start:word.End]
	folded := 0
	for i, r := range runes {
		size := len(lang.Fold(string(r)))
		if folded >= len(typed) && size > 0 {
			return i
		}
		folded += size
	}
	return len(runes)
}
