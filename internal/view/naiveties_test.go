package view_test

import (
	"slices"

	"github.com/wasl-graph/wasl/graph"
)

// naiveTies is what every report is tied to: 1 for a full tie, ½ for a mention.
type naiveTies map[graph.ID]map[graph.ID]float64

// ties looks at every assertion once for the full ties, and once for the mentions that these leave over.
func (m naive) ties() naiveTies {
	full := append(graph.ContributionRelations(),
		graph.OutputOf, graph.AboutCountry, graph.AboutRegion, graph.AboutTheme, graph.CoversEvent)
	all := naiveTies{}
	for _, id := range m.entities(graph.KindReport) {
		all[id] = map[graph.ID]float64{}
	}
	for _, a := range m {
		if !slices.Contains(full, a.Relation) {
			continue
		}
		if a.Object.Entity != "" {
			all[a.Subject][a.Object.Entity] = 1
		}
		if a.Evidence.Printed.Affiliation != "" && slices.Contains(graph.ContributionRelations(), a.Relation) {
			all[a.Subject][a.Evidence.Printed.Affiliation] = 1
		}
	}
	for _, a := range m {
		ties, isReport := all[a.Subject]
		mention := a.Relation == graph.Mentions || a.Relation == graph.MentionsCountry || a.Relation == graph.LocatedIn
		if isReport && mention && a.Object.Entity != a.Subject && ties[a.Object.Entity] == 0 {
			ties[a.Object.Entity] = .5
		}
	}
	return all
}

// having are the reports that are tied to an entity.
func (ties naiveTies) having(id graph.ID) []graph.ID {
	var list []graph.ID
	for report, to := range ties {
		if to[id] > 0 {
			list = append(list, report)
		}
	}
	slices.Sort(list)
	return list
}

// comingUp are the reports in which an entity comes up: those that are tied to it, and itself.
func (ties naiveTies) comingUp(id graph.ID) []graph.ID {
	list := ties.having(id)
	if id.Kind() == graph.KindReport {
		list = append(list, id)
	}
	slices.Sort(list)
	return list
}
