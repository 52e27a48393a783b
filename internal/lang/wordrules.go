package lang

import (
	"strings"
	"unicode/utf8"
)

// wordRules is how the words of a language vary. All of it is about folded words. Every part may be left out but
// letter.
//
// The rules are to be light: a form that is missing costs a hit that the labels of linked things mostly make up for, a
// form too many brings milk (لبن) to who looks for Lebanon (لبنان). Where in doubt, an ending stays.
type wordRules struct {
	// letter says whether words with this letter follow the rules. One other character, such as a digit, and the word
	// has no forms but itself.
	letter func(r rune) bool
	// respell gives the spelling that stands for all spellings of a word.
	respell func(word string) string
	// strip gives what is left of a word without what is written together with it, such as an article; "" is nothing.
	// It says whether the word carries an article, so that its own endings need not be looked at.
	strip func(word string) (bare [2]string, carries bool)
	// irregular gives the base form where no ending shows it: plurals that change within. A word that is its own base
	// form is left alone whatever it ends in.
	irregular map[string]string
	// endings are tried one after the other.
	endings []ending
	// compounds is how words are put together.
	compounds *compounding
}

// ending is what a form of a word may end in.
type ending struct {
	cut  string // what is taken away
	put  string // what takes its place
	left int    // how many letters must be left before the cut
	tier Tier
	// after are the letters one of which must stand before the cut; "" is any.
	after string
	// last says that no ending behind it in the list is tried.
	last bool
}

// replace gives the word with another ending, and false when it hasn't this one.
func (e *ending) replace(word string) (string, bool) {
	stem, ok := strings.CutSuffix(word, e.cut)
	if !ok || !hasLetters(stem, e.left) {
		return "", false
	}
	if e.after != "" {
		if r, _ := utf8.DecodeLastRuneInString(stem); !strings.ContainsRune(e.after, r) {
			return "", false
		}
	}
	return stem + e.put, true
}

// cover says whether all letters of a word are those of the language.
func (w *wordRules) cover(word string) bool {
	for _, r := range word {
		if !w.letter(r) {
			return false
		}
	}
	return true
}

func hasLetters(s string, n int) bool { return len(s) >= n && utf8.RuneCountInString(s) >= n }

// isLatinLetter says whether r is a letter of English. The umlauts of German fold to these.
func isLatinLetter(r rune) bool { return r >= 'a' && r <= 'z' }
