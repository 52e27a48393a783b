package read

import (
	"slices"
	"strings"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/ingest/work"
)

// risRecord makes a publication of the fields between TY and ER.
type risRecord struct {
	text   string
	fields []risField
	w      work.Work
	titles []work.Words
	spare  []work.Words // titles for a record that has none of its own
	dates  []risDate
	other  []work.Words // M3, which at times holds the DOI
	second []int        // which contributors stand under A2
	within bool         // it is a part of a book
}

// risTags says where each tag's value goes. What is not here goes to the unplaced ones.
var risTags = map[string]func(r *risRecord, f risField, w work.Words){
	"TY": (*risRecord).kind,
	"ID": func(r *risRecord, _ risField, w work.Words) { r.w.Key = w },
	"TI": func(r *risRecord, _ risField, w work.Words) { r.titles = append(r.titles, w) },
	"T1": func(r *risRecord, _ risField, w work.Words) { r.titles = append(r.titles, w) },
	"CT": func(r *risRecord, _ risField, w work.Words) { r.spare = append(r.spare, w) },
	"TT": func(r *risRecord, _ risField, w work.Words) {
		r.w.Translated = append(r.w.Translated, work.Text{Words: w})
	},
	"ST": func(r *risRecord, _ risField, w work.Words) {
		r.w.Alternative = append(r.w.Alternative, work.Text{Words: w})
	},
	"AB": (*risRecord).abstract,
	"N2": (*risRecord).abstract,
	"AU": func(r *risRecord, _ risField, w work.Words) { r.name(graph.Author, w) },
	"A1": func(r *risRecord, _ risField, w work.Words) { r.name(graph.Author, w) },
	"A2": func(r *risRecord, _ risField, w work.Words) {
		r.second = append(r.second, len(r.w.Contributors))
		r.name(graph.Editor, w)
	},
	"A3": func(r *risRecord, _ risField, w work.Words) { r.name(graph.Contributor, w) },
	"A4": func(r *risRecord, _ risField, w work.Words) { r.name(graph.Contributor, w) },
	"ED": func(r *risRecord, _ risField, w work.Words) { r.name(graph.Editor, w) },
	"PB": func(r *risRecord, _ risField, w work.Words) {
		r.w.Contributors = append(r.w.Contributors, work.Contributor{Role: graph.Publisher, Name: w, Collective: true})
	},
	"Y1": func(r *risRecord, _ risField, w work.Words) { r.date(primaryDate, w) },
	"PY": func(r *risRecord, _ risField, w work.Words) { r.date(furtherDate, w) },
	"DA": func(r *risRecord, _ risField, w work.Words) { r.date(furtherDate, w) },
	"DO": (*risRecord).doi,
	"M3": func(r *risRecord, _ risField, w work.Words) { r.other = append(r.other, w) },
	"UR": (*risRecord).urls,
	"LK": (*risRecord).urls,
	"SN": (*risRecord).number,
	"KW": (*risRecord).tags,
	"LA": (*risRecord).languages,
}

// work is the publication.
func (r *risRecord) work() work.Work {
	for _, f := range r.fields {
		w := r.words(f)
		if w.Value == "" {
			continue
		}
		if place, known := risTags[f.tag]; known {
			place(r, f, w)
		} else {
			r.unplaced(f, w)
		}
	}
	last := r.fields[len(r.fields)-1].lines
	r.w.Line = r.fields[0].line
	r.w.At = work.Span{Start: r.fields[0].lines[0].Start - len("TY -"), End: last[len(last)-1].End}
	r.settleTitle()
	r.settleRoles()
	r.settleDates()
	r.settleDOI()
	return r.w
}

// kind keeps the type, the last where there are several.
func (r *risRecord) kind(_ risField, w work.Words) {
	r.w.Type = w
	r.within = strings.Contains(w.Value, "CHAP") || w.Value == "CPAPER"
}

// words are a field's lines as one.
func (r *risRecord) words(f risField) work.Words {
	last := f.lines[len(f.lines)-1]
	return wordsAt(r.text, work.Span{Start: f.lines[0].Start, End: last.End})
}

// unplaced keeps what has no place under its tag.
func (r *risRecord) unplaced(f risField, w work.Words) {
	r.w.Unplaced = append(r.w.Unplaced, work.Field{Name: f.tag, Words: w})
}

// settleTitle puts several titles together, as in "Editorial: A Special Issue". Some programs write the same one twice.
func (r *risRecord) settleTitle() {
	titles, spare := r.titles, r.spare
	if len(titles) == 0 && len(spare) > 0 {
		titles, spare = spare[:1], spare[1:]
	}
	for _, w := range spare {
		r.w.Alternative = append(r.w.Alternative, work.Text{Words: w})
	}
	for i, t := range titles {
		switch {
		case i >= maxTitles:
			r.unplaced(risField{tag: "TI"}, t)
		case i == 0:
			r.w.Title.Words = t
		case !slices.ContainsFunc(titles[:i], func(u work.Words) bool { return u.Value == t.Value }):
			r.w.Title.Value += afterTitle(r.w.Title.Value) + t.Value
			r.w.Title.At.End = max(r.w.Title.At.End, t.At.End)
		}
	}
}

// afterTitle is what stands between a title and a second one.
func afterTitle(title string) string {
	if strings.ContainsAny(title[len(title)-1:], ":.?!") {
		return " "
	}
	return ": "
}

// abstract keeps an abstract, once when it is there twice.
func (r *risRecord) abstract(_ risField, w work.Words) {
	for _, known := range r.w.Abstracts[:min(len(r.w.Abstracts), maxDistinct)] {
		if known.Value == w.Value {
			return
		}
	}
	r.w.Abstracts = append(r.w.Abstracts, work.Text{Words: w})
}

// name keeps somebody: "Family, Given, Suffix", or a name that is not taken apart.
func (r *risRecord) name(role graph.Relation, w work.Words) {
	r.w.Contributors = append(r.w.Contributors, invertedName(role, w))
}

// invertedName reads a name whose parts stand between commas, Latin or Arabic ones, the family name first.
func invertedName(role graph.Relation, w work.Words) work.Contributor {
	c := work.Contributor{Role: role, Name: w}
	parts := strings.SplitN(strings.ReplaceAll(w.Value, "،", ","), ",", 3)
	for i := range parts {
		parts[i] = strings.TrimSpace(parts[i])
	}
	if len(parts) > 1 && parts[0] != "" && parts[1] != "" {
		c.Family, c.Given = parts[0], parts[1]
		c.Suffix = strings.Join(parts[2:], "")
	}
	return c
}

// settleRoles says what those under A2 are. The specification calls them secondary authors: of a whole book, and of a thesis, they
// are authors; of what appears within something else they are the editors of that.
func (r *risRecord) settleRoles() {
	if r.w.Type.Value == "BOOK" || r.w.Type.Value == "THES" {
		for _, i := range r.second {
			r.w.Contributors[i].Role = graph.Author
		}
	}
}

// doi keeps a DOI, and as unplaced what isn't one.
func (r *risRecord) doi(f risField, w work.Words) {
	if id, ok := identifier(r.text, "doi", doiForm, w); ok {
		r.w.Identifiers = addIdentifier(r.w.Identifiers, id)
		return
	}
	r.unplaced(f, w)
}

// settleDOI looks for the DOI where older programs write it.
func (r *risRecord) settleDOI() {
	has := slices.ContainsFunc(r.w.Identifiers, func(id work.Identifier) bool { return id.Scheme == "doi" })
	for _, w := range r.other {
		if id, ok := identifier(r.text, "doi", doiForm, w); ok && !has {
			r.w.Identifiers = addIdentifier(r.w.Identifiers, id)
			continue
		}
		r.unplaced(risField{tag: "M3"}, w)
	}
}

// urls keeps addresses.
func (r *risRecord) urls(_ risField, w work.Words) {
	for _, id := range urlsIn(r.text, w) {
		r.w.Identifiers = addIdentifier(r.w.Identifiers, id)
	}
}

// number keeps an ISBN or ISSN. The ISBN of what a chapter appears in names the book, and not the chapter.
func (r *risRecord) number(f risField, w work.Words) {
	if id, ok := identifier(r.text, "isbn", isbnForm, w); ok && !r.within {
		r.w.Identifiers = addIdentifier(r.w.Identifiers, id)
	} else if id, ok := identifier(r.text, "issn", issnForm, w); ok {
		r.w.Identifiers = addIdentifier(r.w.Identifiers, id)
	} else {
		r.unplaced(f, w)
	}
}

// tags keeps keywords: one a field, one a line, or several with semicolons.
func (r *risRecord) tags(f risField, _ work.Words) {
	for _, line := range f.lines {
		for _, w := range parts(r.text, line, ";") {
			r.w.Tags = append(r.w.Tags, work.Text{Words: w})
		}
	}
}

// languages keeps the words for languages.
func (r *risRecord) languages(f risField, _ work.Words) {
	for _, line := range f.lines {
		r.w.Languages = append(r.w.Languages, parts(r.text, line, ";,")...)
	}
}

// risDate is one date with its rank among several.
// The ranks of dates. Y1 is "the primary date"; received and accepted are none of publication.
// date keeps a date.
// stage says that the words beside a date name a step on the way to publication.
// settleDates puts the dates in order: the primary one, then the most precise.
