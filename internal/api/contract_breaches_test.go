package api_test

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2/ast"
)

// comparison collects where a schema breaks a contract.
type comparison struct {
	contract, served *ast.Schema
	leftOut          map[string]bool
	found            []string
}

// breaches says what a client that was written for the contract would miss in the served schema, one sentence each. The
// coordinates in leftOut may be missing.
func breaches(contract, served *ast.Schema, leftOut []string) []string {
	c := &comparison{contract: contract, served: served, leftOut: map[string]bool{}}
	for _, coordinate := range leftOut {
		c.leftOut[coordinate] = true
	}
	for _, name := range slices.Sorted(maps.Keys(contract.Types)) {
		want, got := contract.Types[name], served.Types[name]
		switch {
		case want.BuiltIn || c.leftOut["type:"+name]:
		case got == nil:
			c.breach("type:"+name, "is missing")
		default:
			c.compareTypes(want, got)
		}
	}
	return c.found
}

func (c *comparison) breach(coordinate, format string, args ...any) {
	c.found = append(c.found, coordinate+": "+fmt.Sprintf(format, args...))
}

func (c *comparison) compareTypes(want, got *ast.Definition) {
	name := "type:" + want.Name
	if want.Kind != got.Kind {
		c.breach(name, "is %s, the contract has %s", got.Kind, want.Kind)
		return
	}
	c.compareNames(name, "interface", want.Interfaces, got.Interfaces)
	c.compareNames(name, "member", want.Types, got.Types)
	c.compareNames(name, "directive", directives(want), directives(got))
	c.compareFields(want, got)
	for _, value := range want.EnumValues {
		coordinate := want.Name + "." + value.Name
		if got.EnumValues.ForName(value.Name) == nil && !c.leftOut[coordinate] {
			c.breach(coordinate, "is missing")
		}
	}
}

func (c *comparison) compareNames(coordinate, what string, want, got []string) {
	for _, name := range want {
		if !slices.Contains(got, name) && !c.leftOut["type:"+name] {
			c.breach(coordinate, "lacks the %s %s", what, name)
		}
	}
}

// directives names those of a type that clients can see; a type that is one of several inputs must stay so.
func directives(d *ast.Definition) []string {
	var names []string
	for _, directive := range d.Directives {
		names = append(names, directive.Name)
	}
	return names
}

func (c *comparison) compareFields(want, got *ast.Definition) {
	for _, field := range want.Fields {
		coordinate := want.Name + "." + field.Name
		if c.leftOut[coordinate] || strings.HasPrefix(field.Name, "__") {
			continue
		}
		other := got.Fields.ForName(field.Name)
		if other == nil {
			c.breach(coordinate, "is missing")
			continue
		}
		c.compareValues(coordinate, field.Type, other.Type, field.DefaultValue, other.DefaultValue)
		c.compareArguments(coordinate, field, other)
	}
	for _, field := range got.Fields {
		added := want.Fields.ForName(field.Name) == nil
		if added && want.Kind == ast.InputObject && required(field.Type, field.DefaultValue) {
			c.breach(want.Name+"."+field.Name, "is new and must not be required")
		}
	}
}

func (c *comparison) compareArguments(field string, want, got *ast.FieldDefinition) {
	for _, argument := range want.Arguments {
		coordinate := field + "(" + argument.Name + ":)"
		if c.leftOut[coordinate] {
			continue
		}
		other := got.Arguments.ForName(argument.Name)
		if other == nil {
			c.breach(coordinate, "is missing")
			continue
		}
		c.compareValues(coordinate, argument.Type, other.Type, argument.DefaultValue, other.DefaultValue)
	}
	for _, argument := range got.Arguments {
		if want.Arguments.ForName(argument.Name) == nil && required(argument.Type, argument.DefaultValue) {
			c.breach(field+"("+argument.Name+":)", "is new and must not be required")
		}
	}
}

func (c *comparison) compareValues(coordinate string, want, got *ast.Type, wantDefault, gotDefault *ast.Value) {
	if want.String() != got.String() {
		c.breach(coordinate, "has type %s, the contract has %s", got, want)
	}
	if written(wantDefault) != written(gotDefault) {
		c.breach(coordinate, "has default %s, the contract has %s", written(gotDefault), written(wantDefault))
	}
}

func written(value *ast.Value) string {
	if value == nil {
		return "none"
	}
	return value.String()
}

func required(t *ast.Type, defaultValue *ast.Value) bool { return t.NonNull && defaultValue == nil }

// defines says whether a schema has what a coordinate names: type:Report, Report.authors, ReportOrder.LABEL or
// Query.node(id:).
func defines(s *ast.Schema, coordinate string) bool {
	if name, isType := strings.CutPrefix(coordinate, "type:"); isType {
		return s.Types[name] != nil
	}
	path, argument, _ := strings.Cut(strings.TrimSuffix(coordinate, ":)"), "(")
	typeName, member, _ := strings.Cut(path, ".")
	definition := s.Types[typeName]
	if definition == nil {
		return false
	}
	if argument == "" && definition.EnumValues.ForName(member) != nil {
		return true
	}
	field := definition.Fields.ForName(member)
	return field != nil && (argument == "" || field.Arguments.ForName(argument) != nil)
}

const smallContract = `
scalar Date
interface Node { id: ID! }
interface Thing { id: ID! }
type Report implements Node & Thing { id: ID!, title(lang: String, n: Int = 3): String, day: Date, kind: Kind }
type Person { name: String! }
union Agent = Report | Person
enum Kind { STUDY PAPER }
input Filter { a: Int, b: Boolean = true }
input Choice @oneOf { a: Int, b: Int }
type Query { report(filter: Filter, choice: Choice): Report, agent: Agent, thing: Thing }
`

// Each case breaks the small contract in one place.
func TestBreachesAreSeen(t *testing.T) {
	for _, c := range []struct{ name, old, new, want string }{
		{"nothing", "", "", ""},
		{"addition", "name: String!", "name: String!, born(era: String): Date", ""},
		{"type gone", "type Person { name: String! }\nunion Agent = Report | Person", "union Agent = Report", "type:Person: is missing"},
		{"kind", "scalar Date", "enum Date { TODAY }", "type:Date: is ENUM, the contract has SCALAR"},
		{"field gone", ", day: Date", "", "Report.day: is missing"},
		{"field type", "name: String!", "name: String", "Person.name: has type String, the contract has String!"},
		{"interface", "Node & Thing", "Thing", "type:Report: lacks the interface Node"},
		{"union member", "Report | Person", "Report", "type:Agent: lacks the member Person"},
		{"enum value", "STUDY PAPER", "STUDY", "Kind.PAPER: is missing"},
		{"argument gone", "lang: String, ", "", "Report.title(lang:): is missing"},
		{"argument type", "lang: String,", "lang: String!,", "Report.title(lang:): has type String!, the contract has String"},
		{"argument default", "n: Int = 3", "n: Int = 4", "Report.title(n:): has default 4, the contract has 3"},
		{"argument default gone", "n: Int = 3", "n: Int", "Report.title(n:): has default none, the contract has 3"},
		{"argument demanded", "n: Int = 3", "n: Int = 3, m: Int!", "Report.title(m:): is new and must not be required"},
		{"input default", "b: Boolean = true", "b: Boolean = false", "Filter.b: has default false, the contract has true"},
		{"input demanded", "a: Int, b: Boolean", "a: Int, c: Int!, b: Boolean", "Filter.c: is new and must not be required"},
		{"directive", "@oneOf ", "", "type:Choice: lacks the directive oneOf"},
	} {
		t.Run(c.name, func(t *testing.T) {
			contract := load(t, &ast.Source{Name: "contract", Input: smallContract})
			served := load(t, &ast.Source{Name: "served", Input: strings.Replace(smallContract, c.old, c.new, 1)})
			found := strings.Join(breaches(contract, served, nil), "\n")
			if !strings.Contains(found, c.want) || (c.want == "") != (found == "") {
				t.Errorf("found %q, want %q", found, c.want)
			}
		})
	}
}

func TestLeftOutMayBeMissing(t *testing.T) {
	contract := load(t, &ast.Source{Name: "contract", Input: smallContract})
	served := load(t, &ast.Source{Name: "served", Input: `
		scalar Date
		interface Node { id: ID! }
		interface Thing { id: ID! }
		type Report implements Node & Thing { id: ID!, title(lang: String): String, kind: Kind }
		union Agent = Report
		enum Kind { STUDY }
		input Filter { a: Int, b: Boolean = true }
		input Choice @oneOf { a: Int, b: Int }
		type Query { report(filter: Filter, choice: Choice): Report, agent: Agent, thing: Thing }`})
	leftOut := []string{"type:Person", "Report.day", "Report.title(n:)", "Kind.PAPER"}
	if found := breaches(contract, served, leftOut); len(found) > 0 {
		t.Errorf("found %q, want nothing", found)
	}
	for _, coordinate := range leftOut {
		if !defines(contract, coordinate) || defines(served, coordinate) {
			t.Errorf("%s: should be defined by the contract alone", coordinate)
		}
	}
}
