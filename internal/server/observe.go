package server

import (
	"net/http"
	"time"
)

// observe counts and traces each request, where that is wanted. The mux says on which route one is: the name of a route is the
// program's own, while a path may be anything.
func observe(o Options, mux *http.ServeMux, next http.Handler) http.Handler {
	if o.Traces != nil {
		next = trace(o, mux, next)
	}
	if o.Metrics == nil {
		return next
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		begun := time.Now()
		rec, finished := record(w), false
		_, route := mux.Handler(r)
		o.Metrics.Began()
		defer func() { o.Metrics.Ended(route, rec.outcome(finished), time.Since(begun)) }()
		next.ServeHTTP(rec, r)
		finished = true
	})
}

// untraced are the routes of machines that only ask how the server is.
var untraced = map[string]bool{routeHealth: true, routeReady: true, routeMetrics: true}

// trace makes a span of each request, but for those on untraced routes.
func trace(o Options, mux *http.ServeMux, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		_, route := mux.Handler(r)
		if untraced[route] {
			next.ServeHTTP(w, r)
			return
		}
		rec, finished := record(w), false
		ctx, end := o.Traces.Begin(r, route)
		defer func() { end(rec.outcome(finished)) }()
		next.ServeHTTP(rec, r.WithContext(ctx))
		finished = true
	})
}

// outcome is the status that was sent: 200 where a handler came to its end and sent nothing, as net/http then does, and 0 where
// the connection was cut.
func (rec *recorder) outcome(finished bool) int {
	if rec.status == 0 && finished {
		return http.StatusOK
	}
	return rec.status
}
