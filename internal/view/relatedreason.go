package view

import (
	"cmp"
	"slices"

	"github.com/wasl-graph/wasl/graph"
)

// RelatedReason is one thing that two reports share. [Reader.Reason] says it in words.
type RelatedReason struct {
	// Relation is by which both reports lead to what they share, or by which the other report does where they differ; BROADER,
	// RELATED or FOLLOWS where what the one has is a close relative of what the other has; PUBLISHED for nearness in time.
	Relation graph.Relation
	// Score is its part of the score.
	Score float64

	reports [2]Node // the report that was asked about, and the other one
	trait   trait   // the zero trait for nearness in time
	slight  bool    // one of the reports only mentions it
	alike   bool    // both lead to it by the relation
}

// Entity is what both share, or where they have close relatives what the other report has. Nearness in time has none.
func (x RelatedReason) Entity() (Node, bool) { return x.trait.entity, x.Relation != graph.Published }

// explain finds the reasons why two reports are near. Their parts add up to the score.
func (v *View) explain(profile []trait, report Node, other scored) RelatedReport {
	found := RelatedReport{Report: other.report, Score: float64(other.score) / scoreUnit}
	both := [2]Node{report, other.report}
	for _, t := range profile {
		part, slight := uint32(0), t.mention
		switch {
		case v.fullyTied(other.report, t.entity):
			part = t.full
		case v.mentioned(other.report, t.entity):
			part, slight = t.slight, true
		}
		if part == 0 {
			continue
		}
		x := RelatedReason{Score: float64(part) / scoreUnit, reports: both, trait: t, slight: slight}
		x.Relation, x.alike = v.sharedRelation(x)
		found.Reasons = append(found.Reasons, x)
	}
	if near := v.near(report, other.report); near > 0 {
		score := float64(near) / scoreUnit
		found.Reasons = append(found.Reasons, RelatedReason{Relation: graph.Published, Score: score, reports: both})
	}
	slices.SortStableFunc(found.Reasons, func(a, b RelatedReason) int {
		return cmp.Or(cmp.Compare(b.Score, a.Score), cmp.Compare(a.Relation, b.Relation)) // then by entity, as the profile is
	})
	return found
}

// sharedRelation is the relation of a reason: the first by which both reports lead to the entity, else the first by which
// the other one does. An organisation that a report only names behind an agent is the agent's affiliation.
func (v *View) sharedRelation(x RelatedReason) (shared graph.Relation, alike bool) {
	if x.trait.own != x.trait.entity {
		return x.trait.relation, false
	}
	own, other := v.tieRelations(x.reports[0], x.trait.entity), v.tieRelations(x.reports[1], x.trait.entity)
	for _, r := range other {
		if slices.Contains(own, r) {
			return r, true
		}
	}
	return other[0], false
}

// tieRelations are those by which a report leads to an entity, mentions last.
func (v *View) tieRelations(report, n Node) []graph.Relation {
	var list, mentions []graph.Relation
	start, end := v.table.of(report)
	for i := start; i < end; i++ {
		r := v.table.relations[i]
		switch {
		case v.table.objects[i] != uint32(n) || r.Form() != graph.ToEntity:
		case slices.Contains(mentionRelations, r):
			mentions = append(mentions, r)
		default:
			list = append(list, r)
		}
	}
	if list = append(list, mentions...); len(list) == 0 {
		list = append(list, graph.AffiliatedWith)
	}
	return list
}
