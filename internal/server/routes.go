package server

import (
	"log/slog"
	"net/http"

	"github.com/wasl-graph/wasl/internal/server/metrics"
	"github.com/wasl-graph/wasl/internal/server/traces"
	"github.com/wasl-graph/wasl/internal/web"
)

// Options is what a server is made of. The zero value serves everything but GraphQL.
type Options struct {
	// GraphQL answers /graphql. It sees no more than 1 MB of a body: reading on gives an *http.MaxBytesError, which it
	// should answer with 413. Left out, /graphql is not found.
	GraphQL http.Handler
	// Import answers POST /import, see [NewImport]. It bounds the body itself. Left out, /import is not found.
	Import http.Handler
	// Ready says why the graph cannot be asked just now, and nil when it can. It is called at each request for /readyz,
	// from any goroutine, and should return at once. What it says is logged, not sent. Left out, the server is always
	// ready.
	Ready func() error
	// Access says who may come in. The zero value lets everybody read and knows no tokens.
	Access Access
	// Sharing shares /graphql out among its clients, who are told apart by their tokens or else by their addresses; at its rate
	// they may also send documents to /import, and be turned away. Left out, everybody may ask for as much as they like.
	Sharing *Sharing
	// Metrics counts every request, and is shown at /metrics to callers of the role admin. Left out, nothing is counted.
	Metrics *metrics.Metrics
	// Traces makes a span of every request. Left out, none is made.
	Traces *traces.Traces
	// WithoutGraphiQL leaves out the page for asking questions.
	WithoutGraphiQL bool
	// Logger gets panics at level error, failed readiness at level warn and every request at level debug. Left out,
	// nothing is logged.
	Logger *slog.Logger
}

// New returns the handler of the whole server. It may be shared between goroutines.
func New(o Options) http.Handler {
	if o.Logger == nil {
		o.Logger = slog.New(slog.DiscardHandler)
	}
	mux := routes(o)
	return identify(authenticate(o.Access, observe(o, mux,
		logAccess(o.Logger, recoverPanics(o.Logger, secure(letIn(o, translate(mux))))))))
}

func routes(o Options) *http.ServeMux {
	mux := http.NewServeMux()
	mux.HandleFunc(routeHealth, healthy)
	mux.HandleFunc(routeReady, ready(o.Ready, o.Logger))
	if o.Metrics != nil {
		mux.Handle(routeMetrics, adminsOnly(o.Metrics.Handler()))
	}

	if !o.WithoutGraphiQL {
		page := web.Handler()
		mux.Handle("GET /{$}", http.RedirectHandler("/graphiql", http.StatusFound))
		mux.Handle("/graphiql", page)
		mux.Handle("/graphiql/", page)
	}
	if o.GraphQL != nil {
		endpoint := openToReaders(o.Sharing.endpoint(stillIn(o.GraphQL)))
		mux.Handle("GET /graphql", endpoint)
		mux.Handle("POST /graphql", endpoint)
		mux.Handle("OPTIONS /graphql", openToReaders(http.HandlerFunc(preflight)))
	}
	if o.Import != nil {
		mux.Handle("POST /import", o.Sharing.imports(o.Import))
	}
	return mux
}
