package read

import (
	"cmp"
	"slices"
	"strings"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/ingest/work"
	"github.com/wasl-graph/wasl/internal/lang/names"
)

// csvRecord makes a publication of a row.
type csvRecord struct {
	text     string
	w        work.Work
	subtitle work.Words
	any      bool // a value that isn't blank
}

// add keeps the value of one column.
func (r *csvRecord) add(c csvColumn, at work.Span) {
	w := wordsAt(r.text, at)
	if w.Value == "" {
		return
	}
	r.any = true
	w.Value = strings.ReplaceAll(w.Value, `""`, `"`)
	if place, known := csvPlaces[c.meaning]; known {
		place(r, c, w)
		return
	}
	r.unplaced(c, w)
}

// csvPlaces says where the values of each sort of column go.
var csvPlaces = map[string]func(r *csvRecord, c csvColumn, w work.Words){
	"key":          func(r *csvRecord, _ csvColumn, w work.Words) { r.w.Key = w },
	"type":         func(r *csvRecord, _ csvColumn, w work.Words) { r.w.Type = w },
	"title":        (*csvRecord).title,
	"subtitle":     func(r *csvRecord, _ csvColumn, w work.Words) { r.subtitle = w },
	"translated":   (*csvRecord).translated,
	"alternative":  func(r *csvRecord, c csvColumn, w work.Words) { r.w.Alternative = append(r.w.Alternative, c.text(w)) },
	"abstract":     func(r *csvRecord, c csvColumn, w work.Words) { r.w.Abstracts = append(r.w.Abstracts, c.text(w)) },
	"language":     func(r *csvRecord, _ csvColumn, w work.Words) { r.w.Languages = append(r.w.Languages, r.several(w)...) },
	"published":    func(r *csvRecord, _ csvColumn, w work.Words) { r.w.Published = append(r.w.Published, w) },
	"author":       people(graph.Author),
	"editor":       people(graph.Editor),
	"contributor":  people(graph.Contributor),
	"publisher":    bodies(graph.Publisher),
	"commissioner": bodies(graph.Commissioner),
	"funder":       bodies(graph.Funder),
	"doi":          identifiers(scheme{"doi", doiForm}),
	"isbn":         identifiers(scheme{"isbn", isbnForm}),
	"issn":         identifiers(scheme{"issn", issnForm}),
	"url":          (*csvRecord).urls,
	"country":      func(r *csvRecord, _ csvColumn, w work.Words) { r.w.Countries = append(r.w.Countries, r.several(w)...) },
	"tag":          (*csvRecord).tags,
	"project":      func(r *csvRecord, _ csvColumn, w work.Words) { r.w.Projects = append(r.w.Projects, r.several(w)...) },
}

// text are words in the column's language.
func (c csvColumn) text(w work.Words) work.Text { return work.Text{Words: w, Language: c.language} }

// several are the values that a cell holds.
func (r *csvRecord) several(w work.Words) []work.Words { return split(r.text, w, ";؛|") }

// unplaced keeps a value under the name of its column.
func (r *csvRecord) unplaced(c csvColumn, w work.Words) {
	r.w.Unplaced = append(r.w.Unplaced, work.Field{Name: c.name, Words: w})
}

// title keeps the first title as such, and those in other languages as translations.
func (r *csvRecord) title(c csvColumn, w work.Words) {
	if r.w.Title.Value == "" {
		r.w.Title = c.text(w)
		return
	}
	r.w.Translated = append(r.w.Translated, c.text(w))
}

// translated keeps translations of the title.
func (r *csvRecord) translated(c csvColumn, w work.Words) {
	r.w.Translated = append(r.w.Translated, c.text(w))
}

// people keeps names in a role: "Family, Given", or as printed, with an affiliation in brackets behind it. A cell may have
// several, with commas between them as in prose.
func people(role graph.Relation) func(r *csvRecord, c csvColumn, w work.Words) {
	return func(r *csvRecord, _ csvColumn, w work.Words) {
		for _, cell := range r.several(w) {
			for _, name := range r.listed(cell) {
				r.w.Contributors = append(r.w.Contributors, r.person(role, name))
			}
		}
	}
}

// listed are the names that stand in one value. "Haddad, Lina" is one; whatever stands behind a bracket is another.
func (r *csvRecord) listed(w work.Words) []work.Words {
	entries := names.List(w.Value)
	_, behind, _ := strings.Cut(w.Value, ")")
	people := !slices.ContainsFunc(entries, func(e names.Entry) bool { return e.Name.Nature != names.Person })
	if len(entries) < 2 || !people && strings.TrimSpace(behind) == "" {
		return []work.Words{w}
	}
	list := make([]work.Words, len(entries))
	from := 0
	for i, e := range entries {
		at := from + strings.Index(w.Value[from:], e.Text)
		list[i], from = inside(r.text, w, at, len(e.Text)), at+len(e.Text)
	}
	return list
}

// person is somebody as one name says it.
func (r *csvRecord) person(role graph.Relation, name work.Words) work.Contributor {
	if strings.ContainsAny(name.Value, "([") && r.text[name.At.Start:name.At.End] == name.Value {
		return contributor(r.text, name.At, names.Parse(name.Value), role)
	}
	return invertedName(role, name)
}

// bodies keeps organisations in a role.
func bodies(role graph.Relation) func(r *csvRecord, c csvColumn, w work.Words) {
	return func(r *csvRecord, _ csvColumn, w work.Words) {
		for _, name := range r.several(w) {
			r.w.Contributors = append(r.w.Contributors, work.Contributor{Role: role, Name: name, Collective: true})
		}
	}
}

// identifiers keeps identifiers of a scheme, and as unplaced what isn't one.
func identifiers(s scheme) func(r *csvRecord, c csvColumn, w work.Words) {
	return func(r *csvRecord, c csvColumn, w work.Words) {
		for _, one := range r.several(w) {
			if id, ok := identifier(r.text, s.name, s.form, one); ok {
				r.w.Identifiers = addIdentifier(r.w.Identifiers, id)
			} else {
				r.unplaced(c, one)
			}
		}
	}
}

// urls keeps addresses.
func (r *csvRecord) urls(_ csvColumn, w work.Words) {
	for _, id := range urlsIn(r.text, w) {
		r.w.Identifiers = addIdentifier(r.w.Identifiers, id)
	}
}

// tags keeps keywords, without a sign before them.
func (r *csvRecord) tags(c csvColumn, w work.Words) {
	for _, tag := range r.several(w) {
		if rest, found := strings.CutPrefix(tag.Value, "#"); found && rest != "" {
			tag = inside(r.text, tag, 1, len(rest))
		}
		r.w.Tags = append(r.w.Tags, c.text(tag))
	}
}

// settle puts together what stands in several columns.
func (r *csvRecord) settle() {
	switch {
	case r.subtitle.Value == "":
	case r.w.Title.Value == "":
		r.w.Title.Words = r.subtitle
	default:
		r.w.Title.Value += afterTitle(r.w.Title.Value) + r.subtitle.Value
	}
	slices.SortStableFunc(r.w.Published, func(a, b work.Words) int {
		_, m := slashedDate(a.Value)
		_, n := slashedDate(b.Value)
		return cmp.Compare(n, m)
	})
	if len(r.w.Published) > 0 {
		r.w.Date, _ = slashedDate(r.w.Published[0].Value)
	}
}
