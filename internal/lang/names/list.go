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
	l.divide(v.withoutLabel(v.qualified(line, withoutFootnotes(scan(line)))))
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
	gluedFrom  int  // behind the last comma that no "and" follows which is written together with a word
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
	atStart    separator = iota
	atComma              // or a sign that says as much
	atCommaAnd           // with an "and" that is written together with the next word
	atAnd                // a word that divides names
	atBetween            // a word that may
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
	l.findGlued(tokens)
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
		case t.kind == aBreak || t.kind == aComma && (!l.semicolons || l.startsAnother(tokens, start, i)):
			closeAt(i, i+1, atComma)
		case t.kind != aWord:
		case l.v.and.hasWord(t) && !l.behindParticle(tokens[start:i]):
			closeAt(i, i+1, atAnd)
		case i > start && l.v.others.front(tokens[i:]) > 0:
			closeAt(i, i, atComma)
		case i > start && l.v.isBetween(t.text):
			closeAt(i, i+1, atBetween)
		case l.v.gluedAndOf(t.text) > 0 && l.isAnd(tokens, i):
			if i > start {
				closeAt(i, i, l.gluedBetween(tokens[start:i], t))
			}
			if len(l.pieces) > 0 {
				tokens[i] = l.v.withoutGluedAnd(t)
				if after == atComma {
					after = atCommaAnd
				}
			}
		}
	}
	l.add(tokens[start:], after)
}

// startsAnother says whether a comma divides names beside semicolons that do: behind an affiliation, before two words that
// may be a name. "Anna Huber (ICMPD), Peter Müller; et al." is such a line.
func (l *lister) startsAnother(tokens []token, start, comma int) bool {
	if comma == start || tokens[comma-1].kind != aClosing || l.wordsIn(outside(tokens[start:comma])) < 2 {
		return false
	}
	next := tokens[comma+1 : min(len(tokens), comma+1+maxStretch)]
	if end := slices.IndexFunc(next, func(t token) bool { return t.kind == aComma || t.kind == aBreak || t.kind == anOpening }); end >= 0 {
		next = next[:end]
	}
	next = trim(next)
	return l.wordsIn(next) >= 2 && !l.v.isBeside(next) && !l.isAppendix(next)
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

// isBetween says whether a word may stand between two names, as "y" and "e" do; Y. and E. are initials.
func (v *vocabulary) isBetween(text string) bool { return v.between.has(text) && !isInitial(text) }

// behindParticle is for "von und zu".
func (l *lister) behindParticle(tokens []token) bool {
	return len(tokens) > 0 && l.v.particles.hasWord(tokens[len(tokens)-1])
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
