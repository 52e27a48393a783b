package api

import (
	"cmp"
	"encoding/json"
	"net/http"
	"strings"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/lang"
)

// Refuse answers a request for GraphQL, before it is looked at, with an error in GraphQL's form and in the reader's language.
func Refuse(w http.ResponseWriter, r *http.Request, status int, err *graph.Error) {
	chain := lang.FromHeader(strings.Join(r.Header.Values("Accept-Language"), ","))
	w.Header().Add("Vary", "Accept-Language, Accept")
	w.Header().Set("Content-Language", string(chain.Interface()))
	w.Header().Set("Cache-Control", cacheNever)
	w.Header().Set("Content-Type", cmp.Or(accepted(r), typeJSON)+"; charset=utf-8")
	w.WriteHeader(status)
	out := json.NewEncoder(w)
	out.SetEscapeHTML(false)
	_ = out.Encode(refused(chain, err).identified(r.Context())) // when it fails, the client has gone
}
