package names

import (
	"strings"
	"unicode/utf8"
)

// initial is a letter that an acronym may have of a title.
type initial struct {
	letter   rune
	optional bool // little words may be left out, and the second half of a compound
}

// addInitials adds the first letter of a word, and of what a listed compound ends in: Bundes-amt. Little says that the word
// may be left out.
func (r *titleReader) addInitials(text string, little bool) {
	key := plain(text)
	first, size := utf8.DecodeRuneInString(key)
	if size == 0 || len(r.letters) >= maxTitle {
		return
	}
	r.letters = append(r.letters, initial{first, little})
	for _, ending := range r.v.endings {
		if len(key) >= len(ending)+leastFirst && strings.HasSuffix(key, ending) {
			second, _ := utf8.DecodeRuneInString(ending)
			r.letters = append(r.letters, initial{second, true})
			return
		}
	}
}

// abbreviates says whether one word is made of the first letters of the other's: MoI of Ministry of Interior.
func (t title) abbreviates(long title) bool {
	return len(t.words) == 1 && len(t.numbers) == 0 && len(long.words) > 1 && isAcronym(t.words[0].text) && isMadeOf(t.words[0].key, long.letters)
}

// isMadeOf says whether a word is made of these letters, in their order, without any of those that may be left out.
func isMadeOf(word string, letters []initial) bool {
	word = strings.TrimSpace(word)
	reached := make([]bool, len(word)+1) // after how many bytes of the word the letters so far may stand
	reached[0] = true
	for _, l := range letters {
		next := make([]bool, len(reached))
		for at, ok := range reached {
			if !ok {
				continue
			}
			if r, size := utf8.DecodeRuneInString(word[at:]); size > 0 && r == l.letter {
				next[at+size] = true
			}
			next[at] = next[at] || l.optional
		}
		reached = next
	}
	return reached[len(word)]
}
