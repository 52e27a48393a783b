package read

import (
	"slices"
	"strings"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/ingest/work"
)

func (r *ownRecord) people(m jsonMember, roles []graph.Relation) []work.Contributor {
	var all []work.Contributor
	for _, item := range m.all() {
		part := func(name string) work.Words { return r.word(jsonMember{m.name + "." + name, member(item, name)}) }
		c := work.Contributor{Name: part("name"), Family: part("family").Value, Given: part("given").Value, Suffix: part("suffix").Value}
		if item.form != '{' || c.Name.Value == "" {
			r.expect(m.name, item, "an object with role and name")
			continue
		}
		role, err := graph.ParseRelation(strings.ToUpper(part("role").Value))
		if err != nil || !slices.Contains(roles, role) {
			r.expect(m.name+".role", member(item, "role"), "one of "+roleNames(roles))
		}
		c.Role, c.Whole = role, item.at
		c.Collective = item.get("collective").form == 't'
		c.Identifiers = r.identifiers(jsonMember{m.name + ".identifiers", member(item, "identifiers")})
		c.Affiliations = r.affiliations(jsonMember{m.name + ".affiliations", item.get("affiliations")})
		r.extra(m.name, item, "role", "name", "family", "given", "suffix", "collective", "identifiers", "affiliations")
		all = append(all, c)
	}
	return all
}

func roleNames(roles []graph.Relation) string {
	var names []string
	for _, role := range roles {
		names = append(names, strings.ToLower(role.String()))
	}
	return strings.Join(names, ", ")
}

func (r *ownRecord) affiliations(m jsonMember) []work.Affiliation {
	var all []work.Affiliation
	for _, item := range m.all() {
		a := work.Affiliation{}
		if item.form == '{' {
			a.Words = r.word(jsonMember{m.name + ".name", member(item, "name")})
			a.Identifiers = r.identifiers(jsonMember{m.name + ".identifiers", member(item, "identifiers")})
			r.extra(m.name, item, "name", "identifiers")
		} else {
			a.Words = r.word(jsonMember{m.name, item})
		}
		if a.Value != "" {
			all = append(all, a)
		}
	}
	return all
}

var ownSchemes = []scheme{
	{"doi", doiForm},
	{"isbn", isbnForm},
	{"issn", issnForm},
	{"orcid", orcidForm},
	{"ror", rorForm},
	{"wikidata", wikiForm},
	{"openalex", nil},
	{"handle", nil},
	{"url", urlForm},
}

func (r *ownRecord) identifiers(m jsonMember) []work.Identifier {
	if m.form != '{' && m.form != 'n' {
		r.expect(m.name, m.jsonValue, `an object such as {"doi": "10.1234/5678"}`)
	}
	var all []work.Identifier
	for _, named := range m.members {
		i := slices.IndexFunc(ownSchemes, func(s scheme) bool { return s.name == named.name })
		if i < 0 {
			r.w.Unplaced = append(r.w.Unplaced, named.unplaced(m.name+"."+named.name)...)
			continue
		}
		for _, w := range r.words(jsonMember{m.name + "." + named.name, named.jsonValue}) {
			id, ok := work.Identifier{Scheme: named.name, Words: w}, true
			if form := ownSchemes[i].form; form != nil {
				id, ok = identifier(r.text, named.name, form, w)
			}
			if !ok {
				r.expect(m.name+"."+named.name, named.jsonValue, "an identifier of that scheme")
			}
			all = addIdentifier(all, id)
		}
	}
	return all
}
