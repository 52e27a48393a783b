package api

import (
	"cmp"
	"slices"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
	"github.com/vektah/gqlparser/v2/validator/core"
	"github.com/vektah/gqlparser/v2/validator/rules"
)

// maxWords is how many bytes of the validator's words about one query are listened to. A name or a value of the query may be
// as long as the query, and stand in each of its sentences.
const maxWords = 64 << 10

// validator checks documents against a schema, and notes in them what every name of theirs means.
type validator struct {
	schema *ast.Schema
	rules  []core.Rule
}

func newValidator(schema *ast.Schema, l Limits) validator {
	list := boundedRules(l)
	// As gqlparser orders them, so that of several problems in one place always the same is told first.
	slices.SortFunc(list, func(a, b core.Rule) int { return cmp.Compare(a.Name, b.Name) })
	return validator{schema, list}
}

// enough ends the validation of a document of which enough is known to be wrong.
type enough struct{}

// check lists what is wrong with a document: some hundred problems at most.
func (v validator) check(document *ast.QueryDocument) (problems gqlerror.List) {
	defer func() {
		if fault := recover(); fault != nil && fault != (enough{}) {
			panic(fault)
		}
	}()
	words := 0
	observers := &core.Events{}
	for _, rule := range v.rules {
		rule.RuleFunc(observers, func(options ...core.ErrorOption) {
			problem := &gqlerror.Error{Rule: rule.Name}
			for _, option := range options {
				option(problem)
			}
			problems = append(problems, problem)
			if words += len(problem.Message); words > maxWords || len(problems) == maxProblems {
				panic(enough{}) // the walk has no other end
			}
		})
	}
	core.Walk(v.schema, document, observers)
	return problems
}

// quietRules make no guesses at what was meant: those cost a comparison with every name of the schema, and are in English.
var quietRules = []core.Rule{
	rules.FieldsOnCorrectTypeRuleWithoutSuggestions, rules.KnownArgumentNamesRuleWithoutSuggestions,
	rules.KnownTypeNamesRuleWithoutSuggestions, rules.ScalarLeafsRuleWithoutSuggestions,
	rules.ValuesOfCorrectTypeRuleWithoutSuggestions,
}

// boundedRules are the rules of the specification, quiet, and with a rule of ours for how fields are merged.
func boundedRules(l Limits) []core.Rule {
	list := append([]core.Rule{mergeRule(l.Selections)}, quietRules...)
	ours := map[string]bool{}
	for _, rule := range list {
		ours[plainName(rule.Name)] = true
	}
	for name, check := range rules.NewDefaultRules().GetInner() {
		if !ours[name] {
			list = append(list, core.Rule{Name: name, RuleFunc: check})
		}
	}
	return list
}

// plainName is the name of a rule, whether it guesses or not.
func plainName(rule string) string { return strings.TrimSuffix(rule, "WithoutSuggestions") }
