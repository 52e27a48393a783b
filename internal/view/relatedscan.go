package view

import (
	"context"
	"slices"

	"github.com/wasl-graph/wasl/graph"
)

// scored is a report with its score in units.
type scored struct {
	report Node
	score  uint32
}

// addTrait adds the parts that a trait brings to the scores of all reports.
func (v *View) addTrait(ctx context.Context, e *effort, scores []uint32, t *trait) error {
	if err := addPart(ctx, e, scores, v.tied(t.entity), t.full); err != nil || t.slight == 0 {
		return err
	}
	return addPart(ctx, e, scores, v.mentioning(t.entity), t.slight)
}

func addPart(ctx context.Context, e *effort, scores []uint32, reports []Node, part uint32) error {
	for batch := range slices.Chunk(reports, patience) {
		if err := e.spend(ctx, len(batch)); err != nil {
			return err
		}
		for _, n := range batch {
			scores[n] += part
		}
	}
	return nil
}

// dropProjects takes the scores of all reports of the report's own projects away.
func (v *View) dropProjects(ctx context.Context, e *effort, scores []uint32, report Node) error {
	for _, project := range v.reports.values[graph.ByProject].of(report) {
		for batch := range slices.Chunk(v.tied(project), patience) {
			if err := e.spend(ctx, len(batch)); err != nil {
				return err
			}
			for _, n := range batch {
				scores[n] = 0
			}
		}
	}
	return nil
}

// nearest are the reports with the highest scores, nearness in time included: the highest first, of equal ones the newest.
// The reports of a year stand side by side, so it goes from one stretch of equal nearness to the next.
func (v *View) nearest(ctx context.Context, e *effort, scores []uint32, report Node, first int) ([]scored, error) {
	if first <= 0 {
		return nil, ctx.Err()
	}
	best := nearestReports{first: first}
	for _, s := range v.stretches(report) {
		for start := s.start; start < s.end; start += patience {
			end := min(start+patience, s.end)
			if err := e.spend(ctx, int(end-start)); err != nil {
				return nil, err
			}
			best.scan(scores[start:end], start, s.near)
		}
	}
	return best.list, nil
}

// stretch is a range of reports that are equally near in time.
type stretch struct {
	start, end Node
	near       uint32
}

// stretches cuts all reports, in their order, where the nearness in time changes.
func (v *View) stretches(report Node) []stretch {
	all := Node(v.Count(graph.KindReport))
	date := v.Published(report)
	if date.IsZero() {
		return []stretch{{0, all, 0}}
	}
	year, at := date.Year(), Node(0)
	var list []stretch
	for y := year + nearYears; y > year-nearYears; y-- {
		end := v.begunBy(y*10000, anyPrecision) // behind the reports of the year y and of all later ones
		list = append(list, stretch{at, end, nearWithin(y - year)})
		at = end
	}
	return append(list, stretch{at, all, 0})
}

// nearestReports keeps the best of the reports that it is shown in ascending order.
type nearestReports struct {
	first int
	list  []scored
	floor uint32 // what a score has to exceed
}

// scan looks at the scores of the reports from start on, to which the nearness in time is added where they are not 0.
func (x *nearestReports) scan(scores []uint32, start Node, near uint32) {
	floor := max(x.floor, near) - near
	for i, score := range scores {
		if score > floor {
			x.add(scored{start + Node(i), score + near})
			floor = max(x.floor, near) - near
		}
	}
}

// add puts a report that exceeds the floor into its place, behind those with the same score.
func (x *nearestReports) add(s scored) {
	if len(x.list) == x.first {
		x.list = x.list[:x.first-1]
	}
	at := len(x.list)
	for at > 0 && x.list[at-1].score < s.score {
		at--
	}
	x.list = slices.Insert(x.list, at, s)
	if len(x.list) == x.first {
		x.floor = x.list[x.first-1].score
	}
}
