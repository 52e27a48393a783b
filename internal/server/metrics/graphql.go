package metrics

import (
	"context"

	"github.com/prometheus/client_golang/prometheus"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/api"
)

// good is the code of a request with which nothing went wrong.
const good = "OK"

// graphqlCounts are about questions and changes, in whatever way they came.
type graphqlCounts struct {
	requests  *prometheus.CounterVec // by operation and the code of the first error
	errors    *prometheus.CounterVec // by code
	duration  *prometheus.HistogramVec
	cost      prometheus.Histogram
	unchanged prometheus.Counter
}

func newGraphQLCounts() graphqlCounts {
	return graphqlCounts{
		requests: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "wasl_graphql_requests_total", Help: "GraphQL requests, by kind of operation and the code of the first error.",
		}, []string{"operation", "code"}),
		errors: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "wasl_graphql_errors_total", Help: "GraphQL requests with an error of this code; one request may have several.",
		}, []string{"code"}),
		duration: prometheus.NewHistogramVec(prometheus.HistogramOpts{
			Name: "wasl_graphql_duration_seconds", Help: "How long the answer to a GraphQL request took, by kind of operation.", Buckets: seconds,
		}, []string{"operation"}),
		cost: prometheus.NewHistogram(prometheus.HistogramOpts{
			Name: "wasl_graphql_cost_points", Help: "What answers were reckoned to cost.", Buckets: prometheus.ExponentialBuckets(1, 4, 10),
		}),
		unchanged: prometheus.NewCounter(prometheus.CounterOpts{
			Name: "wasl_graphql_unchanged_total", Help: "GraphQL requests of clients that had the answer already (status 304).",
		}),
	}
}

func (c graphqlCounts) all() []prometheus.Collector {
	return []prometheus.Collector{c.requests, c.errors, c.duration, c.cost, c.unchanged}
}

// Observe counts a GraphQL request. It is an [api.Observer].
func (m *Metrics) Observe(_ context.Context, seen api.Observation) {
	operation, first := operationLabel(seen.Operation), good
	for i, code := range seen.Codes {
		label := codeLabel(code)
		if i == 0 {
			first = label
		}
		m.graphql.errors.WithLabelValues(label).Inc()
	}
	m.graphql.requests.WithLabelValues(operation, first).Inc()
	m.graphql.duration.WithLabelValues(operation).Observe(seen.Duration.Seconds())
	if seen.Cost > 0 {
		m.graphql.cost.Observe(float64(seen.Cost))
	}
	if seen.Unchanged {
		m.graphql.unchanged.Inc()
	}
}

func operationLabel(operation string) string {
	switch operation {
	case "query", "mutation", "subscription":
		return operation
	}
	return other
}

func codeLabel(code graph.ErrorCode) string {
	switch code {
	case graph.BadInput, graph.NotFound, graph.Conflict, graph.Unauthenticated, graph.Forbidden, graph.TooComplex, graph.Timeout, graph.Internal:
		return string(code)
	}
	return other
}
