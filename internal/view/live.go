package view

import (
	"context"
	"fmt"
	"iter"
	"slices"
	"sync/atomic"
	"time"

	"github.com/wasl-graph/wasl/graph"
)

// Record is what a view is made of and where changes go: the durable store of the graph.
type Record interface {
	// Snapshot hands over everything at the current revision. The snapshot is valid until visit returns.
	Snapshot(ctx context.Context, visit func(graph.Snapshot) error) error
	// ApplyGroup records changes in their order, each all of it or nothing, and says in each turn what it came to on the
	// given state, which must be that of the record's revision, and on the turns before. It waits for the disk once for
	// several. When the file itself fails in the middle, the record refuses everything until it is opened again, and then
	// holds either all of a change or nothing.
	ApplyGroup(turns []graph.Turn, state graph.State)
	// ApplyBulk records one change of any size, of which it says only what the change log has.
	ApplyBulk(ctx context.Context, c graph.BulkChange, state graph.State) (graph.Recorded, error)
	// Quote is a piece of the text of a source's document, which is named by its digest, and whether it is kept. It does not
	// wait for a change that is being written.
	Quote(sha256 string, place graph.Place) (words string, kept bool, err error)
}

// Live is the current view of a record. Readers take the view that is current when they begin and keep it; a change makes
// the next one. It may be shared between goroutines.
type Live struct {
	record    Record
	queue     queue
	writing   chan struct{} // holds a token while somebody writes
	behind    bool          // the record may hold what the view does not show; whoever writes knows
	followers []func(context.Context, *View) error
	current   atomic.Pointer[View]
	took      atomic.Int64 // nanoseconds, see livetime.go
}

// NewLive reads the record and makes its first view.
func NewLive(ctx context.Context, record Record) (*Live, error) {
	l := &Live{record: record, writing: make(chan struct{}, 1)}
	if err := l.read(ctx); err != nil {
		return nil, err
	}
	return l, nil
}

// lock waits until nobody else writes.
func (l *Live) lock(ctx context.Context) error {
	select {
	case l.writing <- struct{}{}:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

func (l *Live) unlock() { <-l.writing }

// read makes a view of what the record holds and makes it current.
func (l *Live) read(ctx context.Context) error {
	var v *View
	err := l.record.Snapshot(ctx, func(s graph.Snapshot) (err error) {
		defer l.timed(time.Now())
		v, err = Build(ctx, s)
		return err
	})
	if err != nil {
		return fmt.Errorf("reading the record: %w", err)
	}
	return l.show(ctx, v)
}

// show makes a view of the record's revision current, and has the followers follow.
func (l *Live) show(ctx context.Context, v *View) error {
	l.behind = true
	l.current.Store(v)
	for _, follow := range l.followers {
		if err := follow(ctx, v); err != nil {
			return err
		}
	}
	l.behind = false
	return nil
}

// catchUp reads the record anew when the view does not show all of it: an earlier change was recorded, and what should
// have followed from it failed. A change that is held against an older view would be recorded wrongly.
func (l *Live) catchUp(ctx context.Context) error {
	if !l.behind {
		return nil
	}
	return l.read(ctx)
}

// Follow calls follow with the current view, and from then on with every view that comes after it, one at a time and
// before the changes that led to it are acknowledged. It must not change the graph. Its first error is returned, and then
// it is not called again; a later one fails the changes that it was called for, although they are recorded.
func (l *Live) Follow(ctx context.Context, follow func(context.Context, *View) error) error {
	if err := l.lock(ctx); err != nil {
		return err
	}
	defer l.unlock()
	if err := follow(ctx, l.View()); err != nil {
		return err
	}
	l.followers = append(l.followers, follow)
	return nil
}

// View is the current view.
func (l *Live) View() *View { return l.current.Load() }

// Quote is a piece of the text of a source's document, which is named by its digest. Texts stay in the record: they are
// large, and only a quotation asks for one. A text never changes under its digest, so it fits every view.
func (l *Live) Quote(sha256 string, place graph.Place) (words string, kept bool, err error) {
	return l.record.Quote(sha256, place)
}

// Apply records a change and makes the view that follows from it current. It returns the view in which the change is
// seen; a change that comes to nothing leaves the view as it is. It is a proposal that concerns the whole graph.
func (l *Live) Apply(ctx context.Context, c graph.Change) (*View, error) {
	accepted, err := l.Propose(ctx, Proposal{Prepare: func(*View) (graph.Change, error) { return c, nil }})
	return accepted.View, err
}

// ApplyBulk records a change of any size and reads the record anew to make the view that follows from it. Prepare hands over
// the change for the view that is current when its turn has come; no other change comes in between. It returns what was
// recorded, and an empty change when it came to nothing.
func (l *Live) ApplyBulk(ctx context.Context, prepare func(*View) (graph.BulkChange, error)) (graph.Recorded, error) {
	if err := l.lock(ctx); err != nil {
		return graph.Recorded{}, err
	}
	defer l.unlock()
	if err := l.catchUp(ctx); err != nil {
		return graph.Recorded{}, err
	}
	before := l.View()
	c, err := prepare(before)
	if err != nil {
		return graph.Recorded{}, err
	}
	l.behind = true
	recorded, err := l.record.ApplyBulk(ctx, c, before)
	if err != nil || recorded.Revision.Number == 0 {
		l.behind = false
		return recorded, err
	}
	return recorded, l.read(context.WithoutCancel(ctx)) // the view must follow, whatever becomes of the request
}

// With is the view after one change or several, in their order. It is built anew from what the view holds: the same view
// as one read from the record.
func (v *View) With(ctx context.Context, changes ...graph.Applied) (*View, error) {
	after := graph.Snapshot{Revision: v.revision, Changes: slices.Clip(v.changes), Sources: v.sources}
	for _, a := range changes {
		after.Revision = a.Revision
		after.Changes = append(after.Changes, a.Recorded)
		after.Sources = mergeSources(after.Sources, a.Sources)
	}
	after.Assertions = v.assertionsAfter(changes)
	return Build(ctx, after)
}

// assertionsAfter are those of the view and of the changes, without what was taken away of either.
func (v *View) assertionsAfter(changes []graph.Applied) iter.Seq2[graph.Assertion, error] {
	type entry struct {
		key    graph.Assertion
		change uint32 // by which it came: what went may have come back since
	}
	gone := map[entry]bool{}
	for _, a := range changes {
		for _, r := range a.Retracted {
			gone[entry{r.Key(), r.Evidence.Change}] = true
		}
	}
	stays := func(a graph.Assertion) bool { return len(gone) == 0 || !gone[entry{a.Key(), a.Evidence.Change}] }
	return func(yield func(graph.Assertion, error) bool) {
		for have := range v.AssertionsAsRecorded() {
			if stays(have) && !yield(have, nil) {
				return
			}
		}
		for _, a := range changes {
			for _, added := range a.Asserted {
				if stays(added) && !yield(added, nil) {
					return
				}
			}
		}
	}
}

// mergeSources are those that were there, each as it came last, and those that came.
func mergeSources(have, more []graph.Source) []graph.Source {
	merged := slices.Clone(have)
	for _, s := range more {
		if i := slices.IndexFunc(merged, func(m graph.Source) bool { return m.ID == s.ID }); i >= 0 {
			merged[i] = s
		} else {
			merged = append(merged, s)
		}
	}
	return merged
}
