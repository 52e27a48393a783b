package api

import "github.com/vektah/gqlparser/v2/ast"

// bill reckons what one operation costs with these variables. It passes each selection of the document once: what a
// fragment comes to is remembered.
type bill struct {
	tariff
	inputs
	fragments map[string]charge
}

// charge is what a set of selections costs. Lists in it that have no page of their own may be those of a page: of reports,
// say, the field has the page, and its nodes and edges are the lists.
type charge struct {
	alone int // where there is no page around it
	fixed int // on a page, whatever its size
	item  int // on a page, for each of its items
}

func (c *charge) add(d charge) {
	c.alone, c.fixed, c.item = sum(c.alone, d.alone), sum(c.fixed, d.fixed), sum(c.item, d.item)
}

// on is the cost on a page of a size, 0 being none.
func (c charge) on(page int) int {
	if page == 0 {
		return c.alone
	}
	return sum(c.fixed, product(page, c.item))
}

func (t tariff) bill(operation *ast.OperationDefinition, variables map[string]any) *bill {
	return &bill{t, newInputs(t, operation, variables), map[string]charge{}}
}

// cost is what an operation costs, in points.
func (t tariff) cost(operation *ast.OperationDefinition, variables map[string]any) int {
	return t.bill(operation, variables).set(operation.SelectionSet).alone
}

func (b *bill) set(set ast.SelectionSet) charge {
	var whole charge
	for _, selection := range set {
		switch s := selection.(type) {
		case *ast.Field:
			if b.included(s.Directives) {
				whole.add(b.field(s))
			}
		case *ast.InlineFragment:
			if b.included(s.Directives) {
				whole.add(b.set(s.SelectionSet))
			}
		case *ast.FragmentSpread:
			if b.included(s.Directives) {
				whole.add(b.fragment(s.Definition))
			}
		}
	}
	return whole
}

func (b *bill) fragment(f *ast.FragmentDefinition) charge {
	whole, known := b.fragments[f.Name]
	if !known {
		whole = b.set(f.SelectionSet)
		b.fragments[f.Name] = whole
	}
	return whole
}

func (b *bill) field(f *ast.Field) charge {
	own, within := b.own(f), b.set(f.SelectionSet)
	page := b.page(f)
	switch {
	case !isList(f):
		whole := sum(own, within.on(page))
		return charge{alone: whole, fixed: whole}
	case page > 0:
		whole := sum(own, product(page, within.alone))
		return charge{alone: whole, fixed: whole}
	}
	return charge{alone: sum(own, product(b.of(f).items, within.alone)), fixed: own, item: within.alone}
}

// own is what a field costs by itself, with what stands in its arguments.
func (b *bill) own(f *ast.Field) int {
	whole := b.of(f).work
	for _, a := range f.Arguments {
		whole = sum(whole, b.size(a.Value))
	}
	return whole
}

func isList(f *ast.Field) bool { return f.Definition.Type.Elem != nil }
