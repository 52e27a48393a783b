package handles

import (
	"context"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/view"
)

// Related are the reports that have most to do with it.
func (r Report) Related(ctx context.Context, first *int32, otherProjectsOnly *bool) ([]RelatedReport, error) {
	n, err := limitedOr(10, "first", first)
	if err != nil || r.gone != "" {
		return []RelatedReport{}, err
	}
	options := view.RelatedOptions{First: n, OtherProjectsOnly: otherProjectsOnly != nil && *otherProjectsOnly}
	found, err := r.s.view.Related(ctx, r.n, options)
	if err != nil || !r.s.spend(len(found)) {
		return []RelatedReport{}, err
	}
	list := make([]RelatedReport, len(found))
	for i, f := range found {
		list[i] = RelatedReport{r.s, f}
	}
	return list, nil
}

// RelatedReport is a report that has to do with another one.
type RelatedReport struct {
	s     *Session
	found view.RelatedReport
}

// Report is the report itself.
func (r RelatedReport) Report() Report { return Report{entity{s: r.s, n: r.found.Report}} }

// Score is the sum of the reasons' scores.
func (r RelatedReport) Score() float64 { return r.found.Score }

// Reasons are what the two have in common, the weightiest first.
func (r RelatedReport) Reasons() []RelatedReason {
	if !r.s.spend(len(r.found.Reasons)) {
		return []RelatedReason{}
	}
	list := make([]RelatedReason, len(r.found.Reasons))
	for i, reason := range r.found.Reasons {
		list[i] = RelatedReason{r.s, reason}
	}
	return list
}

// RelatedReason is one thing that two reports have in common.
type RelatedReason struct {
	s      *Session
	reason view.RelatedReason
}

// Relation is how the related report has it.
func (r RelatedReason) Relation() Relation { return Relation(r.reason.Relation) }

// Entity is what they have in common.
func (r RelatedReason) Entity() Entity {
	n, found := r.reason.Entity()
	if !found {
		return nil
	}
	return r.s.Entity(n)
}

// Score is its part of the score.
func (r RelatedReason) Score() float64 { return r.reason.Score }

// Text is the reason in a sentence.
func (r RelatedReason) Text(languages []LanguageTag) Text {
	return r.s.sentence(languages, func(reader *view.Reader) graph.Text { return reader.Reason(r.reason) })
}
