package server

import (
	"log/slog"
	"net/http"
	"runtime/debug"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/access"
	"github.com/wasl-graph/wasl/internal/api"
)

// maxBody is how many bytes of a request's body a handler may read, unless it is said otherwise.
const maxBody = 1 << 20

// limitBody ends the body after so many bytes with an *http.MaxBytesError.
func limitBody(most int64, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		// The limit closes the connection of a client that sends more, and recognises only net/http's own writer.
		r.Body = http.MaxBytesReader(innermost(w), r.Body, most)
		next.ServeHTTP(w, r)
	})
}

// innermost is the writer that net/http made, under those that have been put around it.
func innermost(w http.ResponseWriter) http.ResponseWriter {
	for {
		wrapped, ok := w.(interface{ Unwrap() http.ResponseWriter })
		if !ok {
			return w
		}
		w = wrapped.Unwrap()
	}
}

// secure sets the headers that every answer has. A handler may replace them.
func secure(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("X-Content-Type-Options", "nosniff")
		w.Header().Set("Referrer-Policy", "no-referrer")
		if r.TLS != nil { // browsers then ask this host in no other way; said over plain HTTP it would mean nothing
			w.Header().Set("Strict-Transport-Security", "max-age=31536000")
		}
		next.ServeHTTP(w, r)
	})
}

// recoverPanics answers 500 with the request's name and no other detail when a handler panics, and logs the panic with its stack. Where part of the
// answer was sent already, the connection is cut, so that the client does not take that part for the whole.
func recoverPanics(log *slog.Logger, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		rec := record(w)
		defer func() {
			cause := recover()
			if cause == nil {
				return
			}
			if cause == http.ErrAbortHandler { //nolint:errorlint // a panic carries this very value
				panic(cause)
			}
			log.ErrorContext(r.Context(), "panic", "request", api.RequestID(r.Context()), "method", r.Method, "path", access.Redact(r.URL.Path),
				"cause", cause, "stack", string(debug.Stack()))
			if rec.status != 0 {
				panic(http.ErrAbortHandler)
			}
			if inGraphQLForm(r) {
				for _, said := range []string{"Vary", "ETag", "Content-Encoding"} { // of the answer that there is not
					rec.Header().Del(said)
				}
				api.Refuse(rec, r, http.StatusInternalServerError, graph.NewError(graph.Internal, "internal", "something went wrong on our side", nil))
				return
			}
			answer(rec, http.StatusInternalServerError, speak(rec, r).Sentence("server.failed", nil))
		}()
		next.ServeHTTP(rec, r)
	})
}
