package api

import "github.com/vektah/gqlparser/v2/ast"

// A variable that may be null but has a default may stand where null is not possible: then null itself can't be its value.
// gqlgen does not look, and fails.

// needs finds where an operation needs a value of a variable, and returns the type that is needed; nil when null will do.
func needs(operation *ast.OperationDefinition, variable string) *ast.Type {
	search := nullSearch{variable: variable, fragments: map[string]bool{}}
	search.directives(operation.Directives)
	search.selections(operation.SelectionSet)
	return search.found
}

// nullSearch looks for a variable in a place where null is not possible.
type nullSearch struct {
	variable  string
	fragments map[string]bool // those that were searched
	found     *ast.Type
}

func (s *nullSearch) selections(set ast.SelectionSet) {
	for _, selection := range set {
		switch selection := selection.(type) {
		case *ast.Field:
			s.arguments(selection.Arguments)
			s.directives(selection.Directives)
			s.selections(selection.SelectionSet)
		case *ast.InlineFragment:
			s.directives(selection.Directives)
			s.selections(selection.SelectionSet)
		case *ast.FragmentSpread:
			s.directives(selection.Directives)
			if !s.fragments[selection.Name] {
				s.fragments[selection.Name] = true
				s.selections(selection.Definition.SelectionSet)
			}
		}
	}
}

func (s *nullSearch) directives(list ast.DirectiveList) {
	for _, directive := range list {
		s.arguments(directive.Arguments)
	}
}

func (s *nullSearch) arguments(list ast.ArgumentList) {
	for _, argument := range list {
		s.value(argument.Value)
	}
}

func (s *nullSearch) value(v *ast.Value) {
	if v.Kind == ast.Variable && v.Raw == s.variable && v.ExpectedType != nil && v.ExpectedType.NonNull {
		s.found = v.ExpectedType
	}
	for _, child := range v.Children {
		s.value(child.Value)
	}
}
