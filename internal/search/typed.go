package search

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/lang"
)

// complete finds where in a name the typed words stand, the last of them perhaps not to its end: at which word, and the
// piece of the text.
func (s *suggester) complete(w written) (at int, place Range, found bool) {
	if s.umlauts && !strings.ContainsAny(w.value, "äöüÄÖÜ") {
		return 0, Range{}, false
	}
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
	if r, ok := s.typed(w.value, words); ok || s.umlauts {
		return r, ok
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
		if s.spelled(value, t) != s.tokens[i].Text && t.Text != s.tokens[i].Text {
			return Range{}, false
		}
	}
	typed, word := s.tokens[last].Text, words[last]
	switch text := s.spelled(value, word); {
	case text == typed:
		return Range{words[0].Start, word.End}, true
	case s.open && strings.HasPrefix(text, typed):
		return Range{words[0].Start, word.Start + s.typedRunes(value, word, typed)}, true
	}
	return Range{}, false
}

// spelled is a word of a text as it may have been typed: folded, with umlauts in two letters when that is looked for.
func (s *suggester) spelled(value string, word lang.Token) string {
	if !s.umlauts {
		return word.Text
	}
	return lang.Fold(umlauts.Replace(string([]rune(value)[word.Start:word.End])))
}

var umlauts = strings.NewReplacer("ä", "ae", "ö", "oe", "ü", "ue", "Ä", "Ae", "Ö", "Oe", "Ü", "Ue")

// withUmlauts are words that were typed with two letters for an umlaut, as they are filed; nil when there is no such word.
func withUmlauts(tokens []lang.Token) []lang.Token {
	var respelled []lang.Token
	for i, t := range tokens {
		for _, v := range lang.Variants(t.Text, graph.German) {
			if v.Tier != lang.Respelled {
				continue
			}
			if respelled == nil {
				respelled = slices.Clone(tokens)
			}
			respelled[i].Text = v.Form
			break
		}
	}
	return respelled
}

// typedRunes is how many code points of a word fold to what was typed, with the marks behind them.
func (s *suggester) typedRunes(value string, word lang.Token, typed string) int {
	runes := []rune(value)[word.Start:word.End]
	folded := 0
	for i, r := range runes {
		text := string(r)
		if s.umlauts {
			text = umlauts.Replace(text)
		}
		size := len(lang.Fold(text))
		if folded >= len(typed) && size > 0 {
			return i
		}
		folded += size
	}
	return len(runes)
}
