package api

import (
	"errors"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/parser"

	"github.com/wasl-graph/wasl/graph"
)

// few are limits that a short document reaches.
var few = Limits{Depth: 3, Operations: 2, Fragments: 2, Variables: 2, Aliases: 2, Directives: 2, Selections: 6, Values: 4, Cost: 10}

// TestGate has documents that just reach a limit, which pass, and those that go beyond it by one.
func TestGate(t *testing.T) {
	for _, row := range []struct{ reason, reaches, exceeds string }{
		{"query.deep", "{ a { b { c } } }", "{ a { b { c { d } } } }"},
		{"query.deep", "{ ...F } fragment F on A { b { c } }", "{ a { ...F } } fragment F on A { b { c } }"},
		{"query.deep", "{ ... { ... { c } } }", "{ ... { ... { ... { d } } } }"},
		{"query.deep", "{ a(b: [[[1]]]) }", "{ a(b: [[[[1]]]]) }"},
		{"query.deep", "{ a(b: {c: [{d: 1}]}) }", "{ a(b: {c: [{d: {}, e: {f: 1}}]}) }"},
		{"query.deep", "query ($v: A = [[[1]]]) { a }", "query ($v: A = [[[[1]]]]) { a }"},
		{"query.deep", "{ a @b(c: [[[1]]]) }", "{ a @b(c: [[[[1]]]]) }"},
		{"query.operations", "query A { a } query B { a }", "query A { a } query B { a } query C { a }"},
		{"query.fragments", "{ a } fragment F on A { a } fragment G on A { a }", "{ a } fragment F on A { a } fragment G on A { a } fragment H on A { a }"},
		{"query.variables", "query A($a: A) { a } query B($a: A) { a }", "query A($a: A) { a } query B($a: A, $b: A) { a }"},
		{"query.aliases", "{ x: a y: a a: a a }", "{ x: a ... { y: a } ...F } fragment F on A { z: a }"},
		{"query.directives", "query @a { b @c }", "query ($v: A @a) { b @c ...F @d }"},
		{"query.directives", "{ b @c } fragment F on A @a { b }", "{ b @c ... @d { e } } fragment F on A @a { b }"},
		{"query.selections", "{ a b c d e f }", "{ a b c d e f g }"},
		{"query.selections", "{ ...F ...F } fragment F on A { a b }", "{ ...F ...F ...F } fragment F on A { a b }"},
		{"query.selections", "query A { a b c } query B { a b c }", "query A { a b c } query B { a b c d }"},
	} {
		if err := passes(t, row.reaches); err != nil {
			t.Errorf("%s: %v", row.reaches, err)
		}
		var refusal *graph.Error
		if err := passes(t, row.exceeds); !errors.As(err, &refusal) || refusal.Reason != row.reason || refusal.Code != graph.TooComplex {
			t.Errorf("%s: %v", row.exceeds, err)
		}
	}
}

func passes(t *testing.T, query string) error {
	t.Helper()
	document, err := parser.ParseQuery(&ast.Source{Input: query})
	if err != nil {
		t.Fatal(err)
	}
	_, err = options{limits: few}.pass(document)
	return err
}

func TestGateOfVariables(t *testing.T) {
	o := options{limits: few}
	for _, row := range []struct {
		given  Variables
		reason string
	}{
		{nil, ""},
		{Variables{"a": 1, "b": "x", "c": nil, "d": true}, ""},
		{Variables{"a": []any{1, 2, 3}}, ""},
		{Variables{"a": []any{1, 2, 3, 4}}, "variable.values"},
		{Variables{"a": map[string]any{"b": map[string]any{"c": map[string]any{"d": 1}}}}, ""},
		{Variables{"a": []any{[]any{[]any{[]any{}}}}}, "query.deep"},
		{Variables{"a": []any{[]any{[]any{[]any{1, 2, 3, 4}}}}}, "query.deep"},
	} {
		reason := ""
		var refusal *graph.Error
		if err := o.given(row.given); errors.As(err, &refusal) {
			reason = refusal.Reason
		}
		if reason != row.reason {
			t.Errorf("%v: %q, want %q", row.given, reason, row.reason)
		}
	}
}

// The work of the gate goes with the length of a document, whatever its fragments come to: here with the number of nodes
// that it counts.
func TestGateCountsEachNodeOnce(t *testing.T) {
	var query strings.Builder
	query.WriteString("{ ...F }")
	for i := range 90 {
		name := func(i int) string { return "F" + strings.Repeat("x", i) }
		query.WriteString(" fragment " + name(i) + " on A { ..." + name(i+1) + " ..." + name(i+1) + " }")
	}
	document, err := parser.ParseQuery(&ast.Source{Input: query.String()})
	if err != nil {
		t.Fatal(err)
	}
	limits := DefaultLimits()
	limits.Depth, limits.Selections = 1_000, uncounted+1 // neither ends it
	found, err := options{limits: limits}.pass(document)
	if err != nil || found.nodes > 2*90+1 {
		t.Errorf("%d nodes, %v", found.nodes, err)
	}
}

func TestLimitsThatAreNotSetAreTheUsualOnes(t *testing.T) {
	usual := DefaultLimits()
	if got := (Limits{}).orDefaults(); got != usual {
		t.Errorf("got %+v", got)
	}
	for name, l := range map[string]Limits{
		"usual": usual, "all of them": {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12},
	} {
		if got := l.orDefaults(); got != l {
			t.Errorf("%s became %+v", name, got)
		}
	}
}
