package names

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// Entry is one name in a list.
type Entry struct {
	// Text is the name exactly as printed, with titles and brackets, without the signs and words between the names.
	Text string
	Span // in the line
	// Name is what Text was read as.
	Name Name
}

// List divides a line of authors into its names: "Authors: A (X), B (Y), and C (Z)." It knows the words for "and" of
// several languages, the و that Arabic writes together with the next word, semicolons between names printed family
// name first, and degrees behind commas. It does not divide "Ministry of Labour and Social Affairs".
//
// A line says how many names there are, not whether they are those of people: look at the nature of each. The time is
// linear in the length of the line. It is safe for concurrent use.
func List(line string) []Entry { return words().list(line) }

func (v *vocabulary) list(line string) []Entry {
	l := lister{v: v, line: line}
	l.divide(v.withoutLabel(scan(line)))
	l.attach()
	if !l.semicolons {
		l.invert()
	}
	places := counter{text: line}
	var entries []Entry
	for i, p := range l.pieces {
		start, end := l.bounds(p, i == len(l.pieces)-1)
		if start == end {
			continue
		}
		text := line[start:end]
		entries = append(entries, Entry{text, places.span(start, end), v.parse(text)})
	}
	return entries
}

// lister is the work on one line.
type lister struct {
	v          *vocabulary
	line       string
	semicolons bool // divide the names, and commas stand within them
	pieces     []stretch
}

// stretch is the tokens of a name, or of a part of one, with what stands before it.
type stretch struct {
	tokens []token
	after  separator
}

// maxStretch is of how many tokens a name may be put together, so that no line takes long.
const maxStretch = 64

func (s *stretch) isFull() bool { return len(s.tokens) >= maxStretch }

func (s *stretch) extend(tokens []token) { s.tokens = slices.Concat(s.tokens, tokens) }

type separator uint8

const (
	atStart   separator = iota
	atComma             // or a sign that says as much
	atAnd               // a word that divides names
	atBetween           // a word that may
)

// withoutLabel takes "Authors:" or "Edited by" off the front.
func (v *vocabulary) withoutLabel(tokens []token) []token {
	const longest = 10
	for i, t := range tokens[:min(len(tokens), longest)] {
		if t.kind == aColon {
			return tokens[i+1:]
		}
		if t.kind == aWord && !v.labels.hasWord(t) && !v.and.hasWord(t) && !v.fillers.hasWord(t) {
			break
		}
		if t.kind == anOpening || t.kind == aComma {
			break
		}
	}
	return tokens[v.labelsBefore(tokens):]
}

// labelsBefore says how many words at the front are a label without a colon. A particle such as "von" is part of it only
// behind another word, and not behind a preposition.
func (v *vocabulary) labelsBefore(tokens []token) int {
	i, complete := 0, true
	for ; i < len(tokens)-1 && v.labels.hasWord(tokens[i]); i++ {
		t := tokens[i]
		if complete && v.particles.hasWord(t) || v.groups.hasWord(t) || v.titles.hasWord(t) {
			break
		}
		complete = v.fillers.hasWord(t)
	}
	return i
}

// divide divides tokens outside of brackets at every place where a name may end.
func (l *lister) divide(tokens []token) {
	l.semicolons = hasSemicolon(tokens)
	depth, start, after := 0, 0, atStart
	closeAt := func(end, next int, by separator) {
		l.add(tokens[start:end], after)
		start, after = next, by
	}
	for i := range tokens {
		t := tokens[i]
		depth = deeper(depth, t)
		if depth > 0 {
			continue
		}
		switch {
		case t.kind == aBreak || t.kind == aComma && !l.semicolons:
			closeAt(i, i+1, atComma)
		case t.kind != aWord:
		case l.v.and.hasWord(t) && !l.behindParticle(tokens[start:i]):
			closeAt(i, i+1, atAnd)
		case i > start && l.v.others.front(tokens[i:]) > 0:
			closeAt(i, i, atComma)
		case l.v.between.hasWord(t) && i > start:
			closeAt(i, i+1, atBetween)
		case l.v.gluedAndOf(t.text) > 0 && l.isAnd(tokens, i):
			if i > start {
				closeAt(i, i, atBetween)
			}
			if len(l.pieces) > 0 {
				tokens[i] = l.v.withoutGluedAnd(t)
			}
		}
	}
	l.add(tokens[start:], after)
}

func hasSemicolon(tokens []token) bool {
	depth := 0
	for _, t := range tokens {
		if depth = deeper(depth, t); depth == 0 && (t.text == ";" || t.text == "؛") {
			return true
		}
	}
	return false
}

// deeper counts open brackets.
func deeper(depth int, t token) int {
	switch t.kind {
	case anOpening:
		return depth + 1
	case aClosing:
		return max(0, depth-1)
	}
	return depth
}

// behindParticle is for "von und zu".
func (l *lister) behindParticle(tokens []token) bool {
	return len(tokens) > 0 && l.v.particles.hasWord(tokens[len(tokens)-1])
}

// isAnd says whether what looks like an "and" written together with a word is one. Directly behind a comma a name may
// begin with that letter: there it is one in the last name alone, or where the rest of the word is clearly one by itself.
func (l *lister) isAnd(tokens []token, i int) bool {
	if i == 0 || tokens[i-1].kind != aComma {
		return true
	}
	rest := l.v.withoutGluedAnd(tokens[i])
	return l.v.beginsClearly(rest) || !l.goesOnBehind(tokens[i:])
}

// beginsClearly says whether a word is a title, the noun of an organisation or of a group, or a name of which it is listed
// that it begins with the letter for "and".
func (v *vocabulary) beginsClearly(t token) bool {
	return v.titles.hasWord(t) || v.notGlued.hasWord(t) || v.isOrganisation(t.text, t.key) || v.isNoun(v.groups, t.text, t.key)
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
	if text[0] < utf8.RuneSelf || v.notGlued.has(text) || v.others.has(text) ||
		v.organisations.has(text) || v.groups.has(text) || v.projects.has(text) {
		return 0
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

// trim takes signs and dashes off both ends.
func trim(tokens []token) []token {
	idle := func(t token) bool { return t.kind != aWord && t.kind != anOpening && t.kind != aClosing }
	for len(tokens) > 0 && (idle(tokens[0]) || tokens[0].kind == aClosing) {
		tokens = tokens[1:]
	}
	for len(tokens) > 0 && idle(tokens[len(tokens)-1]) {
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
	if l.v.natureOf(left) == Organisation && l.v.natureOf(right) == Unclear && l.goesOn(left, by) {
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

// attach puts degrees, suffixes and initials behind a comma to the name that they belong to.
func (l *lister) attach() {
	kept := l.pieces[:0]
	for _, p := range l.pieces {
		if len(kept) > 0 && p.after == atComma && !kept[len(kept)-1].isFull() && (l.isAppendix(p.tokens) || l.areInitials(p.tokens)) {
			kept[len(kept)-1].extend(p.tokens)
			continue
		}
		kept = append(kept, p)
	}
	l.pieces = kept
}

func (l *lister) isAppendix(tokens []token) bool {
	if tokens[0].kind == anOpening {
		return true
	}
	for i, t := range tokens {
		if t.kind == anOpening {
			return l.v.allDegrees([][]token{tokens[:i]}) // MSc (ICMPD)
		}
	}
	return l.v.allDegrees([][]token{tokens})
}

// areInitials says whether all words are initials, as in "Hainzl, I."
func (l *lister) areInitials(tokens []token) bool {
	found := false
	if l.v.others.front(tokens) > 0 {
		return false // u. a.
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

// invert joins pairs of stretches where the whole line is printed family name first: "Hainzl, Ivanka and Petreska,
// Elena". Each pair must have a single word on one side.
func (l *lister) invert() {
	if len(l.pieces) == 0 || len(l.pieces)%2 != 0 {
		return
	}
	for i := 0; i < len(l.pieces); i += 2 {
		if !l.isInverted(l.pieces[i], l.pieces[i+1]) {
			return
		}
	}
	pairs := l.pieces[:0]
	for i := 0; i < len(l.pieces); i += 2 {
		family, given := l.pieces[i], l.pieces[i+1]
		family.extend(given.tokens)
		pairs = append(pairs, family)
	}
	l.pieces = pairs
}

func (l *lister) isInverted(family, given stretch) bool {
	if given.after != atComma || family.tokens[len(family.tokens)-1].kind == aClosing {
		return false
	}
	for _, p := range []stretch{family, given} {
		if l.v.natureOf(p.tokens) != Unclear || l.wordsIn(p.tokens) == 0 {
			return false
		}
	}
	a, b := l.wordsIn(family.tokens), l.wordsIn(outside(given.tokens))
	return min(a, b) == 1 && max(a, b) <= 3
}

// outside is the tokens before the first bracket.
func outside(tokens []token) []token {
	for i, t := range tokens {
		if t.kind == anOpening {
			return tokens[:i]
		}
	}
	return tokens
}

// bounds is where a stretch lies in the line, without a label ("edited by") and without the dot that ends a sentence.
func (l *lister) bounds(p stretch, last bool) (start, end int) {
	tokens := trim(l.v.withoutLabel(p.tokens))
	if len(tokens) == 0 {
		return 0, 0
	}
	final := tokens[len(tokens)-1]
	start, end = tokens[0].start, final.end
	if last && final.kind == aWord && strings.HasSuffix(final.text, ".") && !l.endsInDot(tokens) {
		end--
	}
	return start, end
}

// endsInDot says whether the dot at the end belongs to the last word: Jr., et al., an initial.
func (l *lister) endsInDot(tokens []token) bool {
	final := tokens[len(tokens)-1].text
	return utf8.RuneCountInString(plain(final)) == 1 || strings.Contains(final[:len(final)-1], ".") || l.v.isListed(final) ||
		l.v.others.back(tokens) > 0
}
