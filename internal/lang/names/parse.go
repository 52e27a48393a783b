package names

import (
	"slices"
	"strings"
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
	p.read(p.takeBrackets(v.expand(scan(p.text))))
	return p.name
}

// parser is the work on one name.
type parser struct {
	v      *vocabulary
	text   string
	places counter
	name   Name
}

// read reads what stands outside of brackets.
func (p *parser) read(tokens []token) {
	segments := divide(tokens)
	if len(segments) == 0 {
		return
	}
	first := p.takeTitles(segments[0])
	first = p.takeDegrees(first, true)
	if len(p.name.Titles) == 0 {
		if nature := p.v.natureOf(first); nature != Unclear {
			p.name.Nature = nature
			return
		}
	}
	bracketed := len(p.name.Affiliations)
	first = p.takeUndivided(p.takeDashed(first))
	if len(first) > mostBeside && p.v.natureOf(first) != Unclear {
		return // a title, a name and an organisation that nothing divides: who can say where the name ends
	}
	family := p.words(first, len(segments) == 1)
	affiliated := len(p.name.Affiliations) > bracketed
	given, inverted := p.readBehind(segments[1:], family, affiliated)
	p.name.Words = append(given, family...)
	p.findFamily(len(given), inverted)
	p.name.Nature = p.v.personOr(p.name.Words)
	if p.name.Nature == Unclear {
		p.name.Words, p.name.FamilyAt, p.name.FamilyKnown = nil, 0, false
	}
}

// readBehind reads what stands behind commas, and gives the given names if they stand there. Behind a single name,
// "M. A." are initials. Affiliated says that an affiliation stands before the first comma.
func (p *parser) readBehind(segments [][]token, family []Word, affiliated bool) (given []Word, inverted bool) {
	complete := p.v.personOr(family) == Person
	for i, segment := range segments {
		segment = p.takeTitles(segment)
		if i > 0 || len(family) > 1 || !areInitials(segment) {
			segment = p.takeDegrees(segment, false)
		}
		switch {
		case len(segment) == 0:
		case p.v.natureOf(segment) != Unclear:
			p.name.Affiliations, affiliated = append(p.name.Affiliations, p.between(segment)), true
		case !inverted && !affiliated && !(complete && !areInitials(segment)) && !isCountry(p.between(segment)):
			given, inverted = p.words(segment, true), true
		default:
			p.name.Notes = append(p.name.Notes, p.between(segment))
		}
	}
	return given, inverted
}

// areInitials says whether all words are single letters with dots.
func areInitials(tokens []token) bool {
	for _, t := range tokens {
		if !strings.HasSuffix(t.text, ".") || utf8.RuneCountInString(t.key) != 1 {
			return false
		}
	}
	return true
}

// divide divides tokens at commas and breaks, and leaves out what is no part of a name.
func divide(tokens []token) [][]token {
	var segments [][]token
	var segment []token
	for _, t := range tokens {
		switch {
		case t.kind == aComma || t.kind == aBreak:
			if len(segment) > 0 {
				segments = append(segments, segment)
			}
			segment = nil
		case t.kind == aDash || t.kind == aWord && !isMark(t.text):
			segment = append(segment, t)
		}
	}
	if len(segment) > 0 {
		segments = append(segments, segment)
	}
	return segments
}

// expand takes words apart that dots glue together, unless they are listed so: "د.فراس", "J.P.Müller", but "Dr.in".
func (v *vocabulary) expand(tokens []token) []token {
	expanded := tokens[:0:0]
	for _, t := range tokens {
		parted := false
		for t.kind == aWord {
			dot := strings.IndexByte(t.text, '.')
			if dot < 0 || dot == len(t.text)-1 || v.isListed(t.text) {
				break
			}
			head := token{aWord, t.text[:dot+1], entryKey(t.text[:dot+1]), t.start, t.start + dot + 1}
			t.start, t.text = head.end, t.text[dot+1:]
			t = withoutLeadingDash(t)
			expanded, parted = append(expanded, head), true
		}
		if parted {
			t.key = entryKey(t.text)
		}
		if t.text != "" {
			expanded = append(expanded, t)
		}
	}
	return expanded
}

// withoutLeadingDash is for the second half of "J.-P.".
func withoutLeadingDash(t token) token {
	trimmed := strings.TrimLeftFunc(t.text, isDash)
	t.start += len(t.text) - len(trimmed)
	t.text = trimmed
	return t
}

func (v *vocabulary) isListed(word string) bool {
	if len(word) > maxListed {
		return false
	}
	key := plain(word)
	for _, l := range []lexicon{v.titles, v.degrees, v.suffixes, v.legalForms, v.others} {
		if l.hasPlain(word, key) {
			return true
		}
	}
	return false
}

// between is the text from the first to the last of some tokens.
func (p *parser) between(tokens []token) string {
	return p.text[tokens[0].start:tokens[len(tokens)-1].end]
}

// takeTitles takes the titles off the front. One word always stays.
func (p *parser) takeTitles(tokens []token) []token {
	tokens = withoutDashes(tokens)
	for len(tokens) > 1 {
		n := p.v.titles.front(tokens[:len(tokens)-1])
		if n == 0 {
			break
		}
		p.name.Titles = append(p.name.Titles, p.between(tokens[:n]))
		tokens = withoutDashes(tokens[n:])
	}
	return tokens
}

// takeDegrees takes degrees and suffixes off the end; behind a comma a title may stand there too, and nothing need stay.
func (p *parser) takeDegrees(tokens []token, first bool) []token {
	keep := 0
	if first {
		keep = 1
	}
	for len(tokens) > keep {
		rest := tokens[keep:]
		if n := p.v.suffixes.back(rest); n > 0 {
			p.name.Suffixes = slices.Insert(p.name.Suffixes, 0, p.between(tokens[len(tokens)-n:]))
			tokens = tokens[:len(tokens)-n]
			continue
		}
		n := p.v.degrees.back(rest)
		if n > 0 && first && len(tokens)-n < 2 && isCapitals(tokens[len(tokens)-1].text) {
			break // Jack MA
		}
		if n == 0 && !first {
			if n = p.v.titles.back(rest); n > 0 {
				p.name.Titles = append(p.name.Titles, p.between(tokens[len(tokens)-n:]))
				tokens = tokens[:len(tokens)-n]
				continue
			}
		}
		if n == 0 {
			break
		}
		p.name.Degrees = slices.Insert(p.name.Degrees, 0, p.between(tokens[len(tokens)-n:]))
		tokens = tokens[:len(tokens)-n]
	}
	return tokens
}

// maxParts is of how many words a listed one may consist when it is printed with spaces: "Ph. D.", "d. J."
const maxParts = 3

// front says of how many words at the front a listed one consists, 0 for none.
func (l lexicon) front(tokens []token) int {
	for n := min(maxParts, len(tokens)); n > 0; n-- {
		if l.hasParts(tokens[:n]) {
			return n
		}
	}
	return 0
}

// back is front for the end.
func (l lexicon) back(tokens []token) int {
	for n := min(maxParts, len(tokens)); n > 0; n-- {
		if l.hasParts(tokens[len(tokens)-n:]) {
			return n
		}
	}
	return 0
}

// hasParts says whether words are a listed one. When it is printed with spaces, it ends in a dot.
func (l lexicon) hasParts(tokens []token) bool {
	if len(tokens) == 1 {
		return l.hasWord(tokens[0])
	}
	if last := tokens[len(tokens)-1]; last.kind != aWord || !strings.HasSuffix(last.text, ".") {
		return false
	}
	var b strings.Builder
	for _, t := range tokens {
		if t.kind != aWord {
			return false
		}
		b.WriteString(t.text)
	}
	return l.has(b.String())
}

// withoutDashes takes dashes off both ends: the one before a signature, for instance.
func withoutDashes(tokens []token) []token {
	for len(tokens) > 0 && tokens[0].kind == aDash {
		tokens = tokens[1:]
	}
	for len(tokens) > 0 && tokens[len(tokens)-1].kind == aDash {
		tokens = tokens[:len(tokens)-1]
	}
	return tokens
}

// takeDashed takes an organisation behind a dash off: "Khawla – MoP". Other dashes join a double name.
func (p *parser) takeDashed(tokens []token) []token {
	for i, t := range tokens[:min(len(tokens), maxStretch)] {
		if t.kind != aDash || i == 0 || i == len(tokens)-1 {
			continue
		}
		if rest := withoutDashes(tokens[i:]); len(rest) > 0 && p.v.natureOf(rest) != Unclear {
			p.name.Affiliations = append(p.name.Affiliations, p.between(rest))
			return tokens[:i]
		}
	}
	return tokens
}

// mostBeside is how many words a titled name may have of which one is also a noun for organisations: Dr. Anna Bank.
const mostBeside = 3

// takeUndivided takes an organisation off that begins with an acronym but that no sign divides from the name: "Suham MoLSA
// KRG". An acronym of capitals alone may be the family name.
func (p *parser) takeUndivided(tokens []token) []token {
	for i := 1; i < min(len(tokens), maxStretch); i++ {
		rest := tokens[i:]
		if p.v.beginsWithAcronym(rest) && (len(rest) > 1 || !isCapitals(rest[0].text)) {
			p.name.Affiliations = append(p.name.Affiliations, p.between(rest))
			return withoutDashes(tokens[:i])
		}
	}
	return tokens
}

// findFamily says where the family name begins.
func (p *parser) findFamily(given int, inverted bool) {
	n := &p.name
	if inverted && given > 0 {
		n.FamilyAt, n.FamilyKnown = given, true
		return
	}
	if n.byCapitals() {
		return
	}
	for n.FamilyAt = max(0, len(n.Words)-1); n.FamilyAt > 0; n.FamilyAt-- {
		before := n.FamilyAt - 1
		if n.Words[before].Kind != Particle && !p.v.between.has(n.Words[n.FamilyAt].Text) {
			break // neither "von Trapp" nor "Ortega y Gasset"
		}
	}
}

// byCapitals finds a family name that alone is printed in capitals, first or last, and puts it last.
func (n *Name) byCapitals() bool {
	isFamily := func(w Word) bool { return w.Kind == Full && isCapitals(w.Text) }
	isGiven := func(w Word) bool { return w.Kind == Full && !isCapitals(w.Text) && scriptOf(w.Text) != arabicScript }
	first, last := slices.IndexFunc(n.Words, isFamily), -1
	for i, w := range n.Words {
		if isGiven(w) {
			last = i
		}
	}
	switch {
	case first < 0 || last < 0:
		return false
	case first > last: // Ivanka HAINZL
		for first > 0 && n.Words[first-1].Kind == Particle {
			first--
		}
		n.FamilyAt = first
	default: // HAINZL Ivanka
		end := slices.IndexFunc(n.Words, isGiven)
		if end <= first {
			return false
		}
		n.Words = slices.Concat(n.Words[end:], n.Words[:end])
		n.FamilyAt = len(n.Words) - end
	}
	n.FamilyKnown = true
	return true
}
