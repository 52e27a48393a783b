package api

import (
	"slices"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/validator/core"
)

// Fields of one name in one place of the answer have to be one and the same: the specification's rule "Field Selection
// Merging". The rule of gqlparser compares every field with every other and takes seconds for some thousands of one name.
// This one puts all fields of a name together and compares each with the first of them.
//
// Objects of two types are never one, so that under a name each type may have a field of its own; only the form of their
// values must be the same. Fields of different object types are therefore compared in groups of their own, each together
// with those of interfaces, which may be on the same object.

// mergeSteps is how many fields may be put together for each selection that a document may have. Only documents that split
// fields by type, level after level, come near it.
const mergeSteps = 10

// mergeRule makes the rule, with a bound on its work.
func mergeRule(limit int) core.Rule {
	return core.Rule{Name: "OverlappingFieldsCanBeMerged", RuleFunc: func(observers *core.Events, report core.AddErrFunc) {
		m := merger{left: limit * mergeSteps, report: report, written: map[*ast.Field]string{}, told: map[*ast.Field]bool{}}
		observers.OnOperation(func(walker *core.Walker, operation *ast.OperationDefinition) {
			m.schema = walker.Schema
			m.check([]ast.SelectionSet{operation.SelectionSet}, true)
		})
	}}
}

// merger checks the fields of one document.
type merger struct {
	schema  *ast.Schema
	left    int // steps
	report  core.AddErrFunc
	written map[*ast.Field]string // arguments, in one form for those that are the same
	told    map[*ast.Field]bool
}

// check checks what several sets of selections ask for in one place of the answer. When the place is one of several objects,
// of which there is only one, same is false: then only the form of the values has to be one.
func (m *merger) check(sets []ast.SelectionSet, same bool) {
	for _, fields := range m.collect(sets) {
		m.checkForm(fields)
		groups := [][]*ast.Field{fields}
		if same {
			groups = byObject(fields)
			for _, group := range groups {
				m.checkSame(group)
			}
		}
		if len(groups) > 1 {
			m.check(within(fields), false)
		}
		for _, group := range groups {
			m.check(within(group), same)
		}
	}
}

// collect gives the fields of some sets by the name that they have in the answer, names and fields in the order in which
// they stand. A fragment counts once.
func (m *merger) collect(sets []ast.SelectionSet) [][]*ast.Field {
	c := collector{m, map[string]int{}, map[string]bool{}, nil}
	for _, set := range sets {
		c.add(set)
	}
	return c.fields
}

type collector struct {
	*merger
	names     map[string]int // places in fields
	fragments map[string]bool
	fields    [][]*ast.Field
}

func (c *collector) add(set ast.SelectionSet) {
	for _, selection := range set {
		if c.left--; c.left == 0 {
			c.report(core.Message("Fields of one name are asked for in too many ways"))
		}
		if c.left <= 0 {
			return
		}
		switch s := selection.(type) {
		case *ast.Field:
			if s.Definition != nil && s.ObjectDefinition != nil { // there is no such field, which another rule says
				c.field(s)
			}
		case *ast.InlineFragment:
			c.add(s.SelectionSet)
		case *ast.FragmentSpread:
			if s.Definition != nil && !c.fragments[s.Name] {
				c.fragments[s.Name] = true
				c.add(s.Definition.SelectionSet)
			}
		}
	}
}

func (c *collector) field(f *ast.Field) {
	i, known := c.names[f.Alias]
	if !known {
		i = len(c.fields)
		c.names[f.Alias] = i
		c.fields = append(c.fields, nil)
	}
	c.fields[i] = append(c.fields[i], f)
}

// byObject groups fields that may be on one object: those of each object type, with all those of interfaces.
func byObject(fields []*ast.Field) [][]*ast.Field {
	var objects []*ast.Definition
	places := map[*ast.Definition]int{}
	for _, f := range fields {
		if on := f.ObjectDefinition; on.Kind == ast.Object {
			if _, known := places[on]; !known {
				places[on] = len(objects)
				objects = append(objects, on)
			}
		}
	}
	if len(objects) < 2 {
		return [][]*ast.Field{fields}
	}
	groups := make([][]*ast.Field, len(objects))
	for _, f := range fields {
		if on := f.ObjectDefinition; on.Kind == ast.Object {
			groups[places[on]] = append(groups[places[on]], f)
			continue
		}
		for i := range groups {
			groups[i] = append(groups[i], f)
		}
	}
	return groups
}

// within are the selections of some fields.
func within(fields []*ast.Field) []ast.SelectionSet {
	var sets []ast.SelectionSet
	for _, f := range fields {
		if len(f.SelectionSet) > 0 {
			sets = append(sets, f.SelectionSet)
		}
	}
	return sets
}

func (m *merger) checkForm(fields []*ast.Field) {
	for _, f := range fields[1:] {
		if !m.sameForm(fields[0].Definition.Type, f.Definition.Type) {
			m.conflict(f)
		}
	}
}

// sameForm says whether values of two types can stand in one place. Of two types with fields, their fields decide.
func (m *merger) sameForm(a, b *ast.Type) bool {
	if a.NonNull != b.NonNull || (a.Elem == nil) != (b.Elem == nil) {
		return false
	}
	if a.Elem != nil {
		return m.sameForm(a.Elem, b.Elem)
	}
	leaf := m.schema.Types[a.NamedType].IsLeafType() || m.schema.Types[b.NamedType].IsLeafType()
	return !leaf || a.NamedType == b.NamedType
}

func (m *merger) checkSame(fields []*ast.Field) {
	for _, f := range fields[1:] {
		if first := fields[0]; f.Name != first.Name || m.arguments(f) != m.arguments(first) {
			m.conflict(f)
		}
	}
}

func (m *merger) conflict(f *ast.Field) {
	if !m.told[f] {
		m.told[f] = true
		m.report(core.Message(`Fields "%s" conflict because they differ`, f.Alias), core.At(f.Position))
	}
}

// arguments writes the arguments of a field in one form for those that are the same.
func (m *merger) arguments(f *ast.Field) string {
	if len(f.Arguments) == 0 {
		return ""
	}
	text, known := m.written[f]
	if !known {
		list := make([]string, len(f.Arguments))
		for i, a := range f.Arguments {
			list[i] = a.Name + ":" + writtenValue(a.Value)
		}
		slices.Sort(list)
		text = strings.Join(list, ",")
		m.written[f] = text
	}
	return text
}
