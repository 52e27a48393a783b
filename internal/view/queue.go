package view

import (
	"context"
	"errors"
	"fmt"
	"runtime/debug"
	"slices"
	"sync"

	"github.com/wasl-graph/wasl/graph"
)

// groupSize is how many proposals are recorded together at the most. Each waits for all of its group.
const groupSize = 64

// queue holds the proposals that wait for their turn, in the order in which they came.
type queue struct {
	mu      sync.Mutex
	waiting []*ticket
}

// ticket is the place of a proposal in the queue.
type ticket struct {
	Proposal
	ctx      context.Context //nolint:containedctx // lives as long as one call
	answered chan struct{}   // closed when the outcome or the error is known
	after    graph.Revision  // the one that the change follows
	outcome  Outcome
	err      error
}

var errAbandoned = errors.New("the change was abandoned: what was recorded with it ended early")

func newTicket(ctx context.Context, p Proposal) *ticket {
	return &ticket{Proposal: p, ctx: ctx, answered: make(chan struct{}), err: errAbandoned}
}

func (q *queue) join(t *ticket) {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.waiting = append(q.waiting, t)
}

// leave takes a ticket out of the queue, and says whether it was still there: its turn may have come.
func (q *queue) leave(t *ticket) bool {
	q.mu.Lock()
	defer q.mu.Unlock()
	i := slices.Index(q.waiting, t)
	if i >= 0 {
		q.waiting = slices.Delete(q.waiting, i, i+1)
	}
	return i >= 0
}

// next takes those out of the queue whose turn it is: the first, and those behind it that concern nothing that one before
// them concerns. The first that does not fit ends the group, so that nobody is overtaken.
func (q *queue) next(v *View) []*ticket {
	q.mu.Lock()
	defer q.mu.Unlock()
	concerned := map[graph.ID]bool{}
	n := 0
	for n < len(q.waiting) && n < groupSize && (n == 0 || q.waiting[n].fitsBeside(v, concerned)) {
		for _, id := range q.waiting[n].Concerns {
			concerned[v.Winner(id)] = true
		}
		n++
		if len(q.waiting[n-1].Concerns) == 0 {
			break // it concerns the whole graph
		}
	}
	group := slices.Clone(q.waiting[:n])
	q.waiting = slices.Delete(q.waiting, 0, n)
	return group
}

// fitsBeside says whether the proposal can be worked out without looking at what those before it do.
func (t *ticket) fitsBeside(v *View, concerned map[graph.ID]bool) bool {
	return len(t.Concerns) > 0 && !slices.ContainsFunc(t.Concerns, func(id graph.ID) bool { return concerned[v.Winner(id)] })
}

// prepare works the change out that is to follow a revision, on the view before the group: what came in between does not
// concern it. A panic is turned into an error, because it may not be the caller's own goroutine that is at it.
func (t *ticket) prepare(before *View, after graph.Revision) (c graph.Change, err error) {
	defer func() {
		if cause := recover(); cause != nil {
			err = fmt.Errorf("preparing a change: panic: %v\n%s", cause, debug.Stack())
		}
	}()
	t.after = after
	if err := t.ctx.Err(); err != nil {
		return c, err
	}
	if err := t.fits(after); err != nil {
		return c, err
	}
	return t.Prepare(before)
}

// answer notes what the record has made of the proposal and which view shows it.
func (t *ticket) answer(turn graph.Turn, after *View) {
	t.outcome, t.err = Outcome{}, turn.Err
	if t.err != nil {
		return
	}
	t.outcome = Outcome{turn.Applied.Revision, after}
	if turn.Applied.Revision.Number == 0 {
		t.outcome.Revision = t.after
	}
}

// refuse answers that nothing could be recorded.
func (t *ticket) refuse(err error) { t.outcome, t.err = Outcome{}, err }
