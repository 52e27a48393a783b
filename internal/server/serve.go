package server

import (
	"context"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"time"
)

// How long the server waits for a client. They bound what a slow or silent one can hold on to.
const (
	headerTimeout = 5 * time.Second  // to send the request's header
	readTimeout   = 30 * time.Second // to send the whole request
	writeTimeout  = 60 * time.Second // to take the answer, reckoned from the end of the header
	idleTimeout   = 2 * time.Minute  // to send the next request on the same connection
	maxHeader     = 64 << 10         // bytes
)

// drainTime is how long running requests may take to finish once the server stops.
const drainTime = 10 * time.Second

// Serve answers requests on l until ctx ends. It then takes no more connections, lets the running requests finish for
// at most ten seconds, cancels the contexts of those that are left, and closes their connections. It returns nil when
// every request was answered, and an error that says so when some were cut off or when l failed. The listener is closed
// in either case. A nil log logs nothing.
func Serve(ctx context.Context, l net.Listener, h http.Handler, log *slog.Logger) error {
	if log == nil {
		log = slog.New(slog.DiscardHandler)
	}
	return serve(ctx, l, h, log, drainTime)
}

func serve(ctx context.Context, l net.Listener, h http.Handler, log *slog.Logger, drain time.Duration) error {
	// Requests outlive ctx: they end when they are done, or with the drain.
	requests, cancel := context.WithCancel(context.WithoutCancel(ctx))
	defer cancel()
	s := newServer(requests, h, log)

	failed := make(chan error, 1)
	go func() { failed <- s.Serve(l) }()
	select {
	case err := <-failed:
		return fmt.Errorf("serving on %s: %w", l.Addr(), err)
	case <-ctx.Done():
	}
	log.InfoContext(requests, "stopping", "wait", drain)
	return stop(s, cancel, drain)
}

// stop drains the server. Requests that outlast the drain have their contexts cancelled and their connections closed.
func stop(s *http.Server, cancelRequests context.CancelFunc, drain time.Duration) error {
	ctx, cancel := context.WithTimeout(context.Background(), drain)
	defer cancel()
	if err := s.Shutdown(ctx); err == nil {
		return nil
	}
	cancelRequests()
	// What Close may report is a connection that was gone already.
	_ = s.Close()
	return fmt.Errorf("some requests had not finished after %s and were cut off", drain)
}

func newServer(requests context.Context, h http.Handler, log *slog.Logger) *http.Server {
	return &http.Server{
		Handler:           h,
		BaseContext:       func(net.Listener) context.Context { return requests },
		ReadHeaderTimeout: headerTimeout,
		ReadTimeout:       readTimeout,
		WriteTimeout:      writeTimeout,
		IdleTimeout:       idleTimeout,
		MaxHeaderBytes:    maxHeader,
		ErrorLog:          slog.NewLogLogger(log.Handler(), slog.LevelDebug),
	}
}
