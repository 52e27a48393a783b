package resolve

import (
	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/ingest/understand"
	"github.com/wasl-graph/wasl/internal/lang"
)

// event finds or makes an event that the report covers, and states what the document says of it. Number is its place among
// the report's events, from 1.
func (r *Resolver) event(m *understand.EventMeaning, number int) {
	report := r.out.Report
	name := oneLine(m.Name.Value)
	date := startOf(m)
	p := part{report, graph.KindEvent, name, ""}
	found, how := r.before.who(p, r.isCovered), ByBefore
	var candidates []compared
	if found == "" {
		found, how, candidates = r.findEvent(name, date)
	}
	if found == "" && name == "" {
		found, how = r.sharedEvent(date), ByTitle
	}
	if found == "" {
		words := []string{name, date.String()}
		if name == "" {
			words = []string{report.Local(), "event"}
		}
		found, how = r.mint(graph.KindEvent, words...), AsNew
	}
	r.used[usage{graph.CoversEvent, found}] = true
	r.resolved(Resolution{Kind: graph.KindEvent, Printed: name, ID: found, How: how}, candidates, date)
	e := r.evidence(graph.Stated, "", m.At)
	e.Printed = graph.Printed{Position: number, As: name}
	r.state(r.fact(report, graph.CoversEvent, graph.Object{Entity: found}, e), m.At)
	if name != "" {
		m.Name.Value = name
		r.call(found, name, m.Name, graph.Stated, m.At)
	} else if !r.alone(found).labelled("") {
		label := orElse(date.String(), found.Local())
		r.call(found, label, attestedCode(label), graph.Stated, m.At)
	}
	for i := range m.Claims {
		r.claim(found, &m.Claims[i])
	}
}

// isCovered says that the report was found to cover the event already.
func (r *Resolver) isCovered(id graph.ID) bool { return r.used[usage{graph.CoversEvent, id}] }

// sharedEvent is the one event that others say the report covers, and that began at the time: a flash report reports on one training
// in those days.
func (r *Resolver) sharedEvent(date graph.Date) graph.ID {
	if date.IsZero() {
		return ""
	}
	var found []graph.ID
	for _, id := range r.of(r.out.Report).events {
		if dates := r.of(id).dates; !r.isCovered(id) && len(dates) > 0 && fits(date, dates) {
			found = append(found, id)
		}
	}
	return only(found)
}

// findEvent finds the one event of the name that began at the time. Without both, nothing is certain.
func (r *Resolver) findEvent(name string, date graph.Date) (graph.ID, How, []compared) {
	var found []graph.ID
	var candidates []compared
	for _, id := range r.named[nameKey{graph.KindEvent, lang.Fold(name)}] {
		if e := r.entities[id]; name != "" && !date.IsZero() && len(e.dates) > 0 && fits(date, e.dates) {
			found = append(found, id)
		} else if name != "" {
			candidates = append(candidates, compared{id: id, score: .5, reasons: []Reason{{Kind: titleAgrees}, {Kind: datesDiffer}}})
		}
	}
	if id := only(found); id != "" {
		return id, ByTitle, nil
	}
	return "", "", topped(candidates)
}

// startOf is when the event began, as the document says.
func startOf(m *understand.EventMeaning) graph.Date {
	for _, c := range m.Claims {
		if c.Relation == graph.Starts {
			return c.Object.Date
		}
	}
	return graph.Date{}
}
