package view_test

import (
	"slices"
	"time"

	"pgregory.net/rapid"

	"github.com/wasl-graph/wasl/graph"
)

// The small world of the property tests: few enough of everything that things meet often.
var (
	smallWorld = map[graph.Kind][]graph.ID{
		graph.KindReport:       {"report:a", "report:b", "report:c", "report:d", "report:e", "report:f"},
		graph.KindPerson:       {"person:a", "person:b"},
		graph.KindOrganisation: {"organisation:a", "organisation:b"},
		graph.KindProject:      {"project:a", "project:b"},
		graph.KindCountry:      {"country:AT", "country:IQ", "country:PK"},
		graph.KindRegion:       {"region:a", "region:b", "region:c"},
		graph.KindTheme:        {"theme:a", "theme:b", "theme:c", "theme:d"},
		graph.KindEvent:        {"event:a"},
	}
	smallTags    = []graph.Tag{"ar", "en", "de", "de-AT", "de-CH", "mul", "fr", "ckb"}
	smallSources = []graph.SourceID{"source:a", "source:b"}
	smallDates   = []string{"2014", "2014-06", "2014-06-15", "2014-06-01", "2014-01-01", "2015", "2015-01", "2015-12-31", "2016-02-29"}
)

// idOf draws an id of one of the kinds.
func idOf(kinds ...graph.Kind) *rapid.Generator[graph.ID] {
	var ids []graph.ID
	for _, k := range kinds {
		ids = append(ids, smallWorld[k]...)
	}
	return rapid.SampledFrom(ids)
}

func randomDate() *rapid.Generator[graph.Date] {
	return rapid.Map(rapid.SampledFrom(smallDates), date)
}

func randomText() *rapid.Generator[graph.Text] {
	return rapid.Custom(func(t *rapid.T) graph.Text {
		return graph.Text{
			Value:    rapid.SampledFrom([]string{"Asylum", "asylum", "Äpfel", "Zebra", "هجرة", "أمان", "10", "9"}).Draw(t, "value"),
			Language: rapid.SampledFrom(smallTags).Draw(t, "language"),
			Kind:     graph.TextKind(rapid.IntRange(0, 3).Draw(t, "kind")),
			Standing: graph.LabelStanding(rapid.IntRange(0, 2).Draw(t, "standing")),
		}
	})
}

// codes are what the relations to codes lead to.
var codes = map[graph.Relation][]string{
	graph.HasType:   {"STUDY", "MANUAL", "nothing known"},
	graph.WrittenIn: {"ar", "de", "de-AT"},
}

func randomObject(r graph.Relation) *rapid.Generator[graph.Object] {
	return rapid.Custom(func(t *rapid.T) graph.Object {
		switch r.Form() {
		case graph.ToDate:
			return graph.Object{Date: randomDate().Draw(t, "date")}
		case graph.ToCode:
			values := codes[r]
			if values == nil {
				values = []string{"doi:1", "doi:2"}
			}
			return graph.CodeObject(rapid.SampledFrom(values).Draw(t, "code"))
		case graph.ToEntity:
			if !r.Collective() || rapid.IntRange(0, 3).Draw(t, "named") > 0 {
				return graph.Object{Entity: idOf(kindsWhere(r.Object)...).Draw(t, "entity")}
			}
		}
		return graph.Object{Text: randomText().Draw(t, "text")}
	})
}

func kindsWhere(holds func(graph.Kind) bool) []graph.Kind {
	var kinds []graph.Kind
	for _, k := range graph.Kinds() {
		if holds(k) {
			kinds = append(kinds, k)
		}
	}
	return kinds
}

// frequent are drawn more often than the other relations, because most of what a view answers hangs on them.
var frequent = []graph.Relation{
	graph.Label, graph.Label, graph.Label, graph.Published, graph.Published, graph.Published, graph.Author, graph.AboutTheme, graph.Publisher, graph.AboutTheme, graph.AboutCountry,
	graph.MentionsCountry, graph.AboutRegion, graph.Mentions, graph.PartOf, graph.Broader, graph.WrittenIn, graph.HasType, graph.OutputOf,
}

// saying are the relations that say something; mergeAtRandom merges.
func saying() []graph.Relation {
	return slices.DeleteFunc(graph.Relations(), func(r graph.Relation) bool { return r == graph.Replaces })
}

func randomAssertion() *rapid.Generator[graph.Assertion] {
	relations := rapid.SampledFrom(append(saying(), frequent...))
	return rapid.Custom(func(t *rapid.T) graph.Assertion {
		r := relations.Draw(t, "relation")
		a := graph.Assertion{
			Statement: graph.Statement{
				Subject: idOf(kindsWhere(r.Subject)...).Draw(t, "subject"), Relation: r, Object: randomObject(r).Draw(t, "object"),
			},
			Evidence: randomEvidence(r.Collective()).Draw(t, "evidence"),
		}
		if err := a.Check(); err != nil {
			t.Fatalf("%v: %v", a, err)
		}
		return a
	})
}

func randomEvidence(ofAgent bool) *rapid.Generator[graph.Evidence] {
	return rapid.Custom(func(t *rapid.T) graph.Evidence {
		e := graph.Evidence{
			Source: rapid.SampledFrom(smallSources).Draw(t, "source"),
			Method: graph.Method(rapid.IntRange(0, 4).Draw(t, "method")),
			Words:  rapid.SampledFrom([]string{"", "", "a few words", "other words"}).Draw(t, "words"),
		}
		if e.Method == graph.Inferred {
			e.Rule = rapid.SampledFrom([]graph.Rule{graph.TitleNamesPlace, graph.TitleNamesPart}).Draw(t, "rule")
		}
		if unit := graph.PlaceUnit(rapid.IntRange(0, 2).Draw(t, "unit")); unit != graph.Nowhere {
			start := rapid.IntRange(0, 2).Draw(t, "start")
			e.Place = graph.Place{Unit: unit, Start: start, End: start + rapid.IntRange(0, 2).Draw(t, "length")}
		}
		if ofAgent {
			e.Printed = randomPrinted().Draw(t, "printed")
		}
		return e
	})
}

func randomPrinted() *rapid.Generator[graph.Printed] {
	return rapid.Custom(func(t *rapid.T) graph.Printed {
		p := graph.Printed{
			Position: rapid.IntRange(0, 3).Draw(t, "position"),
			As:       rapid.SampledFrom([]string{"", "A. Author", "B. Author"}).Draw(t, "as"),
		}
		if rapid.Bool().Draw(t, "affiliated") {
			p.Affiliation = idOf(graph.KindOrganisation).Draw(t, "affiliation")
			p.AffiliationAs = rapid.SampledFrom([]string{"", "Institute"}).Draw(t, "affiliation as")
		}
		return p
	})
}

// randomChange draws a change; it retracts some of what is held, and asserts some of what is held again.
func randomChange(held []graph.Assertion) *rapid.Generator[graph.Change] {
	return rapid.Custom(func(t *rapid.T) graph.Change {
		c := graph.Change{
			Author: rapid.SampledFrom([]string{"ada", "ben"}).Draw(t, "author"),
			Time:   time.Unix(1_700_000_000, 0).UTC(),
			Assert: rapid.SliceOfN(randomAssertion(), 0, 12).Draw(t, "assert"),
		}
		for _, id := range smallSources {
			title := rapid.SampledFrom([]string{"A source", "The source"}).Draw(t, "title of the source")
			c.Sources = append(c.Sources, graph.Source{ID: id, Title: graph.Text{Value: title, Language: graph.English}})
		}
		if len(held) > 0 {
			again := rapid.SliceOfN(rapid.SampledFrom(held), 0, 5)
			c.Retract, c.Assert = again.Draw(t, "retract"), append(c.Assert, again.Draw(t, "assert again")...)
		}
		return c
	})
}

// randomSnapshot draws a graph that some changes made.
func randomSnapshot(t *rapid.T) graph.Snapshot {
	record := newMemory()
	for range rapid.IntRange(1, 3).Draw(t, "changes") {
		c := randomChange(record.held).Draw(t, "change")
		c.Assert = append(c.Assert, rapid.SliceOfN(randomAssertion(), 20, 60).Draw(t, "more")...)
		if _, err := record.Apply(t.Context(), c, nil); err != nil {
			t.Fatal(err)
		}
	}
	return record.snapshot()
}

// someOf draws one or two values.
func someOf[T any](of *rapid.Generator[T]) *rapid.Generator[[]T] { return rapid.SliceOfN(of, 1, 2) }

// ids draws some ids of the kinds, among them one that nobody has.
func ids(kinds ...graph.Kind) *rapid.Generator[[]graph.ID] {
	return someOf(rapid.OneOf(idOf(kinds...), idOf(kinds...), idOf(kinds...), rapid.Just(graph.ID("report:nobody"))))
}

// conditions each put one condition into a filter.
var conditions = []func(t *rapid.T, f *graph.Filter){
	func(t *rapid.T, f *graph.Filter) { f.IDs = ids(graph.KindReport).Draw(t, "ids") },
	func(t *rapid.T, f *graph.Filter) { f.Countries = ids(graph.KindCountry).Draw(t, "countries") },
	func(t *rapid.T, f *graph.Filter) {
		f.Regions = ids(graph.KindRegion, graph.KindCountry).Draw(t, "regions")
	},
	func(t *rapid.T, f *graph.Filter) { f.Themes = ids(graph.KindTheme).Draw(t, "themes") },
	func(t *rapid.T, f *graph.Filter) { f.Projects = ids(graph.KindProject).Draw(t, "projects") },
	func(t *rapid.T, f *graph.Filter) {
		f.Organisations = ids(graph.KindOrganisation).Draw(t, "organisations")
	},
	func(t *rapid.T, f *graph.Filter) { f.People = ids(graph.KindPerson).Draw(t, "people") },
	func(t *rapid.T, f *graph.Filter) { f.Events = ids(graph.KindEvent).Draw(t, "events") },
	func(t *rapid.T, f *graph.Filter) {
		f.Types = someOf(rapid.SampledFrom(graph.ReportTypes())).Draw(t, "types")
	},
	func(t *rapid.T, f *graph.Filter) { f.Languages = someOf(randomTag).Draw(t, "languages") },
	func(t *rapid.T, f *graph.Filter) { f.AvailableIn = someOf(randomTag).Draw(t, "available") },
	func(t *rapid.T, f *graph.Filter) { f.MissingIn = someOf(randomTag).Draw(t, "missing") },
	func(t *rapid.T, f *graph.Filter) { f.From = randomDate().Draw(t, "from") },
	func(t *rapid.T, f *graph.Filter) { f.To = randomDate().Draw(t, "to") },
}

// randomTag is a language of the small world, or one that nothing is in.
var randomTag = rapid.SampledFrom(append([]graph.Tag{"es"}, smallTags...))

// randomFilter draws a filter with few conditions, for of many together nothing is left over, and with so many levels of
// other filters in it.
func randomFilter(depth int) *rapid.Generator[graph.Filter] {
	return rapid.Custom(func(t *rapid.T) graph.Filter {
		f := graph.Filter{
			CountryRole: graph.CountryRole(rapid.IntRange(0, 2).Draw(t, "role")), ExactThemes: rapid.Bool().Draw(t, "exact"),
		}
		for range rapid.IntRange(0, 2).Draw(t, "conditions") {
			rapid.SampledFrom(conditions).Draw(t, "condition")(t, &f)
		}
		if depth == 0 {
			return f
		}
		part := randomFilter(depth - 1)
		switch rapid.IntRange(0, 5).Draw(t, "part") {
		case 0:
			f.And = someOf(part).Draw(t, "and")
		case 1:
			f.Or = someOf(part).Draw(t, "or")
		case 2:
			not := part.Draw(t, "not")
			f.Not = &not
		}
		return f
	})
}
