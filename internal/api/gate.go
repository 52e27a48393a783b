package api

import (
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/wasl-graph/wasl/graph"
)

// gate measures a document before anything dearer looks at it. It passes each operation, fragment and value once, whatever
// spreads what: what a fragment comes to is remembered. A document that got through may be walked with its fragments put in
// their places, which is at most [Limits.Selections] steps.
type gate struct {
	options
	fragments map[string]*ast.FragmentDefinition
	measured  map[string]extent
	begun     map[string]bool // fragments that are being measured
	found     tally
}

// extent is what a set of selections comes to with its fragments put in their places.
type extent struct{ selections, depth int }

// tally is how many things a document has, each counted where it is written.
type tally struct {
	aliases, directives int
	nodes               int // of the tree of the document, for what it takes in memory
}

// pass measures a document, and says what there is too much of. The error has a place in the document where there is one.
func (o options) pass(document *ast.QueryDocument) (tally, error) {
	if err := o.definitions(document); err != nil {
		return tally{}, err
	}
	g := gate{o, map[string]*ast.FragmentDefinition{}, map[string]extent{}, map[string]bool{}, tally{}}
	for _, f := range document.Fragments {
		if g.fragments[f.Name] == nil { // of two with one name the first counts; the validator refuses the document
			g.fragments[f.Name] = f
		}
	}
	if err := g.operations(document.Operations); err != nil {
		return tally{}, err
	}
	for _, f := range document.Fragments { // those that no operation uses too: the validator walks them
		if err := g.directives(f.Directives); err != nil {
			return tally{}, err
		}
		if _, err := g.fragment(f); err != nil {
			return tally{}, err
		}
	}
	return g.found, g.found.within(g.limits)
}

func (o options) definitions(document *ast.QueryDocument) error {
	if n := len(document.Operations); n > o.limits.Operations {
		return tooManyOperations(n, o.limits.Operations)
	}
	if n := len(document.Fragments); n > o.limits.Fragments {
		return tooManyFragments(n, o.limits.Fragments)
	}
	variables := 0
	for _, operation := range document.Operations {
		variables += len(operation.VariableDefinitions)
	}
	if variables > o.limits.Variables {
		return tooManyVariables(variables, o.limits.Variables)
	}
	return nil
}

func (t tally) within(l Limits) error {
	if t.aliases > l.Aliases {
		return tooManyAliases(t.aliases, l.Aliases)
	}
	if t.directives > l.Directives {
		return tooManyDirectives(t.directives, l.Directives)
	}
	return nil
}

func (g *gate) operations(list ast.OperationList) error {
	selections := 0
	for _, operation := range list {
		if err := g.head(operation); err != nil {
			return err
		}
		e, err := g.set(operation.SelectionSet, 1)
		if err != nil {
			return err
		}
		if selections = sum(selections, e.selections); selections > g.limits.Selections {
			return tooManySelections(g.limits.Selections)
		}
	}
	return nil
}

// head measures what stands before the braces of an operation.
func (g *gate) head(operation *ast.OperationDefinition) error {
	if err := g.directives(operation.Directives); err != nil {
		return err
	}
	for _, v := range operation.VariableDefinitions {
		g.found.nodes++
		if err := g.directives(v.Directives); err != nil {
			return err
		}
		if v.DefaultValue != nil {
			if err := g.value(v.DefaultValue, 0); err != nil {
				return err
			}
		}
	}
	return nil
}

// set measures what stands in one pair of braces, level being how many are open around it in this definition, itself included.
func (g *gate) set(set ast.SelectionSet, level int) (extent, error) {
	if len(set) == 0 {
		return extent{}, nil
	}
	if level > g.limits.Depth {
		return extent{}, tooDeep(g.limits.Depth)
	}
	var whole extent
	for _, selection := range set {
		g.found.nodes++
		e, err := g.selection(selection, level)
		if err != nil {
			return extent{}, err
		}
		whole.selections = sum(whole.selections, 1, e.selections)
		whole.depth = max(whole.depth, e.depth)
	}
	if whole.depth++; whole.depth > g.limits.Depth {
		return extent{}, tooDeep(g.limits.Depth)
	}
	return whole, nil
}

// selection measures what a field or a fragment brings with it, without itself.
func (g *gate) selection(selection ast.Selection, level int) (extent, error) {
	switch s := selection.(type) {
	case *ast.Field:
		return g.field(s, level)
	case *ast.InlineFragment:
		if err := g.directives(s.Directives); err != nil {
			return extent{}, err
		}
		return g.set(s.SelectionSet, level+1)
	case *ast.FragmentSpread:
		if err := g.directives(s.Directives); err != nil {
			return extent{}, err
		}
		f := g.fragments[s.Name]
		if f == nil { // the validator says so
			return extent{}, nil
		}
		if g.begun[s.Name] {
			return extent{}, at(s.Position, fragmentCycle(s.Name))
		}
		return g.fragment(f)
	}
	return extent{}, nil
}

func (g *gate) field(f *ast.Field, level int) (extent, error) {
	if f.Alias != f.Name {
		g.found.aliases++
	}
	if !g.introspection && (f.Name == "__schema" || f.Name == "__type") {
		return extent{}, at(f.Position, graph.NewError(graph.Forbidden, "query.introspection.off",
			"the schema can't be asked for here", nil))
	}
	if err := g.arguments(f.Arguments); err != nil {
		return extent{}, err
	}
	if err := g.directives(f.Directives); err != nil {
		return extent{}, err
	}
	return g.set(f.SelectionSet, level+1)
}

func (g *gate) fragment(f *ast.FragmentDefinition) (extent, error) {
	if e, known := g.measured[f.Name]; known {
		return e, nil
	}
	g.begun[f.Name] = true
	e, err := g.set(f.SelectionSet, 1)
	delete(g.begun, f.Name)
	g.measured[f.Name] = e
	return e, err
}

func (g *gate) directives(list ast.DirectiveList) error {
	g.found.directives += len(list)
	for _, d := range list {
		g.found.nodes++
		if err := g.arguments(d.Arguments); err != nil {
			return err
		}
	}
	return nil
}

func (g *gate) arguments(list ast.ArgumentList) error {
	for _, a := range list {
		g.found.nodes++
		if err := g.value(a.Value, 0); err != nil {
			return err
		}
	}
	return nil
}

// value measures a value, level being how many lists and objects stand around it.
func (g *gate) value(v *ast.Value, level int) error {
	if level > g.limits.Depth {
		return tooDeep(g.limits.Depth)
	}
	g.found.nodes += 1 + len(v.Children)
	for _, child := range v.Children {
		if err := g.value(child.Value, level+1); err != nil {
			return err
		}
	}
	return nil
}

// at gives an error its place in the document.
func at(place *ast.Position, err *graph.Error) error {
	return &gqlerror.Error{Err: err, Message: err.Message, Locations: []gqlerror.Location{{Line: place.Line, Column: place.Column}}}
}

// uncounted is where counting ends: what is more is far beyond every limit.
const uncounted = 1_000_000_000_000_000

// sum adds counts, up to uncounted.
func sum(counts ...int) int {
	whole := 0
	for _, n := range counts {
		whole = min(uncounted, whole+n)
	}
	return whole
}

// product multiplies counts, up to uncounted.
func product(a, b int) int {
	if b != 0 && a > uncounted/b {
		return uncounted
	}
	return a * b
}
