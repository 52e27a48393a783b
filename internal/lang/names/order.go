package names

import (
	"slices"
	"strings"
)

// order is how a printed name reads whose parts a comma divides.
type order uint8

const (
	ordered       order = iota // what stands behind the comma is no given name
	perhapsTurned              // it may be one: nothing speaks against it, but nothing for it either
	clearlyTurned              // the family name stands before the comma
)

// mostTurned is how many words stand at most on each side of the comma in a name that is printed family name first.
const mostTurned = 3

// order says how a name reads with these words before a comma and these tokens behind it. One word before it is a family
// name, and so is what initials follow. Of two or three, "Anna Huber, Graz" and "Álvarez Conde, Claudia" look the same: given
// names that are known decide.
func (p *parser) order(before []Word, behind []token) order {
	v := p.v
	switch {
	case v.isBeside(behind):
		return ordered
	case v.personOr(before) != Person || areInitials(behind) && !hasInitial(before):
		return clearlyTurned
	case hasInitial(before) || fullIn(before) > mostTurned || !v.mayBeGiven(p.words(behind, true)):
		return ordered
	}
	first, behindIs := v.given.has(before[0].Text) || v.notGlued.has(before[0].Text), v.isGiven(behind[0])
	switch {
	case behindIs && !first:
		return clearlyTurned
	case first && !behindIs || len(p.name.Titles) > 0:
		return ordered
	}
	return perhapsTurned
}

// isBeside says whether words behind a comma are no names of the person: an organisation, what somebody does, where.
func (v *vocabulary) isBeside(tokens []token) bool {
	return v.natureOf(tokens) != Unclear || v.isRole(tokens) || v.isPlace(tokens)
}

// isFamilyInCapitals says whether words may be a family name that is printed in capitals before a comma: HAINZL, not CWCS.
func (v *vocabulary) isFamilyInCapitals(tokens []token) bool {
	return len(tokens) == 1 && isCapitals(tokens[0].text) && !strings.ContainsAny(tokens[0].text, "&.") && strings.ContainsAny(tokens[0].key, "aeiouy") &&
		!v.isOrganisation(tokens[0].text, tokens[0].key)
}

// withParticlesMoved moves particles behind the given names to the family name, where they belong: "Goethe, Johann
// Wolfgang von".
func withParticlesMoved(given, family []Word) (withoutThem, withThem []Word) {
	end := len(given)
	for end > 0 && given[end-1].Kind == Particle {
		end--
	}
	return given[:end], slices.Concat(given[end:], family)
}

// isGiven says whether a word is a given name that is known; those that begin with the letter for "and" are listed apart.
func (v *vocabulary) isGiven(t token) bool { return v.given.hasWord(t) || v.notGlued.hasWord(t) }

func hasInitial(list []Word) bool {
	return slices.ContainsFunc(list, func(w Word) bool { return w.Kind == Initial })
}

func fullIn(list []Word) int {
	n := 0
	for _, w := range list {
		if w.Kind == Full {
			n++
		}
	}
	return n
}

// mayBeGiven says whether words can be given names: few, and none of them small.
func (v *vocabulary) mayBeGiven(list []Word) bool {
	return len(list) > 0 && len(list) <= mostTurned && v.personOr(list) != Unclear
}
