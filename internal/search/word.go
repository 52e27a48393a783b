package search

import (
	"strings"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/lang"
)

// appendForms appends the forms in which a word of a text meets others: those of [lang.Variants], and the parts of a
// compound in the language's vocabulary.
func appendForms(dst []lang.Variant, t lang.Token, tag graph.Tag, known func(string) bool) []lang.Variant {
	dst = append(dst, t.Variants(tag)...)
	if t.Exact {
		return dst
	}
	for _, part := range lang.Compound(t.Text, tag, known) {
		if !hasForm(dst, part) {
			dst = append(dst, lang.Variant{Form: part, Tier: lang.Part})
		}
	}
	return dst
}

func hasForm(forms []lang.Variant, form string) bool {
	for _, f := range forms {
		if f.Form == form {
			return true
		}
	}
	return false
}

// shortestForm is the form of a word that stands for all others where whole labels are compared: of the shortest the
// first. The rules of all languages make it, so that a label and a query come to the same one.
func shortestForm(word string) string {
	return shortestOf(word, lang.Variants(word, graph.Undetermined))
}

func shortestOf(word string, forms []lang.Variant) string {
	shortest := word
	for _, v := range forms {
		if len(v.Form) < len(shortest) || len(v.Form) == len(shortest) && v.Form < shortest {
			shortest = v.Form
		}
	}
	return shortest
}

// fillers are the little words of all served languages (of, die, في), folded. A query looks for them only inside of names
// and phrases, and when it has nothing else.
var fillers = func() map[string]bool {
	words := map[string]bool{}
	for _, names := range lang.NamesIn() {
		for word := range strings.FieldsSeq(names.Fillers + " " + names.And) {
			words[lang.Fold(word)] = true
		}
	}
	return words
}()
