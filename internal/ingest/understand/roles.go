package understand

import (
	"strings"
	"unicode"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/ingest/work"
	"github.com/wasl-graph/wasl/internal/lang"
	"github.com/wasl-graph/wasl/internal/lang/names"
)

// roles claims who has part in the work by a sentence of its abstract: "The report was completed by … and edited by …". What
// others have commissioned or funded, a programme, say, is not meant: the sentence must be about the work.
func (r *reader) roles() {
	for i := range r.texts[:r.abstracts] {
		p := &r.texts[i]
		about := -1 // the sentence of the last cue that was about the work
		for _, c := range p.cues {
			if c.kind != roleCue {
				continue
			}
			start := p.sentenceStart(c.from)
			if about != start && !p.isAboutWork(start, c.from) {
				continue
			}
			about = start
			r.role(p, c)
		}
	}
}

// role claims the names behind a cue.
func (r *reader) role(p *passage, c cueAt) {
	end := p.nameEnd(c.to)
	if end == c.to {
		return
	}
	printed := p.printed(c.to, end)
	contributor := work.Contributor{Role: c.relation, Name: printed}
	claim := r.contribution(&contributor)
	if claim.Object.Name.Kind == graph.KindOrganisation && !claim.Object.Name.Group {
		claim.Object.Name.Words = p.withoutArticle(c.to, end)
	}
	claim.At = p.at(p.tokens[c.from].start, p.closed(end))
	claim.Position = r.position(c.relation, claim.Object.Name)
	r.claim(claim)
}

// position is the place of a name in a role: that of the same name where it stands there already, or a further one.
func (r *reader) position(rel graph.Relation, name *Name) int {
	last := 0
	for i := range r.meaning.Claims {
		c := &r.meaning.Claims[i]
		if c.Relation != rel || c.Object.Name == nil {
			continue
		}
		if names.Compare(names.Parse(c.Object.Name.Value), names.Parse(name.Value), names.Rules{}).Verdict == names.Same {
			return c.Position
		}
		last = max(last, c.Position)
	}
	return last + 1
}

// sentenceStart is the token at which the sentence of a token begins. The dot of a title ends none.
func (p *passage) sentenceStart(i int) int {
	for ; i > 0; i-- {
		if p.tokens[i].before < sentence {
			continue
		}
		before := &p.tokens[i-1]
		if p.tokens[i].before == paragraph || !p.v.lexicon.is(before.word, personCue) || before.end-before.start > 5 {
			return i
		}
	}
	return 0
}

var pronouns = setOf("it sie er es they")

// maxBetween is how many words may stand between a work's word for itself and what was done to it: was completed.
const maxBetween = 5

// isAboutWork says that a work's word for itself stands a few words before a token, or a pronoun for the word with which the
// sentence before begins: "This study asks … It was commissioned by …".
func (p *passage) isAboutWork(start, cue int) bool {
	if start > 0 && cue-start <= maxBetween && pronouns[strings.ToLower(p.raw(start))] {
		before := p.sentenceStart(start - 1)
		return p.isAboutWork(before, min(before+maxBetween+1, start))
	}
	for i := len(p.cues) - 1; i >= 0; i-- {
		c := p.cues[i]
		if c.kind == selfCue && c.from >= start && c.to <= cue && cue-c.to <= maxBetween {
			return true
		}
	}
	return false
}

// nameEnd is where the name that begins at a token ends: a known one with its acronym; else words with capitals and what may stand
// between them; else, for a group, all up to a sign or an "and"; in Arabic, where capitals don't tell, the same.
func (p *passage) nameEnd(from int) int {
	if from >= len(p.tokens) || p.tokens[from].before.parts() {
		return from
	}
	first := from
	if p.v.lexicon.is(p.tokens[first].word, article) {
		first++
	}
	for i := range p.mentions {
		if m := &p.mentions[i]; m.from == first && !m.nested && m.how != asPeople {
			return p.withBracket(m.to)
		}
	}
	if first < len(p.tokens) && p.tokens[first].upper {
		return p.withBracket(p.capitalised(first))
	}
	return p.groupEnd(from)
}

// capitalised is where a run of words with capitals ends. Little words may stand within it, dots behind titles and initials too.
func (p *passage) capitalised(from int) int {
	end := from
	for i := from; i < len(p.tokens); i++ {
		t := &p.tokens[i]
		if i > from && !p.runsOn(i) {
			break
		}
		if t.upper {
			end = i + 1
		} else if i-end >= 2 || p.v.lexicon.is(t.word, andWord) || t.end-t.start > 4 {
			break
		}
	}
	return end
}

// runsOn says that no sign stands before a token that would end a name.
func (p *passage) runsOn(i int) bool {
	if p.tokens[i].before <= hyphen {
		return true
	}
	before := &p.tokens[i-1]
	return p.tokens[i].before == sentence && (p.v.lexicon.is(before.word, personCue) || before.end-before.start == 1)
}

// maxGroup is how many words name a group.
const maxGroup = 8

// groupEnd is where the name of a group ends: at a sign, an "and", or another cue.
func (p *passage) groupEnd(from int) int {
	i := from
	for i < len(p.tokens) && i-from < maxGroup {
		t := &p.tokens[i]
		if i > from && !p.runsOn(i) || p.v.lexicon.is(t.word, andWord) || p.beginsCue(i) {
			break
		}
		if i > from && t.arabic && p.v.lexicon.is(t.word, placeCue) {
			break
		}
		i++
	}
	return i
}

// beginsCue says that a cue begins at a token.
func (p *passage) beginsCue(i int) bool {
	for _, c := range p.cues {
		if c.from == i && c.kind != selfCue {
			return true
		}
	}
	return false
}

// withBracket is the end of a name with the bracket behind it: (PhD), (GoI).
func (p *passage) withBracket(end int) int {
	if end >= len(p.tokens) || p.tokens[end].before != bracket {
		return end
	}
	for i := end + 1; i <= len(p.tokens) && i-end <= maxGroup; i++ {
		if i == len(p.tokens) || p.tokens[i].before >= closing {
			return i
		}
	}
	return end
}

// closed is the byte behind the last token of a name, and behind the bracket that it closes.
func (p *passage) closed(end int) int {
	at := p.tokens[end-1].end
	if at < len(p.words.Value) && p.words.Value[at] == ')' && strings.Contains(p.words.Value[max(0, at-60):at], "(") {
		at++
	}
	return at
}

// printed are the tokens as they stand in the text.
func (p *passage) printed(from, to int) work.Words { return p.printedFrom(p.tokens[from].start, to) }

// printedFrom is the same from a byte on.
func (p *passage) printedFrom(start, to int) work.Words {
	end := p.closed(to)
	return work.Words{Value: strings.Join(strings.FieldsFunc(p.words.Value[start:end], unicode.IsSpace), " "), At: p.at(start, end)}
}

// withoutArticle is the same without an article at the front.
func (p *passage) withoutArticle(from, to int) work.Words {
	if to-from > 1 && p.v.lexicon.is(p.tokens[from].word, article) {
		from++
	}
	return p.printed(from, to)
}

// hasGluedAnd says that a token may begin with the "and" that Arabic writes together with a word.
func (p *passage) hasGluedAnd(i int) bool {
	return p.tokens[i].arabic && strings.HasPrefix(lang.Fold(p.raw(i)), "و")
}
