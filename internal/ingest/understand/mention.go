package understand

import (
	"strings"
	"unicode/utf8"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/ingest/work"
	"github.com/wasl-graph/wasl/internal/lang"
)

// mention is a name in a text.
type mention struct {
	sense
	from, to   int // tokens: from, up to to
	start, end int // bytes
	// nested says that it stands within the name of something else: Pakistan in the name of a project.
	nested bool
	// doubtful says that nothing tells whether the place is meant.
	doubtful bool
	// several says that more than one entity has the name, and nothing tells which is meant: Dominican.
	several bool
	// languages are the marks of all languages in which the words are a name of the entity.
	languages marks
}

// passage is a text with its tokens and what it names.
type passage struct {
	v        *Vocabulary
	scanner  scanner
	words    work.Words
	tokens   []token
	mentions []mention
	cues     []cueAt
	// titleCase says that most words have capitals, and capitals that all are in capitals: there they tell nothing.
	titleCase, capitals bool
}

// raw is a token as printed.
func (p *passage) raw(i int) string { return p.words.Value[p.tokens[i].start:p.tokens[i].end] }

// at is the piece of the document on which a range of bytes stands.
func (p *passage) at(start, end int) work.Span { return p.words.Part(start, end) }

// maxText is how many bytes of a text are read for names. An abstract has some 2,000.
const maxText = 128 << 10

// read finds the tokens, the names and the cues of a text.
func (p *passage) read(v *Vocabulary, words work.Words) {
	p.v, p.words, p.mentions, p.cues = v, words, p.mentions[:0], p.cues[:0]
	p.scanner.lexicon = v.lexicon
	p.tokens = p.scanner.scan(words.Value[:min(len(words.Value), maxText)])
	p.lookAtCase()
	p.find(0, len(p.tokens), false)
	p.findCues()
}

// lookAtCase says how capitals are used.
func (p *passage) lookAtCase() {
	long, upper, capitals, latin := 0, 0, 0, 0
	for i := range p.tokens {
		t := &p.tokens[i]
		if t.arabic {
			continue
		}
		latin++
		if t.capitals {
			capitals++
		}
		if t.end-t.start >= 4 {
			long++
			if t.upper {
				upper++
			}
		}
	}
	p.titleCase = long > 2 && upper*10 > long*7
	p.capitals = latin > 2 && capitals*10 > latin*7
}

// find goes over the tokens from left to right and takes the longest name at each place.
func (p *passage) find(from, to int, nested bool) {
	for i := from; i < to; {
		m, found := p.longest(i, to, nested)
		if !found {
			i++
			continue
		}
		if !nested {
			m = p.spelledOut(m)
		}
		if m.how != asNothing {
			m.nested = nested
			p.mentions = append(p.mentions, m)
		}
		if m.how == asProject || m.how == asTheme {
			p.find(m.from+1, m.to, true)
		}
		i = m.to
	}
}

// longest is the longest name that begins at a token and can be meant.
func (p *passage) longest(i, to int, nested bool) (mention, bool) {
	best, found := p.follow(i, to, p.tokens[i].word, nested)
	if found || !p.tokens[i].arabic {
		return best, found
	}
	var buffer [6]string
	for _, form := range unglued(buffer[:0], lang.Fold(p.raw(i))) {
		if word := p.v.lexicon.ids[form]; word != noWord {
			if m, ok := p.follow(i, to, word, nested); ok {
				m.start += len(p.raw(i)) - len(p.bare(i, form))
				return m, true
			}
		}
	}
	return best, false
}

// bare is a token without what is written together with it, as printed; all of it where the letters can't be told apart.
func (p *passage) bare(i int, form string) string {
	raw := p.raw(i)
	for j := range raw {
		if j > 0 && lang.Fold(raw[j:]) == form {
			return raw[j:]
		}
	}
	return raw
}

// unglued are an Arabic word without one of the letters that are words, and without two: وبالعراق, للعراق.
func unglued(list []string, folded string) []string {
	for _, prefix := range []string{"و", "ف", "ب", "ل", "ك"} {
		rest, found := strings.CutPrefix(folded, prefix)
		if !found || utf8.RuneCountInString(rest) < 3 {
			continue
		}
		list = append(list, rest)
		if prefix == "ل" && strings.HasPrefix(rest, "ل") {
			list = append(list, "ا"+rest)
		}
		if prefix == "و" || prefix == "ف" {
			list = unglued(list, rest)
		}
	}
	return list
}

// follow finds the longest name whose first word is the given one.
func (p *passage) follow(i, to int, word wordID, nested bool) (mention, bool) {
	var best mention
	found := false
	p.v.names.follow(p.tokens[:to], i, word, func(end int, phrases []int32) {
		m := mention{from: i, to: end, start: p.tokens[i].start, end: p.tokens[end-1].end}
		if p.choose(&m, phrases, nested) {
			best, found = m, true
		}
	})
	return best, found
}

// choose decides which of the things that a phrase can mean is meant.
func (p *passage) choose(m *mention, phrases []int32, nested bool) bool {
	var candidates [8]sense
	n := 0
	for _, number := range phrases {
		s := p.v.senses[number]
		if n < len(candidates) && p.canBe(m, s) && !(nested && s.how > asPeople) {
			candidates[n] = s
			n++
		}
	}
	if n == 0 {
		return false
	}
	chosen := p.prefer(m, candidates[:n])
	if chosen < 0 {
		m.sense, m.several = candidates[0], true
		return true
	}
	m.sense = candidates[chosen]
	for _, s := range candidates[:n] {
		if s.id == m.id {
			m.languages |= s.language
		}
	}
	if m.context == aCue || m.context == aList {
		ok, doubtful := p.isPlace(m)
		m.doubtful = doubtful
		return ok || doubtful
	}
	return true
}

// canBe says that the words are printed as the name has to be.
func (p *passage) canBe(m *mention, s sense) bool {
	if s.how == asNothing {
		return true
	}
	if s.exact != "" {
		raw := strings.ReplaceAll(p.words.Value[m.start:m.end], ".", "")
		return raw == s.exact && !(p.capitals && capitalWords[lang.Fold(raw)])
	}
	switch s.how {
	case asTheme:
		return p.isProperName(m)
	case asProject:
		if p.goesOnWithNumber(m) {
			return false
		}
	}
	if s.small {
		return true
	}
	for i := m.from; i < m.to; i++ {
		if p.tokens[i].upper || p.tokens[i].arabic {
			return true
		}
	}
	return false
}

// isProperName says that a theme is printed like a name: in running text, with capitals on all words but the little ones.
func (p *passage) isProperName(m *mention) bool {
	if p.titleCase || p.capitals || m.to-m.from < 2 {
		return false
	}
	for i := m.from; i < m.to; i++ {
		t := &p.tokens[i]
		if !t.upper && (t.end-t.start > 3 || i == m.from) || t.arabic {
			return false
		}
	}
	return true
}

// goesOnWithNumber says that a number follows that belongs to the name: it is another project then.
func (p *passage) goesOnWithNumber(m *mention) bool {
	if m.to >= len(p.tokens) {
		return false
	}
	next := &p.tokens[m.to]
	return next.before <= dash && p.v.lexicon.is(next.word, numberWord)
}

// prefer picks one of the senses: -1 where two of the same rank are left. A place comes before a body that has the same name,
// unless it stands where a body acts; a first name before another.
func (p *passage) prefer(m *mention, list []sense) int {
	best, rank, ties := -1, 0, false
	for i, s := range list {
		r := 1
		switch {
		case s.how == asNothing:
			r = 0
		case s.how == asBody && len(list) > 1 && p.actsAsBody(m):
			r = 9
		case s.how == asPlace && s.id.Kind() == graph.KindCountry:
			r = 6
		case s.how == asPlace:
			r = 5
		case s.how == asProject:
			r = 4
		case s.how == asBody:
			r = 3
		case s.how == asPeople:
			r = 2
		}
		if r *= 2; s.preferred && r > 0 {
			r++
		}
		switch {
		case best < 0 || r > rank:
			best, rank, ties = i, r, false
		case r == rank && s.id != list[best].id:
			ties = true
		}
	}
	if ties {
		return -1
	}
	return best
}

// actsAsBody says that the words stand where an organisation acts: funded by the EU, EU-funded, IRAQ-EU-IOM.
func (p *passage) actsAsBody(m *mention) bool {
	if m.to < len(p.tokens) {
		next := &p.tokens[m.to]
		if next.before <= hyphen && p.v.lexicon.is(next.word, bodyAfter) {
			return true
		}
		if next.before == hyphen && p.namesSomething(m.to) {
			return true
		}
	}
	if p.tokens[m.from].before == hyphen && m.from > 0 && p.namesSomething(m.from-1) {
		return true
	}
	i := m.from - 1
	if i >= 0 && p.tokens[m.from].before == space && p.v.lexicon.is(p.tokens[i].word, article) {
		i--
	}
	return i >= 0 && p.tokens[i+1].before == space && p.v.lexicon.is(p.tokens[i].word, bodyBefore)
}

// namesSomething says that a token alone is a name.
func (p *passage) namesSomething(i int) bool {
	_, known := p.v.names.next[edge{0, p.tokens[i].word}]
	return known && p.tokens[i].upper
}

// spelledOut looks at the acronym in brackets behind a name: Government of Iraq (GoI). It belongs to the name,
// and decides where the name alone may be another's: … in Pakistan (PARIM-II).
func (p *passage) spelledOut(m mention) mention {
	if m.to >= len(p.tokens) || p.tokens[m.to].before != bracket || m.how == asPeople || m.how == asNothing {
		return m
	}
	var inner mention
	p.v.names.follow(p.tokens, m.to, p.tokens[m.to].word, func(end int, phrases []int32) {
		if end < len(p.tokens) && p.tokens[end].before != closing && p.tokens[end].before < closing {
			return
		}
		for _, number := range phrases {
			s := p.v.senses[number]
			if inner.to == end && inner.id == m.id || s.id.Kind() != m.id.Kind() {
				continue
			}
			inner = mention{sense: s, to: end, end: p.tokens[end-1].end}
		}
	})
	if inner.to == 0 {
		return m
	}
	if m.how == asProject || inner.id == m.id {
		m.sense = inner.sense
		m.to = inner.to
	}
	return m
}
