package view_test

import (
	"context"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/lang"
	"github.com/wasl-graph/wasl/internal/view"
)

// node is the number of an entity that must be there.
func node(t *testing.T, v *view.View, id graph.ID) view.Node {
	t.Helper()
	n, found := v.Find(id)
	if !found {
		t.Fatalf("%s is not there", id)
	}
	return n
}

// reports are the ids of the reports that a filter means, in an order.
func reports(t *testing.T, v *view.View, f graph.Filter, o graph.ReportOrder) string {
	t.Helper()
	set, err := v.Filter(t.Context(), f)
	if err != nil {
		t.Fatal(err)
	}
	list := v.For(lang.Chain{}).Ordered(t.Context(), set, o)
	return joined(idsOf(v, list.Slice(0, list.Len())))
}

func joined(ids []graph.ID) string {
	var names []string
	for _, id := range ids {
		names = append(names, id.Local())
	}
	return strings.Join(names, " ")
}

func equal[T comparable](t *testing.T, what string, have, want T) {
	t.Helper()
	if have != want {
		t.Errorf("%s: %v, expected %v", what, have, want)
	}
}

func TestEmptyGraph(t *testing.T) {
	v := mustBuild(graph.Snapshot{Assertions: each(nil)})
	r := v.For(lang.Chain{})
	for _, o := range reportOrders {
		equal(t, "reports", reports(t, v, graph.Filter{Not: &graph.Filter{Themes: []graph.ID{"theme:a"}}}, o), "")
		equal(t, "position", r.Ordered(t.Context(), view.Set{}, o).Position(date("2024"), "a", "report:a"), 0)
	}
	for _, by := range graph.Dimensions() {
		f, err := r.Facet(t.Context(), view.Set{}, by, 10)
		equal(t, by.String(), fmt.Sprint(f, err), "{[] 0 0} <nil>")
	}
	if _, found := v.Find("country:IQ"); found {
		t.Error("an entity in an empty graph")
	}
	equal(t, "statements", v.Statements(), 0)
}

func TestCyclesEnd(t *testing.T) {
	var f facts
	for _, pair := range [][2]graph.ID{{"theme:a", "theme:b"}, {"theme:b", "theme:c"}, {"theme:c", "theme:a"}, {"theme:d", "theme:d"}} {
		f.say(pair[0], graph.Broader, pair[1])
		f.say("report:"+graph.ID(pair[0].Local()), graph.AboutTheme, pair[0])
	}
	f.say("region:a", graph.PartOf, graph.ID("region:b"))
	f.say("region:b", graph.PartOf, graph.ID("region:a"))
	f.say("country:IQ", graph.PartOf, graph.ID("region:b"))
	f.say("organisation:x", graph.PartOf, graph.ID("region:a"))
	f.say("country:AT", graph.PartOf, graph.ID("organisation:x"))
	f.say("report:a", graph.AboutCountry, graph.ID("country:IQ"))
	f.say("report:b", graph.AboutCountry, graph.ID("country:AT"))
	f.say("report:c", graph.Mentions, graph.ID("region:b"))
	v := f.view()
	for _, c := range []struct {
		filter graph.Filter
		want   string
	}{
		{graph.Filter{Themes: []graph.ID{"theme:a"}}, "a b c"},
		{graph.Filter{Themes: []graph.ID{"theme:a"}, ExactThemes: true}, "a"},
		{graph.Filter{Themes: []graph.ID{"theme:d"}}, "d"},
		{graph.Filter{Regions: []graph.ID{"region:a"}}, "a"},
		{graph.Filter{Regions: []graph.ID{"region:a"}, CountryRole: graph.RoleAny}, "a c"},
		{graph.Filter{Regions: []graph.ID{"region:a"}, CountryRole: graph.RoleMentioned}, "c"},
		{graph.Filter{Regions: []graph.ID{"country:IQ"}}, "a"},
	} {
		equal(t, fmt.Sprintf("%+v", c.filter), reports(t, v, c.filter, graph.NewestFirst), c.want)
	}
	equal(t, "above", joined(idsOf(v, v.Above(node(t, v, "theme:a"), graph.Broader))), "b c")
	equal(t, "below", joined(idsOf(v, v.Below(node(t, v, "theme:a"), graph.Broader))), "c b")
	equal(t, "above itself", joined(idsOf(v, v.Above(node(t, v, "theme:d"), graph.Broader))), "")
}

func TestWithoutALabel(t *testing.T) {
	var f facts
	f.say("organisation:acronym", graph.Acronym, "WHO")
	f.say("organisation:nothing", graph.Note, in(graph.English, "a note"))
	f.say("person:named", graph.AffiliatedWith, graph.ID("organisation:nothing"))
	f.say("person:named", graph.Label, in(graph.Multiple, "Somebody"))
	f.say("person:named", graph.AffiliatedWith, graph.ID("organisation:referred-to"))
	v := f.view()
	r := v.For(lang.FromHeader("ar"))
	for id, want := range map[graph.ID]string{
		"organisation:acronym": "WHO", "organisation:nothing": "organisation:nothing", "person:named": "Somebody",
	} {
		label := r.Label(node(t, v, id))
		equal(t, string(id), label.Value, want)
		_, sourced := r.SourceOf(label)
		equal(t, "a source of "+label.Value, sourced, id == "person:named")
		if !sourced {
			stand := graph.CodeObject(want).Text
			if id == "organisation:nothing" {
				stand.Standing = graph.Unverified // nobody calls it by its id
			}
			equal(t, "language and kind", label.Text, stand)
			equal(t, "tried", label.Tried, len(r.Chain.Tags())+1)
		}
	}
	var problems []string
	for _, problem := range v.Check() {
		problems = append(problems, problem.Error())
	}
	equal(t, "problems", strings.Join(problems, "; "), "organisation:acronym has no label; organisation:nothing has no label; "+
		"organisation:referred-to is referred to, but nothing is said of it")
}

func TestDatesOrderReports(t *testing.T) {
	var f facts
	for id, d := range map[graph.ID]string{
		"report:year": "2024", "report:month": "2024-01", "report:first": "2024-01-01", "report:also-first": "2024-01-01",
		"report:second": "2024-01-02", "report:before": "2023-12-31",
	} {
		f.say(id, graph.Published, date(d))
	}
	f.say("report:undated", graph.Label, in(graph.English, "Zero"))
	f.say("report:also-undated", graph.Label, in(graph.English, "No date"))
	// Of several dates the finest counts, of these the earliest.
	f.say("report:second", graph.Published, date("2020"))
	f.say("report:second", graph.Published, date("2024-01-03"))
	v := f.view()
	equal(t, "newest", reports(t, v, graph.Filter{}, graph.NewestFirst), "second also-first first month year before also-undated undated")
	equal(t, "oldest", reports(t, v, graph.Filter{}, graph.OldestFirst), "before also-first first month year second also-undated undated")
	equal(t, "date", v.Date(node(t, v, "report:second"), graph.Published), date("2024-01-02"))
	equal(t, "no date", v.Published(node(t, v, "report:undated")), graph.Date{})
	for _, c := range []struct{ from, to, want string }{
		{"2024-01-02", "", "second month year"},
		{"2024-02", "", "year"},
		{"", "2023", "before"},
		{"2023-12-31", "2024-01-01", "also-first first month year before"},
		{"2025", "", ""},
		{"2024-06-15", "2023", ""},
		{"2024-01-03", "2024-01-01", "month year"}, // dates that overlap both of two bounds that are the wrong way round
	} {
		filter := graph.Filter{}
		if c.from != "" {
			filter.From = date(c.from)
		}
		if c.to != "" {
			filter.To = date(c.to)
		}
		equal(t, c.from+" to "+c.to, reports(t, v, filter, graph.NewestFirst), c.want)
	}
}

func TestAuthorsStandInPrintedOrder(t *testing.T) {
	var f facts
	f.say("report:a", graph.Author, graph.ID("person:a"), printed(3, "A"))
	f.say("report:a", graph.Author, graph.ID("person:b"))
	f.say("report:a", graph.Author, in(graph.English, "the project team"), printed(2, "the project team"))
	f.say("report:a", graph.Author, graph.ID("person:z"), printed(4, "Z"), printed(1, "Z."))
	f.say("report:a", graph.Author, graph.ID("organisation:x"), graph.Evidence{
		Source:  "source:a",
		Printed: graph.Printed{Position: 2, As: "X", Affiliation: "organisation:y", AffiliationAs: "the Y"},
	})
	v := f.view()
	n := node(t, v, "report:a")
	equal(t, "entities", joined(idsOf(v, v.Objects(nil, n, graph.Author))), "z x a b")
	texts := v.Texts(nil, n, graph.Author)
	var objects []string
	for _, s := range v.StatementsOf(nil, n, graph.Author) {
		objects = append(objects, v.Statement(s).Object.String())
	}
	equal(t, "statements", strings.Join(objects, ", "), "person:z, organisation:x, the project team, person:a, person:b")
	collective := v.Statement(v.StatementsOf(nil, n, graph.Author)[2])
	equal(t, "collective", collective.Object, graph.Object{Text: in(graph.English, "the project team")})
	equal(t, "texts", fmt.Sprint(texts), fmt.Sprint([]graph.Text{in(graph.English, "the project team")}))
	equal(t, "dates", len(v.Texts(nil, n, graph.Published)), 0)
	if _, found := v.For(lang.Chain{}).Text(n, graph.Author); found || v.For(lang.Chain{}).All(n, graph.Author) != nil {
		t.Error("an author is read as a label")
	}
	equal(t, "affiliated", reports(t, v, graph.Filter{Organisations: []graph.ID{"organisation:y"}}, graph.NewestFirst), "a")
	people, err := v.Contributors(t.Context(), mustFilter(t, v, graph.Filter{}), graph.KindPerson)
	equal(t, "people", joined(idsOf(v, people))+fmt.Sprint(err), "a b z<nil>")
}

func mustFilter(t *testing.T, v *view.View, f graph.Filter) view.Set {
	t.Helper()
	set, err := v.Filter(t.Context(), f)
	if err != nil {
		t.Fatal(err)
	}
	return set
}

func TestSurestEvidenceComesFirst(t *testing.T) {
	var f facts
	place := graph.Place{Unit: graph.Chars, Start: 10, End: 14}
	f.say(
		"report:a", graph.AboutCountry, graph.ID("country:IQ"),
		graph.Evidence{Source: "source:a", Method: graph.Mentioned, Place: place},
		graph.Evidence{Source: "source:a", Method: graph.Inferred, Rule: graph.TitleNamesPart},
		graph.Evidence{Source: "source:b", Method: graph.Stated, Words: "Country: Iraq"},
		graph.Evidence{Source: "source:a", Method: graph.Inferred, Rule: graph.TitleNamesPlace},
		graph.Evidence{Source: "source:a", Method: graph.Tagged},
	)
	// The same label from two sources: what the better one says of it counts.
	f.say("country:IQ", graph.Label, translated(graph.German, "Irak"))
	f.say("country:IQ", graph.Label, in(graph.German, "Irak"), graph.Evidence{Source: "source:b"})
	v := f.view()
	s := v.StatementsOf(nil, node(t, v, "report:a"))[0]
	var methods []string
	for _, e := range v.Evidence(nil, s) {
		methods = append(methods, e.Method.String()+string(e.Rule))
	}
	equal(t, "methods", strings.Join(methods, " "), "STATED TAGGED INFERREDtitle-names-place INFERREDtitle-names-part MENTIONED")
	evidence := v.Evidence(nil, s)
	equal(t, "words", evidence[0].Words, "Country: Iraq")
	equal(t, "place", evidence[4].Place, place)
	equal(t, "statements", v.Statements(), 2)

	label := v.For(lang.Chain{}).Label(node(t, v, "country:IQ"))
	equal(t, "standing", label.Standing, graph.Attested)
	source, _ := v.SourceOf(label)
	equal(t, "source", source.ID, "source:b")
}

// Evidence that differs in a single thing has one order, whichever comes first.
func TestAnyTwoPiecesOfEvidenceAreToldApart(t *testing.T) {
	base := graph.Evidence{
		Source: "source:a", Method: graph.Inferred, Rule: graph.TitleNamesPart, Place: graph.Place{Unit: graph.Lines, Start: 3, End: 4},
		Words:   "some words",
		Printed: graph.Printed{Position: 2, As: "A. Author", Affiliation: "organisation:a", AffiliationAs: "the A"},
	}
	for name, change := range map[string]func(e *graph.Evidence){
		"source":          func(e *graph.Evidence) { e.Source = "source:b" },
		"method":          func(e *graph.Evidence) { e.Method, e.Rule = graph.Stated, "" },
		"equally sure":    func(e *graph.Evidence) { e.Method, e.Rule = graph.Curated, "" },
		"rule":            func(e *graph.Evidence) { e.Rule = graph.TitleNamesPlace },
		"unit":            func(e *graph.Evidence) { e.Place.Unit = graph.Chars },
		"start":           func(e *graph.Evidence) { e.Place.Start = 2 },
		"end":             func(e *graph.Evidence) { e.Place.End = 5 },
		"words":           func(e *graph.Evidence) { e.Words = "" },
		"position":        func(e *graph.Evidence) { e.Printed.Position = 0 },
		"printed as":      func(e *graph.Evidence) { e.Printed.As = "B. Author" },
		"affiliation":     func(e *graph.Evidence) { e.Printed.Affiliation = "organisation:b" },
		"no affiliation":  func(e *graph.Evidence) { e.Printed.Affiliation = "" },
		"affiliation as":  func(e *graph.Evidence) { e.Printed.AffiliationAs = "the B" },
		"nothing printed": func(e *graph.Evidence) { e.Printed = graph.Printed{} },
	} {
		other := base
		change(&other)
		var one, two facts
		one.say("report:a", graph.Author, graph.ID("person:a"), base, other)
		two.say("report:a", graph.Author, graph.ID("person:a"), other, base)
		if !reflect.DeepEqual(one.view(), two.view()) {
			t.Errorf("%s: the order of the assertions makes a difference", name)
		}
		if v := one.view(); len(v.Evidence(nil, v.StatementsOf(nil, node(t, v, "report:a"))[0])) != 2 {
			t.Errorf("%s: not two pieces of evidence", name)
		}
	}
	for _, better := range []graph.Text{
		{Value: "A", Language: graph.English, Standing: graph.Attested}, {Value: "A", Language: graph.English, Kind: graph.Translated},
	} {
		plain := graph.Text{Value: "A", Language: graph.English}
		var one, two facts
		one.say("theme:a", graph.Label, plain)
		one.say("theme:a", graph.Label, better)
		two.say("theme:a", graph.Label, better)
		two.say("theme:a", graph.Label, plain)
		if !reflect.DeepEqual(one.view(), two.view()) {
			t.Errorf("%v: the order of the assertions makes a difference", better)
		}
	}
}

func TestLabelsInALanguage(t *testing.T) {
	var f facts
	f.say("theme:a", graph.Label, in("de-CH", "Strassenverkehr"))
	f.say("theme:a", graph.Label, translated("de-AT", "Straßenverkehr"))
	f.say("theme:a", graph.Label, in("fr", "Circulation"))
	f.say("theme:a", graph.Label, translated(graph.English, "Traffic"))
	f.say("theme:a", graph.Label, in(graph.English, "Zoning")) // the first in a language counts, not the best
	v := f.view()
	for header, want := range map[string]string{
		"de-AT":              "Straßenverkehr",
		"de":                 "Strassenverkehr", // of two forms the better standing
		"de, de-CH;q=0":      "Straßenverkehr",
		"en":                 "Traffic",
		"ar":                 "Traffic",
		"es, en;q=0, de;q=0": "Circulation",
		"es, fr;q=0, *;q=0":  "Zoning", // all refused: the best in the first of the default order
		"fr-CA, en;q=0.9":    "Circulation",
		"":                   "Traffic",
	} {
		equal(t, header, v.For(lang.FromHeader(header)).Label(0).Value, want)
	}
	var all []string
	for _, served := range v.For(lang.Chain{}).All(0, graph.Label) {
		all = append(all, string(served.Language))
	}
	slices.Sort(all)
	equal(t, "all", strings.Join(all, " "), "de-AT de-CH en en fr")
}

func TestIdentified(t *testing.T) {
	var f facts
	f.say("person:b", graph.IdentifiedBy, "orcid:0000-0001")
	f.say("person:a", graph.IdentifiedBy, "orcid:0000-0001")
	f.say("country:IQ", graph.IdentifiedBy, "wikidata:Q796")
	v := f.view()
	for code, want := range map[string]graph.ID{"wikidata:Q796": "country:IQ", "orcid:0000-0001": "person:a", "wikidata:Q79": "", "": "", "z": ""} {
		n, found := v.Identified(code)
		equal(t, code+" is known", found, want != "")
		if found {
			equal(t, code, v.ID(n), want)
		}
	}
}

func TestWhatNobodyHasIsNotFound(t *testing.T) {
	v := library().view()
	for _, id := range []string{
		"", "statement:", "statement:report:leaving", "statement:report:leaving/PUBLISHED", "statement:report:leaving/PUBLISHED/2024",
		"statement:report:nobody/PUBLISHED/2024-06-20", "statement:report:leaving/KNOWS/2024-06-20", "report:leaving/PUBLISHED/2024-06-20",
		"statement:report:leaving/PUBLISHED/2024-06-20/",
	} {
		if s, found := v.FindStatement(id); found {
			t.Errorf("%q names %v", id, v.Statement(s))
		}
	}
	if _, found := v.FindStatement("statement:report:leaving/PUBLISHED/2024-06-20"); !found {
		t.Error("a statement is not found by its id")
	}
	for _, number := range []uint32{0, 2, ^uint32(0)} {
		if _, found := v.Change(number); found || len(v.Asserted(number)) > 0 || len(v.Retracted(number)) > 0 {
			t.Errorf("there is a change %d", number)
		}
	}
	if _, found := v.Source("source:c"); found {
		t.Error("there is a source c")
	}
	source, _ := v.Source("source:b")
	equal(t, "source b", source.Title.Value, "The second source")
	equal(t, "the first source", v.Sources()[0].ID, "source:a")
	equal(t, "changes", len(v.Changes()), 1)
}

func TestBuildLeavesTheSnapshotAlone(t *testing.T) {
	s := library().snapshot()
	mustBuild(s)
	equal(t, "the first source of the snapshot", s.Sources[0].ID, "source:b")
}

func TestBuildErrors(t *testing.T) {
	broken := errors.New("the disk is gone")
	cancelled, cancel := context.WithCancel(t.Context())
	cancel()
	var many facts
	for i := range 300 {
		many.say("theme:a", graph.Broader, graph.ID("theme:b"), graph.Evidence{Source: "source:a", Rule: graph.Rule(fmt.Sprint(i))})
	}
	for name, c := range map[string]struct {
		context  context.Context
		snapshot func() graph.Snapshot
		want     string
	}{
		"the record fails": {t.Context(), func() graph.Snapshot {
			s := library().snapshot()
			s.Assertions = func(yield func(graph.Assertion, error) bool) { yield(graph.Assertion{}, broken) }
			return s
		}, "the disk is gone"},
		"the context is over": {cancelled, library().snapshot, "context canceled"},
		"a source is missing": {t.Context(), func() graph.Snapshot {
			s := library().snapshot()
			s.Sources = nil
			return s
		}, "country:IQ LABEL: the source source:a is not known"},
		"too many rules": {t.Context(), many.snapshot, "theme:a BROADER: there are more than 256 methods and rules"},
	} {
		t.Run(name, func(t *testing.T) {
			v, err := view.Build(c.context, c.snapshot())
			equal(t, "error", fmt.Sprint(err), c.want)
			equal(t, "no view", v == nil, true)
		})
	}
}

func TestCancelledReads(t *testing.T) {
	v := medium()
	r := v.For(lang.Chain{})
	all := mustFilter(t, v.View, graph.Filter{})
	over, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := v.Filter(over, graph.Filter{Or: []graph.Filter{{Themes: []graph.ID{"theme:g-0"}}}}); !errors.Is(err, context.Canceled) {
		t.Errorf("Filter: %v", err)
	}
	if _, err := r.Facet(over, all, graph.ByTheme, 5); !errors.Is(err, context.Canceled) {
		t.Errorf("Facet: %v", err)
	}
	if _, err := v.Reached(over, all, graph.AboutTheme); !errors.Is(err, context.Canceled) {
		t.Errorf("Reached: %v", err)
	}
	equal(t, "reports by label", r.Ordered(over, all, graph.ByLabel).Len(), 0)
}
