package server

import "net/http"

// What pages of other origins may do and see. Authorization is not among what they may send: they can read what everybody
// can, and change nothing.
const (
	corsMethods = "GET, HEAD, POST"
	corsHeaders = "Content-Type, If-None-Match, X-Request-Id, " + corsOfClients
	corsExposed = "Content-Language, ETag, Retry-After, X-Request-Id"
	corsMaxAge  = "86400" // seconds that a browser need not ask again
)

// corsOfClients are headers that usual clients of GraphQL send by themselves, or when they are told their name: one that is not
// allowed here keeps the whole question from being asked. They are not read.
const corsOfClients = "Apollo-Require-Preflight, Apollographql-Client-Name, Apollographql-Client-Version, X-Apollo-Operation-Id, X-Apollo-Operation-Name"

// openToReaders lets pages of any origin ask. Browsers send no cookies or passwords with such questions.
func openToReaders(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		allowReaders(w.Header())
		next.ServeHTTP(w, r)
	})
}

// allowReaders says that pages of any origin may read the answer.
func allowReaders(h http.Header) {
	h.Set("Access-Control-Allow-Origin", "*")
	h.Set("Access-Control-Expose-Headers", corsExposed)
}

// preflight tells a browser what pages of other origins may do.
func preflight(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Allow", corsMethods+", OPTIONS")
	w.Header().Set("Access-Control-Allow-Methods", corsMethods)
	w.Header().Set("Access-Control-Allow-Headers", corsHeaders)
	w.Header().Set("Access-Control-Max-Age", corsMaxAge)
	w.WriteHeader(http.StatusNoContent)
}
