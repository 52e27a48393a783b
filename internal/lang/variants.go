package lang

import (
	"slices"

	"github.com/wasl-graph/wasl/graph"
)

// Variant is a form in which a word meets others. It need not be a word itself: "studi" is where Studie meets Studien.
type Variant struct {
	Form string
	Tier Tier
}

const (
	// maxVariants is the most forms that a word has. No word of our labels comes near it.
	maxVariants = 24
	// maxWord is the length in bytes of the longest word that has any forms but itself. Longer ones are no words.
	maxWord = 64
)

// Variants gives the forms of one folded word, the nearest first: the word itself, which is [Folded], and what the
// rules of its language make of it. Two words are variants of each other when they have a form in common; see [Meet].
// An index therefore files each word of a label under all its forms, and a query looks for all forms of its words.
//
// The rules are those of the served language of which the tag is a form; another language has none, so that nothing
// is taken off a Kurdish word that looks like an Arabic article. Where the language isn't known (und), as in a query,
// or there are several (mul), those of all served languages are, each for the words in its own script.
//
// There are at most 24 forms, each once and no longer than the word. They are folded too. The same word always has the
// same forms in the same order. Variants is safe for concurrent use.
func Variants(word string, tag graph.Tag) []Variant {
	if word == "" {
		return nil
	}
	forms := append(make([]Variant, 0, 8), Variant{word, Folded})
	if len(word) > maxWord {
		return forms
	}
	for i := range languages.served {
		if rules := languages.served[i].words; rules != nil && languages.follows(tag, i) && rules.cover(word) {
			forms = rules.appendForms(forms, word)
		}
	}
	slices.SortStableFunc(forms, func(a, b Variant) int { return int(a.Tier) - int(b.Tier) })
	return forms
}

// Meet finds the nearest tier at which two words meet, given the variants of both: that of the form they share, or
// the farther one where it is nearer to one word than to the other. It reports false when they share none.
func Meet(a, b []Variant) (Tier, bool) {
	nearest, found := Derived, false
	for _, v := range a {
		for _, w := range b {
			if v.Form == w.Form {
				nearest, found = min(nearest, max(v.Tier, w.Tier)), true
			}
		}
	}
	return nearest, found
}

// follows says whether the words of a text in this language follow the rules of a served one.
func (r *registry) follows(tag graph.Tag, served int) bool {
	base := baseOf(tag)
	if base == graph.Undetermined || base == graph.Multiple {
		return true
	}
	return base == r.tags[served] || r.isForm(base, r.tags[served])
}

// appendForms appends the forms of a word that the rules cover.
func (w *wordRules) appendForms(forms []Variant, word string) []Variant {
	forms = w.appendStripped(forms, word, Folded)
	if w.respell == nil {
		return forms
	}
	if respelled := w.respell(word); respelled != word {
		forms = addVariant(forms, respelled, Respelled)
		forms = w.appendStripped(forms, respelled, Respelled)
	}
	return forms
}

// appendStripped appends what is left of a word without what is written together with it, and the inflections of what
// may be a bare word. The word itself was found at tier from.
func (w *wordRules) appendStripped(forms []Variant, word string, from Tier) []Variant {
	if w.strip == nil {
		return w.appendInflected(forms, word, from)
	}
	bare, carries := w.strip(word)
	if !carries {
		forms = w.appendInflected(forms, word, from)
	}
	for _, b := range bare {
		if b == "" {
			continue
		}
		forms = addVariant(forms, b, Stripped)
		if _, still := w.strip(b); !still {
			forms = w.appendInflected(forms, b, Stripped)
		}
	}
	return forms
}

// appendInflected appends what the endings of a word come from. A word of the list of irregular ones is looked up there.
func (w *wordRules) appendInflected(forms []Variant, word string, from Tier) []Variant {
	if form, ok := w.irregular[word]; ok {
		return addVariant(forms, form, max(from, Inflected))
	}
	for i := range w.endings {
		e := &w.endings[i]
		form, ok := e.replace(word)
		if !ok {
			continue
		}
		forms = addVariant(forms, form, max(from, e.tier))
		if e.last {
			break
		}
	}
	return forms
}

// addVariant appends a form, or brings the one that is there already nearer.
func addVariant(forms []Variant, form string, tier Tier) []Variant {
	for i := range forms {
		if forms[i].Form == form {
			forms[i].Tier = min(forms[i].Tier, tier)
			return forms
		}
	}
	if len(forms) == maxVariants {
		return forms
	}
	return append(forms, Variant{form, tier})
}
