package view

import (
	"context"

	"github.com/wasl-graph/wasl/graph"
)

// RelatedOptions says which related reports are meant.
type RelatedOptions struct {
	// First is how many are listed at most.
	First int
	// OtherProjectsOnly leaves out the reports that come out of a project that the report comes out of, too.
	OtherProjectsOnly bool
}

// RelatedReport is a report that hangs together with another one. relatedscore.go says how near the two are.
type RelatedReport struct {
	Report Node
	// Score is the sum of the reasons' scores, exactly. It compares with the scores of other reports in the same graph.
	Score float64
	// Reasons are what the two share, what weighs most first.
	Reasons []RelatedReason
}

// Related finds the reports that are nearest to a report, the nearest first. It goes through the lists of all reports that
// are tied to what the report is tied to, and once over all reports; a cancelled context ends it.
func (v *View) Related(ctx context.Context, report Node, o RelatedOptions) ([]RelatedReport, error) {
	return v.related(ctx, new(effort), report, o)
}

func (v *View) related(ctx context.Context, e *effort, report Node, o RelatedOptions) ([]RelatedReport, error) {
	profile := v.profile(report)
	if err := e.spend(ctx, len(profile)); err != nil {
		return nil, err
	}
	lent, scores := borrow(v.Count(graph.KindReport))
	defer giveBack(lent)
	defer clear(scores)
	for i := range profile {
		if err := v.addTrait(ctx, e, scores, &profile[i]); err != nil {
			return nil, err
		}
	}
	scores[report] = 0
	if o.OtherProjectsOnly {
		if err := v.dropProjects(ctx, e, scores, report); err != nil {
			return nil, err
		}
	}
	best, err := v.nearest(ctx, e, scores, report, o.First)
	if err != nil {
		return nil, err
	}
	list := make([]RelatedReport, len(best))
	for i, other := range best {
		if err := e.spend(ctx, len(profile)); err != nil {
			return nil, err
		}
		list[i] = v.explain(profile, report, other)
	}
	return list, ctx.Err()
}

// RelatedCost is how many steps [View.Related] takes at most.
func (v *View) RelatedCost(report Node, o RelatedOptions) int {
	profile := v.profile(report)
	cost := v.Count(graph.KindReport) + (max(o.First, 0)+1)*len(profile)
	for i := range profile {
		cost += len(v.tied(profile[i].entity))
		if profile[i].slight > 0 {
			cost += len(v.mentioning(profile[i].entity))
		}
	}
	if o.OtherProjectsOnly {
		for _, project := range v.reports.values[graph.ByProject].of(report) {
			cost += len(v.tied(project))
		}
	}
	return cost
}
