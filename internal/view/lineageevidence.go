package view

import (
	"context"
	"slices"

	"github.com/wasl-graph/wasl/graph"
)

// TraitStatements lists the statements by which a project has a trait, so that a reason can be followed to its evidence: the
// project's own, or those of its reports, the newest report first. It takes a step for each report of the project; a
// cancelled context ends it.
func (v *View) TraitStatements(ctx context.Context, project Node, t ProjectTrait) ([]Statement, error) {
	if t.Role == Continuing || t.Role == WithPartner {
		return v.between(project, t.Node), ctx.Err()
	}
	var list []Statement
	var e effort
	for _, report := range v.Subjects(project, graph.OutputOf) {
		if err := e.spend(ctx, 1); err != nil {
			return nil, err
		}
		list = append(list, v.havingTrait(report, t)...)
	}
	return list, ctx.Err()
}

// havingTrait lists the statements by which a report has a trait: that of its type, those of the relations that count, or of
// an agent that is printed as affiliated with an organisation.
func (v *View) havingTrait(report Node, t ProjectTrait) []Statement {
	if t.Role == OfType {
		if v.ReportType(report) != t.Type {
			return nil
		}
		return v.StatementsOf(nil, report, graph.HasType)
	}
	var list []Statement
	for _, s := range v.between(report, t.Node) {
		if traitRelations[t.Role][v.relation(s)] {
			list = append(list, s)
		}
	}
	if t.Role != WithAgent || v.Kind(t.Node) != graph.KindOrganisation {
		return list
	}
	for _, s := range v.StatementsOf(nil, report, graph.ContributionRelations()...) {
		if slices.Contains(v.affiliations(nil, s.index), t.Node) && !slices.Contains(list, s) {
			list = append(list, s)
		}
	}
	return list
}

// traitRelations are those by which a report of a project has a trait.
var traitRelations = func() [roleCount]relationSet {
	var sets [roleCount]relationSet
	for _, r := range graph.ContributionRelations() {
		sets[WithAgent][r] = true
	}
	sets[OnTheme][graph.AboutTheme] = true
	sets[OnEvent][graph.CoversEvent] = true
	sets[OnCountry][graph.AboutCountry] = true
	sets[OnRegion][graph.AboutRegion] = true
	return sets
}()
