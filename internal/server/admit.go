package server

import (
	"context"
	"math"
	"math/rand/v2"
	"net/http"
	"strconv"
	"time"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/api"
)

// admit names the client of a request, holds the request back while the client has no token for it, and charges for what it
// came to. One that would be held back for too long is refused.
func (s *Sharing) admit(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		client, passes := s.letPass(w, r)
		if !passes {
			return
		}
		var work api.Work
		body := &counted{ReadCloser: r.Body}
		r = r.WithContext(api.WithWork(api.WithClient(r.Context(), client), &work))
		r.Body = body
		said := int(min(r.ContentLength, s.limits.Body)) // of what is too large nothing is read here, but some by net/http
		defer func() { s.rate.Charge(time.Now(), client, charge(work, max(said, body.bytes))) }()
		next.ServeHTTP(w, r)
	})
}

// letPass names the client of a request and takes one of its tokens, for which it waits a while. When it is false, the request was refused
// instead, or its client has gone. Where nothing is shared out, everybody passes.
func (s *Sharing) letPass(w http.ResponseWriter, r *http.Request) (client string, passes bool) {
	if s == nil {
		return "", true
	}
	client = s.limits.Proxies.client(r)
	wait, admitted := s.rate.Admit(time.Now(), client)
	if !admitted {
		if wait, stays := s.hold(r.Context(), client, wait); stays {
			refuseRate(w, r, wait)
		}
		return client, false
	}
	return client, sleep(r.Context(), wait)
}

// imports lets documents pass at the rate of other requests. They don't take turns with queries: what strangers send is refused before it is
// read, and curators import one document at a time, for which a token is enough however long it takes.
func (s *Sharing) imports(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if _, passes := s.letPass(w, r); passes {
			next.ServeHTTP(w, r)
		}
	})
}

// mostHeld is how many requests that are refused may be held back at the same time.
const mostHeld = 1_024

// hold keeps a request that is refused for as long as one that is slowed down, as long as there is a place for it, and says
// how long to wait after that. Without it, who asks on and on, whatever the answer is, keeps the server busy with refusing:
// that took a third of it from the others. It is false when the client went away.
func (s *Sharing) hold(ctx context.Context, client string, wait time.Duration) (left time.Duration, stays bool) {
	if !s.held.Take(client, 1) {
		return wait, true
	}
	defer s.held.Give(client, 1)
	return wait - s.limits.Slow, sleep(ctx, s.limits.Slow)
}

// sleep is false when the context ended first.
func sleep(ctx context.Context, d time.Duration) bool {
	if d <= 0 {
		return true
	}
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
		return true
	case <-ctx.Done():
		return false
	}
}

// refuseRate answers 429 and says when to come again: when there is a token.
func refuseRate(w http.ResponseWriter, r *http.Request, wait time.Duration) {
	seconds := retryAfter(w, wait)
	if r.URL.Path == "/import" {
		leaveUnread(w, r) // it may be large
	}
	explain(w, r, http.StatusTooManyRequests, graph.NewError(graph.RateLimited, "rate.limited",
		"you have asked for too much in too short a time; try again in {seconds} seconds", graph.Params{"seconds": seconds}))
}

// refuseBusy answers 503 and says when to come again: in one to three seconds, so that not all come at the same time.
func refuseBusy(w http.ResponseWriter, r *http.Request) {
	seconds := retryAfter(w, time.Duration(1+rand.IntN(3))*time.Second)
	api.Refuse(w, r, http.StatusServiceUnavailable, graph.NewError(graph.Busy, "server.busy",
		"too many requests are waiting; try again in {seconds} seconds", graph.Params{"seconds": seconds}))
}

// retryAfter says in whole seconds when to come again.
func retryAfter(w http.ResponseWriter, wait time.Duration) int {
	seconds := max(1, int(math.Ceil(wait.Seconds())))
	w.Header().Set("Retry-After", strconv.Itoa(seconds))
	return seconds
}
