package names

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// withoutFootnotes takes what marks a footnote off the ends of words: Müller1, Müllerᵃ. Signs, an asterisk for instance,
// are tokens of their own. A word of capitals keeps its digits where they may belong to it: G20, UN2.
func withoutFootnotes(tokens []token) []token {
	for i := range tokens {
		if tokens[i].kind != aWord {
			continue
		}
		text := withoutMark(tokens[i].text, i > 0 && tokens[i-1].kind == aWord)
		if text != tokens[i].text {
			tokens[i].text, tokens[i].end = text, tokens[i].start+len(text)
			tokens[i].key = entryKey(text)
		}
	}
	return tokens
}

// leastMarked is how many letters a word has at least that is printed in capitals and marked: HAINZL1.
const leastMarked = 4

func withoutMark(text string, behindWord bool) string {
	last, _ := utf8.DecodeLastRuneInString(text)
	if !isFootnote(last) {
		return text
	}
	word := strings.TrimRightFunc(text, isFootnote)
	letters, capitals := 0, 0
	for _, r := range word {
		if unicode.IsLetter(r) {
			letters++
		}
		if unicode.IsUpper(r) {
			capitals++
		}
	}
	if letters < 2 || letters == capitals && !(behindWord && letters >= leastMarked) {
		return text
	}
	return word
}

// isFootnote says whether a character is a digit or a small raised letter.
func isFootnote(r rune) bool {
	return unicode.IsDigit(r) || r >= 'ᴬ' && r <= 'ᶿ' && unicode.Is(unicode.Lm, r)
}

// isFootnoteNumber says whether a token is a number alone.
func isFootnoteNumber(t token) bool { return t.kind == aWord && isMark(t.text) }
