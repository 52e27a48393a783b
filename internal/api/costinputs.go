package api

import (
	"strconv"

	"github.com/vektah/gqlparser/v2/ast"
)

// inputs are the values that the arguments of one operation have.
type inputs struct {
	tariff
	declared  map[string]*ast.VariableDefinition
	variables map[string]any
	sizes     map[string]int // of variables, once they were asked for
}

func newInputs(t tariff, operation *ast.OperationDefinition, variables map[string]any) inputs {
	declared := make(map[string]*ast.VariableDefinition, len(operation.VariableDefinitions))
	for _, v := range operation.VariableDefinitions {
		declared[v.Variable] = v
	}
	return inputs{t, declared, variables, map[string]int{}}
}

// pages are the arguments that say how many things a field may list.
var pages = [...]string{"first", "last", "limit", "firstRows", "firstColumns"}

// page is how many things a field lists at most: the largest number that its arguments say; the length of ids when that is
// what a list is looked up by; 0 for a field without pages.
func (in inputs) page(f *ast.Field) int {
	size, paged := 0, false
	for _, name := range pages {
		argument := f.Definition.Arguments.ForName(name)
		if argument == nil {
			continue
		}
		paged = true
		if n, given := in.number(argument, f.Arguments.ForName(name)); given {
			size = max(size, n)
		}
	}
	if paged && size == 0 {
		return usualPage
	}
	if ids := f.Arguments.ForName("ids"); !paged && ids != nil && isList(f) {
		return max(1, in.size(ids.Value))
	}
	return min(size, largestPage)
}

// number is the value of a page's size, that of the schema when none is given. Sizes below 1 count as 1: they are refused
// later.
func (in inputs) number(definition *ast.ArgumentDefinition, given *ast.Argument) (n int, there bool) {
	value := definition.DefaultValue
	if given != nil {
		value = given.Value
	}
	if value != nil && value.Kind == ast.Variable {
		if n, known := in.variables[value.Raw].(int64); known {
			return clampPage(n), true
		}
		if _, known := in.variables[value.Raw]; known { // null
			return 0, false
		}
		if value = in.declared[value.Raw].DefaultValue; value == nil {
			value = definition.DefaultValue
		}
	}
	if value == nil || value.Kind != ast.IntValue {
		return 0, false
	}
	whole, err := strconv.ParseInt(value.Raw, 10, 64)
	if err != nil {
		return largestPage, true
	}
	return clampPage(whole), true
}

func clampPage(n int64) int { return int(max(1, min(n, largestPage))) }

// included says whether @skip and @include let a selection be.
func (in inputs) included(directives ast.DirectiveList) bool {
	for _, d := range directives {
		condition := d.Arguments.ForName("if")
		if condition == nil {
			continue
		}
		switch holds := in.truth(condition.Value); {
		case d.Name == "skip" && holds, d.Name == "include" && !holds:
			return false
		}
	}
	return true
}

func (in inputs) truth(v *ast.Value) bool {
	if v.Kind == ast.Variable {
		if given, known := in.variables[v.Raw].(bool); known {
			return given
		}
		if v = in.declared[v.Raw].DefaultValue; v == nil {
			return false
		}
	}
	return v.Raw == "true"
}

// size is what a value costs: a point for each item of a list, and for each field of an input object its work.
func (in inputs) size(v *ast.Value) int {
	whole := 0
	switch v.Kind {
	case ast.Variable:
		return in.variable(v.Raw)
	case ast.ListValue:
		for _, child := range v.Children {
			whole = sum(whole, 1, in.size(child.Value))
		}
	case ast.ObjectValue:
		for _, child := range v.Children {
			whole = sum(whole, in.work(v.Definition, child.Name), in.size(child.Value))
		}
	}
	return whole
}

func (in inputs) variable(name string) int {
	whole, known := in.sizes[name]
	if known {
		return whole
	}
	declared := in.declared[name]
	if value, given := in.variables[name]; given {
		whole = in.given(declared.Definition, value)
	} else if declared.DefaultValue != nil {
		whole = in.size(declared.DefaultValue)
	}
	in.sizes[name] = whole
	return whole
}

// given is what the value of a variable costs, definition being the type of it or of its items.
func (in inputs) given(definition *ast.Definition, value any) int {
	whole := 0
	switch value := value.(type) {
	case []any:
		for _, item := range value {
			whole = sum(whole, 1, in.given(definition, item))
		}
	case map[string]any:
		for name, inner := range value {
			whole = sum(whole, in.work(definition, name), in.given(in.typeOf(definition, name), inner))
		}
	}
	return whole
}

// work is what is said of a field of an input object. A scalar that is given as an object is refused later.
func (in inputs) work(definition *ast.Definition, field string) int {
	return in.fields[definition.Fields.ForName(field)].work
}

func (in inputs) typeOf(definition *ast.Definition, field string) *ast.Definition {
	if f := definition.Fields.ForName(field); f != nil {
		return in.schema.Types[f.Type.Name()]
	}
	return definition
}
