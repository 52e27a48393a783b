package api_test

import (
	"regexp"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2/ast"
)

func TestEveryElementIsDescribed(t *testing.T) {
	for coordinate, description := range descriptions(loadServed(t)) {
		if strings.TrimSpace(description) == "" {
			t.Errorf("%s: has no description", coordinate)
		}
	}
}

// A type that nothing leads to was left behind by something that was taken out.
func TestEveryTypeIsReachable(t *testing.T) {
	served := loadServed(t)
	reached := map[string]bool{}
	reach(served, served.Query, reached)
	reach(served, served.Mutation, reached)
	for name, definition := range served.Types {
		if !definition.BuiltIn && !reached[name] {
			t.Errorf("type:%s: no query leads to it", name)
		}
	}
}

// descriptions gives the description of every element, by its coordinate.
func descriptions(s *ast.Schema) map[string]string {
	all := map[string]string{}
	for name, definition := range s.Types {
		if definition.BuiltIn {
			continue
		}
		all["type:"+name] = definition.Description
		for _, value := range definition.EnumValues {
			all[name+"."+value.Name] = value.Description
		}
		for _, field := range definition.Fields {
			if strings.HasPrefix(field.Name, "__") {
				continue
			}
			all[name+"."+field.Name] = field.Description
			for _, argument := range field.Arguments {
				all[name+"."+field.Name+"("+argument.Name+":)"] = argument.Description
			}
		}
	}
	return all
}

// reach marks a type and every type that its fields, arguments, members and implementations lead to.
func reach(s *ast.Schema, definition *ast.Definition, reached map[string]bool) {
	if definition == nil || reached[definition.Name] {
		return
	}
	reached[definition.Name] = true
	for _, field := range definition.Fields {
		reach(s, s.Types[field.Type.Name()], reached)
		for _, argument := range field.Arguments {
			reach(s, s.Types[argument.Type.Name()], reached)
		}
	}
	for _, name := range definition.Interfaces {
		reach(s, s.Types[name], reached)
	}
	for _, possible := range s.GetPossibleTypes(definition) {
		reach(s, possible, reached)
	}
}

// saysOrder finds in a description what a list is ordered by.
var saysOrder = regexp.MustCompile(`(?i)order|first|by (label|name|scheme|subject)`)

// Every list says what its order is. Pages and what is counted say so where the list itself is described.
func TestEveryListSaysItsOrder(t *testing.T) {
	served := loadServed(t)
	for _, definition := range served.Types {
		if definition.BuiltIn || definition.Kind == ast.InputObject {
			continue
		}
		for _, field := range definition.Fields {
			isPage := strings.HasSuffix(definition.Name, "Connection")
			isList := field.Type.Elem != nil && !isPage || strings.HasSuffix(field.Type.Name(), "Connection")
			ordered := field.Arguments.ForName("orderBy") != nil || saysOrder.MatchString(field.Description)
			if isList && !ordered && !strings.HasPrefix(field.Name, "__") {
				t.Errorf("%s.%s: the description does not say in which order: %s", definition.Name, field.Name, field.Description)
			}
		}
	}
}
