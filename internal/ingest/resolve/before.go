package resolve

import (
	"cmp"
	"slices"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/lang"
)

// before is by which ids the document's names went in an earlier import, and nothing else of what it said then.
type before struct {
	parts   map[part][]hit
	names   map[part]graph.ID // with no subject; "" where a name went by several ids
	reports map[string][]*earlierReport
	byID    map[graph.ID]*earlierReport
	codes   map[string]graph.ID
	codesOf map[graph.ID][]string
	tags    map[graph.Place]string   // a tag, folded, by its place
	themes  map[graph.Place]graph.ID // what somebody decided that it means
	decided map[string]graph.ID
	subject map[graph.ID]bool
}

// part is a name as the document printed it, of somebody who has part in something.
type part struct {
	subject        graph.ID
	kind           graph.Kind
	as, affiliated string
}

// hit is an id, and where in the document the name stood.
type hit struct {
	id       graph.ID
	position int
	start    int
}

// earlierReport is a report of the document's earlier import. It is found once: two records may have one title.
type earlierReport struct {
	id    graph.ID
	dates []graph.Date
	start int
	found bool
}

func newBefore() *before {
	return &before{
		parts: map[part][]hit{}, names: map[part]graph.ID{}, reports: map[string][]*earlierReport{}, byID: map[graph.ID]*earlierReport{},
		codes: map[string]graph.ID{}, codesOf: map[graph.ID][]string{}, tags: map[graph.Place]string{},
		themes: map[graph.Place]graph.ID{}, decided: map[string]graph.ID{}, subject: map[graph.ID]bool{},
	}
}

// remember takes in one fact that the document stated before.
func (b *before) remember(a graph.Assertion) {
	b.subject[a.Subject] = true
	b.recall(a)
	switch a.Relation {
	case graph.SourceTag:
		b.tags[a.Evidence.Place] = lang.Fold(a.Object.Text.Value)
	case graph.AboutTheme:
		if a.Evidence.Method == graph.Curated {
			b.themes[a.Evidence.Place] = a.Object.Entity
		}
	}
}

// recall takes in by which ids names went in one fact. Curators may have taken it back since, and then its place may be one in an
// earlier text.
func (b *before) recall(a graph.Assertion) {
	p, start := a.Evidence.Printed, a.Evidence.Place.Start
	if a.Object.Entity != "" && (p.As != "" || a.Relation == graph.CoversEvent) {
		name := part{a.Subject, a.Object.Entity.Kind(), p.As, ""}
		if name.kind == graph.KindPerson {
			name.affiliated = p.AffiliationAs // which tells people apart, and nobody else
		}
		b.went(name, hit{a.Object.Entity, p.Position, start})
	}
	if p.AffiliationAs != "" && p.Affiliation != "" {
		b.went(part{a.Subject, graph.KindOrganisation, p.AffiliationAs, ""}, hit{p.Affiliation, p.Position, start})
	}
	switch a.Relation {
	case graph.Label, graph.AlternativeLabel:
		b.titled(a)
	case graph.Published:
		r := b.report(a.Subject)
		r.dates = append(r.dates, a.Object.Date)
	case graph.IdentifiedBy:
		b.identified(normalCode(a.Object.Text.Value), a.Subject)
	}
}

func (b *before) went(p part, h hit) {
	b.parts[p] = append(b.parts[p], h)
	p.subject = ""
	if other, known := b.names[p]; !known {
		b.names[p] = h.id
	} else if other != h.id {
		b.names[p] = ""
	}
}

func (b *before) identified(code string, id graph.ID) {
	if code == "" {
		return
	}
	if other := b.codes[code]; other == "" || id < other {
		b.codes[code] = id
	}
	b.codesOf[id] = append(b.codesOf[id], code)
}

func (b *before) report(id graph.ID) *earlierReport {
	r := b.byID[id]
	if r == nil {
		r = &earlierReport{id: id}
		b.byID[id] = r
	}
	return r
}

func (b *before) titled(a graph.Assertion) {
	if a.Subject.Kind() != graph.KindReport {
		return
	}
	title := lang.Fold(a.Object.Text.Value)
	r := b.report(a.Subject)
	if r.start == 0 || a.Evidence.Place.Start < r.start {
		r.start = a.Evidence.Place.Start
	}
	if !slices.Contains(b.reports[title], r) {
		b.reports[title] = append(b.reports[title], r)
	}
}

// settle puts all in the order of the document: that of the graph must not matter.
func (b *before) settle() {
	for _, hits := range b.parts {
		slices.SortFunc(hits, func(x, y hit) int {
			return cmp.Or(cmp.Compare(x.position, y.position), cmp.Compare(x.start, y.start), cmp.Compare(x.id, y.id))
		})
	}
	for _, list := range b.reports {
		slices.SortFunc(list, func(x, y *earlierReport) int { return cmp.Or(cmp.Compare(x.start, y.start), cmp.Compare(x.id, y.id)) })
	}
	for place, theme := range b.themes {
		if tag := b.tags[place]; tag != "" && (b.decided[tag] == "" || theme < b.decided[tag]) {
			b.decided[tag] = theme
		}
	}
}

// who is the id by which a name went, that is not used yet: first where it has the same part, then anywhere, if it always
// went by one.
func (b *before) who(p part, used func(graph.ID) bool) graph.ID {
	for _, h := range b.parts[p] {
		if !used(h.id) {
			return h.id
		}
	}
	p.subject = ""
	if id := b.names[p]; id != "" && !used(id) {
		return id
	}
	return ""
}

// which is the report that went by a title, with a date that fits.
func (b *before) which(title string, date graph.Date) *earlierReport {
	for _, r := range b.reports[title] {
		if !r.found && fits(date, r.dates) {
			return r
		}
	}
	return nil
}

// fits says that a date overlaps with one of the others, or that there is none on either side.
func fits(date graph.Date, others []graph.Date) bool {
	if date.IsZero() || len(others) == 0 {
		return date.IsZero() && len(others) == 0
	}
	return slices.ContainsFunc(others, date.Overlaps)
}
