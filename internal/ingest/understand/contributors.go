package understand

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/ingest/work"
	"github.com/wasl-graph/wasl/internal/lang/names"
)

// contributors claims who has part in the work, in the printed order of each role.
func (r *reader) contributors() {
	var positions [16]int
	for i := range r.w.Contributors {
		c := &r.w.Contributors[i]
		if c.Name.Value == "" {
			continue
		}
		role := int(c.Role) % len(positions)
		positions[role]++
		at := c.Whole
		if at.IsZero() {
			at = c.Name.At
		}
		claim := r.contribution(c)
		claim.At, claim.Position = at, positions[role]
		r.claim(claim)
	}
}

// contribution is the claim for one contributor: a name, and the entity where the vocabulary knows it.
func (r *reader) contribution(c *work.Contributor) Claim {
	name := r.nameOf(c)
	object := Object{Name: name}
	if name.Kind == graph.KindOrganisation && !name.Group {
		if id := r.organisation(name.Words); id != "" {
			object.Entity = id
			r.said[id] = true
		}
	}
	return Claim{Relation: c.Role, Object: object, Method: graph.Stated}
}

// nameOf says what a printed name is the name of.
func (r *reader) nameOf(c *work.Contributor) *Name {
	n := &Name{
		Kind: graph.KindPerson, Words: c.Name, Family: c.Family, Given: c.Given,
		Identifiers: c.Identifiers, Affiliations: c.Affiliations,
	}
	if c.Family != "" && c.Given != "" && !c.Collective {
		return n
	}
	switch names.Parse(c.Name.Value).Nature {
	case names.Organisation:
		n.Kind = graph.KindOrganisation
	case names.Collective:
		n.Kind, n.Group = graph.KindOrganisation, true
	case names.Partial:
		n.Partial = c.Family == ""
	case names.Unclear:
		n.Kind, n.Group = graph.KindOrganisation, !c.Collective
	}
	if c.Collective && !n.Group {
		n.Kind, n.Partial = graph.KindOrganisation, false
	}
	if n.Kind == graph.KindOrganisation && isGroup(c.Name.Value) {
		n.Group = true
	}
	if n.Kind == graph.KindPerson && len(r.v.Find(graph.KindOrganisation, n.Value)) == 1 {
		n.Kind, n.Partial = graph.KindOrganisation, false
	}
	return n
}

// isGroup says that words in small letters are no name: civil society actors.
func isGroup(s string) bool {
	letter, _ := utf8.DecodeRuneInString(strings.TrimLeftFunc(s, func(r rune) bool { return !unicode.IsLetter(r) }))
	return unicode.IsLower(letter) && !hasCase(s)
}

// organisation is the organisation that words name: by the whole of them, or as the one that they begin with and that nothing but
// its acronym follows.
func (r *reader) organisation(w work.Words) graph.ID {
	if list := r.v.Find(graph.KindOrganisation, w.Value); len(list) == 1 {
		return list[0]
	}
	var p passage
	p.read(r.v, w)
	for i := range p.mentions {
		m := &p.mentions[i]
		rest := len(p.tokens) - m.to
		onlyArticle := m.from == 0 || m.from == 1 && p.v.lexicon.is(p.tokens[0].word, article)
		if onlyArticle && (m.how == asBody || m.how == asPlace) && !m.several && (rest == 0 || rest == 1 && p.tokens[m.to].before == bracket) {
			for _, id := range r.v.Find(graph.KindOrganisation, p.words.Value[m.start:m.end]) {
				return id
			}
			if m.how == asBody {
				return m.id
			}
		}
	}
	return ""
}
