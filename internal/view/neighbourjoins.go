package view

import (
	"slices"

	"github.com/wasl-graph/wasl/graph"
)

// joiningRelations are those that join entities without a report between them.
var joiningRelations = func() []graph.Relation {
	var list []graph.Relation
	for _, r := range graph.Relations() {
		if r.Form() == graph.ToEntity && !ofReports(r) {
			list = append(list, r)
		}
	}
	return list
}()

// togetherRelations join those to whom they lead from the same project or the same event.
var togetherRelations = []graph.Relation{graph.PartnerOf, graph.Facilitator, graph.Participant, graph.Organiser}

// joining are the relations that may join an entity with its neighbours.
func (o NeighbourOptions) joining() []graph.Relation {
	switch {
	case o.Relation == nil:
		return joiningRelations
	case slices.Contains(joiningRelations, *o.Relation):
		return []graph.Relation{*o.Relation}
	}
	return nil
}

// joins calls visit with every entity that one of the relations joins with n, until it returns false: some more than once,
// and n itself too where it stands beside itself.
func (v *View) joins(n Node, relations []graph.Relation, visit func(Node, graph.Relation) bool) {
	for _, r := range relations {
		for _, m := range v.Objects(nil, n, r) {
			if !visit(m, r) {
				return
			}
		}
		for _, m := range v.Subjects(n, r) {
			if !visit(m, r) {
				return
			}
			if slices.Contains(togetherRelations, r) && !v.beside(m, relations, visit) {
				return
			}
		}
	}
}

// beside visits those who stand together in a project or an event.
func (v *View) beside(in Node, relations []graph.Relation, visit func(Node, graph.Relation) bool) bool {
	for _, r := range togetherRelations {
		if !slices.Contains(relations, r) {
			continue
		}
		for _, m := range v.Objects(nil, in, r) {
			if !visit(m, r) {
				return false
			}
		}
	}
	return true
}

// joinedBy is the relation that joins two entities: the first by which a statement leads from one to the other, else the
// first by which the second stands beside the first.
func (v *View) joinedBy(n, m Node) (graph.Relation, bool) {
	for _, r := range graph.Relations() {
		if r.Form() == graph.ToEntity && (slices.Contains(v.Objects(nil, n, r), m) || slices.Contains(v.Objects(nil, m, r), n)) {
			return r, true
		}
	}
	first, found := graph.Relation(0), false
	v.joins(n, togetherRelations, func(other Node, r graph.Relation) bool {
		if other == m && (!found || r < first) {
			first, found = r, true
		}
		return true
	})
	return first, found
}
