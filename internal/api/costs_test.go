package api

import (
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
	"pgregory.net/rapid"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/api/generated"
)

// priced reads a query of today's schema and reckons what it costs; limit is what it may.
func priced(t testing.TB, query, variables string, limit int) (cost int, err error) {
	t.Helper()
	schema := generated.NewExecutableSchema(generated.Config{}).Schema()
	document, problems := newDocuments(schema, newOptions(nil)).read(Request{Query: query}, "")
	if problems != nil {
		t.Fatalf("%s: %v", query, problems)
	}
	var given Variables
	if variables != "" {
		if err := json.Unmarshal([]byte(variables), &given); err != nil {
			t.Fatal(err)
		}
	}
	coerced, err := coercion{schema}.variables(document.Operations[0], given)
	if err != nil {
		t.Fatal(err)
	}
	return newTariff(schema).within(limit, document.Operations[0], coerced)
}

const costsFile = "testdata/costs.txt"

// TestCosts has the costs of the file.
func TestCosts(t *testing.T) {
	text, err := os.ReadFile(costsFile)
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	var query, variables string
	flush := func() {
		if query != "" {
			cost, err := priced(t, query, variables, -1)
			var dear *graph.Error
			if !errors.As(err, &dear) {
				t.Fatalf("%s: %v", query, err)
			}
			fmt.Fprintf(&b, "cost: %d, the dearest field is %s\n", cost, dear.Params["field"])
		}
		query, variables = "", ""
	}
	for line := range strings.Lines(string(text)) {
		key, rest, _ := strings.Cut(strings.TrimSpace(line), ": ")
		switch key {
		case "query":
			query = rest
		case "variables":
			variables = rest
		case "cost":
			continue
		case "":
			flush()
		}
		b.WriteString(line)
	}
	flush()
	if flag.Lookup("update").Value.String() == "true" {
		if err := os.WriteFile(costsFile, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if got := b.String(); got != string(text) {
		t.Errorf("%s", difference(got, string(text)))
	}
}

// difference is the first line in which two texts differ, with its number.
func difference(got, want string) string {
	lines := strings.Split(want, "\n")
	for i, line := range strings.Split(got, "\n") {
		if i >= len(lines) || line != lines[i] {
			return fmt.Sprintf("%s, line %d: got %s", costsFile, i+1, line)
		}
	}
	return costsFile + " has more lines"
}

// TestWeightsAreOfFieldsThatThereAre holds the table against the contract, which may have more than today's schema.
func TestWeightsAreOfFieldsThatThereAre(t *testing.T) {
	text, err := os.ReadFile("testdata/contract.graphqls")
	if err != nil {
		t.Fatal(err)
	}
	contract := gqlparser.MustLoadSchema(&ast.Source{Input: string(text)})
	today := generated.NewExecutableSchema(generated.Config{}).Schema()
	for coordinate, w := range weights {
		of, name, _ := strings.Cut(coordinate, ".")
		field := fieldOf(contract, of, name)
		if field == nil {
			field = fieldOf(today, of, name)
		}
		if field == nil {
			t.Errorf("%s: there is no such field", coordinate)
		} else if w.items > 0 && field.Type.Elem == nil {
			t.Errorf("%s: it is no list", coordinate)
		}
	}
}

func fieldOf(schema *ast.Schema, of, name string) *ast.FieldDefinition {
	if definition := schema.Types[of]; definition != nil {
		return definition.Fields.ForName(name)
	}
	return nil
}

// TestCostsOfRandomQueries compares the bill, which passes each selection once, with one that lays out every fragment.
func TestCostsOfRandomQueries(t *testing.T) {
	schema := generated.NewExecutableSchema(generated.Config{}).Schema()
	documents, tariff := newDocuments(schema, newOptions(nil)), newTariff(schema)
	rapid.Check(t, func(t *rapid.T) {
		query := randomDocument(t)
		document, problems := documents.read(Request{Query: query}, "")
		if problems != nil {
			t.Fatalf("%s: %v", query, problems)
		}
		operation := document.Operations[0]
		plain := naive{tariff.bill(operation, nil)}
		if got, want := tariff.cost(operation, nil), plain.cost(operation.SelectionSet, 1, 0); got != want {
			t.Fatalf("%s: costs %d, want %d", query, got, want)
		}
	})
}

// naive reckons from the top: each field by how often it is answered.
type naive struct{ *bill }

func (n naive) cost(set ast.SelectionSet, times, page int) int {
	whole := 0
	for _, selection := range set {
		switch s := selection.(type) {
		case *ast.InlineFragment:
			whole += n.cost(s.SelectionSet, times, page)
		case *ast.FragmentSpread:
			whole += n.cost(s.Definition.SelectionSet, times, page)
		case *ast.Field:
			whole += times * n.own(s)
			switch inner := n.page(s); {
			case !isList(s):
				whole += n.cost(s.SelectionSet, times, inner)
			case inner > 0:
				whole += n.cost(s.SelectionSet, times*inner, 0)
			case page > 0:
				whole += n.cost(s.SelectionSet, times*page, 0)
			default:
				whole += n.cost(s.SelectionSet, times*n.of(s).items, 0)
			}
		}
	}
	return whole
}

// randomDocument is a valid query with fragments in fragments; its lists have all sorts of pages.
func randomDocument(t *rapid.T) string {
	var b strings.Builder
	b.WriteString("{ reports { ...F0 } }")
	for i := range 4 {
		next := func(on string) string {
			if i == 3 {
				return "__typename"
			}
			return fmt.Sprintf("... on %s { reports(first: %d) { ...F%d } }", on, rapid.IntRange(1, 9).Draw(t, "page"), i+1)
		}
		pieces := rapid.SliceOfN(rapid.SampledFrom([]string{
			"totalCount", "facet(by: THEME) { buckets { key } }", "facetTwo: facet(by: YEAR, first: 3) { otherCount buckets { key label { value } } }",
			"edges { cursor node { id } }", "nodes { id themes { id } }", "nodes { countries { " + next("Country") + " } }",
			"edges { node { projects { " + next("Project") + " } } }", "... { nodes { regions { " + next("Region") + " } } }", "pageInfo { endCursor }",
		}), 1, 5).Draw(t, "pieces")
		fmt.Fprintf(&b, " fragment F%d on ReportConnection { %s nodes { ... on Report { events { %s } } } }", i, strings.Join(pieces, " "), next("Event"))
	}
	return b.String()
}

func BenchmarkCost(b *testing.B) {
	schema := generated.NewExecutableSchema(generated.Config{}).Schema()
	document, problems := newDocuments(schema, newOptions(nil)).read(Request{Query: `{ reports(first: 20) { nodes { ...R } } }
		fragment L on Text { value language direction isFallback }
		fragment R on Report { id label { ...L } authors { id label { ...L } } projects { id label { ...L } } countries { id label { ...L } } themes { id label { ...L } } }`}, "")
	if problems != nil {
		b.Fatal(problems)
	}
	t := newTariff(schema)
	b.ReportAllocs()
	for b.Loop() {
		if t.cost(document.Operations[0], nil) == 0 {
			b.Fatal("it costs nothing")
		}
	}
}
