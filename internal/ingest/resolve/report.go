package resolve

import (
	"fmt"
	"slices"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/ingest/understand"
	"github.com/wasl-graph/wasl/internal/ingest/work"
	"github.com/wasl-graph/wasl/internal/lang"
	"github.com/wasl-graph/wasl/internal/lang/names"
)

// printedReport is a publication as far as it is told apart from others.
type printedReport struct {
	titles  []graph.Text // the original title first, then its translations
	date    graph.Date
	codes   []string
	authors []*understand.Name
}

// maxAuthors is how many authors are compared to find out whether two publications share one.
const maxAuthors = 50

// report finds or makes the report that a publication is, and makes sure that it has a name.
func (r *Resolver) report(m *understand.Meaning) {
	p := readReport(m)
	printed := m.Work.Title.Value
	if len(p.titles) > 0 {
		printed = p.titles[0].Value
	}
	label, at := r.codeLabel(m)
	printed = orElse(printed, label)
	found, how, reasons, candidates := r.findReport(p, printed)
	if found == "" {
		found, how = r.mint(graph.KindReport, p.date.String(), printed), AsNew
	}
	if b := r.before.byID[found]; b != nil {
		b.found = true
	}
	r.out.Report = found
	r.language = languageOfWork(p)
	r.resolved(Resolution{Kind: graph.KindReport, Printed: printed, ID: found, How: how, Reasons: reasons}, candidates, p.date)
	if len(p.titles) == 0 {
		r.call(found, label, attestedCode(label), graph.Stated, at)
	}
}

// readReport gathers what tells a publication apart.
func readReport(m *understand.Meaning) printedReport {
	p := printedReport{codes: codesOf(m.Work.Identifiers)}
	for i := range m.Claims {
		c := &m.Claims[i]
		switch c.Relation {
		case graph.Label:
			text := c.Object.Text
			text.Value = oneLine(text.Value)
			p.titles = append(p.titles, text)
			if last := len(p.titles) - 1; text.Kind == graph.Original && p.titles[0].Kind != graph.Original {
				p.titles[0], p.titles[last] = text, p.titles[0]
			}
		case graph.Published:
			if p.date.IsZero() {
				p.date = c.Object.Date
			}
		case graph.IdentifiedBy:
			if code := normalCode(c.Object.Text.Value); code != "" && !contained(p.codes, code) {
				p.codes = append(p.codes, code)
			}
		case graph.Author:
			if c.Object.Name != nil && len(p.authors) < maxAuthors {
				p.authors = append(p.authors, c.Object.Name)
			}
		}
	}
	return p
}

// languageOfWork is the language of the title, in which names are printed too.
func languageOfWork(p printedReport) graph.Tag {
	if len(p.titles) == 0 {
		return ""
	}
	return p.titles[0].Language
}

// codeLabel is what a publication without a title is called by: the document's own key for it, an identifier, or the line on
// which it stands.
func (r *Resolver) codeLabel(m *understand.Meaning) (string, work.Span) {
	w := m.Work
	if key := oneLine(w.Key.Value); key != "" {
		return key, w.Key.At
	}
	for _, id := range w.Identifiers {
		if code := stated(id); code != "" {
			return code, id.At
		}
	}
	return fmt.Sprintf("%s:%d", oneLine(r.Document.Name), w.Line), work.Span{Start: w.At.Start, End: w.At.Start + 1}
}

// findReport goes through the ways by which a publication is resolved.
func (r *Resolver) findReport(p printedReport, printed string) (graph.ID, How, []Reason, []compared) {
	decided := r.decidedName(Printed{Kind: graph.KindReport, Name: printed, Published: p.date.String()})
	if decided.same != "" {
		return decided.same, ByDecision, nil, nil
	}
	barred := func(id graph.ID) bool { return contains(decided.different, id) || r.contradicts(id, p.codes) }
	if id := r.identifiedBy(graph.KindReport, filter(p.codes, decides)); id != "" && !contains(decided.different, id) {
		return r.titledAgain(lang.Fold(printed), id), ByIdentifier, nil, nil
	}
	if b := r.before.which(lang.Fold(printed), p.date); b != nil && !barred(b.id) {
		return b.id, ByBefore, nil, nil
	}
	var list []compared
	for _, id := range r.rivals(p) {
		if contains(decided.different, id) {
			continue
		}
		list = append(list, r.compareReport(p, id))
	}
	same, candidates := best(list)
	if same != nil {
		return same.id, ByTitle, same.reasons, nil
	}
	return "", "", nil, candidates
}

// maxRivals is how many publications of one title are compared.
const maxRivals = 64

// rivals are the reports that share a title or an identifier with a publication, in the order of their ids.
func (r *Resolver) rivals(p printedReport) []graph.ID {
	var list []graph.ID
	for _, t := range p.titles {
		ids := r.named[nameKey{graph.KindReport, lang.Fold(t.Value)}]
		list = append(list, ids[:min(len(ids), maxRivals)]...)
	}
	for _, code := range p.codes {
		if id := r.identified[code]; id != "" && id.Kind() == graph.KindReport {
			list = append(list, id)
		}
	}
	slices.Sort(list)
	return slices.Compact(list)
}

// compareReport compares a publication with a report. They are the same when an identifier or the title says so, and
// nothing else speaks against it: an address and an ISBN may be shared by several, a title too.
func (r *Resolver) compareReport(p printedReport, id graph.ID) compared {
	e := r.entities[id]
	c := compared{id: id, verdict: names.Same, score: 1}
	doubt := func(kind string, a, b []string) {
		c.verdict, c.score = names.Candidate, c.score-.2
		c.reasons = append(c.reasons, Reason{kind, a, b})
	}
	titled := slices.ContainsFunc(p.titles, func(t graph.Text) bool { return e.folds(t.Value) })
	shared := filter(p.codes, func(code string) bool { return contained(e.codes, code) })
	if len(shared) > 0 {
		c.reasons = append(c.reasons, Reason{Kind: identifierShared, A: shared})
	}
	if titled {
		c.reasons = append(c.reasons, Reason{Kind: titleAgrees})
	} else {
		doubt(names.WordsDiffer.String(), []string{p.title()}, []string{r.label(id)})
	}
	if differ(p.codes, e.codes) {
		doubt(identifierDiffers, p.codes, e.codes)
	}
	if len(shared) == 0 {
		r.compareDates(p.date, e.dates, doubt)
		if !r.shareAuthor(p, e) {
			doubt(authorsDiffer, nil, nil)
		}
	}
	return c
}

func (p printedReport) title() string {
	if len(p.titles) == 0 {
		return ""
	}
	return p.titles[0].Value
}

// compareDates says what speaks against one date of publication.
func (r *Resolver) compareDates(date graph.Date, others []graph.Date, doubt func(string, []string, []string)) {
	switch {
	case date.IsZero() || len(others) == 0:
		doubt(dateMissing, nil, nil)
	case !slices.ContainsFunc(others, date.Overlaps):
		doubt(datesDiffer, []string{date.String()}, []string{others[0].String()})
	}
}

// shareAuthor says whether a publication and a report share an author, or one of them names none.
func (r *Resolver) shareAuthor(p printedReport, e *entity) bool {
	if len(p.authors) == 0 || len(e.authors) == 0 {
		return true
	}
	rules := r.rules()
	var authors []personName
	for _, n := range p.authors {
		authors = append(authors, r.parse(n))
	}
	for _, id := range e.authors[:min(len(e.authors), maxAuthors)] {
		for _, label := range r.of(id).names {
			known := names.Parse(label.text.Value)
			for _, author := range authors {
				if c := names.Compare(author, known, rules); c.Verdict != names.Different {
					return true
				}
			}
		}
	}
	return false
}

func contained(list []string, s string) bool { return slices.Contains(list, s) }
