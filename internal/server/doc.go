// Package server speaks HTTP: it says which address leads where, guards what every request has in common, and starts and
// stops cleanly.
//
// # The path through it
//
// [New] puts the handlers together, and [Serve] runs them on a listener until its context ends:
//
//	handler := server.New(server.Options{GraphQL: api, Ready: ready, Logger: log})
//	err := server.Serve(ctx, listener, handler, log)
//
// A request gets a name, and passes, from the outside in, the access log, the recovery from panics, the headers that every
// answer has, and then the routes:
//
//	/            leads to /graphiql
//	/graphql     the GraphQL endpoint, GET and POST, bodies of at most 1 MB; pages of all origins may read it, and long
//	             answers are compressed
//	/graphiql    a page for asking it questions, with its files below /graphiql/
//	/healthz     200 while the process is up
//	/readyz      200 while the graph can be asked, else 503
//
// A known address with a method that it does not take is answered with 405 and the methods that it does.
//
// What the server says by itself, in plain text, is in the reader's language; an answer that leads elsewhere says nothing.
// The "ok" of the probes is for machines. What is no HTTP at all, net/http refuses before any of this, in English.
//
// # What it leaves to others
//
// What a GraphQL request may cost, and how its errors read, is package api's business; the page is package web's. The
// listener belongs to the program, so that it alone decides on the address and can say it before serving.
package server
