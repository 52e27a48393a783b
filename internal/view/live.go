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
	Apply(ctx context.Context, c graph.Change, state *View) (graph.Applied, error)
	// Document is the kept text of a source's document, by its digest. It does not wait for a change that is being written.
	Document(sha256 string) (text string, kept bool, err error)
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
	err := record.Snapshot(ctx, func(s graph.Snapshot) error {
		v, err := Build(ctx, s)
		l.current.Store(v)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("reading the record: %w", err)
	}
	return l, nil
}

// View is the current view.
func (l *Live) View() *View { return l.current.Load() }

// Document is the kept text of a source's document, by its digest. Texts stay in the record: they are large, and only a
// quotation asks for one. A text never changes under its digest, so it fits every view.
func (l *Live) Document(sha256 string) (text string, kept bool, err error) {
	return l.record.Document(sha256)
}

// Apply records a change and makes the view that follows from it current. It returns the view in which the change is
// seen; a change that comes to nothing leaves the view as it is.
func (l *Live) Apply(ctx context.Context, c graph.Change) (*View, error) {
	l.writing.Lock()
	defer l.writing.Unlock()
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
