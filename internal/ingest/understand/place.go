package understand

import (
	"strings"

	"github.com/wasl-graph/wasl/internal/lang"
)

// isPlace says whether an ambiguous name is that of a country. Jordan and Chad are people too, Georgia a state of the United
// States, عمان Oman and Amman. What speaks against it decides first:
//
//   - a title or "by" before it, or another name beside it outside of titles: Dr. Jordan, Michael Jordan, Jordan Smith.
//
// Then one of these is enough:
//
//   - a preposition of place before it, with an adjective at most between them: in northern Jordan;
//   - another place beside it: Jordan and Norway, Syria, Jordan;
//   - it begins a sentence that goes on with a small letter: Jordan hosts …
//   - it stands for itself, or has a genitive: Jordan: A Profile; Jordan's cities.
//
// Without any it is doubtful: it counts when the same country is named otherwise in the work (Jordanian).
func (p *passage) isPlace(m *mention) (ok, doubtful bool) {
	if m.context == aList {
		return p.isOman(m)
	}
	if p.isOfPerson(m) {
		return false, false
	}
	if p.behindCue(m) || p.besidePlace(m) || p.opensSentence(m) || p.standsAlone(m) {
		return true, false
	}
	return false, true
}

// isOfPerson says that the word is part of a person's name.
func (p *passage) isOfPerson(m *mention) bool {
	if m.from > 0 && p.tokens[m.from].before <= hyphen {
		before := &p.tokens[m.from-1]
		title := p.tokens[m.from].before == space && p.v.lexicon.is(before.word, personCue)
		if title || p.isForeignName(m.from-1) && before.before != sentence && before.before != paragraph {
			return true
		}
	}
	if m.from > 0 && p.tokens[m.from].before == sentence && p.v.lexicon.is(p.tokens[m.from-1].word, personCue) && !p.tokens[m.from].arabic {
		return p.tokens[m.from-1].end-p.tokens[m.from-1].start <= 4 // Dr., Mr.
	}
	return m.to < len(p.tokens) && p.tokens[m.to].before == space && p.isForeignName(m.to)
}

// isForeignName says that a token is a name of which nothing is known, where capitals tell that.
func (p *passage) isForeignName(i int) bool {
	t := &p.tokens[i]
	return !p.titleCase && !p.capitals && !t.arabic && t.upper && !t.capitals && p.v.lexicon.marks[t.word] == 0 && !p.namesSomething(i)
}

// behindCue says that a preposition of place stands before the name.
func (p *passage) behindCue(m *mention) bool {
	i := m.from - 1
	if m.start > p.tokens[m.from].start { // بعمان, written together
		return true
	}
	if i < 0 || p.tokens[m.from].before != space {
		return false
	}
	if p.v.lexicon.is(p.tokens[i].word, placeCue) {
		return true
	}
	adjective := p.tokens[i].before == space && i > 0 && !p.tokens[i].arabic && p.v.lexicon.marks[p.tokens[i].word] == 0
	return adjective && p.v.lexicon.is(p.tokens[i-1].word, placeCue) && (!p.tokens[i].upper || p.titleCase)
}

// besidePlace says that the name stands in a list with another place.
func (p *passage) besidePlace(m *mention) bool {
	if n := len(p.mentions); n > 0 {
		last := &p.mentions[n-1]
		if last.how == asPlace && !last.doubtful && !last.nested && p.joined(last.to, m.from) {
			return true
		}
	}
	next := m.to
	if next < len(p.tokens) && p.v.lexicon.is(p.tokens[next].word, andWord) {
		next++
	}
	glued := next < len(p.tokens) && p.tokens[next].arabic && strings.HasPrefix(lang.Fold(p.raw(next)), "و")
	if next >= len(p.tokens) || next == m.to && p.tokens[next].before != comma && p.tokens[next].before != slash && !glued {
		return false
	}
	return p.isSurePlace(next)
}

// joined says that only an "and" or a sign stands between two tokens.
func (p *passage) joined(end, from int) bool {
	switch from - end {
	case 0:
		sign := p.tokens[from].before
		glued := p.tokens[from].arabic && strings.HasPrefix(lang.Fold(p.raw(from)), "و")
		return sign == comma || sign == slash || sign == hyphen || glued
	case 1:
		return p.v.lexicon.is(p.tokens[end].word, andWord)
	}
	return false
}

// isSurePlace says that a place is named at a token by a name that is no other's.
func (p *passage) isSurePlace(i int) bool {
	words := [7]string{lang.Fold(p.raw(i))}
	for _, form := range unglued(words[:1], words[0]) {
		found := false
		p.v.names.follow(p.tokens, i, p.v.lexicon.ids[form], func(end int, phrases []int32) {
			for _, number := range phrases {
				s := p.v.senses[number]
				m := mention{from: i, to: end, start: p.tokens[i].start, end: p.tokens[end-1].end}
				found = found || s.how == asPlace && s.context == noContext && p.canBe(&m, s)
			}
		})
		if found {
			return true
		}
	}
	return false
}

// opensSentence says that the name begins a sentence that goes on with a small letter.
func (p *passage) opensSentence(m *mention) bool {
	first := m.from == 0 || p.tokens[m.from].before >= sentence
	if !first || m.to >= len(p.tokens) || p.titleCase || p.capitals || p.tokens[m.from].arabic {
		return false
	}
	next := &p.tokens[m.to]
	return next.before == space && !next.upper
}

// standsAlone says that signs part the name from all around it, or that it owns what follows.
func (p *passage) standsAlone(m *mention) bool {
	parts := func(s sign) bool { return s >= dash && s != comma }
	if genitive(p.words.Value[m.end:]) > 0 {
		return m.from == 0 || p.tokens[m.from].before != space || !p.isForeignName(m.from-1)
	}
	return parts(p.tokens[m.from].before) && (m.to == len(p.tokens) || parts(p.tokens[m.to].before))
}

// isOman tells Oman from Amman: by its vowel mark, or by standing among countries. A mark on the second letter makes it Amman.
func (p *passage) isOman(m *mention) (ok, doubtful bool) {
	raw := p.words.Value[m.start:m.end]
	switch {
	case strings.Contains(raw, "ع\u064f"):
		return true, false
	case strings.Contains(raw, "م\u0651"), strings.Contains(raw, "ع\u064e"):
		return false, false
	case p.besidePlace(m):
		return true, false
	}
	return false, true
}
