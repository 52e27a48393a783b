package metrics

import (
	"net/http"
	"runtime"
	"sync/atomic"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promhttp"
)

// other stands for every value that is not known.
const other = "other"

// seconds are the bounds between which durations are counted: most answers take less than a millisecond, and none may take
// much more than ten seconds.
var seconds = []float64{.0001, .00025, .0005, .001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10, 30}

// Metrics counts what a server does. It may be shared between goroutines.
type Metrics struct {
	registry *prometheus.Registry
	http     httpCounts
	graphql  graphqlCounts
	graph    atomic.Pointer[func() Graph]
}

// New makes the counters of a program of this version.
func New(version string) *Metrics {
	m := &Metrics{registry: prometheus.NewRegistry(), http: newHTTPCounts(), graphql: newGraphQLCounts()}
	build := prometheus.NewGaugeVec(prometheus.GaugeOpts{
		Name: "wasl_build_info", Help: "Always 1; the labels say which program this is.",
	}, []string{"version", "goversion"})
	build.WithLabelValues(version, runtime.Version()).Set(1)
	m.registry.MustRegister(build, collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}))
	m.registry.MustRegister(m.http.all()...)
	m.registry.MustRegister(m.graphql.all()...)
	m.registry.MustRegister(graphCollector{m})
	return m
}

// Handler shows all numbers in the formats of Prometheus and OpenMetrics. Who may see them is not its business.
func (m *Metrics) Handler() http.Handler {
	return promhttp.HandlerFor(m.registry, promhttp.HandlerOpts{
		ErrorHandling: promhttp.ContinueOnError, MaxRequestsInFlight: 4, EnableOpenMetrics: true,
	})
}

// Gauge adds a number that goes up and down. It is read when somebody looks, from any goroutine. The name must be new, and say
// its unit at its end.
func (m *Metrics) Gauge(name, help string, read func() float64) {
	m.registry.MustRegister(prometheus.NewGaugeFunc(prometheus.GaugeOpts{Name: name, Help: help}, read))
}

// Counter adds a number that only grows, and whose name ends with _total. It is read as with [Metrics.Gauge].
func (m *Metrics) Counter(name, help string, read func() float64) {
	m.registry.MustRegister(prometheus.NewCounterFunc(prometheus.CounterOpts{Name: name, Help: help}, read))
}
