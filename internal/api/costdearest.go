package api

import (
	"strings"

	"github.com/vektah/gqlparser/v2/ast"

	"github.com/wasl-graph/wasl/graph"
)

// within reckons what an operation costs. The error of one that costs more than the limit names the field that costs most.
func (t tariff) within(limit int, operation *ast.OperationDefinition, variables map[string]any) (cost int, err error) {
	if cost = t.cost(operation, variables); cost <= limit {
		return cost, nil
	}
	s := dearest{bill: t.bill(operation, variables)}
	s.search(operation.SelectionSet, 1, 0)
	return cost, at(s.place, graph.NewError(graph.TooComplex, "query.cost",
		"the query costs {cost} points, and at most {max} are possible; the dearest field is {field}: ask for fewer of it at once",
		graph.Params{"cost": cost, "max": limit, "field": s.field}))
}

// dearest looks for the field that costs most: a list, or a field of the operation itself, with all in it that is no list.
// It walks the operation with its fragments put in their places, which the gate has bounded.
type dearest struct {
	*bill
	path  []string
	cost  int
	field string
	place *ast.Position
}

// search looks at selections that are answered so many times, on a page of a size if there is one around them. It returns
// what those among them cost that are no lists.
func (s *dearest) search(set ast.SelectionSet, times, page int) int {
	cost := 0
	for _, selection := range set {
		switch f := selection.(type) {
		case *ast.Field:
			if s.included(f.Directives) {
				cost = sum(cost, s.look(f, times, page))
			}
		case *ast.InlineFragment:
			if s.included(f.Directives) {
				cost = sum(cost, s.search(f.SelectionSet, times, page))
			}
		case *ast.FragmentSpread:
			if s.included(f.Directives) {
				cost = sum(cost, s.search(f.Definition.SelectionSet, times, page))
			}
		}
	}
	return cost
}

// look looks at one field, and returns what it costs unless it was compared with the others itself.
func (s *dearest) look(f *ast.Field, times, page int) int {
	s.path = append(s.path, f.Alias)
	defer func() { s.path = s.path[:len(s.path)-1] }()
	cost := product(times, s.own(f))
	if inner := s.page(f); isList(f) {
		cost = sum(cost, s.search(f.SelectionSet, product(times, s.items(f, page)), 0))
	} else {
		cost = sum(cost, s.search(f.SelectionSet, times, inner))
	}
	if !isList(f) && len(s.path) > 1 {
		return cost
	}
	if cost > s.cost {
		s.cost, s.field, s.place = cost, strings.Join(s.path, "."), f.Position
	}
	return 0
}

// items is how many items a list has, on a page of a size if there is one around it.
func (s *dearest) items(f *ast.Field, page int) int {
	if inner := s.page(f); inner > 0 {
		return inner
	}
	if page > 0 {
		return page
	}
	return s.of(f).items
}
