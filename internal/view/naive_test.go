package view_test

import (
	"bytes"
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/lang"
	"github.com/wasl-graph/wasl/internal/view"
)

// naive answers what a view answers, by looking at every assertion each time. It is what the tests compare with.
type naive []graph.Assertion

func naiveOf(s graph.Snapshot) naive {
	var m naive
	for a, err := range s.Assertions {
		if err != nil {
			panic(err)
		}
		m = append(m, a)
	}
	return m
}

// entities are all ids of a kind, sorted.
func (m naive) entities(k graph.Kind) []graph.ID {
	var ids []graph.ID
	for _, a := range m {
		for _, id := range []graph.ID{a.Subject, a.Object.Entity, a.Evidence.Printed.Affiliation} {
			if id != "" && id.Kind() == k {
				ids = append(ids, id)
			}
		}
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}

// of are the assertions about a subject.
func (m naive) of(id graph.ID) naive {
	var found naive
	for _, a := range m {
		if a.Subject == id {
			found = append(found, a)
		}
	}
	return found
}

// objects are the entities that a subject leads to by any of the relations, sorted.
func (m naive) objects(id graph.ID, relations ...graph.Relation) []graph.ID {
	var ids []graph.ID
	for _, a := range m {
		if a.Subject == id && a.Object.Entity != "" && slices.Contains(relations, a.Relation) {
			ids = append(ids, a.Object.Entity)
		}
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}

// texts are the texts that a subject has by a relation.
func (m naive) texts(id graph.ID, r graph.Relation) []graph.Text {
	var texts []graph.Text
	for _, a := range m {
		if a.Subject == id && a.Relation == r && a.Object.Form() == graph.ToText {
			texts = append(texts, a.Object.Text)
		}
	}
	return texts
}

func (m naive) published(id graph.ID) graph.Date {
	var best graph.Date
	for _, a := range m {
		if d := a.Object.Date; a.Subject == id && a.Relation == graph.Published {
			if best.IsZero() || d.Precision() > best.Precision() || d.Precision() == best.Precision() && d.First() < best.First() {
				best = d
			}
		}
	}
	return best
}

func (m naive) reportType(id graph.ID) graph.ReportType {
	var codes []string
	for _, t := range m.texts(id, graph.HasType) {
		codes = append(codes, t.Value)
	}
	slices.Sort(codes)
	for _, code := range codes {
		if t, err := graph.ParseReportType(code); err == nil {
			return t
		}
	}
	return graph.UnspecifiedType
}

// agents are those who have part in a report, and the organisations that they are printed with.
func (m naive) agents(id graph.ID) []graph.ID {
	ids := m.objects(id, graph.ContributionRelations()...)
	for _, a := range m.of(id) {
		if slices.Contains(graph.ContributionRelations(), a.Relation) && a.Evidence.Printed.Affiliation != "" {
			ids = append(ids, a.Evidence.Printed.Affiliation)
		}
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}

// below lists an entity and all that lead to it by a relation over any number of steps, only through some kinds.
func (m naive) below(id graph.ID, r graph.Relation, kinds ...graph.Kind) []graph.ID {
	list := []graph.ID{id}
	for i := 0; i < len(list); i++ {
		for _, a := range m {
			if a.Relation == r && a.Object.Entity == list[i] && slices.Contains(kinds, a.Subject.Kind()) && !slices.Contains(list, a.Subject) {
				list = append(list, a.Subject)
			}
		}
	}
	return list
}

// countryRelations are the relations that a role stands for, to a country and to a region.
func countryRelations(role graph.CountryRole) (country, region []graph.Relation) {
	if role != graph.RoleMentioned {
		country, region = append(country, graph.AboutCountry), append(region, graph.AboutRegion)
	}
	if role != graph.RoleSubject {
		country, region = append(country, graph.MentionsCountry), append(region, graph.Mentions)
	}
	return country, region
}

// filterScan decides about one report after the other. It works out once what does not depend on the report.
type filterScan struct {
	filter graph.Filter
	places []graph.ID // for Filter.Regions
	themes []graph.ID
	parts  []filterScan // And, Or, Not, in this order
}

func (m naive) scan(f graph.Filter) filterScan {
	s := filterScan{filter: f, themes: f.Themes}
	for _, id := range f.Regions {
		s.places = append(s.places, m.below(id, graph.PartOf, graph.KindRegion, graph.KindCountry)...)
	}
	if !f.ExactThemes {
		s.themes = nil
		for _, id := range f.Themes {
			s.themes = append(s.themes, m.below(id, graph.Broader, graph.KindTheme)...)
		}
	}
	for _, part := range slices.Concat(f.And, f.Or) {
		s.parts = append(s.parts, m.scan(part))
	}
	if f.Not != nil {
		s.parts = append(s.parts, m.scan(*f.Not))
	}
	return s
}

// matches decides about a report, of which about are the assertions.
func (s filterScan) matches(id graph.ID, about naive) bool {
	f := s.filter
	leads := func(wanted []graph.ID, relations ...graph.Relation) bool {
		return overlap(wanted, about.objects(id, relations...))
	}
	toCountry, toRegion := countryRelations(f.CountryRole)
	var titles []graph.Tag
	for _, t := range about.texts(id, graph.Label) {
		titles = append(titles, t.Language)
	}
	var written []graph.Tag
	for _, t := range about.texts(id, graph.WrittenIn) {
		written = append(written, graph.Tag(t.Value))
	}
	missing := func(tag graph.Tag) bool {
		return !slices.ContainsFunc(titles, func(t graph.Tag) bool { return isForm(t, tag) })
	}
	inForms := func(have, wanted []graph.Tag) bool {
		return slices.ContainsFunc(wanted, func(w graph.Tag) bool {
			return slices.ContainsFunc(have, func(t graph.Tag) bool { return isForm(t, w) })
		})
	}
	switch {
	case len(f.IDs) > 0 && !slices.Contains(f.IDs, id):
	case len(f.Countries) > 0 && !leads(f.Countries, toCountry...):
	case len(f.Regions) > 0 && !leads(countriesOf(s.places), toCountry...) && !leads(regionsOf(s.places), toRegion...):
	case len(f.Themes) > 0 && !leads(s.themes, graph.AboutTheme):
	case len(f.Projects) > 0 && !leads(f.Projects, graph.OutputOf):
	case len(f.Events) > 0 && !leads(f.Events, graph.CoversEvent):
	case len(f.Organisations) > 0 && !overlap(f.Organisations, about.agents(id)):
	case len(f.People) > 0 && !overlap(f.People, about.agents(id)):
	case len(f.Types) > 0 && !slices.Contains(f.Types, about.reportType(id)):
	case !within(about.published(id), f.From, f.To):
	case len(f.Languages) > 0 && !inForms(written, f.Languages):
	case len(f.AvailableIn) > 0 && !inForms(titles, f.AvailableIn):
	case len(f.MissingIn) > 0 && !slices.ContainsFunc(f.MissingIn, missing):
	default:
		return s.partsMatch(id, about)
	}
	return false
}

func (s filterScan) partsMatch(id graph.ID, about naive) bool {
	and, or := len(s.filter.And), len(s.filter.Or)
	for _, part := range s.parts[:and] {
		if !part.matches(id, about) {
			return false
		}
	}
	some := or == 0
	for _, part := range s.parts[and : and+or] {
		some = some || part.matches(id, about)
	}
	return some && (s.filter.Not == nil || !s.parts[and+or].matches(id, about))
}

func overlap(a, b []graph.ID) bool {
	return slices.ContainsFunc(a, func(id graph.ID) bool { return slices.Contains(b, id) })
}

func countriesOf(ids []graph.ID) []graph.ID { return ofKind(ids, graph.KindCountry) }
func regionsOf(ids []graph.ID) []graph.ID   { return ofKind(ids, graph.KindRegion) }

func ofKind(ids []graph.ID, k graph.Kind) []graph.ID {
	return slices.DeleteFunc(slices.Clone(ids), func(id graph.ID) bool { return id.Kind() != k })
}

// isForm says that a tag is the other one or a more special form of it.
func isForm(t, of graph.Tag) bool { return t == of || strings.HasPrefix(string(t), string(of)+"-") }

func within(d, from, to graph.Date) bool {
	if from.IsZero() && to.IsZero() {
		return true
	}
	return !d.IsZero() && (from.IsZero() || d.Last() >= from.First()) && (to.IsZero() || d.First() <= to.Last())
}

// found are the reports that a filter means, by id.
func (m naive) found(f graph.Filter) []graph.ID {
	s := m.scan(f)
	subjects := map[graph.ID]naive{}
	for _, a := range m {
		subjects[a.Subject] = append(subjects[a.Subject], a)
	}
	var ids []graph.ID
	for _, id := range m.entities(graph.KindReport) {
		if s.matches(id, subjects[id]) {
			ids = append(ids, id)
		}
	}
	return ids
}

// sortKeys gives each entity the key by which lists in a language place it.
func sortKeys(v *view.View, tag graph.Tag, ids []graph.ID) map[graph.ID][]byte {
	reader, sorter := v.For(lang.FromTags([]graph.Tag{tag})), lang.NewSorter(tag)
	keys := map[graph.ID][]byte{}
	for _, id := range ids {
		n, _ := v.Find(id)
		keys[id] = sorter.Key(nil, reader.Label(n).Value)
	}
	return keys
}

// compareByDate orders reports as a list in one of the orders by date does.
func compareByDate(o graph.ReportOrder, a, b graph.Date, aID, bID graph.ID) int {
	if a.IsZero() || b.IsZero() {
		return cmp.Or(cmp.Compare(b.Precision(), a.Precision())*btoi(a.IsZero() != b.IsZero()), cmp.Compare(aID, bID))
	}
	days := cmp.Compare(b.First(), a.First())
	if o == graph.OldestFirst {
		days = -days
	}
	return cmp.Or(days, cmp.Compare(b.Precision(), a.Precision()), cmp.Compare(aID, bID))
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}

// ordered are reports in an order.
func (m naive) ordered(r *view.Reader, ids []graph.ID, o graph.ReportOrder) []graph.ID {
	sorted := slices.Clone(ids)
	keys := sortKeys(r.View, r.Chain.Order(), ids)
	dates := map[graph.ID]graph.Date{}
	for _, id := range ids {
		dates[id] = m.published(id)
	}
	slices.SortFunc(sorted, func(a, b graph.ID) int {
		if o == graph.ByLabel {
			return cmp.Or(bytes.Compare(keys[a], keys[b]), cmp.Compare(a, b))
		}
		return compareByDate(o, dates[a], dates[b], a, b)
	})
	return sorted
}

// counted counts reports by a dimension.
func (m naive) counted(ids []graph.ID, by graph.Dimension) (counts map[string]int, missing int) {
	counts = map[string]int{}
	for _, id := range ids {
		values := m.of(id).values(id, by)
		if len(values) == 0 {
			missing++
		}
		for _, value := range values {
			counts[value]++
		}
	}
	return counts, missing
}

func (m naive) values(id graph.ID, by graph.Dimension) []string {
	var ids []graph.ID
	var values []string
	switch by {
	case graph.ByTheme:
		ids = m.objects(id, graph.AboutTheme)
	case graph.ByCountry:
		ids = m.objects(id, graph.AboutCountry)
	case graph.ByRegion:
		ids = m.objects(id, graph.AboutRegion)
	case graph.ByProject:
		ids = m.objects(id, graph.OutputOf)
	case graph.ByOrganisation:
		ids = ofKind(m.agents(id), graph.KindOrganisation)
	case graph.ByPerson:
		ids = ofKind(m.agents(id), graph.KindPerson)
	case graph.ByYear:
		if d := m.published(id); !d.IsZero() {
			values = append(values, strconv.Itoa(d.Year()))
		}
	case graph.ByLanguage:
		for _, t := range m.texts(id, graph.WrittenIn) {
			values = append(values, t.Value)
		}
	}
	for _, id := range ids {
		values = append(values, string(id))
	}
	slices.Sort(values)
	return slices.Compact(values)
}
