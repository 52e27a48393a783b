package names

import (
	"unicode/utf8"
)

// maxPrinted is how much of a printed name is read, in bytes; no name is longer. What comes behind is kept in
// [Name.Printed] alone.
const maxPrinted = 1024

// Parse reads a printed name into its parts and says what it is the name of. It never fails, and is safe for concurrent
// use.
func Parse(printed string) Name { return words().parse(printed) }

// cut limits what is read, and to whole characters.
func cut(s string) string {
	if len(s) <= maxPrinted {
		return s
	}
	end := maxPrinted
	for end > maxPrinted-utf8.UTFMax && !utf8.RuneStart(s[end]) {
		end--
	}
	return s[:end]
}

func (v *vocabulary) parse(printed string) Name {
	p := parser{v: v, text: cut(printed)}
	p.name.Printed = printed
	p.places.text = p.text
	p.read(p.takeBrackets(v.qualified(p.text, withoutFootnotes(v.expand(scan(p.text))))))
	return p.name
}

// parser is the work on one name.
type parser struct {
	v      *vocabulary
	text   string
	places counter
	name   Name

	affiliatedAt int // where the first affiliation in brackets begins, in bytes
}

// read reads what stands outside of brackets.
func (p *parser) read(tokens []token) {
	segments := divide(tokens)
	if len(segments) == 0 || p.v.isNobody(tokens) {
		return
	}
	first := p.takeTitles(segments[0])
	first = p.takeDegrees(first, true)
	if len(p.name.Titles) == 0 {
		if nature := p.natureBefore(first, segments[1:]); nature != Unclear {
			p.name.setNature(nature)
			return
		}
	}
	bracketed := len(p.name.Affiliations)
	first = p.takeUndivided(p.takeDashed(first))
	if len(first) > mostBeside && p.v.natureOf(first) != Unclear {
		return // a title, a name and an organisation that nothing divides: who can say where the name ends
	}
	family := p.words(first, len(segments) == 1)
	affiliated := len(p.name.Affiliations) > bracketed || p.isAnother(segments, family)
	given, known := p.readBehind(segments[1:], family, affiliated)
	given, family = withParticlesMoved(given, family)
	p.name.Words = append(given, family...)
	p.findFamily(len(given), known)
	p.name.Nature = p.v.personOr(p.name.Words)
	if p.name.Nature == Unclear {
		p.name.Words, p.name.FamilyAt, p.name.FamilyKnown = nil, 0, false
	}
}

// setNature says that a name is not that of a person. An acronym in brackets is its own, then, and no affiliation.
func (n *Name) setNature(nature Nature) {
	n.Nature = nature
	if nature == Organisation && allAcronyms(n.Affiliations) {
		n.Notes, n.Affiliations = append(n.Notes, n.Affiliations...), nil
	}
}

// between is the text from the first to the last of some tokens.
func (p *parser) between(tokens []token) string {
	return p.text[tokens[0].start:tokens[len(tokens)-1].end]
}
