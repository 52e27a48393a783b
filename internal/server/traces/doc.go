// Package traces sends a trace of each request to a collector of OpenTelemetry, over OTLP by HTTP. It is the only importer of
// OpenTelemetry. Nothing of it runs unless a collector was named.
//
//	t, err := traces.New(traces.Options{Endpoint: "http://127.0.0.1:4318"})
//	api.NewEngine(live, log, api.WithObserver(t.Observe))  // what became of the question
//	server.New(server.Options{Traces: t, …})               // begins and ends the spans
//	…
//	err = t.Close(ctx)                                     // sends what is left
//
// A request is one span, named after its route. It says the method, the route, the status, the request's id, the kind of
// operation, the cost, the revision, and the code of the first error. It never says what was asked: no query, variables,
// operation's name, address of a client, header or token.
//
// A traceparent header is believed only with [Options.TrustParent]: else a stranger could hang spans into somebody's trace, or
// have every request of theirs recorded.
//
// How many requests are recorded, and what a collector wants to know for letting somebody in, say OpenTelemetry's own variables
// OTEL_TRACES_SAMPLER, OTEL_TRACES_SAMPLER_ARG and OTEL_EXPORTER_OTLP_HEADERS. The latter may hold a secret, and is therefore no
// setting of ours.
package traces
