package api

import (
	"context"
	"time"

	"github.com/wasl-graph/wasl/graph"
)

// Work is what a request came to, for those who share the server out among its clients. It is complete once the handler has
// returned.
type Work struct {
	// Cost is what the answer was reckoned to cost, in points; 0 when it did not come to that.
	Cost int
	// Took is how long the handler was at it.
	Took time.Duration
	// Refused says that the request was answered with what is wrong with it, and TooComplex that it was for asking too much.
	Refused, TooComplex bool
}

type workKey struct{}

// WithWork has the handler write into w what the request came to.
func WithWork(ctx context.Context, w *Work) context.Context {
	return context.WithValue(ctx, workKey{}, w)
}

// measure writes down what a response took.
func (r Response) measure(ctx context.Context) {
	if w, wanted := ctx.Value(workKey{}).(*Work); wanted {
		w.Cost, w.Refused = r.Cost, r.Refused()
		w.TooComplex = r.Refused() && r.Errors[0].Extensions["code"] == string(graph.TooComplex)
	}
}

// clock writes down how long a request took that began at this time.
func clock(ctx context.Context, begun time.Time) {
	if w, wanted := ctx.Value(workKey{}).(*Work); wanted {
		w.Took = time.Since(begun)
	}
}

type clientKey struct{}

// WithClient names the client that a request comes from, so that what is remembered for one can't drive out what is
// remembered for all.
func WithClient(ctx context.Context, name string) context.Context {
	return context.WithValue(ctx, clientKey{}, name)
}

// ClientOf is the client that a request comes from, "" when nothing was said.
func ClientOf(ctx context.Context) string {
	name, _ := ctx.Value(clientKey{}).(string)
	return name
}
