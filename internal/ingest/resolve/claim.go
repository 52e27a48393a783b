package resolve

import (
	"strings"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/ingest/understand"
	"github.com/wasl-graph/wasl/internal/ingest/work"
	"github.com/wasl-graph/wasl/internal/lang"
)

// claim states one fact of the report or the event that it belongs to.
func (r *Resolver) claim(subject graph.ID, c *understand.Claim) {
	o := graph.Object{Entity: c.Object.Entity, Text: c.Object.Text, Date: c.Object.Date}
	switch {
	case c.Object.Name != nil:
		r.name(subject, c)
		return
	case c.Relation == graph.Label || c.Relation == graph.AlternativeLabel:
		r.entitle(subject, c)
		return
	case c.Relation == graph.IdentifiedBy:
		scheme, value, _ := strings.Cut(o.Text.Value, ":")
		r.identifies(subject, work.Identifier{Scheme: scheme, Words: work.Words{Value: value, At: c.At}})
		return
	case o.Form() == graph.ToText && c.Relation.Form() == graph.ToText:
		o.Text.Value = plainText(o.Text.Value)
	}
	e := r.evidence(c.Method, c.Rule, c.At)
	e.Printed.Position = c.Position
	r.state(r.fact(subject, c.Relation, o, e), c.At)
	if c.Relation == graph.SourceTag {
		r.decideTag(subject, c)
	}
}

// entitle states a title, or another name that the document gives. A report that others gave a title in the same language
// keeps that one, and gets this as another.
func (r *Resolver) entitle(subject graph.ID, c *understand.Claim) {
	text := c.Object.Text
	text.Value = oneLine(text.Value)
	relation := c.Relation
	e := r.alone(subject)
	if have, known := e.namedAs(text.Value); known && have.text.Language == text.Language {
		relation = min(relation, have.relation) // LABEL comes before ALTERNATIVE_LABEL
	} else if relation == graph.Label && e.labelled(text.Language) {
		relation = graph.AlternativeLabel
	}
	r.once(r.fact(subject, relation, graph.Object{Text: text}, r.evidence(c.Method, c.Rule, c.At)), c.At)
}

// decideTag states what somebody decided that a tag means, now or in an earlier import of the document. It stands on the
// person's word, and on the place of the tag.
func (r *Resolver) decideTag(subject graph.ID, c *understand.Claim) {
	folded := lang.Fold(c.Object.Text.Value)
	decided, now := r.Decisions.tags[folded]
	theme := decided.theme
	if !now {
		theme = r.before.decided[folded]
	}
	if theme == "" {
		return
	}
	r.state(r.fact(subject, graph.AboutTheme, graph.Object{Entity: theme}, r.evidence(graph.Curated, "", c.At)), c.At)
}

// identifies states an identifier of a report.
func (r *Resolver) identifies(subject graph.ID, id work.Identifier) {
	code := stated(id)
	switch {
	case code == "" || contained(foreign, schemeOf(code)):
		why := "names the series and not the publication"
		if code == "" {
			why = "is no identifier in the scheme " + id.Scheme
		}
		r.out.Notices = append(r.out.Notices, understand.Notice{At: id.At, Kind: "identifier", Words: id.Value, Why: why})
	default:
		r.once(r.fact(subject, graph.IdentifiedBy, graph.CodeObject(code), r.evidence(graph.Stated, "", id.At)), id.At)
	}
}

// publish states the publisher that whoever imports the document named, for a report that names none.
func (r *Resolver) publish(m *understand.Meaning) {
	if r.Publisher == "" {
		return
	}
	for _, c := range m.Claims {
		if c.Relation == graph.Publisher {
			return
		}
	}
	id := graph.ID(r.Publisher)
	printed := graph.Printed{}
	if _, err := graph.ParseID(r.Publisher); err != nil {
		id = r.titled(title{
			kind: graph.KindOrganisation, Words: work.Words{Value: r.Publisher}, method: graph.Curated, subject: r.out.Report,
		})
		printed.As = r.Publisher
	}
	e := r.evidence(graph.Curated, "", work.Span{})
	e.Printed = printed
	r.state(r.fact(r.out.Report, graph.Publisher, graph.Object{Entity: id}, e), work.Span{})
}

// orAt is the first of two places that is one.
func orAt(a, b work.Span) work.Span {
	if a.IsZero() {
		return b
	}
	return a
}
