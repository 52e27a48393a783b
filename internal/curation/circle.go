package curation

import (
	"slices"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/view"
)

// upward are relations along which nothing may come back to itself: nothing is part of itself, broader than itself or before
// itself.
func upward(r graph.Relation) bool {
	return r == graph.PartOf || r == graph.Broader || r == graph.Follows
}

// checkCircle refuses what stands in a relation to itself, at once or over several steps.
func checkCircle(v *view.View, subject graph.ID, r graph.Relation, object view.Node) error {
	if v.ID(object) == subject {
		return graph.NewError(graph.BadInput, "curation.self",
			"{argument}: {entity} can't stand in a relation to itself", graph.Params{"argument": "object.entity", "entity": string(subject)})
	}
	n, found := v.Find(subject)
	if found && upward(r) && slices.Contains(v.Above(object, r), n) {
		return graph.NewError(graph.BadInput, "curation.circle",
			"{argument}: by {relation}, {object} leads to {subject} already; both ways at once is not possible",
			graph.Params{"argument": "object.entity", "relation": r.String(), "subject": string(subject), "object": string(v.ID(object))})
	}
	return nil
}
