package api_test

import (
	"fmt"
	"runtime"
	"strings"
	"testing"

	"github.com/wasl-graph/wasl/internal/api"
	"github.com/wasl-graph/wasl/internal/lang"
)

// attack is a request that is small and would be dear.
type attack struct {
	name      string
	query     string
	variables string // as JSON
	reason    string // of the first error; "" for one that is answered, since it costs little here
}

func attacks() []attack {
	return []attack{
		// The document itself.
		{"tokens", "{ " + strings.Repeat("a ", 200_000) + "}", "", "query.long"},
		{"tokens under aliases", "{ " + strings.Repeat("a: __typename ", 10_000) + "}", "", "query.long"},
		{"comments", "{ __typename " + strings.Repeat("#\n", 400_000) + "}", "", "query.long"},
		{"one long text", `{ entity(id: "` + strings.Repeat("a", 900_000) + `") { id } }`, "", ""},
		{"one long block of text", `{ entity(id: """` + strings.Repeat(" a\n", 300_000) + `""") { id } }`, "", ""},
		{"one long name", "{ " + strings.Repeat("a", 900_000) + " }", "", "query.field.unknown"},
		{"a long name in every message", "query " + strings.Repeat("a", 500_000) + " { " + strings.Repeat("reports(first: $v) { totalCount } ", 1_000) + "}", "", "query.variable.unknown"},
		{"a long value in every message", numbered(20, "query Q%d { ...F } ") + "fragment F on Query { entity(id: " + strings.Repeat("[", 38) + `"` + strings.Repeat("a", 900_000) + `"` + strings.Repeat("]", 38) + ") { id } }", "", "query.value.type"},
		{"a long value at its place's end", "{ reports(first: " + strings.Repeat("[", 38) + `"` + strings.Repeat("a", 900_000) + `"` + strings.Repeat("]", 38) + ") { totalCount } }", "", "query.value.integer"},
		{"broken at the end", "{ " + strings.Repeat("a ", 19_000) + "\x00", "", "query.syntax.character"},
		{"deep braces", strings.Repeat("{ a ", 900) + strings.Repeat("}", 900), "", "query.deep"},
		{"deeper braces", strings.Repeat("{ a ", 3_000), "", "query.deep"},
		{"deep fragments without names", "{ " + strings.Repeat("... { ", 500) + "a" + strings.Repeat(" }", 501), "", "query.deep"},
		{"deep by way of fragments", chain(90), "", "query.deep"},
		{"deep list", "{ entity(id: " + strings.Repeat("[", 900) + strings.Repeat("]", 900) + ") { id } }", "", "query.deep"},
		{"deep filter", "{ reports(filter: " + strings.Repeat("{not: ", 900) + "{}" + strings.Repeat("}", 900) + ") { totalCount } }", "", "query.deep"},
		{"operations", numbered(1_000, "query Q%d { __typename } "), "", "query.operations"},
		{"fragments", "{ __typename } " + numbered(1_000, "fragment F%d on Query { __typename } "), "", "query.fragments"},
		{"variables", "query (" + numbered(1_500, "$v%d: Int = 1 ") + ") { " + strings.Repeat("reports(first: $v1) { totalCount } ", 500) + "}", "", "query.variables"},
		{"aliases", "{ " + numbered(1_000, `a%d: country(code: "IQ") { id } `) + "}", "", "query.aliases"},
		{"directives", "{ __typename " + strings.Repeat("@skip(if: false) ", 2_000) + "}", "", "query.directives"},
		{"unknown directives", "{ __typename " + strings.Repeat("@x ", 9_000) + "}", "", "query.directives"},
		{"unknown fields", "{ " + numbered(9_000, "a%d ") + "}", "", "query.field.unknown"},
		{"arguments", "{ reports(" + numbered(6_000, "a%d: 1 ") + ") { totalCount } }", "", "query.argument.unknown"},
		{"one argument again and again", "{ reports(" + strings.Repeat("first: 1 ", 6_000) + ") { totalCount } }", "", "query.argument.twice"},
		{"fields of a filter", "{ reports(filter: {" + strings.Repeat("ids: [] ", 4_500) + "}) { totalCount } }", "", "query.input.twice"},

		// Fragments.
		{"fragments that double", doubling(30), "", "query.selections"},
		{"fragments that double, about the schema", "{ __schema { types { ...F0 } } }" + doublings(30, "__Type", "name"), "", "query.selections"},
		{"fragments that double without an operation", "{ __typename }" + doublings(30, "Query", "__typename"), "", "query.fragment.unused"},
		{"a cycle", "{ ...A } fragment A on Query { ...B ...B } fragment B on Query { ...A ...A }", "", "query.fragment.cycle"},
		{"cycles everywhere", "{ ...F0 }" + numbered(60, "fragment F%d on Query { "+numbered(60, "...F%d ")+"} "), "", "query.fragment.cycle"},

		// Fields of one name.
		{"one name for two fields", "{ " + strings.Repeat("a: nodes a: graph ", 2_000) + "}", "", "query.aliases"},
		{"one name with two arguments", "{ " + strings.Repeat(`country(code: "IQ") { id } country(code: "AT") { id } `, 900) + "}", "", "query.field.conflict"},
		{"one field 3,000 times", "{ graph { " + strings.Repeat("revision ", 3_000) + "} }", "", ""},
		{"one object 3,000 times", "{ " + strings.Repeat("graph { revision } ", 3_000) + "}", "", ""},
		{"long arguments of one name", "{ " + strings.Repeat("reports("+numbered(2_000, "a%d: 1 ")+") { totalCount } ", 3) + "}", "", "query.argument.unknown"},
		{"one name in many types", "{ nodes(ids: []) " + split(9) + " }", "", "query.field.merge"},

		// The cost of the answer.
		{"pages in pages", "{ reports(first: 100) { nodes { countries { reports(first: 100) { nodes { countries { reports(first: 100) { nodes { id } } } } } } } } }", "", "query.cost"},
		{"pages in pages that are not said", "{ countries { nodes { reports { nodes { projects { reports { nodes { countries { reports { nodes { id } } } } } } } } } } }", "", "query.cost"},
		{"pages by variables", "query ($n: Int, $m: Int = 100) { countries(first: $n) { nodes { reports(last: $m) { nodes { statements(first: $n) { nodes { id } } } } } } }", `{"n": 100}`, "query.cost"},
		{"many ids", "query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Country { reports(first: 100) { nodes { id label { value } themes { id label { value } } } } } } }", `{"ids": [` + strings.TrimSuffix(strings.Repeat(`"country:IQ",`, 100), ",") + `]}`, "query.cost"},
		{"many filters", "{ countries(first: 100) { nodes { reports(filter: {or: [" + strings.Repeat("{}, ", 2_500) + "]}) { totalCount } } } }", "", "query.cost"},
		{"a filter for each item", "query ($f: ReportFilter) { countries(first: 100) { nodes { reports(filter: $f) { totalCount } } } }", `{"f": {"ids": [` + strings.TrimSuffix(strings.Repeat(`"report:x",`, 9_000), ",") + `]}}`, "query.cost"},
		{"a huge page", "{ reports(first: 2147483647) { nodes { id } } }", "", "page.range"},
		{"the schema within itself", "{ __schema { types { fields { type { fields { type { fields { type { name } } } } } } } } }", "", "query.introspection.deep"},

		// Variables.
		{"values", "query ($f: ReportFilter) { reports(filter: $f) { totalCount } }", `{"f": {"ids": [` + strings.TrimSuffix(strings.Repeat(`"report:x",`, 80_000), ",") + `]}}`, "variable.values"},
		{"deep values", "query ($f: ReportFilter) { reports(filter: $f) { totalCount } }", `{"f": ` + strings.Repeat(`{"not":`, 9_000) + "{}" + strings.Repeat("}", 9_001), "query.deep"},
		{"values that nobody asked for", "{ __typename }", `{"f": ` + strings.Repeat("[", 9_000) + strings.Repeat("]", 9_000) + "}", "query.deep"},
	}
}

// numbered writes a text so many times, each with its number.
func numbered(n int, format string) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, format, i)
	}
	return b.String()
}

// doubling is a query of fragments each of which spreads the next one twice.
func doubling(n int) string { return "{ ...F0 }" + doublings(n, "Query", "__typename") }

func doublings(n int, on, field string) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, " fragment F%d on %s { ...F%d ...F%d }", i, on, i+1, i+1)
	}
	fmt.Fprintf(&b, " fragment F%d on %s { %s }", n, on, field)
	return b.String()
}

// chain is a query of fragments each of which spreads the next one deep within.
func chain(n int) string {
	var b strings.Builder
	b.WriteString("{ graph { revision } ...F0 }")
	for i := range n {
		fmt.Fprintf(&b, " fragment F%d on Entity { statements { nodes { subject { ...F%d } } } }", i, i+1)
	}
	fmt.Fprintf(&b, " fragment F%d on Entity { id }", n)
	return b.String()
}

// split asks for things of one name on an interface and on some of its types, and again within: what has to be one field
// depends on the type of each thing on the way.
func split(depth int) string {
	if depth == 0 {
		return "{ id }"
	}
	var b strings.Builder
	fmt.Fprintf(&b, "{ ... on Entity { statements { nodes { subject %s } } } ", split(depth-1))
	for _, on := range []string{"Report", "Country", "Theme", "Project"} {
		fmt.Fprintf(&b, "... on %s { statements { nodes { subject { id } } } } ", on)
	}
	return b.String() + "}"
}

// maxWork is how many bytes of memory the work on one attack may take: without a gate, each takes gigabytes, or time without
// end. Reading a document of 1 MB takes some tens of megabytes.
const maxWork = 64 << 20

func TestAttacksAreCheap(t *testing.T) {
	e := seeded(t)
	for _, a := range attacks() {
		t.Run(a.name, func(t *testing.T) {
			request := api.Request{Query: a.query, Variables: readVariables(t, a.variables)}
			before := allocated()
			response := e.Execute(t.Context(), request, lang.Chain{})
			if work := allocated() - before; work > maxWork {
				t.Errorf("took %d MB", work>>20)
			}
			a.check(t, response)
		})
	}
}

func (a attack) check(t testing.TB, response api.Response) {
	t.Helper()
	reason := ""
	if len(response.Errors) > 0 {
		reason = fmt.Sprint(response.Errors[0].Extensions["reason"])
	}
	if reason != a.reason {
		t.Errorf("the reason is %q, want %q: %.300v", reason, a.reason, response.Errors)
	}
	size := 0
	for _, problem := range response.Errors {
		size += len(problem.Message)
	}
	if size > 100*1_000 {
		t.Errorf("the errors have %d bytes", size)
	}
}

func allocated() uint64 {
	var now runtime.MemStats
	runtime.ReadMemStats(&now)
	return now.TotalAlloc
}

// BenchmarkAttacks shows how long each attack keeps the server busy.
func BenchmarkAttacks(b *testing.B) {
	e := seeded(b)
	for _, a := range attacks() {
		b.Run(strings.ReplaceAll(a.name, " ", "-"), func(b *testing.B) {
			request := api.Request{Query: a.query, Variables: readVariables(b, a.variables)}
			b.ReportAllocs()
			for b.Loop() {
				a.check(b, e.Execute(b.Context(), request, lang.Chain{}))
			}
		})
	}
}

// Where a name is wrong, nothing is said of names that are right.
func TestNothingIsSuggested(t *testing.T) {
	for query, secret := range map[string]string{
		`{ countrie { id } }`:                                       "countries",
		`{ country(code: "IQ") { ... on Repor { id } } }`:           "Report",
		`{ reports(orderBy: PUBLISHED_DES) { totalCount } }`:        "PUBLISHED_DESC",
		`{ country(code: "IQ") { label(language: []) { value } } }`: "languages",
		`{ reports(filter: {country: []}) { totalCount } }`:         "countries",
	} {
		response := ask(seeded(t), "en", query, nil)
		if len(response.Errors) == 0 {
			t.Errorf("%s was answered", query)
		}
		for _, problem := range response.Errors {
			if text := string(mustMarshal(t, problem)); strings.Contains(text, secret) {
				t.Errorf("%s: said %s", query, text)
			}
		}
	}
}
