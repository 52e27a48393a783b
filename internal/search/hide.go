package search

import (
	"strings"

	"github.com/wasl-graph/wasl/internal/lang"
)

// onlyHidden says whether a word names something only in labels that are not shown. Such a word is nowhere highlighted and
// never offered.
func (x *Index) onlyHidden(w *queryWord) bool {
	hides := false
	for _, form := range w.forms {
		term, found := x.terms.find(form.Form)
		if !found {
			continue
		}
		start, end := x.postings.span(term)
		for i := start; i < end; i++ {
			switch f := x.postings.classes[i].field(); {
			case f == hidden:
				hides = true
			case f.naming():
				return false
			}
		}
	}
	return hides
}

// shows says whether a term stands in a text that is shown, or only in a name, as it is: that it may be offered to who mistyped
// it.
func (x *Index) shows(term uint32, names bool) bool {
	start, end := x.postings.span(term)
	for i := start; i < end; i++ {
		c := x.postings.classes[i]
		if c.link() == itself && c.tier() == lang.Folded && c.field() != hidden && c.field() != countryCode && (!names || c.field().naming()) {
			return true
		}
	}
	return false
}

// codeAt is where an identifier has what was typed.
func codeAt(code, typed string) (Range, bool) {
	if strings.EqualFold(code, typed) {
		return Range{0, len([]rune(code))}, true
	}
	if value := bareIdentifier(code); value != "" && strings.EqualFold(value, typed) {
		return Range{len([]rune(code)) - len([]rune(value)), len([]rune(code))}, true
	}
	return Range{}, false
}
