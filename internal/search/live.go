package search

import (
	"context"
	"sync/atomic"
	"time"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/view"
)

// Live keeps the index of the current view of a record. Whoever takes the index takes its view with it, so that searches
// and all other reads of one request are of one revision. The index follows every change of the view, whichever way it
// is made, before the change is acknowledged. It may be shared between goroutines.
type Live struct {
	views   *view.Live
	current atomic.Pointer[Index]
	took    atomic.Int64 // nanoseconds, see livetime.go
}

// NewLive makes the index of the current view, and of all that follow. The error is the context's.
func NewLive(ctx context.Context, views *view.Live) (*Live, error) {
	l := &Live{views: views}
	if err := views.Follow(ctx, l.follow); err != nil {
		return nil, err
	}
	return l, nil
}

// follow makes the index of a view current.
func (l *Live) follow(ctx context.Context, v *view.View) error {
	defer l.timed(time.Now())
	x, err := Build(ctx, v)
	if err == nil {
		l.current.Store(x)
	}
	return err
}

// Index is the current index; [Index.View] is the view that belongs to it.
func (l *Live) Index() *Index { return l.current.Load() }

// View is the view of the current index.
func (l *Live) View() *view.View { return l.Index().view }

// Quote is a piece of the text of a source's document, which is named by its digest; see [view.Live.Quote].
func (l *Live) Quote(sha256 string, place graph.Place) (words string, kept bool, err error) {
	return l.views.Quote(sha256, place)
}

// Apply records a change. It returns the index in which the change is seen; a change that comes to nothing leaves the
// index as it is.
func (l *Live) Apply(ctx context.Context, c graph.Change) (*Index, error) {
	if _, err := l.views.Apply(ctx, c); err != nil {
		return nil, err
	}
	return l.Index(), nil
}

// Outcome is what became of a proposal that was accepted.
type Outcome struct {
	// Revision is the one that the change made, or the one that it found when there was nothing to change.
	Revision graph.Revision
	// Index is one in whose view the change is seen.
	Index *Index
}

// Propose records the change of a proposal, see [view.Live.Propose]. Those that are recorded together share one index.
func (l *Live) Propose(ctx context.Context, p view.Proposal) (Outcome, error) {
	accepted, err := l.views.Propose(ctx, p)
	if err != nil {
		return Outcome{}, err
	}
	return Outcome{accepted.Revision, l.Index()}, nil
}

// ApplyBulk records a change of any size, see [view.Live.ApplyBulk].
func (l *Live) ApplyBulk(ctx context.Context, prepare func(*view.View) (graph.BulkChange, error)) (graph.Recorded, error) {
	return l.views.ApplyBulk(ctx, prepare)
}
