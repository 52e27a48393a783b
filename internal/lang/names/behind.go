package names

// natureBefore says what words before a comma name, or all words. One word in capitals before given names is a family
// name, though acronyms look so too.
func (p *parser) natureBefore(first []token, behind [][]token) Nature {
	nature := p.v.natureOf(first)
	if nature == Organisation && len(behind) > 0 && p.v.isFamilyInCapitals(first) {
		if next := p.words(behind[0], true); p.v.mayBeGiven(next) && !p.v.isBeside(behind[0]) && !p.v.allDegrees(behind[:1]) {
			return Unclear
		}
	}
	return nature
}

// readBehind reads what stands behind commas, and gives the given names if they stand there, and whether that is certain.
// Behind a single name, "M. A." are initials. Affiliated says that an affiliation stands before the first comma.
func (p *parser) readBehind(segments [][]token, family []Word, affiliated bool) (given []Word, known bool) {
	inverted := false
	for i, segment := range segments {
		segment = p.takeTitles(segment)
		if i > 0 || len(family) > 1 || !areInitials(segment) {
			segment = p.takeDegrees(segment, false)
		}
		order := ordered
		if len(segment) > 0 && !inverted && !affiliated {
			order = p.order(family, segment)
		}
		switch {
		case len(segment) == 0:
		case order != ordered:
			given, known, inverted = p.words(segment, true), order == clearlyTurned, true
		case !p.v.isRole(segment) && p.v.natureOf(segment) != Unclear:
			p.name.Affiliations, affiliated = append(p.name.Affiliations, p.between(segment)), true
		default:
			p.note(p.between(segment))
		}
	}
	return given, known
}

// isAnother says whether a second person stands behind the affiliation of a first, who has two names already: "Anna Huber
// (ICMPD), Peter Müller". These names are not put together.
func (p *parser) isAnother(segments [][]token, family []Word) bool {
	if len(segments) < 2 || p.affiliatedAt == 0 || p.affiliatedAt > segments[1][0].start {
		return false
	}
	return fullIn(family) > 1 && fullIn(p.words(segments[1], true)) > 1
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
