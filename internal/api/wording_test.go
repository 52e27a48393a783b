package api

import (
	"maps"
	"slices"
	"testing"

	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/validator/rules"

	"github.com/wasl-graph/wasl/internal/lang"
	"github.com/wasl-graph/wasl/internal/lang/messages"
)

// leftRules are the rules whose words are repeated as they are: the schema has nothing that they could refuse.
var leftRules = []string{"SingleFieldSubscriptions"}

// TestEveryRuleHasItsWording fails when another version of gqlparser has another rule.
func TestEveryRuleHasItsWording(t *testing.T) {
	known := append(slices.Collect(maps.Keys(wordings)), leftRules...)
	checked := map[string]bool{"": true}
	for _, rule := range boundedRules(DefaultLimits()) {
		checked[plainName(rule.Name)] = true
		if !slices.Contains(known, plainName(rule.Name)) {
			t.Errorf("%s: it has no wording", rule.Name)
		}
	}
	for _, name := range known {
		if !checked[name] {
			t.Errorf("%s: there is no such rule", name)
		}
	}
	if got, want := len(boundedRules(DefaultLimits())), len(rules.NewDefaultRules().GetInner()); got != want {
		t.Errorf("%d rules are checked, want %d", got, want)
	}
}

// A schema may have inputs that must be given. That of today has none.
func TestInputsThatMustBeThere(t *testing.T) {
	schema := gqlparser.MustLoadSchema(&ast.Source{Input: `input In { a: Int!, b: Int! = 3 } type Query { f(in: In): Int }`})
	read, coerce := newDocuments(schema, newOptions(nil)), coercion{schema}
	_, problems := read.read(Request{Query: `{ f(in: {b: 1}) }`}, "")
	for _, problem := range problems {
		said := publicError(messages.For(lang.Chain{}), problem, "").Message
		if said != "a: the type In needs this field, a value of type Int!" {
			t.Errorf("got %s", said)
		}
	}
	if len(problems) != 1 {
		t.Errorf("there are %d problems", len(problems))
	}
	document, problems := read.read(Request{Query: `query ($in: In) { f(in: $in) }`}, "")
	if problems != nil {
		t.Fatal(problems)
	}
	_, err := coerce.variables(document.Operations[0], Variables{"in": map[string]any{}})
	if err == nil || err.Error() != "$in.a: there is no value, and one of type Int! is needed" {
		t.Errorf("got %v", err)
	}
}
