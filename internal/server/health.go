package server

import (
	"io"
	"log/slog"
	"net/http"
)

// healthy answers that the process is up.
func healthy(w http.ResponseWriter, _ *http.Request) { answer(w, http.StatusOK, "ok") }

// ready answers whether the graph can be asked, and whether the server goes on. Why it cannot be is for the log only.
func ready(check func() error, log *slog.Logger) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if stopping(r.Context()) {
			answer(w, http.StatusServiceUnavailable, speak(w, r).Sentence("server.stopping", nil))
			return
		}
		if check == nil {
			answer(w, http.StatusOK, "ok")
			return
		}
		if err := check(); err != nil {
			log.WarnContext(r.Context(), "not ready", "error", err)
			answer(w, http.StatusServiceUnavailable, speak(w, r).Sentence("server.unready", nil))
			return
		}
		answer(w, http.StatusOK, "ok")
	}
}

// answer sends one line of plain text that nobody may keep for later.
func answer(w http.ResponseWriter, status int, line string) {
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(status)
	// A failed write means that the client has gone, and nobody is left to tell.
	_, _ = io.WriteString(w, line+"\n")
}
