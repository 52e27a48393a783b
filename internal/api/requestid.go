package api

import (
	"context"

	"github.com/wasl-graph/wasl/graph"
)

type requestIDKey struct{}

// WithRequestID gives a request a name. The log has it beside what it says of the request, and whoever sees an INTERNAL
// error sees the name in extensions.requestId, so that what happened can be looked up.
func WithRequestID(ctx context.Context, id string) context.Context {
	return context.WithValue(ctx, requestIDKey{}, id)
}

// RequestID is the name of a request, "" when it has none.
func RequestID(ctx context.Context) string {
	id, _ := ctx.Value(requestIDKey{}).(string)
	return id
}

// identified puts the name of the request into the errors whose cause only the log has.
func (r Response) identified(ctx context.Context) Response {
	id := RequestID(ctx)
	if id == "" {
		return r
	}
	for _, problem := range r.Errors {
		if problem.Extensions["code"] == string(graph.Internal) {
			problem.Extensions["requestId"] = id
		}
	}
	return r
}
