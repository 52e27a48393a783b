package server

import (
	"context"
	"errors"
	"net"
	"net/http"
	"strings"
	"sync"
	"testing"
	"time"
)

// syncBuilder collects what several goroutines write.
type syncBuilder struct {
	mu   sync.Mutex
	text strings.Builder
}

func (b *syncBuilder) Write(p []byte) (int, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.text.Write(p)
}

func (b *syncBuilder) String() string {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.text.String()
}

func listen(t *testing.T) net.Listener {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// serveAndStop asks for path, stops the server when it has answered, and returns the status.
func serveAndStop(t *testing.T, h http.Handler, path string) int {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	l := listen(t)
	stopped := make(chan error, 1)
	go func() { stopped <- Serve(ctx, l, h, Serving{}) }()
	got, _ := ask(t, "GET", "http://"+l.Addr().String()+path, nil)
	cancel()
	if err := <-stopped; err != nil {
		t.Errorf("stopping: %v", err)
	}
	return got.StatusCode
}

func TestServeStopsWhenItsContextEnds(t *testing.T) {
	if got := serveAndStop(t, New(Options{}), "/healthz"); got != 200 {
		t.Errorf("got %d", got)
	}
}

func TestRunningRequestsAreFinished(t *testing.T) {
	running, finish := make(chan struct{}), make(chan struct{})
	h := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		close(running)
		<-finish
		if r.Context().Err() != nil {
			w.WriteHeader(http.StatusTeapot)
		}
	})
	ctx, cancel := context.WithCancel(t.Context())
	l := listen(t)
	stopped, status := make(chan error, 1), make(chan int, 1)
	go func() { stopped <- Serve(ctx, l, h, Serving{}) }()
	go func() {
		got, _ := ask(t, "GET", "http://"+l.Addr().String(), nil)
		status <- got.StatusCode
	}()
	<-running
	cancel()
	refusedFromNowOn(t, l)
	close(finish)
	if got := <-status; got != 200 {
		t.Errorf("the running request got %d, want 200", got)
	}
	if err := <-stopped; err != nil {
		t.Errorf("stopping: %v", err)
	}
}

// refusedFromNowOn waits until the listener takes no more connections.
func refusedFromNowOn(t *testing.T, l net.Listener) {
	t.Helper()
	for {
		c, err := net.Dial("tcp", l.Addr().String())
		if err != nil {
			return
		}
		c.Close()
	}
}

func TestRequestsThatOutlastTheDrainAreCutOff(t *testing.T) {
	running, ended := make(chan struct{}), make(chan struct{})
	h := http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
		close(running)
		<-r.Context().Done()
		close(ended)
	})
	ctx, cancel := context.WithCancel(t.Context())
	l := listen(t)
	stopped := make(chan error, 1)
	go func() { stopped <- Serve(ctx, l, h, Serving{Drain: time.Millisecond}) }()
	go func() {
		r, _ := http.NewRequestWithContext(context.WithoutCancel(ctx), "GET", "http://"+l.Addr().String(), nil)
		if got, err := http.DefaultTransport.RoundTrip(r); err == nil {
			got.Body.Close()
		}
	}()
	<-running
	cancel()
	if err := <-stopped; err == nil || !strings.Contains(err.Error(), "cut off") {
		t.Errorf("got %v, want an error that says that requests were cut off", err)
	}
	<-ended
}

func TestServeReportsAFailedListener(t *testing.T) {
	l := listen(t)
	l.Close()
	if err := Serve(t.Context(), l, New(Options{}), Serving{}); !errors.Is(err, net.ErrClosed) {
		t.Errorf("got %v, want net.ErrClosed", err)
	}
}

func TestEveryWaitForAClientIsBounded(t *testing.T) {
	s := Serving{}.orDefaults().server(t.Context(), nil)
	if s.ReadHeaderTimeout <= 0 || s.ReadTimeout <= 0 || s.WriteTimeout <= 0 || s.IdleTimeout <= 0 || s.MaxHeaderBytes <= 0 {
		t.Errorf("some limit is missing: %+v", s)
	}
}
