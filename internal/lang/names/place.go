package names

import (
	"strings"
	"sync"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"github.com/wasl-graph/wasl/internal/lang"
)

// isPlace says whether words are the name of a country or of a town.
func (v *vocabulary) isPlace(tokens []token) bool {
	if len(tokens) == 0 || len(tokens) > maxNames {
		return false
	}
	words, joined := make([]string, len(tokens)), ""
	for i, t := range tokens {
		words[i] = t.text
		joined += t.key
	}
	return countries()[lang.Fold(strings.Join(words, " "))] || v.towns.hasPlain(joined, joined)
}

// isRole says whether words say what somebody does: they have such a noun and name no organisation. A given name at the
// front tells that they are a person's.
func (v *vocabulary) isRole(tokens []token) bool {
	if len(tokens) == 0 || len(tokens) > maxStretch || v.given.hasWord(tokens[0]) && len(tokens) > 1 {
		return false
	}
	for _, t := range tokens {
		if v.isNoun(v.roles, t.text, t.key) {
			return v.natureOf(tokens) != Organisation
		}
	}
	return false
}

// isNobody says whether words stand where a name would and say that there is none: "Anonymous", "o. V.", "author unknown".
func (v *vocabulary) isNobody(tokens []token) bool {
	found := false
	for i := 0; i < len(tokens); {
		n := v.nobody.front(tokens[i:])
		switch {
		case n > 0:
			found = true
			i += n
		case tokens[i].kind != aWord || v.labels.hasWord(tokens[i]) || isMark(tokens[i].text):
			i++
		default:
			return false
		}
	}
	return found
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
