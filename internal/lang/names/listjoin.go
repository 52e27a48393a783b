package names

import (
	"slices"
	"unicode/utf8"
)

// add adds a stretch, or joins it with the last one where the word between them does not divide names.
func (l *lister) add(tokens []token, after separator) {
	tokens = trim(tokens)
	if len(tokens) == 0 {
		return
	}
	if n := len(l.pieces); n > 0 && after >= atAnd && !l.divides(l.pieces[n-1].tokens, tokens, after) {
		l.pieces[n-1].extend(tokens)
		return
	}
	l.pieces = append(l.pieces, stretch{tokens, after})
}

// trim takes signs and dashes off both ends, and the numbers of footnotes off the last one.
func trim(tokens []token) []token {
	idle := func(t token) bool { return t.kind != aWord && t.kind != anOpening && t.kind != aClosing }
	for len(tokens) > 0 && (idle(tokens[0]) || tokens[0].kind == aClosing) {
		tokens = tokens[1:]
	}
	for len(tokens) > 0 && (idle(tokens[len(tokens)-1]) || isFootnoteNumber(tokens[len(tokens)-1])) {
		tokens = tokens[:len(tokens)-1]
	}
	return tokens
}

// divides says whether a word such as "and" between two stretches divides names. What is clearly a name of its own, with
// a title or an affiliation, is divided; the name of an organisation goes on; and words that may stand within names
// divide only names of two words.
func (l *lister) divides(left, right []token, by separator) bool {
	affiliated := left[len(left)-1].kind == aClosing || by == atAnd && right[len(right)-1].kind == aClosing
	titled := l.v.titles.front(l.v.expand(right[:min(len(right), maxParts)])) > 0
	if affiliated || titled || len(left) >= maxStretch {
		return true
	}
	if l.v.natureOf(left) == Organisation && l.v.nounsIn(right) == Unclear && l.goesOn(left, by) {
		return false
	}
	return by == atAnd || l.wordsIn(left) >= 2 && l.wordsIn(right) >= 2
}

// goesOn says whether the name of an organisation may go on behind an "and": when it has a preposition.
func (l *lister) goesOn(left []token, by separator) bool {
	if by == atBetween {
		return true
	}
	return slices.ContainsFunc(left, l.v.fillers.hasWord)
}

func (l *lister) wordsIn(tokens []token) int {
	n := 0
	for _, t := range tokens {
		if t.kind == aWord && !isMark(t.text) && !l.v.particles.hasWord(t) && !l.v.titles.hasWord(t) {
			n++
		}
	}
	return n
}

// attach puts to a name what belongs to it behind a comma: degrees, suffixes, initials, what somebody does, and where.
func (l *lister) attach() {
	kept := l.pieces[:0]
	for _, p := range l.pieces {
		switch {
		case len(kept) > 0 && p.after == atComma && !kept[len(kept)-1].isFull() && (l.isAppendix(p.tokens) || l.areInitials(p.tokens)):
			kept[len(kept)-1].extend(p.tokens)
		default:
			kept = append(kept, p)
		}
	}
	l.pieces = kept
}

func (l *lister) isAppendix(tokens []token) bool {
	if tokens[0].kind == anOpening {
		return true
	}
	tokens = outside(tokens) // MSc (ICMPD)
	return l.v.allDegrees([][]token{tokens}) || l.v.isRole(tokens) || l.v.isPlace(tokens)
}

// areInitials says whether all words are initials, as in "Hainzl, I."
func (l *lister) areInitials(tokens []token) bool {
	found := false
	if l.v.others.front(tokens) > 0 || l.v.isNobody(tokens) {
		return false // u. a., N. N.
	}
	for _, t := range l.v.expand(tokens[:min(len(tokens), maxStretch)]) {
		switch {
		case t.kind == anOpening:
			return found
		case t.kind != aWord || isMark(t.text):
		case utf8.RuneCountInString(t.key) > 1 || !isInitial(t.text):
			return false
		default:
			found = true
		}
	}
	return found
}
