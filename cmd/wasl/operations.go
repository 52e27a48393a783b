package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"os"
	"time"

	"github.com/spf13/cobra"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/api"
	"github.com/wasl-graph/wasl/internal/record"
	"github.com/wasl-graph/wasl/internal/search"
	"github.com/wasl-graph/wasl/internal/server"
	"github.com/wasl-graph/wasl/internal/server/metrics"
	"github.com/wasl-graph/wasl/internal/server/traces"
)

// operationsFlags are the flags of serve for whoever looks after it.
type operationsFlags struct {
	address string
	public  bool

	traces      string
	trustParent bool
}

func (flags *operationsFlags) add(cmd *cobra.Command) {
	cmd.Flags().StringVar(&flags.address, "operations", "", "second `address`, of this machine, for /metrics, /readyz and the profiles of the process")
	cmd.Flags().BoolVar(&flags.public, "operations-public", false, "let --operations be an address that other machines reach; it asks nobody for a token")
	cmd.Flags().StringVar(&flags.traces, "traces", "", "`address` of an OpenTelemetry collector, such as http://127.0.0.1:4318, to send traces of requests to")
	cmd.Flags().BoolVar(&flags.trustParent, "trust-traceparent", false, "believe the traceparent header of requests; only behind a proxy that sets it")
}

// tracesFlush is how long the last traces usually may take to be sent.
const tracesFlush = 3 * time.Second

// operations is what shows how a server is: the numbers, the traces, and the second listener.
type operations struct {
	graphql late
	log     *slog.Logger
	metrics *metrics.Metrics
	traces  *traces.Traces // nil when there are none
	flush   time.Duration  // that the last traces may take

	systemd systemd
	silent  func() bool // systemd need not be told any more that the server stops
	end     context.CancelFunc
	ended   chan error // nil without a listener
}

// startOperations begins to count, and listens where that is wanted. What it began ends with stop.
func startOperations(ctx context.Context, flags operationsFlags, log *slog.Logger) (*operations, error) {
	o := &operations{
		log: log, metrics: metrics.New(release()), flush: tracesFlush, systemd: systemd(os.Getenv("NOTIFY_SOCKET")), end: func() {},
	}
	o.silent = context.AfterFunc(ctx, func() { o.systemd.tell(ctx, notifyStopping, log) })
	if flags.traces != "" {
		if err := flags.checkTraces(); err != nil {
			return nil, err
		}
		var err error
		o.traces, err = traces.New(ctx, traces.Options{Endpoint: flags.traces, TrustParent: flags.trustParent, Version: release(), Logger: log})
		if err != nil {
			return nil, err
		}
	}
	if flags.address == "" {
		return o, nil
	}
	listener, err := listenForOperations(ctx, flags)
	if err != nil {
		return nil, errors.Join(err, o.stop(ctx))
	}
	// It outlives the first listener, and says meanwhile that the server stops: stop ends it.
	running, end := context.WithCancel(server.StopsWith(context.WithoutCancel(ctx), ctx.Done()))
	o.end, o.ended = end, make(chan error, 1)
	handler := server.Operations(server.Options{Metrics: o.metrics, Ready: o.graphql.ready, Logger: log}, !flags.public)
	go func() { o.ended <- server.ServeOperations(running, listener, handler, log) }()
	log.InfoContext(ctx, "operations", "address", "http://"+listener.Addr().String())
	return o, nil
}

// listenForOperations takes the second address, which must be of this machine unless others may reach it.
func listenForOperations(ctx context.Context, flags operationsFlags) (net.Listener, error) {
	listener, err := listenAt(ctx, "--operations", flags.address)
	if err != nil {
		return nil, err
	}
	if at, isTCP := listener.Addr().(*net.TCPAddr); !flags.public && (!isTCP || !at.IP.IsLoopback()) {
		return nil, errors.Join(&codeError{exitUsage, fmt.Errorf("--operations: other machines reach %s, and nobody is asked for a token there; "+
			"name an address of this machine such as 127.0.0.1:9090, or add --operations-public", flags.address)}, listener.Close())
	}
	return listener, nil
}

// observers are what the engine tells of each request.
func (o *operations) observers() []api.Option {
	list := []api.Option{api.WithObserver(o.metrics.Observe)}
	if o.traces != nil {
		list = append(list, api.WithObserver(o.traces.Observe))
	}
	return list
}

// follow shows the graph among the numbers, and the memory of the engine.
func (o *operations) follow(store *record.Store, live *search.Live, engine *api.Engine) {
	o.metrics.Follow(func() metrics.Graph { return describeGraph(store, live) })
	o.metrics.Gauge("wasl_graphql_documents", "Documents that were read and checked, and are remembered.",
		func() float64 { return float64(engine.Remembered().Documents) })
	o.metrics.Gauge("wasl_graphql_documents_bytes", "Memory that the remembered documents take.",
		func() float64 { return float64(engine.Remembered().Bytes) })
	o.metrics.Counter("wasl_graphql_documents_hits_total", "How often a document was remembered.",
		func() float64 { return float64(engine.Remembered().Hits) })
	o.metrics.Counter("wasl_graphql_documents_misses_total", "How often a document was not remembered and had to be read and checked.",
		func() float64 { return float64(engine.Remembered().Misses) })
}

// describeGraph is what the numbers say of the graph that is served.
func describeGraph(store *record.Store, live *search.Live) metrics.Graph {
	v := live.View()
	g := metrics.Graph{Revision: uint64(v.Revision().Number), Statements: v.Statements(), RecordBytes: -1}
	g.ViewBuild, g.IndexBuild = live.BuildTimes()
	if size, err := store.Size(); err == nil {
		g.RecordBytes = size
	}
	for _, kind := range graph.Kinds() {
		g.Entities = append(g.Entities, metrics.Count{Kind: kind.Prefix(), N: v.Count(kind)})
	}
	return g
}

// stop sends the last traces and closes the second listener. That a collector does not take them is no failure of the server's.
func (o *operations) stop(ctx context.Context) error {
	if o.traces != nil {
		last, cancel := context.WithTimeout(context.WithoutCancel(ctx), o.flush)
		defer cancel()
		if err := o.traces.Close(last); err != nil {
			o.log.WarnContext(ctx, "traces", "error", err)
		}
	}
	o.silent()
	o.end()
	if o.ended == nil {
		return nil
	}
	return <-o.ended
}
