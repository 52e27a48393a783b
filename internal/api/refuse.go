package api

import (
	"net/http"
	"strings"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/lang"
)

// Refuse answers a request for GraphQL, before it is looked at, with an error in GraphQL's form and in the reader's language.
// A client that has gone is not told.
func Refuse(w http.ResponseWriter, r *http.Request, status int, err *graph.Error) {
	chain := lang.FromHeader(strings.Join(r.Header.Values("Accept-Language"), ","))
	w.Header().Add("Vary", "Accept-Language, Accept")
	w.Header().Set("Content-Language", string(chain.Interface()))
	w.Header().Set("Cache-Control", cacheNever)
	_ = send(w, r, status, refused(chain, err).identified(r.Context()))
}
