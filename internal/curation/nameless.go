package curation

import (
	"slices"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/view"
)

// checkNameless refuses to take the last label of an entity while anything else is said of it: nobody could tell what that is
// about. An entity that was merged keeps a label too, for when it is split off again.
func checkNameless(v *view.View, id graph.ID, retracted []graph.Assertion) error {
	n, _ := v.Find(id)
	left := labels(v, n)
	for _, a := range retracted {
		for _, r := range v.AsRecorded(a) {
			if r.Relation == graph.Label {
				left[r.Subject]--
			}
		}
	}
	for _, a := range retracted {
		for _, r := range v.AsRecorded(a) {
			if r.Relation == graph.Label && left[r.Subject] == 0 && (r.Subject != v.ID(n) || spokenOf(v, n)) {
				return graph.NewError(graph.BadInput, "curation.label.last",
					"{entity} would be left without a name while more is said of it; give it another label, or take back the rest first",
					graph.Params{"entity": string(r.Subject)})
			}
		}
	}
	return nil
}

// labels counts the labels that are recorded of an entity, and of each that was merged into it.
func labels(v *view.View, n view.Node) map[graph.ID]int {
	count := map[graph.ID]int{}
	for _, s := range v.StatementsOf(nil, n, graph.Label, graph.AlternativeLabel) {
		for _, a := range v.AssertionsOf(nil, s) {
			for _, r := range v.AsRecorded(a) {
				if r.Relation == graph.Label {
					count[r.Subject]++
				}
			}
		}
	}
	return count
}

// spokenOf says that something is said of an entity besides one statement: of it, by others, or in print.
func spokenOf(v *view.View, n view.Node) bool {
	if len(v.StatementsOf(nil, n)) > 1 || v.Degree(n) > 0 {
		return true
	}
	switch v.Kind(n) {
	case graph.KindPerson:
		return v.TakingPart(n).Len() > 0
	case graph.KindOrganisation:
		return v.TakingPart(n).Len() > 0 || printedAtEvents(v, v.ID(n))
	}
	return false
}

// printedAtEvents says that an organisation stands behind the name of somebody who had part in an event.
func printedAtEvents(v *view.View, id graph.ID) bool {
	var evidence []graph.Evidence
	first, end := v.Range(graph.KindEvent)
	for n := first; n < end; n++ {
		for _, s := range v.StatementsOf(nil, n, graph.ParticipationRelations()...) {
			evidence = v.Evidence(evidence[:0], s)
			if slices.ContainsFunc(evidence, func(e graph.Evidence) bool { return e.Printed.Affiliation == id }) {
				return true
			}
		}
	}
	return false
}
