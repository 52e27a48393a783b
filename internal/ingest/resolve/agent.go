package resolve

import (
	"strings"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/ingest/understand"
	"github.com/wasl-graph/wasl/internal/lang"
	"github.com/wasl-graph/wasl/internal/lang/names"
)

// what says what a printed name is made to be.
type what uint8

const (
	asText what = iota // people without a name of their own, or words that are no name: a text at the most
	asPerson
	asTitled // an organisation or a project
	asPartly // a person named by one name alone
)

// name states a claim whose object is a printed name.
func (r *Resolver) name(subject graph.ID, c *understand.Claim) {
	n := c.Object.Name
	read := r.parse(n)
	kind, w := r.natureOf(n, read)
	bodies := r.affiliate(subject, c)
	switch w {
	case asPerson:
		id := r.person(subject, c.Relation, printedPerson{Name: n, read: read, bodies: bodies, method: c.Method})
		r.takesPart(subject, c, graph.Object{Entity: id}, bodies)
	case asTitled:
		id := r.titled(title{
			kind: kind, Words: n.Words, identifiers: n.Identifiers, method: c.Method, language: r.language, subject: subject,
			known: c.Object.Entity,
		})
		r.takesPart(subject, c, graph.Object{Entity: id}, bodies)
	case asText, asPartly:
		r.unnamed(subject, c, w, bodies)
	}
}

// natureOf says what is made of a name. Where the document leaves it open, an organisation that is known by exactly this name
// is meant, else what the name looks like.
func (r *Resolver) natureOf(n *understand.Name, read personName) (graph.Kind, what) {
	switch {
	case n.Group:
		return 0, asText
	case n.Partial:
		return graph.KindPerson, asPartly
	case n.Kind == graph.KindOrganisation, n.Kind == graph.KindProject:
		return n.Kind, asTitled
	case n.Family != "" && n.Given != "" && n.Kind == graph.KindPerson:
		return n.Kind, asPerson
	case only(r.named[nameKey{graph.KindOrganisation, lang.Fold(oneLine(n.Value))}]) != "" || isAcronym(n.Value):
		return graph.KindOrganisation, asTitled
	}
	switch read.Nature {
	case names.Person:
		return graph.KindPerson, asPerson
	case names.Partial:
		return graph.KindPerson, asPartly
	case names.Organisation:
		return graph.KindOrganisation, asTitled
	}
	return 0, asText
}

// affiliate finds or makes the organisations that a name is printed with.
func (r *Resolver) affiliate(subject graph.ID, c *understand.Claim) []graph.ID {
	var bodies []graph.ID
	for _, a := range c.Object.Name.Affiliations {
		bodies = append(bodies, r.titled(title{
			kind: graph.KindOrganisation, Words: a.Words, identifiers: a.Identifiers, method: c.Method, language: r.language, subject: subject,
		}))
	}
	return bodies
}

// takesPart states the claim itself, once for every affiliation that is printed. Who is only mentioned has no part, and neither
// has the organisation behind the name.
func (r *Resolver) takesPart(subject graph.ID, c *understand.Claim, object graph.Object, bodies []graph.ID) {
	n := c.Object.Name
	e := r.evidence(c.Method, c.Rule, orAt(c.At, n.At))
	e.Printed = graph.Printed{Position: c.Position, As: strings.TrimSpace(n.Value)}
	if len(bodies) == 0 || c.Relation == graph.Mentions {
		e.Printed.AffiliationAs = affiliationOf(n)
		r.state(r.fact(subject, c.Relation, object, e), n.At)
		return
	}
	for i, body := range bodies {
		e.Printed.Affiliation, e.Printed.AffiliationAs = body, n.Affiliations[i].Value
		r.state(r.fact(subject, c.Relation, object, e), n.At)
	}
}

// unnamed keeps who has part in something without a name that an entity could be made of: as a text where the relation has
// room for one. Somebody who is named by one name alone on a list of authors chose to be; somebody who took part did not.
func (r *Resolver) unnamed(subject graph.ID, c *understand.Claim, w what, bodies []graph.ID) {
	n := c.Object.Name
	if !c.Relation.Collective() || w == asPartly && subject.Kind() != graph.KindReport {
		if w == asText {
			r.out.Notices = append(r.out.Notices, understand.Notice{At: n.At, Kind: "name", Words: n.Value, Why: "is no name that an entity could be made of"})
		}
		return
	}
	value := oneLine(n.Value)
	r.takesPart(subject, c, graph.Object{Text: attested(value, languageOf(value, r.language))}, bodies)
}
