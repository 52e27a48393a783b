package api

import (
	"context"
	"errors"
	"strings"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/handler/lru"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
	"github.com/vektah/gqlparser/v2/lexer"
	"github.com/vektah/gqlparser/v2/parser"
	"github.com/vektah/gqlparser/v2/validator"
	"github.com/vektah/gqlparser/v2/validator/core"
	"github.com/vektah/gqlparser/v2/validator/rules"

	"github.com/wasl-graph/wasl/graph"
)

// Limits of a document, before it is looked at any closer.
const (
	maxTokens     = 20_000
	keptDocuments = 1_000 // parsed documents that are remembered
)

// documents reads queries and remembers those that are valid. The executor takes them from the same memory.
type documents struct {
	schema *ast.Schema
	rules  *rules.Rules
	kept   graphql.Cache[*ast.QueryDocument]
}

func newDocuments(schema *ast.Schema) documents {
	return documents{schema, quietRules(), lru.New[*ast.QueryDocument](keptDocuments)}
}

// read parses a query and checks it against the schema. Whatever is wrong with it is in the list.
func (d documents) read(ctx context.Context, query string) (*ast.QueryDocument, []error) {
	if document, known := d.kept.Get(ctx, query); known {
		return document, nil
	}
	document, err := parser.ParseQueryWithTokenLimit(&ast.Source{Input: query}, maxTokens)
	if err != nil {
		return nil, []error{parseError(query, err)}
	}
	if len(document.Operations) == 0 {
		return nil, []error{graph.NewError(graph.BadInput,
			"query.operation.none", "the query has no operation", nil)}
	}
	if problems := validator.ValidateWithRules(d.schema, document, d.rules); len(problems) > 0 {
		return nil, errorsOf(problems)
	}
	d.kept.Add(ctx, query, document)
	return document, nil
}

// parseError is what is wrong where a query could not be read. Of characters that are no part of the language the parser
// only says that they are not; the lexer says why.
func parseError(query string, said error) error {
	if !strings.Contains(said.Error(), lexer.Invalid.String()) {
		return said
	}
	signs := lexer.New(&ast.Source{Input: query})
	for {
		sign, err := signs.ReadToken()
		var problem *gqlerror.Error
		switch {
		case errors.As(err, &problem):
			return problem
		case sign.Kind == lexer.EOF:
			return said
		}
	}
}

func errorsOf(problems gqlerror.List) []error {
	list := make([]error, len(problems))
	for i, problem := range problems {
		list[i] = problem
	}
	return list
}

// operation finds the operation that a request means: the one that it names, or the only one.
func operation(document *ast.QueryDocument, name string) (*ast.OperationDefinition, error) {
	if found := document.Operations.ForName(name); found != nil {
		return found, nil
	}
	if name == "" {
		return nil, graph.NewError(graph.BadInput, "query.operation.choose",
			"the query has several operations; operationName must say which one is meant", nil)
	}
	return nil, graph.NewError(graph.BadInput, "query.operation.unknown",
		"the query has no operation with the name {operation}", graph.Params{"operation": name})
}

// quietRules are the rules of the specification without guesses at what was meant: those cost a comparison with every name
// of the schema, and are in English.
func quietRules() *rules.Rules {
	all := rules.NewDefaultRules()
	for _, quiet := range []core.Rule{
		rules.FieldsOnCorrectTypeRuleWithoutSuggestions, rules.KnownArgumentNamesRuleWithoutSuggestions,
		rules.KnownTypeNamesRuleWithoutSuggestions, rules.ScalarLeafsRuleWithoutSuggestions,
		rules.ValuesOfCorrectTypeRuleWithoutSuggestions,
	} {
		all.RemoveRule(plainName(quiet.Name))
		all.AddRule(quiet.Name, quiet.RuleFunc)
	}
	return all
}

// plainName is the name of a rule, whether it guesses or not.
func plainName(rule string) string { return strings.TrimSuffix(rule, "WithoutSuggestions") }
