package server

import (
	"crypto/rand"
	"net/http"
	"regexp"

	"github.com/wasl-graph/wasl/internal/access"
	"github.com/wasl-graph/wasl/internal/api"
)

// requestIDs are the names of requests that are taken over from a proxy or a client: what is safe in a log and in a header.
var requestIDs = regexp.MustCompile(`^[A-Za-z0-9._-]{8,64}$`)

// identify gives each request a name: the one in its X-Request-Id header if that has the right form and is no part of a token, else a
// new one. The answer has it in the same header, and the log beside what it says of the request.
func identify(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		id := r.Header.Get("X-Request-Id")
		if !requestIDs.MatchString(id) || access.Redact(id) != id {
			id = rand.Text()
		}
		w.Header().Set("X-Request-Id", id)
		next.ServeHTTP(w, r.WithContext(api.WithRequestID(r.Context(), id)))
	})
}
