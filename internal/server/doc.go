// Package server speaks HTTP: it says which address leads where, guards what every request has in common, and starts and
// stops cleanly.
//
// # The path through it
//
// [New] puts the handlers together, and [Serve] runs them on a listener until its context ends:
//
//	sharing := server.NewSharing(server.Limits{})
//	handler := server.New(server.Options{GraphQL: api, Ready: ready, Sharing: sharing, Logger: log})
//	listener = server.LimitConnections(listener, 2_000, proxies)
//	err := server.Serve(ctx, listener, handler, server.Serving{Logger: log})
//
// A request gets a name, and its Authorization header is read ([Access]). It then passes, from the outside in, the access log, the
// recovery from panics, the headers that every answer has, the door ([Access] again: who shows a wrong token is turned away, and so is
// everybody without a token where reading needs one), and then the routes:
//
//	/            leads to /graphiql
//	/graphql     the GraphQL endpoint, GET and POST, bodies of at most 1 MB; pages of all origins may read it, and long
//	             answers are compressed
//	/graphiql    a page for asking it questions, with its files below /graphiql/
//	/import      takes documents from curators, see importrequest.go, and answers with a report; what others send is not read
//	/healthz     200 while the process is up
//	/readyz      200 while the graph can be asked, else 503; also when the server is about to stop
//	/metrics     what was counted, for Prometheus; only for callers of the role admin
//
// # Many clients
//
// What is dear, and what strangers could use up, is shared out among the clients ([Sharing]; package limit does the sharing):
//
//	connections.go  connections, among the networks that they come from; impatience.go counts those that were too slow
//	admit.go        how much a client asks for, by its bucket of tokens; charge.go what a request takes out of it. Who asks too
//	                fast is slowed down, and when that is not enough refused with 429, as late as others are answered
//	body.go         memory for bodies; a body is read before its request waits for anything
//	turn.go         work: a number of requests at a time, for which clients take turns; 503 when too many wait. An answer is
//	                sent when it is complete and its place is free again
//
// Both refusals have Retry-After, and are errors in GraphQL's form. A client is who has shown a token, or else a network;
// behind a proxy the one that the proxy names, when it is told which proxies to believe (forwarded.go). Probes and pages
// pass by all this.
//
// TLS is spoken with [Certificates], which are read again when they are renewed.
//
// A known address with a method that it does not take is answered with 405 and the methods that it does.
//
// What the server says by itself, in plain text, is in the reader's language; an answer that leads elsewhere says nothing.
// The "ok" of the probes is for machines. What is no HTTP at all, net/http refuses before any of this, in English.
//
// # Who asks
//
// A token counts in the Authorization header alone, once, as Bearer: never in an address, a cookie or a body. A token that is
// malformed, unknown or revoked is answered with 401 at every address; nobody who shows one is taken for nobody. It is looked up again
// when the body has been read, so that it may be revoked meanwhile. Who is not let in takes a token out of their bucket like everybody
// else. Below the reading of the header, the caller is what [github.com/wasl-graph/wasl/internal/api.CallerOf] says, and the header is
// gone, so that nothing can log it. Pages of other origins may not send one. Answers to somebody known are kept out of shared caches.
//
// # The socket
//
// [ListenSocket] listens on wasl.sock in the data folder, for the commands of the program that find the folder locked: [NewLocal] says
// what it answers. Only the owner of the folder can open the socket, and that is all that guards it.
//
// # A second listener
//
// [Operations] is what whoever looks after the server asks, without a token: /metrics, the probes, and below /debug/pprof/ the
// profiles of the process. It belongs on an address that strangers do not reach, and [ServeOperations] keeps it up while the
// first one drains. Package metrics counts, and package traces sends spans to a collector.
//
// # What it leaves to others
//
// What a GraphQL request may cost, and how its errors read, is package api's business; the page is package web's. The
// listener belongs to the program, so that it alone decides on the address and can say it before serving.
package server
