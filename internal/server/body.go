package server

import (
	"bytes"
	"io"
	"net/http"
	"time"

	"github.com/wasl-graph/wasl/internal/api"
)

// counted counts what is read of a body.
type counted struct {
	io.ReadCloser
	bytes int
}

// Read reads, and counts.
func (c *counted) Read(p []byte) (int, error) {
	n, err := c.ReadCloser.Read(p)
	c.bytes += n
	return n, err
}

// readBody reads the body of a request before it goes on, so that nobody waits for a slow client. All bodies together are
// bounded. A body that says that it is too large is not read; the next handler gets the same error when it reads.
func (s *Sharing) readBody(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		most, client := s.limits.Body, api.ClientOf(r.Context())
		size := int(min(r.ContentLength, most))
		if size < 0 {
			size = int(most) // it does not say
		}
		if !s.bodies.Take(client, size) {
			refuseBusy(w, r)
			return
		}
		defer s.bodies.Give(client, size)
		if r.ContentLength > most {
			leaveUnread(w, r)
			r.Body = failing{&http.MaxBytesError{Limit: most}}
			next.ServeHTTP(w, r)
			return
		}
		var text bytes.Buffer
		_, err := text.ReadFrom(r.Body)
		r.Body = io.NopCloser(&text)
		if err != nil {
			r.Body = failing{err}
		}
		next.ServeHTTP(w, r)
	})
}

// lastBytes is how long a body that nobody wants is read on, so that a client that has nearly sent it gets its answer.
const lastBytes = 250 * time.Millisecond

// leaveUnread has the connection closed soon after the answer where a body is on its way. Otherwise net/http would wait for the body of
// whoever sends slowly. In HTTP/2 a stream is closed without the others.
func leaveUnread(w http.ResponseWriter, r *http.Request) {
	if r.ProtoMajor == 1 && r.ContentLength != 0 {
		w.Header().Set("Connection", "close")
		_ = http.NewResponseController(w).SetReadDeadline(time.Now().Add(lastBytes)) // fails where there is no connection, which is only in tests
	}
}

// failing is a body that could not be read.
type failing struct{ err error }

// Read gives the error.
func (f failing) Read([]byte) (int, error) { return 0, f.err }

// Close does nothing: the server closes the true body.
func (failing) Close() error { return nil }
