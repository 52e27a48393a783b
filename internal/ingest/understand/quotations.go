package understand

import (
	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/ingest/work"
	"github.com/wasl-graph/wasl/internal/lang/names"
)

// quotations claims the organisations for which people are quoted, and those people who are named in full. Who is quoted under one
// name alone, with or without a title, did not choose to be found: nothing but the organisation is claimed, and the name stays
// where it is, in the document.
func (r *reader) quotations() {
	for i := range r.w.Quotations {
		q := &r.w.Quotations[i]
		p := &r.texts[r.running+2*i+1]
		if q.Organisation.Value != "" && !p.namesBody(r) {
			r.unknownBody(q.Organisation)
		}
		c := work.Contributor{Name: q.Speaker}
		if q.Speaker.Value == "" || names.Parse(q.Speaker.Value).Nature != names.Person {
			continue
		}
		if q.Organisation.Value != "" {
			c.Affiliations = []work.Affiliation{{Words: q.Organisation}}
		}
		r.claim(Claim{Relation: graph.Mentions, Object: Object{Name: r.nameOf(&c)}, Method: graph.Mentioned, At: q.Speaker.At})
	}
}

// namesBody says that a text names an organisation that is known.
func (p *passage) namesBody(r *reader) bool {
	for i := range p.mentions {
		if p.mentions[i].how == asBody && r.isMeant(&p.mentions[i]) {
			return true
		}
	}
	return false
}

// unknownBody claims that an organisation is mentioned that is not known, when the words name one.
func (r *reader) unknownBody(w work.Words) {
	if names.Parse(w.Value).Nature != names.Organisation || isGroup(w.Value) {
		return
	}
	r.claim(Claim{
		Relation: graph.Mentions, Method: graph.Mentioned, At: w.At,
		Object: Object{Name: &Name{Kind: graph.KindOrganisation, Words: w}},
	})
}
