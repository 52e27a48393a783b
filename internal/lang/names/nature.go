package names

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/wasl-graph/wasl/internal/lang"
)

// natureOf says whether words name an organisation or a group of people. Unclear leaves that they name a person.
func (v *vocabulary) natureOf(tokens []token) Nature {
	tokens = tokens[:min(len(tokens), maxStretch)]
	if nature := v.nounsIn(tokens); nature != Unclear {
		return nature
	}
	if v.hasAttribute(tokens) || v.hasBody(tokens) {
		return Organisation
	}
	return Unclear
}

// nounsIn is natureOf by the words alone that make a name that of an organisation or of a group by themselves.
func (v *vocabulary) nounsIn(tokens []token) Nature {
	if len(tokens) == 0 {
		return Unclear
	}
	if v.others.front(tokens) > 0 {
		return Collective
	}
	tokens = tokens[:min(len(tokens), maxStretch)]
	organisation := v.beginsWithAcronym(tokens)
	for i, t := range tokens {
		if t.kind != aWord {
			continue
		}
		if v.isNoun(v.groups, t.text, t.key) {
			return Collective
		}
		organisation = organisation || v.isOrganisation(t.text, t.key) || i > 0 && v.legalForms.hasPlain(t.text, t.key)
	}
	if organisation {
		return Organisation
	}
	return Unclear
}

// isNoun looks a noun up, also without the article that is written together with it, and with the spelling that stands
// for others.
func (v *vocabulary) isNoun(l lexicon, text, key string) bool {
	return l.hasPlain(text, key) || l.hasPlain(text, v.withoutPrefix(key)) || l.hasPlain(text, v.spellings[key])
}

// leastFirst is how many bytes of a compound stand at least before its end: Bundes-amt, but not S-amt.
const leastFirst = 4

func (v *vocabulary) isOrganisation(text, key string) bool {
	if v.isNoun(v.organisations, text, key) {
		return true
	}
	for _, ending := range v.endings {
		if len(key) >= len(ending)+leastFirst && strings.HasSuffix(key, ending) {
			return true
		}
	}
	return false
}

// beginsWithAcronym says whether an acronym stands alone, is followed by a country (IOM Iraq), or can be no family name in
// capitals since it has small letters too (MoLSA KRG).
func (v *vocabulary) beginsWithAcronym(tokens []token) bool {
	first := tokens[0].text
	if tokens[0].kind != aWord || !isAcronym(first) || v.degrees.hasWord(tokens[0]) {
		return false
	}
	if len(tokens) == 1 || !isCapitals(first) {
		return true
	}
	return v.isPlace(tokens[1:])
}

// hasAttribute says whether one of several words, none of which begins small but prepositions, is listed as one that names
// of organisations have: Amnesty International.
func (v *vocabulary) hasAttribute(tokens []token) bool {
	found := false
	for _, t := range tokens {
		switch {
		case t.kind != aWord || v.fillers.hasWord(t):
		case isSmall(t.text):
			return false
		default:
			found = found || v.isNoun(v.attributes, t.text, t.key)
		}
	}
	return found && len(tokens) > 1
}

// maxBody is how many words the longest of the listed names of organisations has.
const maxBody = 4

// hasBody says whether the name of a listed organisation stands among the words.
func (v *vocabulary) hasBody(tokens []token) bool {
	for i := range tokens {
		var joined strings.Builder
		for n, t := range tokens[i:min(len(tokens), i+maxBody)] {
			if joined.WriteString(t.key); n > 0 && v.bodies[joined.String()] {
				return true
			}
		}
	}
	return false
}

// maxNames is how many words the longest name of a person has.
const maxNames = 8

// personOr decides what a name is that is of no organisation.
func (v *vocabulary) personOr(list []Word) Nature {
	full, initialsBefore, small := 0, 0, 0
	for _, w := range list {
		switch {
		case w.Kind == Full && isSmall(w.Text):
			small++
		case w.Kind == Full:
			full++
		case w.Kind == Initial && full == 0:
			initialsBefore++
		}
	}
	switch {
	case small > 0 || len(list) == 0 || full > maxNames || len(list) > 2*maxNames:
		return Unclear
	case full > 1 && countries()[lang.Fold(joinWords(list))]:
		return Unclear
	case full >= 2 || full == 1 && initialsBefore > 0:
		return Person
	}
	return Partial
}

// isSmall says whether a word has no capital in a script that has them, nor in any part of it.
func isSmall(text string) bool {
	for _, part := range strings.FieldsFunc(text, func(r rune) bool { return isDash(r) || isApostrophe(r) || r == ' ' }) {
		if r, _ := utf8.DecodeRuneInString(part); !unicode.IsLower(r) {
			return false
		}
	}
	return true
}
