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
	if after == l.View() {
		return l.Index(), nil
	}
	// The change is recorded: the index must follow, whatever becomes of the request.
	x, err := Build(context.WithoutCancel(ctx), after)
	if err != nil {
		return nil, err
	}
	l.current.Store(x)
	return x, nil
}
