package curation

import (
	"slices"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/view"
)

// identified reads the id of an entity that an argument names.
func identified(argument, value string) (graph.ID, error) {
	id, err := graph.ParseID(value)
	return id, under(argument, err)
}

// known finds the entity that answers for an id.
func known(v *view.View, argument string, id graph.ID) (view.Node, error) {
	n, found := v.Find(id)
	if !found {
		return n, graph.NewError(graph.NotFound, "entity.unknown", `{argument}: there is no entity "{value}"`,
			graph.Params{"argument": argument, "value": string(id)})
	}
	return n, nil
}

// own lists the assertions of a relation that are recorded of the entity itself, each with its own kind and standing: not
// those of an entity that was merged into it.
func own(v *view.View, n view.Node, r graph.Relation) []graph.Assertion {
	id := v.ID(n)
	var list []graph.Assertion
	for _, s := range v.StatementsOf(nil, n, r) {
		for _, a := range v.AssertionsOf(nil, s) {
			if slices.ContainsFunc(v.AsRecorded(a), func(r graph.Assertion) bool { return r.Subject == id && r.Relation == a.Relation }) {
				list = append(list, a)
			}
		}
	}
	return list
}
