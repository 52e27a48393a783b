package view

import (
	"context"

	"github.com/wasl-graph/wasl/graph"
)

// Proposal is a change that is worked out when its turn has come, on the graph as it is then.
type Proposal struct {
	// Expected is the revision that the change is meant for, as [graph.Revision.String] writes it; empty for any.
	Expected string
	// Concerns are the entities whose facts Prepare reads or changes. Proposals that concern none of the same entities may be
	// recorded together. Without any, the proposal concerns the whole graph.
	Concerns []graph.ID
	// Prepare works the change out. Its error refuses the proposal.
	Prepare func(*View) (graph.Change, error)
}

// Outcome is what became of a proposal that was accepted.
type Outcome struct {
	// Revision is the one that the change made, or the current one when there was nothing to change.
	Revision graph.Revision
	// View is one in which the change is seen.
	View *View
}

// Propose records the change of a proposal and makes the view that follows from it current. An expected revision that is
// no longer current is a CONFLICT, and nothing is changed.
func (l *Live) Propose(ctx context.Context, p Proposal) (Outcome, error) {
	l.writing.Lock()
	defer l.writing.Unlock()
	before := l.View()
	if err := p.fits(before.Revision()); err != nil {
		return Outcome{}, err
	}
	c, err := p.Prepare(before)
	if err != nil {
		return Outcome{}, err
	}
	after, err := l.apply(ctx, c)
	if err != nil {
		return Outcome{}, err
	}
	return Outcome{after.Revision(), after}, nil
}

// fits says whether the proposal may be carried out on a revision.
func (p Proposal) fits(current graph.Revision) error {
	if p.Expected == "" || p.Expected == current.String() {
		return nil
	}
	return graph.NewError(graph.Conflict, "revision.moved",
		"the graph is at revision {current}, not at {expected} any more; look again and repeat the change if it still fits",
		graph.Params{"current": current.String(), "expected": p.Expected})
}
