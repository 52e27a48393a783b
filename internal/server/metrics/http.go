package metrics

import (
	"net/http"
	"strconv"
	"time"

	"github.com/prometheus/client_golang/prometheus"
)

// httpCounts are about requests over HTTP, whatever they ask for.
type httpCounts struct {
	requests *prometheus.CounterVec   // by route and status
	duration *prometheus.HistogramVec // by route
	running  prometheus.Gauge
}

func newHTTPCounts() httpCounts {
	return httpCounts{
		requests: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "wasl_http_requests_total", Help: "Requests that were answered, by route and status.",
		}, []string{"route", "status"}),
		duration: prometheus.NewHistogramVec(prometheus.HistogramOpts{
			Name: "wasl_http_request_duration_seconds", Help: "How long requests took until the answer was written, by route.", Buckets: seconds,
		}, []string{"route"}),
		running: prometheus.NewGauge(prometheus.GaugeOpts{
			Name: "wasl_http_requests_running", Help: "Requests that are being answered.",
		}),
	}
}

func (c httpCounts) all() []prometheus.Collector {
	return []prometheus.Collector{c.requests, c.duration, c.running}
}

// Began counts a request that is being answered, until [Metrics.Ended].
func (m *Metrics) Began() { m.http.running.Inc() }

// Ended counts a request that was answered. The route is one of the program's patterns, "" where none fits; the status is 0
// where no answer was sent.
func (m *Metrics) Ended(route string, status int, took time.Duration) {
	if route == "" {
		route = other
	}
	m.http.running.Dec()
	m.http.requests.WithLabelValues(route, statusLabel(status)).Inc()
	m.http.duration.WithLabelValues(route).Observe(took.Seconds())
}

func statusLabel(status int) string {
	switch {
	case status == 0:
		return "none"
	case http.StatusText(status) == "":
		return other
	}
	return strconv.Itoa(status)
}
