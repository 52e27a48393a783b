package traces

import (
	"cmp"
	"context"
	"net/http"

	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/codes"
	"go.opentelemetry.io/otel/propagation"
	"go.opentelemetry.io/otel/trace"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/api"
)

// Begin begins the span of a request on a route, which is one of the program's patterns. The context that it returns carries
// the span; end says the status of the answer, 0 where none was sent, and ends it.
func (t *Traces) Begin(r *http.Request, route string) (ctx context.Context, end func(status int)) {
	ctx = r.Context()
	if t.trust {
		ctx = parent.Extract(ctx, propagation.HeaderCarrier(r.Header))
	}
	ctx, span := t.tracer.Start(ctx, cmp.Or(route, "no route"), trace.WithSpanKind(trace.SpanKindServer))
	if !span.IsRecording() {
		return ctx, func(int) { span.End() }
	}
	span.SetAttributes(
		attribute.String("http.request.method", method(r.Method)),
		attribute.String("http.route", route),
		attribute.String("wasl.request.id", api.RequestID(r.Context())))
	return ctx, func(status int) {
		span.SetAttributes(attribute.Int("http.response.status_code", status))
		if status == 0 || status >= http.StatusInternalServerError {
			span.SetStatus(codes.Error, "")
		}
		span.End()
	}
}

// Observe puts what became of a GraphQL request into its span. It is an [api.Observer].
func (t *Traces) Observe(ctx context.Context, seen api.Observation) {
	span := trace.SpanFromContext(ctx)
	if !span.IsRecording() {
		return
	}
	span.SetAttributes(
		attribute.String("graphql.operation.type", seen.Operation),
		attribute.Int("wasl.cost", seen.Cost),
		attribute.String("wasl.revision", seen.Revision))
	if len(seen.Codes) > 0 {
		span.SetAttributes(attribute.String("error.type", string(seen.Codes[0])))
	}
	for _, code := range seen.Codes {
		if code == graph.Internal {
			span.SetStatus(codes.Error, "")
		}
	}
}

// method is one of those that the program knows: others may have any text.
func method(of string) string {
	switch of {
	case http.MethodGet, http.MethodHead, http.MethodPost, http.MethodOptions:
		return of
	}
	return "_OTHER"
}
