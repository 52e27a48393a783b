package handles

import (
	"context"
	"slices"
	"sync"
	"sync/atomic"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/lang"
	"github.com/wasl-graph/wasl/internal/search"
	"github.com/wasl-graph/wasl/internal/view"
)

// Session is one request's window on the graph: a view and the reader's languages. It may be shared between the request's
// goroutines.
type Session struct {
	view      *view.View
	index     *search.Index // of the view
	reader    *view.Reader  // for the languages of the request
	documents Documents
	spent     *atomic.Int64 // objects listed so far, see budget.go; shared by all sessions of a request
	// last is the reader for the languages that were named last: a query names the same ones on each of its labels.
	last atomic.Pointer[namedReader]
	// changes holds what changes asserted, found when it is first asked for: by number, a func() []Statement.
	changes sync.Map
}

type namedReader struct {
	languages []LanguageTag
	reader    *view.Reader
}

// Documents keeps the texts of sources, by the digest of the document.
type Documents interface {
	Quote(sha256 string, place graph.Place) (words string, kept bool, err error)
}

// NewSession makes the session of a request, on the view of an index.
func NewSession(index *search.Index, chain lang.Chain, documents Documents) *Session {
	v := index.View()
	return &Session{view: v, index: index, reader: v.For(chain), documents: documents, spent: new(atomic.Int64)}
}

// Chain is the chain of the request's own languages, without those that single fields name.
func (s *Session) Chain() lang.Chain { return s.reader.Chain }

type sessionKey struct{}

// With puts the session into a context.
func (s *Session) With(ctx context.Context) context.Context {
	return context.WithValue(ctx, sessionKey{}, s)
}

// From finds the session in a context. It panics where there is none: that is a fault of the wiring.
func From(ctx context.Context) *Session { return ctx.Value(sessionKey{}).(*Session) }

// readerFor is the reader for the languages that a field names, or the request's own when it names none.
func (s *Session) readerFor(languages []LanguageTag) *view.Reader {
	if len(languages) == 0 {
		return s.reader
	}
	if last := s.last.Load(); last != nil && slices.Equal(last.languages, languages) {
		return last.reader
	}
	tags := make([]graph.Tag, len(languages))
	for i, t := range languages {
		tags[i] = graph.Tag(t)
	}
	reader := s.view.For(lang.FromTags(tags))
	s.last.Store(&namedReader{languages, reader})
	return reader
}
