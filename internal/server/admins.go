package server

import (
	"errors"
	"net/http"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/api"
)

// adminsOnly lets callers of the role admin through.
func adminsOnly(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		err := api.CallerOf(r.Context()).Must(graph.Admin)
		if err == nil {
			next.ServeHTTP(w, r)
			return
		}
		status := http.StatusForbidden
		if graph.CodeOf(err) == graph.Unauthenticated {
			w.Header().Set("WWW-Authenticate", "Bearer")
			status = http.StatusUnauthorized
		}
		var sentence string
		if known := new(graph.Error); errors.As(err, &known) {
			sentence = speak(w, r).Error(known)
		}
		answer(w, status, sentence)
	})
}
