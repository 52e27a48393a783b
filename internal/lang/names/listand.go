package names

import (
	"unicode/utf8"
)

// gluedBetween says what an "and" divides that is written together with a word: names of people, when the word is one.
func (l *lister) gluedBetween(left []token, t token) separator {
	if l.v.beginsName(l.v.withoutGluedAnd(t)) && l.v.natureOf(left) != Organisation {
		return atAnd
	}
	return atBetween
}

// isAnd says whether what looks like an "and" written together with a word is one. Directly behind a comma a name may
// begin with that letter: there it is one where the rest of the word is clearly one by itself, in the last name, or where
// every name from there on begins so.
func (l *lister) isAnd(tokens []token, i int) bool {
	if i == 0 || tokens[i-1].kind != aComma && tokens[i-1].kind != aBreak {
		return true
	}
	rest := l.v.withoutGluedAnd(tokens[i])
	return l.v.beginsClearly(rest) || !l.goesOnBehind(tokens[i:]) || i > l.gluedFrom
}

// findGlued finds the place from which on an "and" of this kind stands behind every comma.
func (l *lister) findGlued(tokens []token) {
	depth := 0
	for i, t := range tokens[:max(0, len(tokens)-1)] {
		if depth = deeper(depth, t); depth > 0 || t.kind != aComma && t.kind != aBreak {
			continue
		}
		if next := tokens[i+1]; next.kind != aWord || l.v.gluedAndOf(next.text) == 0 {
			l.gluedFrom = i + 1
		}
	}
}

// beginsClearly says whether a word is one that names begin with, or the noun of an organisation or of a group, or a name of
// which it is listed that it begins with the letter for "and".
func (v *vocabulary) beginsClearly(t token) bool {
	return v.beginsName(t) || v.notGlued.hasWord(t) || v.isOrganisation(t.text, t.key) || v.isNoun(v.groups, t.text, t.key)
}

// beginsName says whether a word is a title, a given name that is known, or the first of two words that make a name.
func (v *vocabulary) beginsName(t token) bool {
	_, joined := v.joined[t.key]
	return joined || v.titles.hasWord(t) || v.given.hasWord(t) || v.particles.hasWord(t)
}

// goesOnBehind says whether another name follows the one at the front: behind a comma, unless that is a degree, or
// behind an "and".
func (l *lister) goesOnBehind(tokens []token) bool {
	depth, start := 0, 0 // start is behind the last comma
	follows := func(end int) bool {
		piece := trim(tokens[start:end])
		return start > 0 && len(piece) > 0 && !l.isAppendix(piece)
	}
	for i, t := range tokens {
		if depth = deeper(depth, t); depth > 0 || i == 0 {
			continue
		}
		switch {
		case t.kind == aComma || t.kind == aBreak:
			if follows(i) {
				return true
			}
			start = i + 1
		case t.kind != aWord:
		case l.v.and.hasWord(t):
			return true
		case l.v.gluedAndOf(t.text) > 0 && l.wordsIn(tokens[:i]) >= 2 && i+1 < len(tokens) && tokens[i+1].kind == aWord:
			return true
		}
	}
	return follows(len(tokens))
}

// gluedAndOf is how many bytes of a word are an "and" written together with it. A noun such as وزارة, which begins with
// the same letter, has none.
func (v *vocabulary) gluedAndOf(text string) int {
	if text[0] < utf8.RuneSelf {
		return 0
	}
	for _, whole := range []lexicon{v.notGlued, v.others, v.organisations, v.groups, v.projects, v.roles, v.titles} {
		if whole.has(text) {
			return 0
		}
	}
	r, size := utf8.DecodeRuneInString(text)
	if _, ok := v.gluedAnd[string(r)]; ok && (utf8.RuneCountInString(plain(text[size:])) >= leastStem || v.titles.has(text[size:])) {
		return size
	}
	return 0
}

func (v *vocabulary) withoutGluedAnd(t token) token {
	size := v.gluedAndOf(t.text)
	t.text, t.start = t.text[size:], t.start+size
	t.key = entryKey(t.text)
	return t
}
