package server

import (
	"log/slog"
	"net/http"
	"time"

	"github.com/wasl-graph/wasl/internal/access"
	"github.com/wasl-graph/wasl/internal/api"
)

// recorder passes an answer on and remembers what was sent.
type recorder struct {
	http.ResponseWriter
	status int   // 0 until the header is sent
	bytes  int64 // of the body
}

// record wraps w, or returns it where it is a recorder already.
func record(w http.ResponseWriter) *recorder {
	if rec, ok := w.(*recorder); ok {
		return rec
	}
	return &recorder{ResponseWriter: w}
}

// WriteHeader notes the status. Informational ones (1xx) precede the answer's own.
func (rec *recorder) WriteHeader(status int) {
	if rec.status == 0 && status >= http.StatusOK {
		rec.status = status
	}
	rec.ResponseWriter.WriteHeader(status)
}

// Write counts what was written; the first write sends the header.
func (rec *recorder) Write(p []byte) (int, error) {
	if rec.status == 0 {
		rec.status = http.StatusOK
	}
	n, err := rec.ResponseWriter.Write(p)
	rec.bytes += int64(n)
	return n, err
}

// Unwrap lets http.ResponseController reach the writer beneath.
func (rec *recorder) Unwrap() http.ResponseWriter { return rec.ResponseWriter }

// logAccess logs each request at level debug when it has been answered. Neither addresses nor queries nor headers are
// logged: what people ask is their own business. Of a token it is the id.
func logAccess(log *slog.Logger, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		begun := time.Now()
		rec := record(w)
		defer func() {
			log.DebugContext(r.Context(), "request", "id", api.RequestID(r.Context()), "method", r.Method, "path", access.Redact(r.URL.Path),
				"status", rec.status, "bytes", rec.bytes, "duration", time.Since(begun), "token", api.CallerOf(r.Context()).Token)
		}()
		next.ServeHTTP(rec, r)
	})
}
