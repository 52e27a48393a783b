package read

import (
	"slices"
	"strings"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/ingest/work"
)

// bibRecord makes a publication of an entry's fields.
type bibRecord struct {
	text   string
	entry  bibEntry
	fields bibFields
	w      work.Work
}

// bibTags says where each field's value goes. What is not here goes to the unplaced ones; dates and titles are settled apart.
var bibTags = map[string]func(r *bibRecord, name string, v bibValue){
	"title": nil, "subtitle": nil, "year": nil, "month": nil, "day": nil, "date": nil, "crossref": nil,
	"author":       func(r *bibRecord, name string, v bibValue) { r.people(name, v, graph.Author) },
	"editor":       func(r *bibRecord, name string, v bibValue) { r.people(name, v, graph.Editor) },
	"translator":   func(r *bibRecord, name string, v bibValue) { r.people(name, v, graph.Contributor) },
	"publisher":    (*bibRecord).publisher,
	"institution":  (*bibRecord).publisher,
	"school":       (*bibRecord).publisher,
	"organization": (*bibRecord).publisher,
	"titleaddon":   (*bibRecord).alternative,
	"shorttitle":   (*bibRecord).alternative,
	"abstract":     (*bibRecord).abstract,
	"keywords":     (*bibRecord).tags,
	"keyword":      (*bibRecord).tags,
	"language":     (*bibRecord).language,
	"langid":       (*bibRecord).language,
	"doi":          (*bibRecord).doi,
	"isbn":         (*bibRecord).isbn,
	"issn":         (*bibRecord).issn,
	"url":          (*bibRecord).url,
	"howpublished": (*bibRecord).howPublished,
	"booktitle":    (*bibRecord).bookTitle,
}

// work is the publication.
func (r *bibRecord) work() work.Work {
	r.w.At, r.w.Key, r.w.Type = r.entry.at, r.entry.key, r.entry.kind
	seen := map[string]bool{}
	for _, f := range r.fields.values {
		place, known := bibTags[f.name]
		switch {
		case !known || seen[f.name]:
			r.unplaced(f.name, f.words())
		case place != nil:
			place(r, f.name, f.bibValue)
		}
		seen[f.name] = true
	}
	r.title()
	r.date()
	return r.w
}

// unplaced keeps what has no place.
func (r *bibRecord) unplaced(name string, w work.Words) {
	if w.Value != "" {
		r.w.Unplaced = append(r.w.Unplaced, work.Field{Name: name, Words: w})
	}
}

// title puts title and subtitle together.
func (r *bibRecord) title() {
	if v, has := r.fields.get("title"); has {
		r.w.Title.Words = v.words()
	}
	v, has := r.fields.get("subtitle")
	sub := v.words()
	switch {
	case !has || sub.Value == "":
	case r.w.Title.Value == "":
		r.w.Title.Words = sub
	default:
		r.w.Title.Value += afterTitle(r.w.Title.Value) + sub.Value
		if inOrder := r.within(r.w.Title.At) && r.within(sub.At) && sub.At.Start > r.w.Title.At.Start; inOrder {
			r.w.Title.At.End = sub.At.End
		}
	}
}

// within says that a place is in the entry itself, not in one that it inherits from.
func (r *bibRecord) within(at work.Span) bool {
	return r.entry.at.Start <= at.Start && at.End <= r.entry.at.End
}

// bookTitle keeps the title of a book of several works: as that of the book itself where the entry has no other.
func (r *bibRecord) bookTitle(name string, v bibValue) {
	if _, has := r.fields.get("title"); has || isWithin(r.entry) {
		r.unplaced(name, v.words())
		return
	}
	r.alternative(name, v)
}

// people keeps names.
func (r *bibRecord) people(name string, v bibValue, role graph.Relation) {
	names, others := bibNames(v, role)
	r.w.Contributors = append(r.w.Contributors, names...)
	for _, w := range others {
		r.unplaced(name, w)
	}
}

// publisher keeps who brings it out. Several stand between braces: {One} and {Another}.
func (r *bibRecord) publisher(name string, v bibValue) {
	several := splitOutside(v, atAnd)
	if slices.ContainsFunc(several, func(p bibValue) bool { return !wholeBraced(strings.TrimSpace(p.raw)) }) {
		several = []bibValue{v}
	}
	role := graph.Publisher
	if _, has := r.fields.get("publisher"); has && name == "organization" {
		role = graph.Contributor
	}
	for _, p := range several {
		if w := p.words(); w.Value != "" {
			r.w.Contributors = append(r.w.Contributors, work.Contributor{Role: role, Name: w, Collective: true})
		}
	}
}

// alternative keeps another title.
func (r *bibRecord) alternative(_ string, v bibValue) {
	if w := v.words(); w.Value != "" {
		r.w.Alternative = append(r.w.Alternative, work.Text{Words: w})
	}
}

// abstract keeps an abstract.
func (r *bibRecord) abstract(_ string, v bibValue) {
	if w := v.words(); w.Value != "" {
		r.w.Abstracts = append(r.w.Abstracts, work.Text{Words: w})
	}
}

// tags keeps keywords: with semicolons between them, else with commas.
func (r *bibRecord) tags(_ string, v bibValue) {
	separator := at(",", "،")
	if strings.Contains(v.raw, ";") {
		separator = at(";")
	}
	for _, part := range splitOutside(v, separator) {
		if w := part.words(); w.Value != "" {
			r.w.Tags = append(r.w.Tags, work.Text{Words: w})
		}
	}
}

// language keeps the words for languages.
func (r *bibRecord) language(_ string, v bibValue) {
	for _, part := range splitOutside(v, atAnd) {
		for _, one := range splitOutside(part, at(",", ";")) {
			if w := one.words(); w.Value != "" {
				r.w.Languages = append(r.w.Languages, w)
			}
		}
	}
}

// verbatim are the words of a value that is not set as text, such as an address.
func verbatim(v bibValue) work.Words {
	left := strings.TrimLeftFunc(v.raw, isBlank)
	v = v.part(len(v.raw)-len(left), len(v.raw)-len(left)+len(strings.TrimRightFunc(left, isBlank)))
	if inner, found := strings.CutPrefix(v.raw, `\url{`); found && strings.HasSuffix(inner, "}") {
		v = v.part(len(`\url{`), len(v.raw)-1)
	}
	if wholeBraced(v.raw) {
		v = v.part(1, len(v.raw)-1)
	}
	return work.Words{Value: escapes.Replace(v.raw), At: v.at}
}

// escapes are characters that LaTeX wants escaped.
var escapes = strings.NewReplacer(
	`\_`, "_", `\&`, "&", `\%`, "%", `\#`, "#", `\~`, "~", `\{`, "{", `\}`, "}", `{\_}`, "_", `{\textunderscore}`, "_", "\n", "", "\t", "")

// identify keeps a value in the form of an identifier, and as unplaced one that is not.
func (r *bibRecord) identify(name string, v bibValue, find func(text string, w work.Words) (work.Identifier, bool)) {
	w := verbatim(v)
	if id, ok := find(r.text, w); ok {
		r.w.Identifiers = addIdentifier(r.w.Identifiers, id)
		return
	}
	r.unplaced(name, w)
}

// doi keeps a DOI.
func (r *bibRecord) doi(name string, v bibValue) {
	r.identify(name, v, func(text string, w work.Words) (work.Identifier, bool) { return identifier(text, "doi", doiForm, w) })
}

// isbn keeps ISBNs, with commas or blanks between several. That of a book says nothing of what stands in it.
func (r *bibRecord) isbn(name string, v bibValue) {
	if isWithin(r.entry) {
		r.unplaced(name, v.words())
		return
	}
	for _, part := range splitOutside(v, at(",", ";")) {
		r.identify(name, part, func(text string, w work.Words) (work.Identifier, bool) { return identifier(text, "isbn", isbnForm, w) })
	}
}

// issn keeps ISSNs.
func (r *bibRecord) issn(name string, v bibValue) {
	for _, part := range splitOutside(v, at(",", ";")) {
		r.identify(name, part, func(text string, w work.Words) (work.Identifier, bool) { return identifier(text, "issn", issnForm, w) })
	}
}

// url keeps addresses.
func (r *bibRecord) url(_ string, v bibValue) {
	for _, id := range urlsIn(r.text, verbatim(v)) {
		r.w.Identifiers = addIdentifier(r.w.Identifiers, id)
	}
}

// howPublished keeps an address where older entries write it.
func (r *bibRecord) howPublished(name string, v bibValue) {
	r.identify(name, v, func(text string, w work.Words) (work.Identifier, bool) { return identifier(text, "url", urlForm, w) })
}

// date puts the parts of the date together: date of BibLaTeX, or year with month and day.
// dayBeside finds the day in a month's field: "31 feb", "feb. 31".
// month reads month and day as numbers, where the month is one or an English name, and both as words.
// monthNumber reads a number, or an English name of at least three letters.
// englishMonths are the names that BibTeX has macros for.
