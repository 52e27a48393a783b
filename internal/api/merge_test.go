package api

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/parser"
	"github.com/vektah/gqlparser/v2/validator/core"
	"github.com/vektah/gqlparser/v2/validator/rules"
	"pgregory.net/rapid"
)

// pets is a schema in which fields of one name differ in every way that they can.
var pets = gqlparser.MustLoadSchema(&ast.Source{Input: `
	interface Pet { name(style: String, in: In): String, owner: Person, mates: [Pet!]! }
	input In { a: Int, b: [Int], c: In }
	type Dog implements Pet { name(style: String, in: In): String, owner: Person, mates: [Pet!]!, size: Int, rank: Int!, toy: Toy }
	type Cat implements Pet { name(style: String, in: In): String, owner: Person, mates: [Pet!]!, size: String, rank: Int, toy: [Toy] }
	type Toy { name: String }
	type Person { name: String, pet: Pet, pets: [Pet] }
	type Query { pet: Pet, person: Person }`})

// conflicts are the fields that a rule finds fault with.
func conflicts(t *rapid.T, rule core.Rule, query string) (fields []string) {
	document, err := parser.ParseQuery(&ast.Source{Input: query})
	if err != nil {
		t.Fatalf("%s: %v", query, err)
	}
	for _, problem := range (validator{pets, []core.Rule{rule}}).check(document) {
		fields = append(fields, problem.Message)
	}
	return fields
}

// TestMergeRuleAgrees compares our rule with gqlparser's: they find fault with the same queries.
func TestMergeRuleAgrees(t *testing.T) {
	refused := 0
	rapid.Check(t, func(t *rapid.T) {
		var query strings.Builder
		query.WriteString("{ pet { ...F0 " + petFields(t, 3) + " } }")
		for i := range 3 {
			spread := ""
			if i < 2 {
				spread = fmt.Sprintf("...F%d pet: owner { pet { ...F%d } }", i+1, i+1)
			}
			query.WriteString(fmt.Sprintf(" fragment F%d on %s { %s %s }", i, rapid.SampledFrom([]string{"Pet", "Dog", "Cat"}).Draw(t, "on"), spread, petFields(t, 2)))
		}
		ours, theirs := conflicts(t, mergeRule(10_000), query.String()), conflicts(t, rules.OverlappingFieldsCanBeMergedRule, query.String())
		if (len(ours) == 0) != (len(theirs) == 0) {
			t.Fatalf("%s\nours:   %v\ntheirs: %v", query.String(), ours, theirs)
		}
		if len(ours) > 0 {
			refused++
		}
	})
	if refused == 0 {
		t.Error("no query was refused: they should make mistakes now and then")
	}
}

func petFields(t *rapid.T, depth int) string {
	options := []string{
		"name", "name", "x: name", "name(style: \"a\")", "x: name(in: {a: 1, b: [1, 2]})", "x: name(in: {b: [1, 2], a: 1})", "... on Dog { x: size }",
		"... on Dog { y: rank }", "... on Cat { y: rank }", "... on Cat { y: size }", "... on Dog { z: toy { name } }", "... on Cat { z: toy { name } }", "... on Dog { z: rank }",
	}
	var fields []string
	for range rapid.IntRange(1, 3).Draw(t, "fields") {
		if depth == 0 || rapid.IntRange(0, 2).Draw(t, "leaf") == 0 {
			fields = append(fields, rapid.SampledFrom(options).Draw(t, "field"))
			continue
		}
		frame := rapid.SampledFrom([]string{
			"mates { %s }", "m: mates { %s }", "... on Dog { mates { %s } }", "... on Cat { mates { %s } }", "... { %s }", "... on Pet { %s }", "owner { pet { %s } }",
			"owner { p: pet { %s } }", "... on Cat { m: owner { pet { %s } } }",
		}).Draw(t, "frame")
		fields = append(fields, fmt.Sprintf(frame, petFields(t, depth-1)))
	}
	return strings.Join(fields, " ")
}

// The values of arguments are the same however they are written, and not when they only look alike.
func TestMergedArguments(t *testing.T) {
	for _, row := range []struct {
		a, b string
		same bool
	}{
		{`(style: "a", in: {a: 1, b: [1, 2]})`, `(in: {b: [1, 2], a: 1}, style: "a")`, true},
		{`(in: {b: [1, 2]})`, `(in: {b: [2, 1]})`, false},
		{`(style: "1")`, `(style: 1)`, false},
		{`(style: null)`, `(style: "null")`, false},
		{`(style: "a")`, ``, false},
		{`(style: $a)`, `(style: $a)`, true},
		{`(style: "a,in:2")`, `(style: "a", in: 2)`, false},
		{`(in: {c: {a: 1}})`, `(in: {c: {}, a: 1})`, false},
	} {
		document, err := parser.ParseQuery(&ast.Source{Input: "{ pet { name" + row.a + " name" + row.b + " } }"})
		if err != nil {
			t.Fatal(err)
		}
		found := (validator{pets, []core.Rule{mergeRule(100)}}).check(document)
		if (len(found) == 0) != row.same {
			t.Errorf("%s and %s: %v", row.a, row.b, found)
		}
	}
}

// What is wrong is told at the field that differs, once.
func TestConflictsAreToldOnce(t *testing.T) {
	query := "{ pet { mates { x: name } ... on Dog { mates { x: owner { name } } } ... on Cat { mates { x: name } } } }"
	document, err := parser.ParseQuery(&ast.Source{Input: query})
	if err != nil {
		t.Fatal(err)
	}
	var places []int
	for _, problem := range (validator{pets, []core.Rule{mergeRule(100)}}).check(document) {
		places = append(places, problem.Locations[0].Column)
	}
	if want := []int{strings.Index(query, "x: owner") + 1}; !slices.Equal(places, want) {
		t.Errorf("told at %v, want %v", places, want)
	}
}
