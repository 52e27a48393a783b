package api

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/api/handles"
)

// Variables are the values of a query's variables, by name: strings, numbers, truth values, nil, []any and map[string]any.
type Variables map[string]any

// UnmarshalJSON reads an object and keeps its numbers as they are written: as float64 they would be no integers.
func (v *Variables) UnmarshalJSON(text []byte) error {
	in := json.NewDecoder(bytes.NewReader(text))
	in.UseNumber()
	return in.Decode((*map[string]any)(v))
}

// coercion turns values into those that the schema asks for, by the rules of the GraphQL specification. The libraries below
// are more lenient: they take "2" for a number and 2.5 for an id. An error names the place in the variable, as in
// $filter.and[0].themes.
type coercion struct{ schema *ast.Schema }

// variables gives the variables of an operation their values. Those that are not given are left out; values that the
// operation does not ask for are not looked at.
func (c coercion) variables(operation *ast.OperationDefinition, given Variables) (map[string]any, error) {
	values := make(map[string]any, len(given))
	for _, v := range operation.VariableDefinitions {
		argument := "$" + v.Variable
		value, there := given[v.Variable]
		if !there {
			if v.Type.NonNull && v.DefaultValue == nil {
				return nil, missing(argument, v.Type)
			}
			continue
		}
		if value == nil && v.DefaultValue != nil {
			if needed := needs(operation, v.Variable); needed != nil {
				return nil, isNull(argument, needed)
			}
		}
		coerced, err := c.value(argument, v.Type, value)
		if err != nil {
			return nil, err
		}
		values[v.Variable] = coerced
	}
	return values, nil
}

func (c coercion) value(argument string, t *ast.Type, value any) (any, error) {
	switch {
	case value == nil && t.NonNull:
		return nil, isNull(argument, t)
	case value == nil:
		return nil, nil
	case t.Elem != nil:
		return c.list(argument, t, value)
	}
	switch definition := c.schema.Types[t.NamedType]; definition.Kind {
	case ast.InputObject:
		return c.object(argument, definition, value)
	case ast.Enum:
		return enumValue(argument, definition, value)
	default:
		return scalar(argument, definition.Name, value)
	}
}

// list takes a single value for a list of one.
func (c coercion) list(argument string, t *ast.Type, value any) (any, error) {
	items, several := value.([]any)
	if !several {
		item, err := c.value(argument, t.Elem, value)
		return []any{item}, err
	}
	list := make([]any, len(items))
	for i, item := range items {
		coerced, err := c.value(fmt.Sprintf("%s[%d]", argument, i), t.Elem, item)
		if err != nil {
			return nil, err
		}
		list[i] = coerced
	}
	return list, nil
}

func (c coercion) object(argument string, definition *ast.Definition, value any) (any, error) {
	given, ok := value.(map[string]any)
	if !ok {
		return nil, wrongValue(argument, definition.Name, value)
	}
	for _, name := range slices.Sorted(maps.Keys(given)) { // of several that are wrong, always the same is told
		if definition.Fields.ForName(name) == nil {
			return nil, unknownInput(argument+"."+name, definition.Name)
		}
	}
	if err := exactlyOne(argument, definition, given); err != nil {
		return nil, err
	}
	object := make(map[string]any, len(given))
	for _, field := range definition.Fields {
		inner, there := given[field.Name]
		if !there {
			if field.Type.NonNull && field.DefaultValue == nil {
				return nil, missing(argument+"."+field.Name, field.Type)
			}
			continue
		}
		coerced, err := c.value(argument+"."+field.Name, field.Type, inner)
		if err != nil {
			return nil, err
		}
		object[field.Name] = coerced
	}
	return object, nil
}

// exactlyOne holds an input object that is marked so to one field with a value.
func exactlyOne(argument string, definition *ast.Definition, given map[string]any) error {
	if definition.Directives.ForName("oneOf") == nil {
		return nil
	}
	for _, value := range given {
		if len(given) == 1 && value != nil {
			return nil
		}
	}
	return graph.NewError(graph.BadInput, "variable.one", "{argument}: exactly one field of the type {type} must be given, and have a value",
		graph.Params{"argument": argument, "type": definition.Name})
}

func enumValue(argument string, definition *ast.Definition, value any) (any, error) {
	name, isName := value.(string)
	if !isName {
		return nil, wrongValue(argument, definition.Name, value)
	}
	var names []string
	for _, known := range definition.EnumValues {
		if known.Name == name {
			return name, nil
		}
		names = append(names, known.Name)
	}
	return nil, graph.Invalid(argument, name, graph.ExpectOneOf(names...))
}

// scalar reads a value of one of the specification's scalars. Those of our own read theirs themselves.
func scalar(argument, name string, value any) (any, error) {
	ok, read := true, value
	switch name {
	case "Int":
		if read, ok = wholeNumber(value); !ok {
			return nil, graph.NewError(graph.BadInput, "variable.integer", "{argument}: {value} is no whole number from {min} to {max}",
				graph.Params{"argument": argument, "value": handles.Written(value), "min": math.MinInt32, "max": math.MaxInt32})
		}
	case "Float":
		read, ok = fraction(value)
	case "ID":
		read, ok = identifying(value)
	case "String":
		_, ok = value.(string)
	case "Boolean":
		_, ok = value.(bool)
	}
	if !ok {
		return nil, wrongValue(argument, name, value)
	}
	return read, nil
}

// numeral is a number as it is written, and false for what is none.
func numeral(value any) (string, bool) {
	switch n := value.(type) {
	case json.Number:
		return n.String(), true
	case int, int32, int64:
		return fmt.Sprint(n), true
	case float64:
		return strconv.FormatFloat(n, 'g', -1, 64), true
	}
	return "", false
}

func fraction(value any) (float64, bool) {
	text, isNumber := numeral(value)
	f, err := strconv.ParseFloat(text, 64)
	return f, isNumber && err == nil && !math.IsInf(f, 0) && !math.IsNaN(f)
}

// wholeNumber reads an Int, which may be written as 2.0.
func wholeNumber(value any) (int64, bool) {
	f, ok := fraction(value)
	return int64(f), ok && f == math.Trunc(f) && math.MinInt32 <= f && f <= math.MaxInt32
}

// identifying reads an ID: a text, or a whole number, which may be of any size.
func identifying(value any) (string, bool) {
	if text, isText := value.(string); isText {
		return text, true
	}
	text, isNumber := numeral(value)
	return text, isNumber && strings.Trim(text, "-0123456789") == ""
}

func missing(argument string, t *ast.Type) error {
	return graph.NewError(graph.BadInput, "variable.missing",
		"{argument}: there is no value, and one of type {type} is needed", graph.Params{"argument": argument, "type": t.String()})
}

func isNull(argument string, t *ast.Type) error {
	return graph.NewError(graph.BadInput, "variable.null",
		"{argument}: null is not possible; a value of type {type} is needed", graph.Params{"argument": argument, "type": t.String()})
}

func wrongValue(argument, wanted string, value any) error {
	return graph.NewError(graph.BadInput, "variable.type", "{argument}: {value} is no value of type {type}",
		graph.Params{"argument": argument, "value": handles.Written(value), "type": wanted})
}

// unknownInput is the error for a field that an input object does not have.
func unknownInput(argument, of string) *graph.Error {
	return graph.NewError(graph.BadInput, "query.input.unknown", "{argument}: the type {type} has no such field",
		graph.Params{"argument": argument, "type": of})
}
