package server

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"
)

// indebted is an endpoint whose one client, 192.0.2.1, has no token for the next eleven seconds.
func indebted(limits Limits) (*Sharing, http.Handler) {
	limits.Rate, limits.Burst = 1, 10
	sharing := NewSharing(limits)
	for range 2 {
		sharing.rate.Charge(time.Now(), "192.0.2.1", 10)
	}
	return sharing, New(Options{GraphQL: echo, Sharing: sharing})
}

func asking() (*httptest.ResponseRecorder, *http.Request) {
	return httptest.NewRecorder(), httptest.NewRequest(http.MethodPost, "/graphql", strings.NewReader("x"))
}

// Who is refused is told so as late as others are answered who are slowed down, so that asking on and on leads to nothing.
func TestRefusingTakesAsLongAsSlowing(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		sharing, endpoint := indebted(Limits{Slow: 2 * time.Second})
		w, r := asking()
		begun := time.Now()
		endpoint.ServeHTTP(w, r)
		if took := time.Since(begun); w.Code != 429 || took != 2*time.Second {
			t.Errorf("%d after %v", w.Code, took)
		}
		// After eleven seconds there would be a token; of these the request may wait for two, and has waited two.
		if after := w.Header().Get("Retry-After"); after != "7" {
			t.Errorf("to come again after %s seconds", after)
		}
		if now := sharing.Stats(); now.Held.Taken != 0 || now.Rate.Refused != 1 || now.Rate.Charged != 20 {
			t.Errorf("%+v", now)
		}
	})
}

// How many are held is bounded: those beyond are told at once.
func TestHeldRequestsAreBounded(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		sharing, endpoint := indebted(Limits{Slow: 2 * time.Second})
		var all sync.WaitGroup
		for range mostHeld {
			all.Go(func() { endpoint.ServeHTTP(asking()) })
		}
		synctest.Wait()
		if now := sharing.Stats(); now.Held.Taken != mostHeld/2 || now.Held.Refused != mostHeld/2 || now.Rate.Refused != mostHeld {
			t.Errorf("%+v", now)
		}
		begun := time.Now()
		all.Wait()
		if took := time.Since(begun); took != 2*time.Second || sharing.Stats().Held.Taken != 0 {
			t.Errorf("%+v after %v", sharing.Stats(), took)
		}
	})
}
