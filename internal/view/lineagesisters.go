package view

import (
	"cmp"
	"context"
	"math"
	"slices"

	"github.com/wasl-graph/wasl/graph"
)

// Sisters are projects that have something in common without one of them continuing the other. Each thing in common adds
//
//	weight · ln((P + 1) / p)
//
// to the score, where P is the number of all projects and p the number of those that have it: what few projects have says
// much, what all have says little. The weights are those of roleWeights. What all reports share (see pathshared.go) does not
// count.

// roleWeights say how much it means to have something in common.
var roleWeights = [roleCount]float64{
	Continuing: 3, WithPartner: 3, WithAgent: 2, OnTheme: 2, OnEvent: 2, OnCountry: 1, OnRegion: 1, OfType: 1,
}

// ProjectRelation is a sister of a project.
type ProjectRelation struct {
	Project, Sister Node
	Score           float64         // the sum of the reasons' scores
	Reasons         []ProjectReason // the weightiest first
}

// ProjectReason is one thing that two projects have in common.
type ProjectReason struct {
	ProjectTrait
	Score float64
}

// Sisters finds the sisters of a project, the closest first, then by label. What is no project has none. It takes at most
// [View.SistersCost] steps; a cancelled context ends it.
func (r *Reader) Sisters(ctx context.Context, project Node, first int) ([]ProjectRelation, error) {
	return r.sisters(ctx, new(effort), project, first)
}

func (r *Reader) sisters(ctx context.Context, e *effort, project Node, first int) ([]ProjectRelation, error) {
	if err := e.spend(ctx, 1); err != nil || r.Kind(project) != graph.KindProject {
		return nil, err
	}
	own, base := &r.projects, r.nodes.first[graph.KindProject]
	scores := make([]float64, r.Count(graph.KindProject))
	for _, trait := range own.of.of(project - base) {
		holders := own.projects.of(trait)
		if err := e.spend(ctx, len(holders)+1); err != nil {
			return nil, err
		}
		for _, p := range holders {
			scores[p] += r.traitScore(trait)
		}
	}
	for _, n := range append(r.Above(project, graph.Follows), r.Below(project, graph.Follows)...) {
		scores[n-base] = 0
	}
	scores[project-base] = 0
	var list []ProjectRelation
	for p, score := range scores {
		if score > 0 {
			list = append(list, ProjectRelation{Project: project, Sister: base + Node(p), Score: score})
		}
	}
	slices.SortFunc(list, func(a, b ProjectRelation) int {
		return cmp.Or(cmp.Compare(b.Score, a.Score), cmp.Compare(r.order.rank[a.Sister], r.order.rank[b.Sister]))
	})
	list = slices.Clip(list[:max(0, min(first, len(list)))])
	for i := range list {
		list[i].Reasons = r.inCommon(project, list[i].Sister)
	}
	return list, nil
}

// traitScore is what it adds to the score to have a trait in common.
func (v *View) traitScore(trait Node) float64 {
	all, having := v.Count(graph.KindProject), len(v.projects.projects.of(trait))
	return roleWeights[v.projects.traits[trait].Role] * math.Log(float64(all+1)/float64(having))
}

// inCommon lists what two projects have in common.
func (v *View) inCommon(a, b Node) []ProjectReason {
	base := v.nodes.first[graph.KindProject]
	others := map[Node]bool{}
	for _, trait := range v.projects.of.of(b - base) {
		others[trait] = true
	}
	var list []ProjectReason
	for _, trait := range v.projects.of.of(a - base) {
		if others[trait] {
			list = append(list, ProjectReason{v.projects.traits[trait], v.traitScore(trait)})
		}
	}
	slices.SortStableFunc(list, func(x, y ProjectReason) int {
		return cmp.Or(cmp.Compare(y.Score, x.Score), compareTraits(x.ProjectTrait, y.ProjectTrait))
	})
	return list
}

// SistersCost is how many steps [Reader.Sisters] takes at most: a look at each project for each thing that it has in common
// with the project.
func (v *View) SistersCost(project Node) int {
	cost := 1
	if v.Kind(project) != graph.KindProject {
		return cost
	}
	for _, trait := range v.projects.of.of(project - v.nodes.first[graph.KindProject]) {
		cost += len(v.projects.projects.of(trait)) + 1
	}
	return cost
}
