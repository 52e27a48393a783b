package server

import (
	"errors"
	"net/http"
	"strings"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/api"
)

// letIn turns away who shows a token that is none, whatever they ask for: they are not taken for nobody. Where reading needs a role,
// it turns away everybody else without it, but for what tells nothing of the graph.
func letIn(o Options, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if o.Access.Reading != graph.Anonymous {
			vary(w.Header(), "Authorization")
		}
		if fault, wrong := r.Context().Value(faultKey{}).(error); wrong {
			o.refuseToken(w, r, fault)
			return
		}
		caller := api.CallerOf(r.Context())
		lacking := new(graph.Error)
		if errors.As(caller.Must(o.Access.Reading), &lacking) && !tellsNothing(r) {
			o.refuseCaller(w, r, lacking)
			return
		}
		if caller.Token != "" {
			w = &private{ResponseWriter: w}
		}
		next.ServeHTTP(w, r)
	})
}

// wrongToken is what is to be said in a challenge of a token that is none.
const wrongToken = `Bearer error="invalid_token"`

// refuseToken answers a request whose token is none, or can't be looked up yet.
func (o Options) refuseToken(w http.ResponseWriter, r *http.Request, fault error) {
	known := new(graph.Error)
	if !errors.As(fault, &known) {
		o.Logger.DebugContext(r.Context(), "tokens can't be looked up", "request", api.RequestID(r.Context()), "error", fault)
		Reading(w, r)
		return
	}
	o.refuse(w, r, known, wrongToken)
}

// refuseCaller answers a request of somebody whose role does not suffice.
func (o Options) refuseCaller(w http.ResponseWriter, r *http.Request, err *graph.Error) {
	if err.Code == graph.Forbidden {
		o.refuse(w, r, err, `Bearer error="insufficient_scope"`)
		return
	}
	o.refuse(w, r, err, "Bearer")
}

// refuse says why somebody is not let in, and with what they would be. It takes as much out of their share as any other request, so that
// who tries tokens is slowed down. Pages of other origins may learn at /graphql why.
func (o Options) refuse(w http.ResponseWriter, r *http.Request, err *graph.Error, challenge string) {
	if r.URL.Path == "/graphql" {
		allowReaders(w.Header())
	}
	if _, passes := o.Sharing.letPass(w, r); passes {
		turnAway(w, r, err, challenge)
	}
}

// turnAway answers who is not let in. It reads no body.
func turnAway(w http.ResponseWriter, r *http.Request, err *graph.Error, challenge string) {
	leaveUnread(w, r)
	w.Header().Set("WWW-Authenticate", challenge)
	status := http.StatusUnauthorized
	if err.Code == graph.Forbidden {
		status = http.StatusForbidden
	}
	explain(w, r, status, err)
}

// explain answers with an error in the reader's language: in the form that the clients of an address read, or else as text.
func explain(w http.ResponseWriter, r *http.Request, status int, err *graph.Error) {
	if inGraphQLForm(r) {
		api.Refuse(w, r, status, err)
		return
	}
	answer(w, status, speak(w, r).Error(err))
}

// inGraphQLForm says whether the clients of an address read errors in GraphQL's form.
func inGraphQLForm(r *http.Request) bool { return r.URL.Path == "/graphql" || r.URL.Path == "/import" }

// stillIn turns away whose token was revoked since [letIn] let them in.
func stillIn(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if revoked := new(graph.Error); errors.As(stillKnown(r.Context()), &revoked) {
			turnAway(w, r, revoked, wrongToken)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// tellsNothing says whether the answer to a request has nothing of the graph in it: probes, the page that asks it questions, and
// what a browser asks beforehand, which can't show a token. Every other address, also one that comes to be later, is for readers.
func tellsNothing(r *http.Request) bool {
	switch r.URL.Path {
	case "/", "/graphiql", "/healthz", "/readyz":
		return true
	}
	return r.Method == http.MethodOptions || strings.HasPrefix(r.URL.Path, "/graphiql/")
}

// private keeps an answer to somebody known out of the caches that others share.
type private struct {
	http.ResponseWriter
	begun bool
}

// mark changes what the handler has said about keeping the answer, before it is sent.
func (p *private) mark() {
	if p.begun {
		return
	}
	p.begun = true
	switch said := p.Header().Get("Cache-Control"); {
	case said == "":
		p.Header().Set("Cache-Control", "private")
	case strings.Contains(said, "public"):
		p.Header().Set("Cache-Control", strings.ReplaceAll(said, "public", "private"))
	case !strings.Contains(said, "private") && !strings.Contains(said, "no-store"):
		p.Header().Set("Cache-Control", "private, "+said)
	}
}

// WriteHeader sends the header. Informational ones (1xx) precede the answer's own.
func (p *private) WriteHeader(status int) {
	if status >= http.StatusOK {
		p.mark()
	}
	p.ResponseWriter.WriteHeader(status)
}

// Write sends a part of the body.
func (p *private) Write(part []byte) (int, error) {
	p.mark()
	return p.ResponseWriter.Write(part)
}

// FlushError sends what was written so far.
func (p *private) FlushError() error {
	p.mark()
	return http.NewResponseController(p.ResponseWriter).Flush()
}

// Unwrap lets http.ResponseController reach the writer beneath.
func (p *private) Unwrap() http.ResponseWriter { return p.ResponseWriter }
