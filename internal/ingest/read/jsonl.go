package read

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/ingest/document"
	"github.com/wasl-graph/wasl/internal/ingest/work"
)

// The project's own format is described in doc.go.

// looksLikeOwn asks for names that only this format has.
func looksLikeOwn(head string) bool {
	names := jsonHead(head)
	return names["title"] && !names["issued"] && !names["DOI"] && !names["id"] || names["contributors"] || names["published"]
}

// readOwn reads all records.
func readOwn(_ context.Context, doc *document.Document, out *sink) {
	jsonRecords(doc, out, "works", func(v jsonValue) bool {
		r := ownRecord{text: doc.Text}
		for _, m := range v.members {
			if read, known := ownNames[m.name]; known {
				read(&r, m)
			} else {
				r.w.Unplaced = append(r.w.Unplaced, m.unplaced(m.name)...)
			}
		}
		if r.wrong != "" {
			return out.reject(r.wrongAt, "the record is refused: %s", r.wrong)
		}
		r.w.At, r.w.Line = v.at, doc.Line(v.at.Start)
		return out.work(r.w)
	})
}

// ownRecord makes a publication of an object.
type ownRecord struct {
	text    string
	w       work.Work
	wrong   string // the first thing that is wrong
	wrongAt int
}

// ownNames says where each member's value goes.
var ownNames = map[string]func(r *ownRecord, m jsonMember){
	"key":          func(r *ownRecord, m jsonMember) { r.w.Key = r.word(m) },
	"type":         func(r *ownRecord, m jsonMember) { r.w.Type = r.word(m) },
	"title":        func(r *ownRecord, m jsonMember) { r.w.Title = r.textOf(m.name, m.jsonValue) },
	"translated":   func(r *ownRecord, m jsonMember) { r.w.Translated = r.texts(m) },
	"alternative":  func(r *ownRecord, m jsonMember) { r.w.Alternative = r.texts(m) },
	"abstracts":    func(r *ownRecord, m jsonMember) { r.w.Abstracts = r.texts(m) },
	"body":         func(r *ownRecord, m jsonMember) { r.w.Body = r.texts(m) },
	"tags":         func(r *ownRecord, m jsonMember) { r.w.Tags = r.texts(m) },
	"languages":    func(r *ownRecord, m jsonMember) { r.w.Languages = r.words(m) },
	"countries":    func(r *ownRecord, m jsonMember) { r.w.Countries = r.words(m) },
	"projects":     func(r *ownRecord, m jsonMember) { r.w.Projects = r.words(m) },
	"published":    (*ownRecord).published,
	"contributors": func(r *ownRecord, m jsonMember) { r.w.Contributors = r.people(m, graph.ContributionRelations()) },
	"identifiers":  func(r *ownRecord, m jsonMember) { r.w.Identifiers = r.identifiers(m) },
	"events":       (*ownRecord).events,
	"quotations":   (*ownRecord).quotations,
}

// expect keeps what is wrong with a value: what stands there, and what was expected.
func (r *ownRecord) expect(name string, v jsonValue, what string) {
	if r.wrong == "" {
		r.wrong, r.wrongAt = fmt.Sprintf("%s is %s; expected %s", name, shown(v), what), v.at.Start
	}
}

// shown is the beginning of a value, for a sentence.
func shown(v jsonValue) string {
	const most = 40
	s := v.text
	if len(s) > most {
		s = strings.ToValidUTF8(s[:most], "") + "…"
	}
	if v.form == '"' {
		return strconv.Quote(s)
	}
	return s
}

// word is a member that must be a text; null and an empty one say nothing.
func (r *ownRecord) word(m jsonMember) work.Words {
	if m.form != '"' && m.form != '0' && m.form != 'n' {
		r.expect(m.name, m.jsonValue, "a text")
	}
	return m.words()
}

// words is a member that must be a text or a list of them.
func (r *ownRecord) words(m jsonMember) []work.Words {
	var all []work.Words
	for _, item := range m.all() {
		if w := r.word(jsonMember{m.name, item}); w.Value != "" {
			all = append(all, w)
		}
	}
	return all
}

// textOf is a text alone, or with its language.
func (r *ownRecord) textOf(name string, v jsonValue) work.Text {
	if v.form != '{' {
		return work.Text{Words: r.word(jsonMember{name, v})}
	}
	if v.get("text").form == 0 {
		r.expect(name, v, "a text, or an object with text and language")
	}
	t := work.Text{Words: r.word(jsonMember{name + ".text", member(v, "text")})}
	if language := r.word(jsonMember{name + ".language", member(v, "language")}); language.Value != "" {
		tag, err := graph.ParseTag(language.Value)
		if err != nil {
			r.expect(name+".language", v.get("language"), "a language tag such as en, de or ar")
		}
		t.Language = tag
	}
	r.extra(name, v, "text", "language")
	return t
}

// texts is a list of texts.
func (r *ownRecord) texts(m jsonMember) []work.Text {
	var all []work.Text
	for _, item := range m.all() {
		if t := r.textOf(m.name, item); t.Value != "" {
			all = append(all, t)
		}
	}
	return all
}

// extra keeps members of other names as unplaced.
func (r *ownRecord) extra(name string, v jsonValue, known ...string) {
	for _, m := range v.members {
		if !slices.Contains(known, m.name) {
			r.w.Unplaced = append(r.w.Unplaced, m.unplaced(name+"."+m.name)...)
		}
	}
}

// published keeps the dates.
func (r *ownRecord) published(m jsonMember) {
	r.w.Published = r.words(m)
	if len(r.w.Published) > 0 {
		r.w.Date, _ = slashedDate(r.w.Published[0].Value)
	}
}

// people is a list of names, each with one of the roles.
// member is the member of an object, or a null in the object's place when it has none.
func member(v jsonValue, name string) jsonValue {
	if m := v.get(name); m.form != 0 {
		return m
	}
	return jsonValue{form: 'n', text: "missing", at: v.at}
}

// roleNames lists roles for a sentence.
// affiliations is a list of organisations: texts, or objects with name and identifiers.
// ownSchemes are the schemes of identifiers with their forms; those without one take any text.
// identifiers is an object whose names are schemes.
// events is a list of events.
func (r *ownRecord) events(m jsonMember) {
	for _, item := range m.all() {
		if item.form != '{' {
			r.expect(m.name, item, "an object with name, dates and participants")
			continue
		}
		e := work.Event{
			Name:         r.textOf("events.name", member(item, "name")),
			Dates:        r.words(jsonMember{"events.dates", item.get("dates")}),
			Participants: r.people(jsonMember{"events.participants", item.get("participants")}, graph.ParticipationRelations()),
		}
		r.extra(m.name, item, "name", "dates", "participants")
		r.w.Events = append(r.w.Events, e)
	}
}

// quotations is a list of quotations.
func (r *ownRecord) quotations(m jsonMember) {
	for _, item := range m.all() {
		q := work.Quotation{Text: r.textOf("quotations.text", member(item, "text"))}
		if item.form != '{' || q.Text.Value == "" {
			r.expect(m.name, item, "an object with text, speaker and organisation")
			continue
		}
		q.Speaker = r.word(jsonMember{"quotations.speaker", member(item, "speaker")})
		q.Organisation = r.word(jsonMember{"quotations.organisation", member(item, "organisation")})
		r.extra(m.name, item, "text", "speaker", "organisation")
		r.w.Quotations = append(r.w.Quotations, q)
	}
}
