package traces

import (
	"context"
	"fmt"
	"log/slog"

	"go.opentelemetry.io/otel"
	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/exporters/otlp/otlptrace/otlptracehttp"
	"go.opentelemetry.io/otel/propagation"
	"go.opentelemetry.io/otel/sdk/resource"
	sdk "go.opentelemetry.io/otel/sdk/trace"
	"go.opentelemetry.io/otel/trace"
)

// Options says where traces go.
type Options struct {
	// Endpoint is the address of the collector, see [CheckEndpoint].
	Endpoint string
	// TrustParent lets requests say by a traceparent header which trace they are part of.
	TrustParent bool
	// Version is that of the program.
	Version string
	// Logger gets at level warn what could not be sent. Left out, nothing is logged.
	Logger *slog.Logger
}

// Traces records requests as spans. It may be shared between goroutines.
type Traces struct {
	provider *sdk.TracerProvider
	tracer   trace.Tracer
	trust    bool
}

// New begins to record. The collector need not be there yet: what it does not take in time is lost, and no request waits.
func New(ctx context.Context, o Options) (*Traces, error) {
	endpoint, err := endpointOf(o.Endpoint)
	if err != nil {
		return nil, err
	}
	exporter, err := otlptracehttp.New(ctx, otlptracehttp.WithEndpointURL(endpoint))
	if err != nil {
		return nil, fmt.Errorf("traces to %s: %w", endpoint, err)
	}
	return newTraces(ctx, o, exporter)
}

func newTraces(ctx context.Context, o Options, exporter sdk.SpanExporter) (*Traces, error) {
	if o.Logger != nil {
		otel.SetErrorHandler(otel.ErrorHandlerFunc(func(err error) { o.Logger.Warn("traces", "error", err) }))
	}
	of, err := resource.New(ctx,
		resource.WithAttributes(attribute.String("service.name", "wasl"), attribute.String("service.version", o.Version)),
		resource.WithFromEnv())
	if err != nil {
		return nil, fmt.Errorf("traces: %w", err)
	}
	provider := sdk.NewTracerProvider(sdk.WithBatcher(exporter), sdk.WithResource(of), sdk.WithRawSpanLimits(sdk.SpanLimits{
		AttributeValueLengthLimit: 256, AttributeCountLimit: 16, EventCountLimit: 1, LinkCountLimit: 1,
		AttributePerEventCountLimit: 1, AttributePerLinkCountLimit: 1,
	}))
	return &Traces{provider, provider.Tracer("github.com/wasl-graph/wasl"), o.TrustParent}, nil
}

// Close sends what is left, for as long as the context lets it, and ends.
func (t *Traces) Close(ctx context.Context) error {
	if err := t.provider.Shutdown(ctx); err != nil {
		return fmt.Errorf("the last traces were not sent: %w", err)
	}
	return nil
}

// parent reads which trace a request says that it is part of. What else such headers may carry, such as baggage, is not read.
var parent propagation.TraceContext
