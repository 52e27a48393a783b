package names

// invert joins pairs of stretches where the whole line is printed family name first: "Hainzl, Ivanka and Petreska,
// Elena". Each pair must have a single word on one side, or a given name that is known on the right one alone.
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
	for i, p := range []stretch{family, given} {
		capitals := i == 0 && l.v.isFamilyInCapitals(p.tokens) && l.v.isGiven(given.tokens[0])
		if l.v.natureOf(p.tokens) != Unclear && !capitals || l.wordsIn(p.tokens) == 0 {
			return false
		}
	}
	a, b := l.wordsIn(family.tokens), l.wordsIn(outside(given.tokens))
	before, behind := l.v.isGiven(family.tokens[0]), l.v.isGiven(given.tokens[0])
	switch {
	case max(a, b) > mostTurned || a > 1 && before:
		return false // a given name is printed first
	case min(a, b) > 1:
		return behind
	}
	return true
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
