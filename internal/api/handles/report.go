package handles

import "github.com/wasl-graph/wasl/graph"

// Report is a publication.
type Report struct{ entity }

// Languages are those in which the report is written, by name.
func (r Report) Languages() []Language {
	var tags []graph.Tag
	for _, t := range r.values(graph.WrittenIn) {
		tags = append(tags, graph.Tag(t.Value))
	}
	return r.s.languages(tags)
}

// Abstract is the report's own summary.
func (r Report) Abstract(languages []LanguageTag) *Text { return r.text(graph.Abstract, languages) }

// Published is the date of publication.
func (r Report) Published() *Date { return r.date(graph.Published) }

// ReportType is the form of the report.
func (r Report) ReportType() ReportType {
	if r.gone != "" {
		return ReportType(graph.UnspecifiedType)
	}
	return ReportType(r.s.view.ReportType(r.n))
}

// Publishers are the organisations that publish it, in printed order.
func (r Report) Publishers() []Organisation {
	list := []Organisation{}
	for _, agent := range r.agents(graph.Publisher) {
		if organisation, ok := agent.(Organisation); ok {
			list = append(list, organisation)
		}
	}
	return list
}

// Authors are the authors in printed order. Those that are printed without a name are among the contributions only.
func (r Report) Authors() []Agent { return r.agents(graph.Author) }

// Contributions are all parts that people and organisations have in the report.
func (r Report) Contributions() []Contribution {
	list := []Contribution{}
	for _, part := range r.parts(graph.ContributionRelations()) {
		list = append(list, Contribution{part})
	}
	return list
}

// Projects are those whose output it is, by label.
func (r Report) Projects() []Project {
	return each(r.s, r.to(graph.KindProject, graph.OutputOf), func(e entity) Project { return Project{e} })
}

// Countries are those that it is about, or those that it mentions, by label.
func (r Report) Countries(role *CountryRole) []Country {
	nodes := r.to(graph.KindCountry, roles(role, graph.AboutCountry, graph.MentionsCountry)...)
	return each(r.s, nodes, func(e entity) Country { return Country{e} })
}

// Regions are those that it is about, or those that it mentions, by label.
func (r Report) Regions(role *CountryRole) []Region {
	nodes := r.to(graph.KindRegion, roles(role, graph.AboutRegion, graph.Mentions)...)
	return each(r.s, nodes, func(e entity) Region { return Region{e} })
}

// roles picks the relation that a role means; no role means SUBJECT.
func roles(role *CountryRole, subject, mentioned graph.Relation) []graph.Relation {
	switch {
	case role == nil || graph.CountryRole(*role) == graph.RoleSubject:
		return []graph.Relation{subject}
	case graph.CountryRole(*role) == graph.RoleMentioned:
		return []graph.Relation{mentioned}
	}
	return []graph.Relation{subject, mentioned}
}

// Themes are what it is about, by label.
func (r Report) Themes() []Theme {
	return each(r.s, r.to(graph.KindTheme, graph.AboutTheme), func(e entity) Theme { return Theme{e} })
}

// SourceTags are the theme words as printed, in printed order.
func (r Report) SourceTags() []string {
	list := []string{}
	for _, t := range r.values(graph.SourceTag) {
		list = append(list, t.Value)
	}
	return list
}

// Events are those that it covers, by label.
func (r Report) Events() []Event {
	return each(r.s, r.to(graph.KindEvent, graph.CoversEvent), func(e entity) Event { return Event{e} })
}

// part is what somebody has to do with a report or an event: a statement and how the source prints it.
type part struct {
	s         *Session
	relation  graph.Relation
	statement graph.Statement
	printed   graph.Printed
}

// parts are the statements of some relations, in the order of the relations and the printed order.
func (e entity) parts(relations []graph.Relation) []part {
	var list []part
	for _, relation := range relations {
		for _, st := range e.inPrintedOrder(relation) {
			p := part{s: e.s, relation: relation, statement: e.s.view.Statement(st)}
			for _, e := range e.s.view.Evidence(nil, st) { // the surest first
				if p.printed.As == "" && e.Printed != (graph.Printed{}) {
					p.printed = e.Printed
				}
			}
			list = append(list, p)
		}
	}
	return list
}

func (p part) agent() Agent {
	if p.statement.Object.Entity == "" {
		return nil
	}
	agent, _ := p.s.entityByID(p.statement.Object.Entity).(Agent)
	return agent
}

// PrintedAs is the name as printed, else as it is known.
func (p part) PrintedAs() string {
	switch {
	case p.printed.As != "":
		return p.printed.As
	case p.statement.Object.Entity == "":
		return p.statement.Object.Text.Value
	}
	return p.s.entityByID(p.statement.Object.Entity).(interface{ Label([]LanguageTag) Text }).Label(nil).Value()
}

// Contribution is one part in a report.
type Contribution struct{ part }

// Role is what the part is.
func (c Contribution) Role() ContributionRole { return ContributionRole(c.relation) }

// Agent is who has it, nobody for a group without a name.
func (c Contribution) Agent() Agent { return c.agent() }

// Affiliation is the organisation that is printed with the name.
func (c Contribution) Affiliation() *Organisation {
	if c.printed.Affiliation == "" {
		return nil
	}
	organisation, found := c.s.entityByID(c.printed.Affiliation).(Organisation)
	if !found {
		return nil
	}
	return &organisation
}

// AffiliationPrintedAs is that organisation's name as printed.
func (c Contribution) AffiliationPrintedAs() *string {
	if c.printed.AffiliationAs == "" {
		return nil
	}
	return &c.printed.AffiliationAs
}

// Position is the place in the printed order of the role.
func (c Contribution) Position() int32 { return int32(c.printed.Position) }
