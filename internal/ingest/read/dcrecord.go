package read

import (
	"cmp"
	"encoding/xml"
	"slices"
	"strings"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/ingest/document"
	"github.com/wasl-graph/wasl/internal/ingest/work"
)

// dcRecord makes a publication of the elements of Dublin Core.
type dcRecord struct {
	text    string
	at, end int
	deleted bool
	w       work.Work
	issued  []work.Words
}

// dcNames says where each element's content goes.
var dcNames = map[string]func(r *dcRecord, t work.Text){
	"title":       (*dcRecord).title,
	"alternative": func(r *dcRecord, t work.Text) { r.w.Alternative = append(r.w.Alternative, t) },
	"creator":     func(r *dcRecord, t work.Text) { r.name(graph.Author, t) },
	"contributor": func(r *dcRecord, t work.Text) { r.name(graph.Contributor, t) },
	"publisher": func(r *dcRecord, t work.Text) {
		r.w.Contributors = append(r.w.Contributors, work.Contributor{Role: graph.Publisher, Name: t.Words, Collective: true})
	},
	"subject":     (*dcRecord).subject,
	"description": func(r *dcRecord, t work.Text) { r.w.Abstracts = append(r.w.Abstracts, t) },
	"abstract":    func(r *dcRecord, t work.Text) { r.w.Abstracts = append(r.w.Abstracts, t) },
	"date":        func(r *dcRecord, t work.Text) { r.w.Published = append(r.w.Published, t.Words) },
	"issued":      func(r *dcRecord, t work.Text) { r.issued = append(r.issued, t.Words) },
	"type":        (*dcRecord).kind,
	"identifier":  (*dcRecord).identifier,
	"language":    func(r *dcRecord, t work.Text) { r.w.Languages = append(r.w.Languages, t.Words) },
	"coverage":    (*dcRecord).coverage,
	"spatial":     (*dcRecord).coverage,
}

// add keeps the content of one element.
func (r *dcRecord) add(name xml.Name, lang string, w work.Words) {
	t := work.Text{Words: w}
	if tag, err := graph.ParseTag(lang); err == nil {
		t.Language = tag
	}
	dublin := strings.HasPrefix(name.Space, "http://purl.org/dc/") || name.Space == "dc" || name.Space == "dcterms"
	place, known := dcNames[name.Local]
	switch {
	case dublin && known:
		place(r, t)
	case !dublin && name.Local == "identifier":
		r.w.Key = w
	case !dublin && (name.Local == "datestamp" || name.Local == "setSpec"): // of the repository's record, not of the work
	default:
		r.unplaced(name.Local, w)
	}
}

// unplaced keeps what has no place.
func (r *dcRecord) unplaced(name string, w work.Words) {
	r.w.Unplaced = append(r.w.Unplaced, work.Field{Name: name, Words: w})
}

// title keeps the first title as such; others are translations when they are in another language.
func (r *dcRecord) title(t work.Text) {
	switch {
	case r.w.Title.Value == "":
		r.w.Title = t
	case t.Language != "" && t.Language != r.w.Title.Language:
		r.w.Translated = append(r.w.Translated, t)
	default:
		r.w.Alternative = append(r.w.Alternative, t)
	}
}

// name keeps somebody.
func (r *dcRecord) name(role graph.Relation, t work.Text) {
	r.w.Contributors = append(r.w.Contributors, invertedName(role, t.Words))
}

// subject keeps subjects, of which an element may hold several.
func (r *dcRecord) subject(t work.Text) {
	for _, w := range split(r.text, t.Words, ";") {
		r.w.Tags = append(r.w.Tags, work.Text{Words: w, Language: t.Language})
	}
}

// kind keeps the type.
func (r *dcRecord) kind(t work.Text) {
	if r.w.Type.Value == "" {
		r.w.Type = t.Words
		return
	}
	r.unplaced("type", t.Words)
}

// identifier keeps an identifier in a form that is known.
func (r *dcRecord) identifier(t work.Text) {
	if id, ok := anyIdentifier(r.text, t.Words); ok {
		r.w.Identifiers = addIdentifier(r.w.Identifiers, id)
		return
	}
	r.unplaced("identifier", t.Words)
}

// coverage keeps places. The same element has periods, which have digits.
func (r *dcRecord) coverage(t work.Text) {
	if strings.ContainsAny(t.Value, "0123456789") {
		r.unplaced("coverage", t.Words)
		return
	}
	r.w.Countries = append(r.w.Countries, split(r.text, t.Words, ";")...)
}

// hand hands the record on, or says that it was deleted.
func (r *dcRecord) hand(doc *document.Document, out *sink) bool {
	line := doc.Line(r.at)
	switch {
	case r.deleted:
		out.taken++
		return out.note(line, "the record %s is deleted where it comes from; nothing is read from it", r.w.Key.Value)
	case r.empty():
		return out.rejectAt(line, "the record %shas no Dublin Core; expected an element oai_dc:dc with metadata", named(r.w.Key.Value))
	}
	r.w.At, r.w.Line = work.Span{Start: r.at, End: r.end}, line
	r.dates()
	return out.work(r.w)
}

// empty says that there is nothing but the header.
func (r *dcRecord) empty() bool {
	w := r.w
	return w.Title.Value == "" && len(w.Contributors)+len(w.Identifiers)+len(w.Published)+len(r.issued)+len(w.Abstracts)+len(w.Tags)+len(w.Unplaced) == 0
}

// dates puts the dates in order: one with a time of day is when a repository got it, and comes after the others.
func (r *dcRecord) dates() {
	r.w.Published = append(r.issued, r.w.Published...)
	timed := func(w work.Words) int { return strings.Count(w.Value, "T") }
	slices.SortStableFunc(r.w.Published, func(a, b work.Words) int {
		_, m := slashedDate(a.Value)
		_, n := slashedDate(b.Value)
		return cmp.Or(cmp.Compare(timed(a), timed(b)), cmp.Compare(n, m))
	})
	if len(r.w.Published) > 0 {
		day, _, _ := strings.Cut(r.w.Published[0].Value, "T")
		r.w.Date, _ = slashedDate(day)
	}
}
