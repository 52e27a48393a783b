package view

import (
	"fmt"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/lang/messages"
)

// Reason says in the reader's language what two reports share, and how many reports have it.
func (r *Reader) Reason(x RelatedReason) graph.Text {
	w := messages.For(r.Chain)
	text := r.reason(w, x)
	if n, found := x.Entity(); found && x.trait.own == n {
		text += " " + w.Sentence("related.having", graph.Params{"count": r.withTies(n)})
	}
	kind := graph.Translated
	if w.Language() == graph.English {
		kind = graph.Original
	}
	return graph.Text{Value: text, Language: w.Language(), Kind: kind, Standing: graph.Unverified}
}

func (r *Reader) reason(w messages.Writer, x RelatedReason) string {
	if x.Relation == graph.Published {
		return r.timeReason(w, x)
	}
	name := r.Label(x.trait.entity).Value
	switch {
	case x.trait.own != x.trait.entity:
		return relativeReason(w, x.trait, r.Label(x.trait.own).Value, name)
	case x.slight:
		return w.Sentence("related.mentioned", graph.Params{"name": name})
	}
	switch r.Kind(x.trait.entity) {
	case graph.KindProject:
		return w.Sentence("related.project", graph.Params{"name": name})
	case graph.KindEvent:
		return w.Sentence("related.event", graph.Params{"name": name})
	case graph.KindTheme:
		return w.Sentence("related.theme", graph.Params{"name": name})
	case graph.KindCountry:
		return w.Sentence("related.country", graph.Params{"name": name})
	case graph.KindRegion:
		return w.Sentence("related.region", graph.Params{"name": name})
	}
	return r.agentReason(w, x, name)
}

// timeReason tells when the two reports were published.
func (r *Reader) timeReason(w messages.Writer, x RelatedReason) string {
	own, other := yearOf(r.Published(x.reports[0])), yearOf(r.Published(x.reports[1]))
	if own == other {
		return w.Sentence("related.year", graph.Params{"year": own})
	}
	return w.Sentence("related.years", graph.Params{"own": own, "other": other})
}

// yearOf is the year of a date, as a date.
func yearOf(d graph.Date) graph.Date {
	year, err := graph.ParseDate(fmt.Sprintf("%04d", d.Year()))
	if err != nil {
		return d // no year is out of range in a date
	}
	return year
}

// relativeReason tells what the one report has, and what close relative of it the other has.
func relativeReason(w messages.Writer, t trait, own, other string) string {
	params := graph.Params{"own": own, "other": other}
	switch {
	case t.relation == graph.Follows && t.reversed:
		return w.Sentence("related.successor", params)
	case t.relation == graph.Follows:
		return w.Sentence("related.predecessor", params)
	case t.relation == graph.Broader && t.reversed:
		return w.Sentence("related.narrower", params)
	case t.relation == graph.Broader:
		return w.Sentence("related.broader", params)
	}
	return w.Sentence("related.kin", params)
}

// agentReason tells what part an agent has in both reports.
func (r *Reader) agentReason(w messages.Writer, x RelatedReason, name string) string {
	params := graph.Params{"name": name}
	if !x.alike {
		return w.Sentence("related.part", params)
	}
	switch x.Relation {
	case graph.Author:
		return w.Sentence("related.author", params)
	case graph.Editor:
		return w.Sentence("related.editor", params)
	case graph.Contributor:
		return w.Sentence("related.contributor", params)
	case graph.Publisher:
		return w.Sentence("related.publisher", params)
	case graph.Commissioner:
		return w.Sentence("related.commissioner", params)
	case graph.Funder:
		return w.Sentence("related.funder", params)
	}
	return w.Sentence("related.part", params)
}
