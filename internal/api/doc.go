// Package api answers GraphQL queries from the view, and hands on what curators want to change. It is, with the code below it, the only importer of gqlgen.
//
//	engine.go      one query, whoever asks it
//	handler.go     queries over HTTP: how they are read, the reader's languages, how they are answered; accept.go in which
//	               media type, caching.go how long that holds
//	documents.go   the query: parsed, measured, checked, remembered (memory.go)
//	gate.go        how much the query is, before anything dear looks at it; limits.go what it may be
//	persisted.go   queries that are named instead of sent; trusted.go the only ones that are answered, when there is a list of
//	               them, and manifest.go how such a list is read
//	validate.go    the rules of the specification; merge.go one of them that is ours
//	cost.go        what the answer will cost; costs.go what each field does, costdearest.go which one costs most
//	variables.go   the values of its variables, by the rules of the specification; nullable.go where null won't do
//	query.go       the root of every query, which hands over to package handles
//	mutation.go    the root of every mutation: who may, what package curation makes of it, and the answer, which is read from the
//	               revision that it made; caller.go who is asking
//	errors.go      what a client may see of an error; refuse.go errors of those who refuse a request before it comes here
//	work.go        what a request came to, for those who share the server out
//	observe.go     what others learn of a request: how much, how long, what went wrong, and nothing that was asked
//	wording.go     what gqlparser says of a query, in English, and which error of ours says it in every language:
//	               wordingsyntax.go the parser, wordingquery.go and wordingvalue.go the validator
//	handles/       the objects that answer the fields
//	generated/     what gqlgen makes of schema/*.graphqls and handles; run go generate after changing either
//
// A query reads one view from beginning to end, so that all of an answer comes from one revision. Each field of a mutation is a
// change of its own, answered from the revision that it made, also when the request is over by then. An [Engine] may be shared
// between goroutines.
//
// What the API answers is written down in testdata: each file in queries asks one question of the seeds, in several
// languages, and has the answers. To add one, write the question and run go test with -update; then read the answers.
// Each file in mutations tells a story: what a curator changes and is answered, one thing after the other.
// In the same way mistakes.txt has queries that are refused and what is said of them, orders.txt the order of lists, and
// costs.txt what queries cost. attacks_test.go has requests that are small and would be dear.
package api
