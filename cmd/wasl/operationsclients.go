package main

import "github.com/wasl-graph/wasl/internal/server"

// followClients shows among the numbers how much the clients ask for, and what of it is refused.
func (o *operations) followClients(sharing *server.Sharing, connections *server.Connections) {
	gauge := func(name, help string, read func(server.SharingStats) float64) {
		o.metrics.Gauge(name, help, func() float64 { return read(sharing.Stats()) })
	}
	counter := func(name, help string, read func(server.SharingStats) float64) {
		o.metrics.Counter(name, help, func() float64 { return read(sharing.Stats()) })
	}
	gauge("wasl_rate_clients", "Clients whose tokens are counted.", func(s server.SharingStats) float64 { return float64(s.Rate.Clients) })
	counter("wasl_rate_admitted_total", "Requests that the rate limit let through.", func(s server.SharingStats) float64 { return float64(s.Rate.Admitted) })
	counter("wasl_rate_slowed_total", "Requests that had to wait for a token.", func(s server.SharingStats) float64 { return float64(s.Rate.Slowed) })
	counter("wasl_rate_refused_total", "Requests that were refused with 429.", func(s server.SharingStats) float64 { return float64(s.Rate.Refused) })
	counter("wasl_rate_crowded_total", "Requests of clients that share one bucket, since there are too many to count.",
		func(s server.SharingStats) float64 { return float64(s.Rate.Crowded) })

	gauge("wasl_queue_working", "Requests that are being answered.", func(s server.SharingStats) float64 { return float64(s.Queue.Working) })
	gauge("wasl_queue_working_limit", "Requests that may be answered at the same time.", func(s server.SharingStats) float64 { return float64(s.Queue.Most) })
	gauge("wasl_queue_waiting", "Requests that wait for their turn.", func(s server.SharingStats) float64 { return float64(s.Queue.Waiting) })
	gauge("wasl_queue_waiting_limit", "Requests that may wait for their turn.", func(s server.SharingStats) float64 { return float64(s.Queue.Places) })
	counter("wasl_queue_begun_total", "Requests whose turn came.", func(s server.SharingStats) float64 { return float64(s.Queue.Begun) })
	counter("wasl_queue_full_total", "Requests that were refused with 503 because too many waited.", func(s server.SharingStats) float64 { return float64(s.Queue.Full) })
	counter("wasl_queue_late_total", "Requests that were refused with 503 because they waited for too long.", func(s server.SharingStats) float64 { return float64(s.Queue.Late) })
	counter("wasl_queue_left_total", "Requests whose client went away while they waited.", func(s server.SharingStats) float64 { return float64(s.Queue.Left) })
	counter("wasl_queue_waited_seconds_total", "How long requests waited for their turn.", func(s server.SharingStats) float64 { return s.Queue.Waited.Seconds() })

	gauge("wasl_bodies_bytes", "Memory that bodies of requests may fill.", func(s server.SharingStats) float64 { return float64(s.Bodies.Taken) })
	gauge("wasl_bodies_limit_bytes", "Memory that bodies of requests may fill at the most.", func(s server.SharingStats) float64 { return float64(s.Bodies.Total) })
	counter("wasl_bodies_refused_total", "Requests that were refused because bodies filled the memory for them.", func(s server.SharingStats) float64 { return float64(s.Bodies.Refused) })

	o.metrics.Gauge("wasl_connections", "Connections that are open.", func() float64 { return float64(connections.Stats().Taken) })
	o.metrics.Gauge("wasl_connections_limit", "Connections that may be open.", func() float64 { return float64(connections.Stats().Total) })
	o.metrics.Counter("wasl_connections_refused_total", "Connections that were closed at once because there were too many.",
		func() float64 { return float64(connections.Stats().Refused) })
}
