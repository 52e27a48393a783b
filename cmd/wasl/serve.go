package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"strings"
	"sync/atomic"
	"syscall"

	"github.com/spf13/cobra"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/server"
	"github.com/wasl-graph/wasl/internal/view"
)

// serveFlags are the flags of serve.
type serveFlags struct {
	listen string
	data   string
	debug  bool

	introspection bool
	graphiql      bool
	readRole      string

	limits     limitFlags
	operations operationsFlags
}

func newServe() *cobra.Command {
	var flags serveFlags
	cmd := &cobra.Command{
		Use:   "serve",
		Short: "Serve the graph over HTTP",
		Long: "Serve answers GraphQL at /graphql and shows a page for trying queries at /graphiql.\n" +
			"An empty data folder is filled from the seeds first. SIGTERM and SIGINT stop it cleanly; a second one ends it at once.\n" +
			"Each flag can also stand in a file or in a variable WASL_NAME: wasl config shows what is set, and where.",
		Args: noArguments,
		RunE: func(cmd *cobra.Command, _ []string) error {
			limits, err := flags.limits.limits(cmd)
			if err != nil {
				return err
			}
			flags.settle(cmd)
			return serve(cmd.Context(), flags, limits, cmd.OutOrStdout(), cmd.ErrOrStderr())
		},
	}
	flags.add(cmd)
	groupUsage(cmd)
	return cmd
}

// add defines the flags.
func (flags *serveFlags) add(cmd *cobra.Command) {
	cmd.Flags().StringVar(&flags.listen, "listen", "127.0.0.1:8080", "`address` to listen on; port 0 takes a free one")
	cmd.Flags().BoolVar(&flags.introspection, "introspection", true, "let clients ask for the schema")
	cmd.Flags().BoolVar(&flags.graphiql, "graphiql", true, "show the page for trying queries; it needs the schema")
	cmd.Flags().StringVar(&flags.readRole, "read-role", "", "`role` that a token needs for reading: reader, curator or admin (default: everybody may read)")
	cmd.Flags().BoolVar(&flags.debug, "debug", false, "log every request")
	flags.limits.add(cmd)
	flags.operations.add(cmd)
	dataFlag(cmd, &flags.data)
}

// serve listens, reads the graph, and answers until the context is cancelled. The port is taken first: that nobody else
// has it shows at once, and a probe sees the process while the graph is being read.
func serve(ctx context.Context, flags serveFlags, limits limits, out, errOut io.Writer) error {
	s, err := newService(ctx, flags, limits, newLog(errOut, flags.debug))
	if err != nil {
		return err
	}
	serving, stop := context.WithCancel(ctx)
	defer stop()
	served := s.listen(serving)
	store, err := s.open(serving, out)
	if ctx.Err() != nil && errors.Is(err, context.Canceled) {
		err = nil // stopped while it was reading, as it was told to
	}
	if err != nil {
		stop()
	}
	err = errors.Join(err, <-served, s.local.wait()) // no request reads the graph any more
	err = errors.Join(err, s.operations.stop(ctx))
	if store != nil {
		err = errors.Join(err, store.Close())
	}
	return err
}

// listen takes the address, and says in a sentence why it can't.
func listen(ctx context.Context, address string) (net.Listener, error) {
	return listenAt(ctx, "--listen", address)
}

// listenAt takes an address that was given by a flag.
func listenAt(ctx context.Context, flag, address string) (net.Listener, error) {
	if err := checkAddress(flag, address); err != nil {
		return nil, err
	}
	var config net.ListenConfig
	listener, err := config.Listen(ctx, "tcp", address)
	if errors.Is(err, syscall.EADDRINUSE) {
		return nil, fmt.Errorf("%s: another program listens at %s; name another address, or port 0 for any free one", flag, address)
	}
	if err != nil {
		return nil, fmt.Errorf("%s: %s: %s", flag, address, cause(err))
	}
	return listener, nil
}

// cause is what an error of the network says, without how it came about.
func cause(err error) string {
	if unknown := new(net.DNSError); errors.As(err, &unknown) {
		return unknown.Err
	}
	if op := new(net.OpError); errors.As(err, &op) {
		return op.Err.Error()
	}
	return err.Error()
}

// addressOf is where a server is found that listens at an address.
func addressOf(a net.Addr, secure bool) string {
	if secure {
		return "https://" + a.String()
	}
	return "http://" + a.String()
}

// announce tells where to ask, and what there is to ask about.
func announce(out io.Writer, address string, graphiql bool, v *view.View) error {
	var text strings.Builder
	fmt.Fprintf(&text, "Wasl answers at %s/graphql", address)
	if graphiql {
		fmt.Fprintf(&text, "; try it at %s/graphiql", address)
	}
	fmt.Fprintln(&text)
	fmt.Fprintf(&text, "revision %s: statements %d", v.Revision(), v.Statements())
	for _, kind := range graph.Kinds() {
		fmt.Fprintf(&text, ", %s %d", plurals[kind], v.Count(kind))
	}
	_, err := fmt.Fprintln(out, text.String())
	return err
}

var plurals = map[graph.Kind]string{
	graph.KindReport: "reports", graph.KindPerson: "people", graph.KindOrganisation: "organisations", graph.KindProject: "projects",
	graph.KindCountry: "countries and areas", graph.KindRegion: "regions", graph.KindTheme: "themes", graph.KindEvent: "events",
}

func newLog(w io.Writer, debug bool) *slog.Logger {
	level := slog.LevelInfo
	if debug {
		level = slog.LevelDebug
	}
	return slog.New(slog.NewTextHandler(w, &slog.HandlerOptions{Level: level, ReplaceAttr: redact}))
}

// late is a handler that is there before what it hands over to.
type late struct{ handler atomic.Pointer[http.Handler] }

var errReading = errors.New("the graph is being read")

func (l *late) set(h http.Handler) { l.handler.Store(&h) }

func (l *late) ready() error {
	if l.handler.Load() == nil {
		return errReading
	}
	return nil
}

// ServeHTTP answers 503 until there is a handler.
func (l *late) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	handler := l.handler.Load()
	if handler == nil {
		server.Reading(w, r)
		return
	}
	(*handler).ServeHTTP(w, r)
}
