package names

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"github.com/wasl-graph/wasl/internal/lang"
)

// natureOf says whether words name an organisation or a group of people. Unclear leaves that they name a person.
func (v *vocabulary) natureOf(tokens []token) Nature {
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
		key := t.key
		if v.isNoun(v.groups, t.text, key) {
			return Collective
		}
		organisation = organisation || v.isOrganisation(t.text, key) || i > 0 && v.legalForms.hasPlain(t.text, key)
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
	if tokens[0].kind != aWord || !isAcronym(first) {
		return false
	}
	if len(tokens) == 1 || !isCapitals(first) {
		return true
	}
	rest := make([]string, 0, maxNames)
	for _, t := range tokens[1:min(len(tokens), maxNames)] {
		rest = append(rest, t.text)
	}
	return countries()[lang.Fold(strings.Join(rest, " "))]
}

// countries are the names of all countries in the served languages, folded.
var countries = sync.OnceValue(func() map[string]bool {
	set := map[string]bool{}
	for _, tag := range lang.Served() {
		namer := display.Regions(tag.Language())
		for a := 'A'; a <= 'Z'; a++ {
			for b := 'A'; b <= 'Z'; b++ {
				if region, err := language.ParseRegion(string(a) + string(b)); err == nil && region.IsCountry() {
					set[lang.Fold(namer.Name(region))] = true
				}
			}
		}
	}
	delete(set, "")
	delete(set, lang.Fold("United Nations")) // which has a code beside those of countries
	return set
})

func isCountry(printed string) bool { return countries()[lang.Fold(printed)] }

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
