package search

import (
	"context"
	"sync"
	"sync/atomic"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/view"
)

// Live keeps the index of the current view of a record. Whoever takes the index takes its view with it, so that searches
// and all other reads of one request are of one revision. Changes go through it too. It may be shared between goroutines.
type Live struct {
	views   *view.Live
	writing sync.Mutex
	current atomic.Pointer[Index]
}

// NewLive makes the index of the current view. The error is the context's.
func NewLive(ctx context.Context, views *view.Live) (*Live, error) {
	x, err := Build(ctx, views.View())
	if err != nil {
		return nil, err
	}
	l := &Live{views: views}
	l.current.Store(x)
	return l, nil
}

// Index is the current index; [Index.View] is the view that belongs to it.
func (l *Live) Index() *Index { return l.current.Load() }

// View is the view of the current index.
func (l *Live) View() *view.View { return l.Index().view }

// Quote is a piece of the text of a source's document, which is named by its digest; see [view.Live.Quote].
func (l *Live) Quote(sha256 string, place graph.Place) (words string, kept bool, err error) {
	return l.views.Quote(sha256, place)
}

// Apply records a change and makes the index that follows from it current. It returns the index in which the change is
// seen; a change that comes to nothing leaves the index as it is.
func (l *Live) Apply(ctx context.Context, c graph.Change) (*Index, error) {
	l.writing.Lock()
	defer l.writing.Unlock()
	after, err := l.views.Apply(ctx, c)
	if err != nil {
		return nil, err
	}
	return l.follow(ctx, after)
}

// Outcome is what became of a proposal that was accepted.
type Outcome struct {
	// Revision is the one that the change made, or the current one when there was nothing to change.
	Revision graph.Revision
	// Index is one in whose view the change is seen.
	Index *Index
}

// Propose records the change of a proposal, see [view.Live.Propose], and makes the index that follows from it current.
func (l *Live) Propose(ctx context.Context, p view.Proposal) (Outcome, error) {
	l.writing.Lock()
	defer l.writing.Unlock()
	accepted, err := l.views.Propose(ctx, p)
	if err != nil {
		return Outcome{}, err
	}
	x, err := l.follow(ctx, accepted.View)
	return Outcome{accepted.Revision, x}, err
}

// ApplyBulk records a change of any size, see [view.Live.ApplyBulk], and makes the index that follows from it current.
func (l *Live) ApplyBulk(ctx context.Context, prepare func(*view.View) (graph.BulkChange, error)) (graph.Recorded, error) {
	l.writing.Lock()
	defer l.writing.Unlock()
	recorded, err := l.views.ApplyBulk(ctx, prepare)
	if err != nil || recorded.Revision.Number == 0 {
		return recorded, err
	}
	_, err = l.follow(ctx, l.views.View())
	return recorded, err
}

// follow makes the index of a view current. The change that made the view is recorded: the index must follow, whatever
// becomes of the request.
func (l *Live) follow(ctx context.Context, after *view.View) (*Index, error) {
	if after == l.View() {
		return l.Index(), nil
	}
	x, err := Build(context.WithoutCancel(ctx), after)
	if err != nil {
		return nil, err
	}
	l.current.Store(x)
	return x, nil
}
