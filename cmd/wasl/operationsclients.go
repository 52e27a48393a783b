package main

import "github.com/wasl-graph/wasl/internal/server"

// clientNumber is a number about what clients ask for and what of it is refused.
type clientNumber struct {
	name, help string
	read       func(server.SharingStats) float64
}

var clientGauges = []clientNumber{
	{"wasl_rate_clients", "Clients whose tokens are counted.", func(s server.SharingStats) float64 { return float64(s.Rate.Clients) }},
	{"wasl_rate_held", "Requests that are refused with 429 and not told yet.", func(s server.SharingStats) float64 { return float64(s.Held.Taken) }},
	{"wasl_queue_working", "Requests that are being answered.", func(s server.SharingStats) float64 { return float64(s.Queue.Working) }},
	{"wasl_queue_working_limit", "Requests that may be answered at the same time.", func(s server.SharingStats) float64 { return float64(s.Queue.Most) }},
	{"wasl_queue_waiting", "Requests that wait for their turn.", func(s server.SharingStats) float64 { return float64(s.Queue.Waiting) }},
	{"wasl_queue_waiting_limit", "Requests that may wait for their turn.", func(s server.SharingStats) float64 { return float64(s.Queue.Places) }},
	{"wasl_bodies_bytes", "Memory that bodies of requests fill, or may fill while they are read.", func(s server.SharingStats) float64 { return float64(s.Bodies.Taken) }},
	{"wasl_bodies_limit_bytes", "Memory that bodies of requests may fill at the most.", func(s server.SharingStats) float64 { return float64(s.Bodies.Total) }},
}

var clientCounters = []clientNumber{
	{"wasl_rate_admitted_total", "Requests that the rate limit let through.", func(s server.SharingStats) float64 { return float64(s.Rate.Admitted) }},
	{"wasl_rate_slowed_total", "Requests that had to wait for a token.", func(s server.SharingStats) float64 { return float64(s.Rate.Slowed) }},
	{"wasl_rate_refused_total", "Requests that were refused with 429.", func(s server.SharingStats) float64 { return float64(s.Rate.Refused) }},
	{"wasl_rate_charged_tokens_total", "Tokens that were taken for what requests turned out to cost, besides one for each.", func(s server.SharingStats) float64 { return float64(s.Rate.Charged) }},
	{"wasl_rate_crowded_total", "Requests of clients that share one bucket, since there are too many to count.", func(s server.SharingStats) float64 { return float64(s.Rate.Crowded) }},
	{"wasl_queue_begun_total", "Requests whose turn came.", func(s server.SharingStats) float64 { return float64(s.Queue.Begun) }},
	{"wasl_queue_full_total", "Requests that were refused with 503 because too many waited.", func(s server.SharingStats) float64 { return float64(s.Queue.Full) }},
	{"wasl_queue_late_total", "Requests that were refused with 503 because they waited for too long.", func(s server.SharingStats) float64 { return float64(s.Queue.Late) }},
	{"wasl_queue_left_total", "Requests whose client went away while they waited.", func(s server.SharingStats) float64 { return float64(s.Queue.Left) }},
	{"wasl_queue_waited_seconds_total", "How long requests waited whose turn came then.", func(s server.SharingStats) float64 { return s.Queue.Waited.Seconds() }},
	{"wasl_bodies_refused_total", "Requests that were refused because bodies filled the memory for them.", func(s server.SharingStats) float64 { return float64(s.Bodies.Refused) }},
}

// followClients shows among the numbers how much the clients ask for, and what of it is refused.
func (o *operations) followClients(sharing *server.Sharing, connections *server.Connections) {
	for _, n := range clientGauges {
		o.metrics.Gauge(n.name, n.help, func() float64 { return n.read(sharing.Stats()) })
	}
	for _, n := range clientCounters {
		o.metrics.Counter(n.name, n.help, func() float64 { return n.read(sharing.Stats()) })
	}
	limits := sharing.Limits()
	o.metrics.Gauge("wasl_rate_tokens_per_second", "Tokens that each client gets a second; below 0 there is no limit.",
		func() float64 { return limits.Rate })
	o.metrics.Gauge("wasl_rate_burst", "Tokens that each client may save up.", func() float64 { return float64(limits.Burst) })
	o.metrics.Gauge("wasl_connections", "Connections that are open.", func() float64 { return float64(connections.Stats().Taken) })
	o.metrics.Gauge("wasl_connections_limit", "Connections that may be open.", func() float64 { return float64(connections.Stats().Total) })
	o.metrics.Counter("wasl_connections_timed_out_total", "Connections whose client took too long to send a request or the next one, or to take an answer.",
		func() float64 { return float64(connections.TimedOut()) })
	o.metrics.Counter("wasl_connections_refused_total", "Connections that were closed at once because there were too many.",
		func() float64 { return float64(connections.Stats().Refused) })
}
