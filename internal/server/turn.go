package server

import (
	"bytes"
	"net/http"

	"github.com/wasl-graph/wasl/internal/api"
)

// inTurn answers a request when its turn has come, and keeps the answer back until it is complete.
func (s *Sharing) inTurn(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		leave, err := s.queue.Enter(r.Context(), api.ClientOf(r.Context()))
		if err != nil {
			if r.Context().Err() == nil {
				refuseBusy(w, r)
			}
			return
		}
		whole := &keeper{ResponseWriter: w, status: http.StatusOK}
		func() {
			defer leave() // after a panic too
			next.ServeHTTP(whole, r)
		}()
		whole.send()
	})
}

// keeper keeps an answer. It has no Unwrap: nothing goes past it.
type keeper struct {
	http.ResponseWriter
	status int
	body   bytes.Buffer
}

// WriteHeader notes the status.
func (k *keeper) WriteHeader(status int) { k.status = status }

// Write keeps a part of the body.
func (k *keeper) Write(p []byte) (int, error) { return k.body.Write(p) }

// send sends the answer.
func (k *keeper) send() {
	k.ResponseWriter.WriteHeader(k.status)
	if k.body.Len() > 0 { // some answers must have no body
		_, _ = k.ResponseWriter.Write(k.body.Bytes()) // a failed write means that the client has gone
	}
}
