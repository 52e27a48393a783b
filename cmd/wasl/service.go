package main

import (
	"context"
	"errors"
	"io"
	"net"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/api"
	"github.com/wasl-graph/wasl/internal/record"
	"github.com/wasl-graph/wasl/internal/server"
)

// service is a server on its way: what is there before the graph is read, and gets the graph when it is.
type service struct {
	flags   serveFlags
	limits  limits
	reading graph.Role // that reading needs
	log     logger

	listener    net.Listener
	connections *server.Connections // of the listener
	operations  *operations
	imports     late
	callers     lateCallers
	local       localService
}

// newService takes the addresses, and says what is wrong with the flags.
func newService(ctx context.Context, flags serveFlags, limits limits, log logger) (*service, error) {
	reading, err := parseReadRole(flags.readRole)
	if err != nil {
		return nil, err
	}
	if limits.trusted != nil {
		log.InfoContext(ctx, "only the queries of a list are answered", "queries", limits.trusted.Len())
	}
	s := &service{flags: flags, limits: limits, reading: reading, log: log}
	if s.listener, err = listen(ctx, flags.listen); err != nil {
		return nil, err
	}
	if limits.serving.Certificates == nil {
		warnOfPlainText(log, s.listener.Addr())
	}
	s.connections = server.LimitConnections(s.listener, limits.connections, limits.proxies)
	if s.operations, err = startOperations(ctx, flags.operations, log); err != nil {
		return nil, errors.Join(err, s.listener.Close())
	}
	return s, nil
}

// listen answers until the context ends. What it ends with comes on the channel.
func (s *service) listen(ctx context.Context) <-chan error {
	graphql := &s.operations.graphql
	handler := server.New(server.Options{
		GraphQL: graphql, Import: &s.imports, Ready: graphql.ready, Logger: s.log, WithoutGraphiQL: !s.flags.graphiql,
		Access: server.Access{Callers: &s.callers, Reading: s.reading}, Sharing: s.limits.sharing,
		Metrics: s.operations.metrics, Traces: s.operations.traces,
	})
	serving := s.limits.serving
	serving.Logger = s.log
	go renew(ctx, serving.Certificates, s.log)
	served := make(chan error, 1)
	go func() { served <- server.Serve(ctx, s.connections, handler, serving) }()
	return served
}

// open reads the graph, hands it over to what listens already, and says where it answers. The store is open, also after an
// error, unless it is nil.
func (s *service) open(ctx context.Context, out io.Writer) (*record.Store, error) {
	store, live, err := openSearchable(ctx, s.flags.data, s.log)
	if err != nil {
		return nil, err
	}
	if err := s.local.start(ctx, s.flags.data, store, &s.callers, s.log); err != nil {
		return store, err
	}
	options := append(s.limits.engine, s.operations.observers()...)
	engine := api.NewEngine(live, s.log, append(options, api.WithIntrospection(s.flags.introspection))...)
	s.operations.follow(store, live, engine)
	s.operations.followClients(s.limits.sharing, s.connections)
	s.imports.set(server.NewImport(server.ImportOptions{Graph: importable{live}, MaxBytes: s.limits.imports, Logger: s.log}))
	s.operations.graphql.set(engine.Handler())
	if err := announce(out, addressOf(s.listener.Addr(), s.limits.serving.Certificates != nil), s.flags.graphiql, live.View()); err != nil {
		return store, err
	}
	s.operations.systemd.tell(ctx, notifyReady, s.log)
	return store, nil
}
