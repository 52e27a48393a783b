package api

import (
	"context"

	"github.com/wasl-graph/wasl/graph"
)

type callerKey struct{}

// WithCaller says who makes a request. Whoever calls this has made sure of it.
func WithCaller(ctx context.Context, c graph.Caller) context.Context {
	return context.WithValue(ctx, callerKey{}, c)
}

// CallerOf is who makes a request: nobody known, when nothing was said.
func CallerOf(ctx context.Context) graph.Caller {
	c, _ := ctx.Value(callerKey{}).(graph.Caller)
	return c
}
