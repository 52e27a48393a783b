package view

import (
	"context"
	"fmt"
	"iter"
	"sync"
	"sync/atomic"

	"github.com/wasl-graph/wasl/graph"
)

// Record is what a view is made of and where changes go: the durable store of the graph.
type Record interface {
	// Snapshot hands over everything at the current revision. The snapshot is valid until visit returns.
	Snapshot(ctx context.Context, visit func(graph.Snapshot) error) error
	// Apply records a change, all of it or nothing, and says what it came to on the given state, which must be that of the
	// record's revision.
	Apply(ctx context.Context, c graph.Change, state graph.State) (graph.Applied, error)
	// ApplyBulk does the same for a change of any size, of which it says only what the change log has.
	ApplyBulk(ctx context.Context, c graph.BulkChange, state graph.State) (graph.Recorded, error)
	// Quote is a piece of the text of a source's document, which is named by its digest, and whether it is kept. It does not
	// wait for a change that is being written.
	Quote(sha256 string, place graph.Place) (words string, kept bool, err error)
}

// Live is the current view of a record. Readers take the view that is current when they begin and keep it; a change makes
// the next one. It may be shared between goroutines.
type Live struct {
	record  Record
	writing sync.Mutex
	current atomic.Pointer[View]
}

// NewLive reads the record and makes its first view.
func NewLive(ctx context.Context, record Record) (*Live, error) {
	l := &Live{record: record}
	if err := l.read(ctx); err != nil {
		return nil, err
	}
	return l, nil
}

// read makes a view of what the record holds and makes it current.
func (l *Live) read(ctx context.Context) error {
	err := l.record.Snapshot(ctx, func(s graph.Snapshot) error {
		v, err := Build(ctx, s)
		if err == nil {
			l.current.Store(v)
		}
		return err
	})
	if err != nil {
		return fmt.Errorf("reading the record: %w", err)
	}
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
// seen; a change that comes to nothing leaves the view as it is.
func (l *Live) Apply(ctx context.Context, c graph.Change) (*View, error) {
	l.writing.Lock()
	defer l.writing.Unlock()
	return l.apply(ctx, c)
}

func (l *Live) apply(ctx context.Context, c graph.Change) (*View, error) {
	before := l.View()
	applied, err := l.record.Apply(ctx, c, before)
	if err != nil {
		return nil, err
	}
	if applied.Revision.Number == 0 {
		return before, nil
	}
	// The change is recorded: the view must follow, whatever becomes of the request.
	after, err := before.With(context.WithoutCancel(ctx), applied)
	if err != nil {
		return nil, err
	}
	l.current.Store(after)
	return after, nil
}

// ApplyBulk records a change of any size and reads the record anew to make the view that follows from it. Prepare hands over
// the change for the view that is current when its turn has come; no other change comes in between. It returns what was
// recorded, and an empty change when it came to nothing.
func (l *Live) ApplyBulk(ctx context.Context, prepare func(*View) (graph.BulkChange, error)) (graph.Recorded, error) {
	l.writing.Lock()
	defer l.writing.Unlock()
	before := l.View()
	c, err := prepare(before)
	if err != nil {
		return graph.Recorded{}, err
	}
	recorded, err := l.record.ApplyBulk(ctx, c, before)
	if err != nil || recorded.Revision.Number == 0 {
		return recorded, err
	}
	return recorded, l.read(context.WithoutCancel(ctx)) // the view must follow, whatever becomes of the request
}

// With is the view after a change. It is built anew from what the view holds: the same view as one read from the record.
func (v *View) With(ctx context.Context, a graph.Applied) (*View, error) {
	return Build(ctx, graph.Snapshot{
		Revision:   a.Revision,
		Changes:    append(v.changes[:len(v.changes):len(v.changes)], a.Recorded),
		Sources:    mergeSources(v.sources, a.Sources),
		Assertions: v.assertionsAfter(a),
	})
}

func (v *View) assertionsAfter(a graph.Applied) iter.Seq2[graph.Assertion, error] {
	gone := make(map[graph.Assertion]bool, len(a.Retracted))
	for _, r := range a.Retracted {
		gone[r.Key()] = true
	}
	return func(yield func(graph.Assertion, error) bool) {
		for have := range v.Assertions() {
			if (len(gone) == 0 || !gone[have.Key()]) && !yield(have, nil) {
				return
			}
		}
		for _, added := range a.Asserted {
			if !yield(added, nil) {
				return
			}
		}
	}
}

func mergeSources(have, more []graph.Source) []graph.Source {
	merged := append([]graph.Source(nil), have...)
	for _, s := range more {
		if i, found := findSource(have, s.ID); found {
			merged[i] = s
		} else {
			merged = append(merged, s)
		}
	}
	return merged
}
