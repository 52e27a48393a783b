package read

import (
	"context"
	"strconv"
	"strings"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/ingest/document"
	"github.com/wasl-graph/wasl/internal/ingest/work"
)

// CSL-JSON is what citation programs exchange: an array of items, or one item. Its names are those of the Citation Style
// Language, https://docs.citationstyles.org/en/stable/specification.html#appendix-iv-variables.
//
//	[{"id": "haddad2024", "type": "report", "title": "Return", "author": [{"family": "Haddad", "given": "Lina"}],
//	  "issued": {"date-parts": [[2024, 6]]}}]

// looksLikeCSL asks for the names of an item.
func looksLikeCSL(head string) bool {
	names := jsonHead(head)
	known := 0
	for _, name := range []string{"id", "type", "title", "author", "issued", "DOI", "container-title", "publisher", "URL", "abstract"} {
		if names[name] {
			known++
		}
	}
	return known >= 2 && (names["type"] || names["issued"] || names["DOI"]) && !names["contributors"] && !names["published"]
}

// readCSL reads all items.
func readCSL(_ context.Context, doc *document.Document, out *sink) {
	jsonRecords(doc, out, "items", func(v jsonValue) bool {
		r := cslRecord{text: doc.Text}
		for _, m := range v.members {
			if place, known := cslNames[m.name]; known {
				place(&r, m)
			} else {
				r.w.Unplaced = append(r.w.Unplaced, m.unplaced(m.name)...)
			}
		}
		r.w.At, r.w.Line = v.at, doc.Line(v.at.Start)
		r.settle()
		return out.work(r.w)
	})
}

// cslRecord makes a publication of an item.
type cslRecord struct {
	text string
	w    work.Work
	isbn []jsonValue
}

// cslNames says where each member's value goes.
var cslNames = map[string]func(r *cslRecord, m jsonMember){
	"id":             func(r *cslRecord, m jsonMember) { r.w.Key = m.words() },
	"type":           func(r *cslRecord, m jsonMember) { r.w.Type = m.words() },
	"title":          (*cslRecord).title,
	"title-short":    (*cslRecord).alternative,
	"shortTitle":     (*cslRecord).alternative,
	"original-title": func(r *cslRecord, m jsonMember) { r.w.Translated = appendTexts(r.w.Translated, m.jsonValue) },
	"abstract":       func(r *cslRecord, m jsonMember) { r.w.Abstracts = appendTexts(r.w.Abstracts, m.jsonValue) },
	"author":         (*cslRecord).names,
	"editor":         (*cslRecord).names,
	"translator":     (*cslRecord).names,
	"contributor":    (*cslRecord).names,
	"publisher":      (*cslRecord).publisher,
	"issued":         (*cslRecord).issued,
	"language":       func(r *cslRecord, m jsonMember) { r.w.Languages = appendWords(r.w.Languages, m.jsonValue) },
	"keyword":        (*cslRecord).keyword,
	"DOI":            (*cslRecord).doi,
	"ISBN":           func(r *cslRecord, m jsonMember) { r.isbn = append(r.isbn, m.all()...) },
	"ISSN":           (*cslRecord).issn,
	"URL":            (*cslRecord).url,
}

// appendWords adds the words of a value, or of each of its items.
func appendWords(all []work.Words, v jsonValue) []work.Words {
	for _, item := range v.all() {
		if w := item.words(); w.Value != "" {
			all = append(all, w)
		}
	}
	return all
}

// appendTexts is the same for texts.
func appendTexts(all []work.Text, v jsonValue) []work.Text {
	for _, w := range appendWords(nil, v) {
		all = append(all, work.Text{Words: w})
	}
	return all
}

// title keeps the title. Crossref writes an array, whose first item it is.
func (r *cslRecord) title(m jsonMember) {
	for i, w := range appendTexts(nil, m.jsonValue) {
		if i == 0 {
			r.w.Title = w
		} else {
			r.w.Alternative = append(r.w.Alternative, w)
		}
	}
}

// alternative keeps a further title.
func (r *cslRecord) alternative(m jsonMember) {
	r.w.Alternative = appendTexts(r.w.Alternative, m.jsonValue)
}

// cslRoles are the roles of names.
// names keeps names under the role that the member says.
// cslName reads a name: in parts, or as one (literal), which the format has for institutions.
// joined puts the parts that there are together with spaces.
// publisher keeps who brings it out.
func (r *cslRecord) publisher(m jsonMember) {
	for _, w := range appendWords(nil, m.jsonValue) {
		r.w.Contributors = append(r.w.Contributors, work.Contributor{Role: graph.Publisher, Name: w, Collective: true})
	}
}

// issued keeps the date: in parts, or as it was written.
func (r *cslRecord) issued(m jsonMember) {
	if ranges := m.get("date-parts").all(); len(ranges) > 0 && ranges[0].form == '[' && len(ranges[0].items) > 0 {
		var numbers []int
		var words []string
		for _, item := range ranges[0].items {
			n, err := strconv.Atoi(item.words().Value)
			if err != nil || len(numbers) == 3 {
				break
			}
			numbers = append(numbers, n)
			words = append(words, twoDigits(item.words().Value))
		}
		r.w.Date = dateOf(numbers...)
		if len(words) > 0 {
			r.w.Published = append(r.w.Published, work.Words{Value: strings.Join(words, "-"), At: ranges[0].at})
		}
	}
	for _, name := range []string{"raw", "literal"} {
		r.w.Published = appendWords(r.w.Published, m.get(name))
	}
	r.w.Published = appendWords(r.w.Published, m.jsonValue)
	if len(r.w.Published) == 0 {
		r.w.Unplaced = append(r.w.Unplaced, m.unplaced(m.name)...)
	}
}

// twoDigits writes a month or day as ISO does.
func twoDigits(s string) string {
	if len(s) == 1 {
		return "0" + s
	}
	return s
}

// keyword keeps keywords: an array, or a text with semicolons or commas between them.
func (r *cslRecord) keyword(m jsonMember) {
	for _, item := range m.all() {
		w := item.words()
		separators := ","
		if m.form == '[' || strings.Contains(w.Value, ";") {
			separators = ";"
		}
		for _, part := range split(r.text, w, separators) {
			r.w.Tags = append(r.w.Tags, work.Text{Words: part})
		}
	}
}

// split divides words; where their value is not what stands in the text, each part has the place of the whole.
func split(text string, w work.Words, separators string) []work.Words {
	if text[w.At.Start:w.At.End] == w.Value {
		return parts(text, w.At, separators)
	}
	all := parts(w.Value, work.Span{End: len(w.Value)}, separators)
	for i := range all {
		all[i].At = w.At
	}
	return all
}

// doi keeps a DOI.
func (r *cslRecord) doi(m jsonMember) {
	if id, ok := identifier(r.text, "doi", doiForm, m.words()); ok {
		r.w.Identifiers = addIdentifier(r.w.Identifiers, id)
		return
	}
	r.w.Unplaced = append(r.w.Unplaced, m.unplaced(m.name)...)
}

// issn keeps ISSNs.
func (r *cslRecord) issn(m jsonMember) {
	for _, item := range m.all() {
		r.identify("ISSN", item, func(w work.Words) (work.Identifier, bool) { return identifier(r.text, "issn", issnForm, w) })
	}
}

// url keeps addresses.
func (r *cslRecord) url(m jsonMember) {
	for _, w := range appendWords(nil, m.jsonValue) {
		for _, id := range urlsIn(r.text, w) {
			r.w.Identifiers = addIdentifier(r.w.Identifiers, id)
		}
	}
}

// identify keeps identifiers, of which a text may hold several, and as unplaced what isn't one.
func (r *cslRecord) identify(name string, v jsonValue, find func(w work.Words) (work.Identifier, bool)) {
	for _, w := range split(r.text, v.words(), ",;") {
		if id, ok := find(w); ok {
			r.w.Identifiers = addIdentifier(r.w.Identifiers, id)
		} else {
			r.w.Unplaced = append(r.w.Unplaced, work.Field{Name: name, Words: w})
		}
	}
}

// settle keeps ISBNs, which of a chapter or paper name the book that it stands in.
func (r *cslRecord) settle() {
	switch r.w.Type.Value {
	case "chapter", "paper-conference", "entry-encyclopedia", "entry-dictionary", "entry":
		for _, v := range r.isbn {
			r.w.Unplaced = append(r.w.Unplaced, v.unplaced("ISBN")...)
		}
		return
	}
	for _, v := range r.isbn {
		r.identify("ISBN", v, func(w work.Words) (work.Identifier, bool) { return identifier(r.text, "isbn", isbnForm, w) })
	}
}
