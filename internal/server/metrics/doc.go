// Package metrics counts what the server does, for Prometheus. It is the only importer of it.
//
// # The path through it
//
// [New] makes a registry of its own. What happens is told to it:
//
//	m := metrics.New("v1.2.0")
//	api.NewEngine(live, log, api.WithObserver(m.Observe))  // GraphQL: graphql.go
//	server.New(server.Options{Metrics: m, …})              // HTTP: http.go
//	m.Follow(func() metrics.Graph { … })                   // the graph: graph.go
//	m.Gauge("wasl_queue_waiting", "…", func() float64 { … }) // anything else, read when somebody looks
//
// [Metrics.Handler] shows it, with what Go and the operating system say of the process.
//
// # What becomes a label
//
// Only what the program itself can name: routes, statuses, kinds of operations, codes, kinds of entities. Nothing that a client
// writes does, such as an operation's name or a path, since strangers could fill the memory with it; whatever is not known
// counts as "other". A test sends junk and counts the series.
//
// # What it leaves to others
//
// Who may see the numbers is the business of package server.
package metrics
