package server

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"net/http/pprof"
	"net/netip"
	"time"
)

// The routes of machines that ask how the server is.
const (
	routeHealth  = "GET /healthz"
	routeReady   = "GET /readyz"
	routeMetrics = "GET /metrics"
)

// Operations is the handler for whoever looks after the server: /metrics, /healthz, /readyz, and below /debug/pprof/ the profiles
// of the process. It asks nobody for a token, so it must not be reachable for strangers. With local, it answers only when it is
// asked for by a number or as localhost: a page in a browser on the same machine can't then reach it by a name of its own.
// It may be shared between goroutines.
func Operations(o Options, local bool) http.Handler {
	if o.Logger == nil {
		o.Logger = slog.New(slog.DiscardHandler)
	}
	mux := http.NewServeMux()
	mux.HandleFunc(routeHealth, healthy)
	mux.HandleFunc(routeReady, ready(o.Ready, o.Logger))
	if o.Metrics != nil {
		mux.Handle(routeMetrics, o.Metrics.Handler())
	}
	mux.HandleFunc("GET /debug/pprof/", pprof.Index)
	mux.HandleFunc("GET /debug/pprof/cmdline", pprof.Cmdline)
	mux.HandleFunc("GET /debug/pprof/profile", pprof.Profile)
	mux.HandleFunc("GET /debug/pprof/symbol", pprof.Symbol)
	mux.HandleFunc("GET /debug/pprof/trace", pprof.Trace)
	handler := recoverPanics(o.Logger, secure(translate(mux)))
	if local {
		handler = knownHosts(handler)
	}
	return identify(handler)
}

// knownHosts refuses requests to names, but for localhost. A stranger's name may be made to lead to this machine.
func knownHosts(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		host := r.Host
		if alone, _, err := net.SplitHostPort(host); err == nil {
			host = alone
		}
		if _, err := netip.ParseAddr(host); err != nil && host != "localhost" {
			answer(w, http.StatusMisdirectedRequest, speak(w, r).Sentence("server.host", nil))
			return
		}
		next.ServeHTTP(w, r)
	})
}

const (
	profileTimeout = 5 * time.Minute // to take an answer; a profile is collected for as long as it is asked to be
	operationsStop = 2 * time.Second // for what is running when the listener closes
)

// ServeOperations answers on l until ctx ends, and then lets what is running finish for two seconds. Whoever looks after the
// server wants to see it stopping, so it should outlive [Serve], with a context of [StopsWith]. The listener is closed in either case. The error says that l
// failed; a nil log logs nothing.
func ServeOperations(ctx context.Context, l net.Listener, h http.Handler, log *slog.Logger) error {
	s := Serving{WriteTimeout: profileTimeout, Logger: log}.orDefaults().server(context.WithoutCancel(ctx), h)
	failed := make(chan error, 1)
	go func() { failed <- s.Serve(l) }()
	select {
	case err := <-failed:
		return fmt.Errorf("serving on %s: %w", l.Addr(), err)
	case <-ctx.Done():
	}
	last, cancel := context.WithTimeout(context.WithoutCancel(ctx), operationsStop)
	defer cancel()
	if err := s.Shutdown(last); err != nil {
		_ = s.Close() // a profile that is cut off was asked for by nobody but us
	}
	if err := <-failed; !errors.Is(err, http.ErrServerClosed) {
		return fmt.Errorf("serving on %s: %w", l.Addr(), err)
	}
	return nil
}
