package read

import (
	"strings"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/ingest/work"
)

var cslRoles = map[string]graph.Relation{
	"author": graph.Author, "editor": graph.Editor, "translator": graph.Contributor, "contributor": graph.Contributor,
}

func (r *cslRecord) names(m jsonMember) {
	for _, item := range m.all() {
		c := cslName(r.text, item)
		c.Role = cslRoles[m.name]
		if c.Name.Value != "" {
			r.w.Contributors = append(r.w.Contributors, c)
		} else {
			r.w.Unplaced = append(r.w.Unplaced, item.unplaced(m.name)...)
		}
	}
}

func cslName(text string, v jsonValue) work.Contributor {
	if w := v.words(); w.Value != "" {
		return work.Contributor{Name: w}
	}
	c := work.Contributor{Whole: v.at}
	part := func(name string) string { return v.get(name).words().Value }
	if literal := v.get("literal").words(); literal.Value != "" {
		c.Name, c.Collective = literal, true
	} else {
		c.Given, c.Suffix = part("given"), part("suffix")
		c.Family = joined(part("dropping-particle"), part("non-dropping-particle"), part("family"))
		c.Name = work.Words{Value: joined(c.Given, c.Family, c.Suffix), At: nameAt(v)}
		if c.Given == "" || c.Family == "" {
			c.Given, c.Family, c.Suffix = "", "", ""
		}
	}
	if id, ok := identifier(text, "orcid", orcidForm, v.get("ORCID").words()); ok {
		c.Identifiers = append(c.Identifiers, id)
	}
	for _, a := range v.get("affiliation").all() {
		w := a.words()
		if w.Value == "" {
			w = a.get("name").words()
		}
		if w.Value != "" {
			c.Affiliations = append(c.Affiliations, work.Affiliation{Words: w})
		}
	}
	return c
}

func joined(parts ...string) string {
	return strings.Join(strings.Fields(strings.Join(parts, " ")), " ")
}

// nameAt is the piece of the text with all parts of a name.
func nameAt(v jsonValue) work.Span {
	var at work.Span
	for _, m := range v.members {
		switch m.name {
		case "given", "family", "suffix", "dropping-particle", "non-dropping-particle":
			if at.IsZero() {
				at = m.at
			}
			at.End = m.at.End
		}
	}
	return at
}
