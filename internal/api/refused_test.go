package api_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/api"
	"github.com/wasl-graph/wasl/internal/lang"
)

// refusal is a query that is refused: where, why, and in which argument.
type refusal struct {
	name, query string
	variables   map[string]any
	path        string // of the field in the response
	reason      string
	argument    string
	says        string // in the message
}

var limits = "must be from 1 to 100"

var refusals = []refusal{
	// Sizes of pages.
	{"first 0", `{ reports(first: 0) { totalCount } }`, nil, "reports", "page.range", "first", "0 is not possible; it " + limits},
	{"first -1", `{ reports(first: -1) { totalCount } }`, nil, "reports", "page.range", "first", limits},
	{"first 101", `{ r: reports(first: 101) { totalCount } }`, nil, "r", "page.range", "first", limits},
	{"first 2^31", `{ reports(first: 2147483648) { totalCount } }`, nil, "reports", "page.range", "first", limits},
	{"first 2^31 as a variable", `query ($n: Int) { reports(first: $n) { totalCount } }`, map[string]any{"n": 2147483648}, "", "variable.integer", "$n", "from -2,147,483,648 to 2,147,483,647"},
	{"last 0", `{ people(last: 0) { totalCount } }`, nil, "people", "page.range", "last", limits},
	{"last 101", `{ changes(last: 101) { totalCount } }`, nil, "changes", "page.range", "last", limits},
	{"both", `{ themes(first: 1, last: 1) { totalCount } }`, nil, "themes", "page.both", "first, last", "from 1 to 100"},
	{"nested", `{ country(code: "IQ") { reports(first: 0) { totalCount } } }`, nil, "country.reports", "page.range", "first", limits},
	{"in a list", `{ countries(first: 2) { nodes { projects(first: 0) { totalCount } } } }`, nil, "countries.nodes[0].projects", "page.range", "first", limits},
	{"statements", `{ country(code: "IQ") { statements(last: -5) { totalCount } } }`, nil, "country.statements", "page.range", "last", limits},
	{"buckets 0", `{ reports { facet(by: THEME, first: 0) { otherCount } } }`, nil, "reports.facet", "page.range", "first", limits},
	{"steps 0", `{ paths(from: "country:IQ", to: "country:AZ", maxLength: 0) { complete } }`, nil, "paths", "page.range", "maxLength", "0 is not possible; it must be from 1 to 8"},
	{"steps 9", `{ paths(from: "country:IQ", to: "country:AZ", maxLength: 9) { complete } }`, nil, "paths", "page.range", "maxLength", "must be from 1 to 8"},
	{"steps 2^31", `{ paths(from: "country:IQ", to: "country:AZ", maxLength: 2147483648) { complete } }`, nil, "paths", "page.range", "maxLength", "2,147,483,648 is not possible; it must be from 1 to 8"},
	{"paths 101", `{ paths(from: "country:IQ", to: "country:AZ", first: 101) { complete } }`, nil, "paths", "page.range", "first", limits},
	{"depth 5", `{ neighbourhood(id: "country:IQ", depth: 5) { truncated } }`, nil, "neighbourhood", "page.range", "depth", "must be from 1 to 4"},
	{"depth 2^31", `{ neighbourhood(id: "country:IQ", depth: 2147483648) { truncated } }`, nil, "neighbourhood", "page.range", "depth", "must be from 1 to 4"},
	{"nodes 1001", `{ neighbourhood(id: "country:IQ", limit: 1001) { truncated } }`, nil, "neighbourhood", "page.range", "limit", "1,001 is not possible; it must be from 1 to 1,000"},
	{"nodes 2^31", `{ neighbourhood(id: "country:IQ", limit: 2147483648) { truncated } }`, nil, "neighbourhood", "page.range", "limit", "must be from 1 to 1,000"},
	{"buckets 101", `{ reports { facet(by: YEAR, first: 101) { otherCount } } }`, nil, "reports.facet", "page.range", "first", limits},

	// Cursors. How foreign ones are refused stands in a test of its own.
	{"empty cursor", `{ reports(after: "") { totalCount } }`, nil, "reports", "cursor.malformed", "after", "no cursor"},
	{"nonsense as a cursor", `{ reports(before: "بغداد") { totalCount } }`, nil, "reports", "cursor.malformed", "before", "no cursor"},
	{"seven bytes", `{ reports(after: "AAAAAAAAAA") { totalCount } }`, nil, "reports", "cursor.malformed", "after", "no cursor"},
	{"no place", `{ reports(after: "AAAAAAAAAAB7") { totalCount } }`, nil, "reports", "cursor.malformed", "after", "no cursor"},

	// Filters.
	{"malformed id", `{ reports(filter: {countries: ["IQ"]}) { totalCount } }`, nil, "reports", "value.invalid", "filter.countries", `"IQ" is not valid; expected an id that begins with country:`},
	{"wrong kind", `{ reports(filter: {themes: ["country:IQ"]}) { totalCount } }`, nil, "reports", "value.invalid", "filter.themes", "begins with theme:"},
	{"wrong kind, deep", `{ reports(filter: {and: [{}, {or: [{not: {people: ["organisation:icmpd"]}}]}]}) { totalCount } }`, nil, "reports", "value.invalid", "filter.and[1].or[0].not.people", "begins with person:"},
	{"country in lower case", `{ reports(filter: {countries: ["country:iq"]}) { totalCount } }`, nil, "reports", "value.invalid", "filter.countries", "country:"},
	{"ids of a list", `{ people(ids: ["theme:policy"]) { totalCount } }`, nil, "people", "value.invalid", "ids", "begins with person:"},
	{"countries of a list", `{ projects(countries: ["IQ"]) { totalCount } }`, nil, "projects", "value.invalid", "countries", "begins with country:"},
	{"month 13", `{ reports(filter: {publishedFrom: "2024-13"}) { totalCount } }`, nil, "reports", "value.invalid", "filter.publishedFrom", "a date such as"},
	{"31 February", `{ reports(filter: {publishedTo: "2024-02-31"}) { totalCount } }`, nil, "reports", "value.invalid", "filter.publishedTo", "a date such as"},
	{"date as a number", `{ reports(filter: {publishedTo: 2024}) { totalCount } }`, nil, "reports", "value.invalid", "filter.publishedTo", "a string"},
	{"date in a variable", `query ($f: ReportFilter) { reports(filter: $f) { totalCount } }`, map[string]any{"f": map[string]any{"publishedFrom": "June"}}, "reports", "value.invalid", "filter.publishedFrom", "a date such as"},
	{"to before from", `{ reports(filter: {publishedFrom: "2024-06", publishedTo: "2024-05"}) { totalCount } }`, nil, "reports", "value.invalid", "filter.publishedTo", "before publishedFrom begins"},
	{"to before from, deep", `{ reports(filter: {not: {publishedFrom: "2024", publishedTo: "2023"}}) { totalCount } }`, nil, "reports", "value.invalid", "filter.not.publishedTo", "before publishedFrom begins"},
	{"tag with underscore", `{ reports(filter: {availableIn: ["ar", "x_y"]}) { totalCount } }`, nil, "reports", "value.invalid", "filter.availableIn[1]", "a BCP 47 tag"},
	{"tag of 40 characters", `{ reports(filter: {languages: ["en-` + strings.Repeat("x", 37) + `"]}) { totalCount } }`, nil, "reports", "value.invalid", "filter.languages[0]", "at most 35 characters"},
	{"tag of a label", `{ country(code: "IQ") { label(languages: ["en", "klingonisch"]) { value } } }`, nil, "country.label", "value.invalid", "languages[1]", "a BCP 47 tag"},
	{"tag as an object", `{ country(code: "IQ") { label(languages: [{en: 1}]) { value } } }`, nil, "country.label", "value.invalid", "languages[0]", "a string"},
	{"date as an object", `{ reports(filter: {publishedTo: {y: 2024}}) { totalCount } }`, nil, "reports", "value.invalid", "filter.publishedTo", `"{"y":2024}" is not valid`},
	{"order in lower case", `query ($o: ReportOrder) { reports(orderBy: $o) { totalCount } }`, map[string]any{"o": "label"}, "", "value.invalid", "$o", "PUBLISHED_DESC"},

	// Single things.
	{"code in lower case", `{ country(code: "iq") { id } }`, nil, "country", "value.invalid", "code", "two"},
	{"code of three letters", `{ country(code: "IRQ") { id } }`, nil, "country", "value.invalid", "code", "two"},
	{"101 ids", `query ($ids: [ID!]!) { nodes(ids: $ids) { id } }`, map[string]any{"ids": slices.Repeat([]any{"country:IQ"}, 101)}, "nodes", "ids.many", "ids", "101 are too many; at most 100"},

	// The request as a whole: there is no path.
	{"syntax", `{`, nil, "", "query.syntax.end", "", "breaks off at line 1, column 2"},
	{"unknown field", `{ nobody }`, nil, "", "query.field.unknown", "", "nobody"},
	{"no operation", `fragment F on Query { __typename }`, nil, "", "query.operation.none", "", "no operation"},
	{"too large for any number", `{ reports(first: 99999999999999999999) { totalCount } }`, nil, "", "query.value.integer", "", "2,147,483,647"},
	{"fraction", `{ reports(first: 1.5) { totalCount } }`, nil, "", "query.value.integer", "", "whole number"},
	{"text for a number", `{ reports(first: "1") { totalCount } }`, nil, "", "query.value.integer", "", "whole number"},
	{"unknown order", `{ reports(orderBy: OLDEST) { totalCount } }`, nil, "", "query.value.type", "", "OLDEST"},
	{"missing variable", `query ($id: ID!) { node(id: $id) { id } }`, nil, "", "variable.missing", "$id", "there is no value"},
	{"unknown filter in a variable", `query ($f: ReportFilter) { reports(filter: $f) { totalCount } }`, map[string]any{"f": map[string]any{"and": []any{map[string]any{"theme": 1}}}}, "", "query.input.unknown", "$f.and[0].theme", "no such field"},
	{"fraction in a variable", `query ($n: Int) { reports(first: $n) { totalCount } }`, map[string]any{"n": 1.5}, "", "variable.integer", "$n", "whole number"},
	{"text for a number in a variable", `query ($n: Int) { reports(first: $n) { totalCount } }`, map[string]any{"n": "2"}, "", "variable.integer", "$n", "whole number"},
	{"null in a list", `query ($l: [LanguageTag!]) { country(code: "IQ") { label(languages: $l) { value } } }`, map[string]any{"l": []any{"en", nil}}, "", "variable.null", "$l[1]", "null"},
	{"two operations", `query A { __typename } query B { __typename }`, nil, "", "query.operation.choose", "", "several operations"},
}

func TestBadInputSaysWhatItMayBe(t *testing.T) {
	e := seeded(t)
	for _, want := range refusals {
		t.Run(want.name, func(t *testing.T) {
			response := ask(e, "", want.query, readNumbers(t, want.variables))
			if len(response.Errors) == 0 {
				t.Fatalf("answered %s", response.Data)
			}
			if response.Refused() != (want.path == "") {
				t.Errorf("data is %s", response.Data)
			}
			if !slices.ContainsFunc(response.Errors, func(e *gqlerror.Error) bool { return e.Path.String() == want.path }) {
				t.Errorf("no error at %q: %v", want.path, response.Errors)
			}
			for _, problem := range response.Errors {
				want.check(t, problem)
			}
		})
	}
}

func (want refusal) check(t *testing.T, got *gqlerror.Error) {
	t.Helper()
	params, _ := got.Extensions["params"].(map[string]any)
	if got.Extensions["code"] != string(graph.BadInput) || got.Extensions["reason"] != want.reason {
		t.Errorf("the code is %v with reason %v, want %s", got.Extensions["code"], got.Extensions["reason"], want.reason)
	}
	if argument, _ := params["argument"].(string); argument != want.argument {
		t.Errorf("the argument is %q, want %q", argument, want.argument)
	}
	if !strings.Contains(got.Message, want.says) || !strings.HasPrefix(strings.TrimPrefix(got.Message, "\u2068"), strings.Split(want.argument, ",")[0]) {
		t.Errorf("the message is %q, want it to name %q and say %q", got.Message, want.argument, want.says)
	}
	limits := fmt.Sprint("from ", params["min"], " to ", params["max"])
	if _, counted := params["value"].(int); want.reason == "page.range" && (!counted || !strings.Contains(strings.ReplaceAll(got.Message, ",", ""), limits)) {
		t.Errorf("the params are %v of %q", params, got.Message)
	}
}

// readNumbers gives variables the form that they have when they were read from JSON.
func readNumbers(t *testing.T, variables map[string]any) api.Variables {
	t.Helper()
	if variables == nil {
		return nil
	}
	return readVariables(t, string(mustMarshal(t, variables)))
}

// anotherList is what the sentence says in the reader's language.
var anotherList = map[string]string{"": "belongs to another list", "de": "gehört zu einer anderen Liste", "ar": "قائمة أخرى"}

// A cursor belongs to its list: the same field of the same thing, with the same filter, order and languages.
func TestForeignCursorsAreRefused(t *testing.T) {
	e := seeded(t)
	cursor := *turn(t, e, "de", "reports", `reports(filter: {publishedFrom: "2024"}, LIST) { PAGE }`, "first: 3").PageInfo.EndCursor
	for name, c := range map[string]struct{ header, query string }{
		"filter":          {"de", `{ reports(filter: {publishedFrom: "2023"}, after: %q) { totalCount } }`},
		"no filter":       {"de", `{ reports(after: %q) { totalCount } }`},
		"order":           {"de", `{ reports(filter: {publishedFrom: "2024"}, orderBy: LABEL, after: %q) { totalCount } }`},
		"language":        {"ar", `{ reports(filter: {publishedFrom: "2024"}, after: %q) { totalCount } }`},
		"no language":     {"", `{ reports(filter: {publishedFrom: "2024"}, after: %q) { totalCount } }`},
		"field":           {"de", `{ people(after: %q) { totalCount } }`},
		"field of entity": {"de", `{ reports: country(code: "IQ") { reports(filter: {publishedFrom: "2024"}, after: %q) { totalCount } } }`},
	} {
		t.Run(name, func(t *testing.T) {
			response := ask(e, c.header, fmt.Sprintf(c.query, cursor), nil)
			if len(response.Errors) != 1 {
				t.Fatalf("answered %s, %v", response.Data, response.Errors)
			}
			want := refusal{reason: "cursor.foreign", argument: "after", says: anotherList[c.header]}
			want.check(t, response.Errors[0])
		})
	}
	t.Run("truncated", func(t *testing.T) {
		response := ask(e, "de", fmt.Sprintf(`{ reports(filter: {publishedFrom: "2024"}, before: %q) { totalCount } }`, cursor[:len(cursor)-3]), nil)
		want := refusal{reason: "cursor.malformed", argument: "before", says: "kein Cursor"}
		if len(response.Errors) != 1 {
			t.Fatalf("answered %s, %v", response.Data, response.Errors)
		}
		want.check(t, response.Errors[0])
	})
	t.Run("page size", func(t *testing.T) { // is not part of the list
		var data any
		answer(t, e, "de", fmt.Sprintf(`{ reports(filter: {publishedFrom: "2024"}, last: 1, before: %q) { totalCount } }`, cursor), nil, &data)
	})
	t.Run("what means the same", func(t *testing.T) {
		var data any
		answer(t, e, "de", fmt.Sprintf(`{ r: reports(orderBy: PUBLISHED_DESC, filter: {ids: [], countryRole: SUBJECT, publishedFrom: "2024"}, after: %q) { totalCount } }`, cursor), nil, &data)
	})
}

// What is not there is null, and no error.
func TestUnknownIdsAreNull(t *testing.T) {
	e := seeded(t)
	for _, id := range []string{"", ":", "country:", "country:ZZ", "report:nobody", "statement:x", "statement:country:IQ/LABEL", "change:0", "change:-1", "change:99999999999", "source:", "wikidata:", "\x00", strings.Repeat("a", 10_000)} {
		var data struct{ Node, Entity any }
		answer(t, e, "", `query ($id: ID!) { node(id: $id) { id } entity(id: $id) { id } }`, map[string]any{"id": id}, &data)
		if data.Node != nil || data.Entity != nil {
			t.Errorf("%q is %v and %v", id, data.Node, data.Entity)
		}
	}
}

// One field's error leaves the others their answers.
func TestErrorsStayInTheirField(t *testing.T) {
	response := ask(seeded(t), "", `{ good: country(code: "IQ") { id } bad: country(code: "Iraq") { id } }`, nil)
	if want := `{"good":{"id":"country:IQ"},"bad":null}`; string(response.Data) != want {
		t.Errorf("answered %s, want %s", response.Data, want)
	}
	if len(response.Errors) != 1 || !slices.Equal(response.Errors[0].Path, ast.Path{ast.PathName("bad")}) {
		t.Errorf("the errors are %v", response.Errors)
	}
}

func TestCancelledContextsEndInTimeout(t *testing.T) {
	e := seeded(t)
	over, cancel := context.WithCancel(context.Background())
	cancel()
	late, stop := context.WithTimeout(context.Background(), 0)
	defer stop()
	for _, ctx := range []context.Context{over, late} {
		response := e.Execute(ctx, api.Request{Query: `{ reports(orderBy: LABEL) { totalCount } }`}, lang.Chain{})
		if len(response.Errors) != 1 || response.Errors[0].Extensions["code"] != string(graph.Timeout) || !response.Refused() {
			t.Errorf("answered %s, %v", response.Data, response.Errors)
		}
	}
}

// A context that is cancelled while a query runs ends the fields whose cost goes with the graph; none of them answers with
// less than there is.
func TestContextsCancelledMidwayEndInTimeout(t *testing.T) {
	e := seeded(t)
	for after := range 30 {
		ctx := &failingContext{Context: context.Background()}
		ctx.left.Store(int64(after))
		response := e.Execute(ctx, api.Request{Query: `{ reports(orderBy: LABEL, filter: {countries: ["country:IQ"]}) { totalCount facet(by: THEME) { buckets { count } } } }`}, lang.Chain{})
		const whole = `{"reports":{"totalCount":4,"facet":{"buckets":[{"count":3},{"count":1},{"count":1},{"count":1},{"count":1}]}}}`
		if len(response.Errors) == 0 && string(response.Data) != whole {
			t.Errorf("after %d looks at the context: answered %s", after, response.Data)
		}
		for _, problem := range response.Errors {
			if problem.Extensions["code"] != string(graph.Timeout) {
				t.Errorf("after %d looks at the context: %v %v", after, problem, problem.Extensions)
			}
		}
	}
}

// failingContext is cancelled once it has been looked at a number of times.
type failingContext struct {
	context.Context
	left atomic.Int64
}

func (c *failingContext) Err() error {
	if c.left.Add(-1) < 0 {
		return context.Canceled
	}
	return nil
}
