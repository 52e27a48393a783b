package server

import (
	"cmp"
	"context"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"time"
)

// Serving is how a server serves. A field that is 0 has the value of [DefaultServing], except for Grace.
type Serving struct {
	// How long the server waits for a client. They bound what a slow or silent one can hold on to.
	HeaderTimeout time.Duration // to send the request's header; also to agree on TLS
	ReadTimeout   time.Duration // to send the whole request
	WriteTimeout  time.Duration // to take the answer, reckoned from the end of the header
	IdleTimeout   time.Duration // to send the next request on the same connection
	// Header is how many bytes the header of a request may have.
	Header int
	// Streams is how many requests may be under way on one connection of HTTP/2.
	Streams int
	// Grace is how long the server goes on as before once it is to stop, except that it says at /readyz that it will: so
	// long those who send requests on to it have to notice. 0 is not at all.
	Grace time.Duration
	// Drain is how long running requests may take to finish after that.
	Drain time.Duration
	// Certificates are for TLS. Left out, the server speaks plain HTTP.
	Certificates *Certificates
	// Logger gets what happens to the server. Left out, nothing is logged.
	Logger *slog.Logger
}

// DefaultServing waits for clients with slow connections, and not for ever.
func DefaultServing() Serving {
	return Serving{
		HeaderTimeout: 5 * time.Second, ReadTimeout: 30 * time.Second, WriteTimeout: time.Minute, IdleTimeout: 2 * time.Minute,
		Header: 64 << 10, Streams: 64, Grace: time.Second, Drain: 10 * time.Second, Logger: slog.New(slog.DiscardHandler),
	}
}

func (s Serving) orDefaults() Serving {
	usual := DefaultServing()
	return Serving{
		HeaderTimeout: cmp.Or(s.HeaderTimeout, usual.HeaderTimeout),
		ReadTimeout:   cmp.Or(s.ReadTimeout, usual.ReadTimeout),
		WriteTimeout:  cmp.Or(s.WriteTimeout, usual.WriteTimeout),
		IdleTimeout:   cmp.Or(s.IdleTimeout, usual.IdleTimeout),
		Header:        cmp.Or(s.Header, usual.Header),
		Streams:       cmp.Or(s.Streams, usual.Streams),
		Grace:         s.Grace,
		Drain:         cmp.Or(s.Drain, usual.Drain),
		Certificates:  s.Certificates,
		Logger:        cmp.Or(s.Logger, usual.Logger),
	}
}

// Serve answers requests on l until ctx ends. From then on /readyz says that the server stops. After the grace it takes no
// more connections, lets the running requests finish within the drain, cancels the contexts of those that are left, and
// closes their connections. It returns nil when every request was answered, and an error that says so when some were cut off
// or when l failed. The listener is closed in either case.
func Serve(ctx context.Context, l net.Listener, h http.Handler, how Serving) error {
	how = how.orDefaults()
	// Requests outlive ctx: they end when they are done, or with the drain.
	requests, cancel := context.WithCancel(StopsWith(context.WithoutCancel(ctx), ctx.Done()))
	defer cancel()
	s := how.server(requests, h)

	failed := make(chan error, 1)
	go func() { failed <- how.listen(s, l) }()
	select {
	case err := <-failed:
		return fmt.Errorf("serving on %s: %w", l.Addr(), err)
	case <-ctx.Done():
	}
	how.Logger.InfoContext(requests, "stopping", "grace", how.Grace, "wait", how.Drain)
	select {
	case err := <-failed:
		return fmt.Errorf("serving on %s: %w", l.Addr(), err)
	case <-time.After(how.Grace):
	}
	return stop(s, cancel, how.Drain)
}

// listen takes connections until the server is shut down or l fails.
func (s Serving) listen(server *http.Server, l net.Listener) error {
	if s.Certificates == nil {
		return server.Serve(l)
	}
	return server.ServeTLS(l, "", "") // the configuration has the certificate
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

// server is net/http's, whose requests have contexts under the given one.
func (s Serving) server(requests context.Context, h http.Handler) *http.Server {
	server := &http.Server{
		Handler:           h,
		BaseContext:       func(net.Listener) context.Context { return requests },
		ReadHeaderTimeout: s.HeaderTimeout,
		ReadTimeout:       s.ReadTimeout,
		WriteTimeout:      s.WriteTimeout,
		IdleTimeout:       s.IdleTimeout,
		MaxHeaderBytes:    s.Header,
		HTTP2: &http.HTTP2Config{
			MaxConcurrentStreams: s.Streams,
			// A connection on which nothing can be sent any more is given up; one that is silent is asked whether it lives.
			WriteByteTimeout: s.ReadTimeout,
			SendPingTimeout:  s.ReadTimeout,
		},
		ErrorLog: slog.NewLogLogger(s.Logger.Handler(), slog.LevelDebug),
	}
	if s.Certificates != nil {
		server.TLSConfig = s.Certificates.config()
	}
	return server
}

type stoppingKey struct{}

// StopsWith is a context for requests at whose /readyz it is said that the server stops, once told is closed.
func StopsWith(ctx context.Context, told <-chan struct{}) context.Context {
	return context.WithValue(ctx, stoppingKey{}, told)
}

// stopping says whether the server that answers a request is to stop.
func stopping(ctx context.Context) bool {
	told, _ := ctx.Value(stoppingKey{}).(<-chan struct{})
	select {
	case <-told: // nil, where nobody can tell, is never ready
		return true
	default:
		return false
	}
}
