package view

import (
	"context"
	"time"

	"github.com/wasl-graph/wasl/graph"
)

// Proposal is a change that is worked out when its turn has come, on the graph as it is then.
type Proposal struct {
	// Expected is the revision that the change is meant for, as [graph.Revision.String] writes it; empty for any.
	Expected string
	// Concerns are the entities whose facts Prepare reads or changes; the id of one that was merged, by then, stands for the one that
	// answers for it. Proposals that concern none of the same entities may be recorded together. Without any, the proposal concerns the
	// whole graph.
	Concerns []graph.ID
	// Prepare works the change out. Its error refuses the proposal. It may run in another goroutine than that of [Live.Propose],
	// while no other change is made, and must not propose or read the record itself. A panic in it becomes an error.
	Prepare func(*View) (graph.Change, error)
}

// Outcome is what became of a proposal that was accepted.
type Outcome struct {
	// Revision is the one that the change made, or the one that it found when there was nothing to change.
	Revision graph.Revision
	// View is one in which the change is seen.
	View *View
}

// Propose records the change of a proposal and makes a view that shows it current. When it returns without an error the
// change is on disk. An expected revision that is no longer current is a CONFLICT, and nothing is changed; nor is it after
// any other error, but for what [Record] says of a file that fails in the middle.
//
// Proposals that come while others are being written wait in the order in which they came. Those that concern different
// entities are then recorded together: each keeps a revision of its own, but the disk is waited for once, and one view is
// made. What comes of them is what would come of them one after the other. A caller whose context ends before its turn
// has come leaves the queue; after that its change is made all the same.
func (l *Live) Propose(ctx context.Context, p Proposal) (Outcome, error) {
	t := newTicket(ctx, p)
	l.queue.join(t)
	select {
	case <-t.answered:
	case <-ctx.Done():
		if l.queue.leave(t) {
			return Outcome{}, ctx.Err()
		}
		<-t.answered
	case l.writing <- struct{}{}:
		l.lead(context.WithoutCancel(ctx), t)
	}
	return t.outcome, t.err
}

// lead carries out what waits in the queue until the ticket has its answer. Whoever comes to write first does it for all.
func (l *Live) lead(ctx context.Context, t *ticket) {
	defer l.unlock()
	for {
		select {
		case <-t.answered:
			return
		default:
			err := l.catchUp(ctx) // which id answers for which decides about the group
			l.carryOut(ctx, l.queue.next(l.View()), err)
		}
	}
}

// carryOut records a group and makes the view that follows from it current. Where the current view is not that of the record, the
// error says why, and the group is refused.
func (l *Live) carryOut(ctx context.Context, group []*ticket, err error) {
	defer func() {
		for _, t := range group {
			close(t.answered) // even when this panics: nobody waits for ever
		}
	}()
	turns, after := make([]graph.Turn, len(group)), (*View)(nil)
	if err == nil {
		after, err = l.applyGroup(ctx, group, turns)
	}
	for i, t := range group {
		if err != nil && turns[i].Err == nil {
			t.refuse(err)
		} else {
			t.answer(turns[i], after)
		}
	}
}

// applyGroup records the changes of a group, each in its turn. The error says that the view could not be made of what is recorded.
func (l *Live) applyGroup(ctx context.Context, group []*ticket, turns []graph.Turn) (after *View, err error) {
	before := l.View()
	for i, t := range group {
		turns[i].Prepare = func(after graph.Revision) (graph.Change, error) { return t.prepare(before, after) }
	}
	l.behind = true
	l.record.ApplyGroup(turns, before)
	var applied []graph.Applied
	for _, turn := range turns {
		if turn.Applied.Revision.Number > 0 {
			applied = append(applied, turn.Applied)
		}
	}
	if len(applied) == 0 {
		l.behind = false
		return before, nil
	}
	begun := time.Now()
	after, err = before.With(ctx, applied...)
	l.timed(begun)
	if err == nil {
		err = l.show(ctx, after)
	}
	return after, err
}

// fits says whether the proposal may be carried out on a revision.
func (p Proposal) fits(current graph.Revision) error {
	if p.Expected == "" || p.Expected == current.String() {
		return nil
	}
	return graph.Moved(p.Expected, current)
}
