package main

import (
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"github.com/wasl-graph/wasl/internal/api"
	"github.com/wasl-graph/wasl/internal/server"
)

// limitFlags are the flags of serve that say what strangers may ask for, and how the server deals with slow ones.
type limitFlags struct {
	query         api.Limits
	onlyPersisted string

	sharing     server.Limits
	serving     server.Serving
	connections int
	imports     int64

	trustForwarded  []string
	forwardedHeader string
	tlsCert, tlsKey string
}

// add defines the flags on serve.
func (f *limitFlags) add(cmd *cobra.Command) {
	f.addQuery(cmd)
	f.addSharing(cmd)
	f.addServing(cmd)
}

// addQuery defines what one query may be.
func (f *limitFlags) addQuery(cmd *cobra.Command) {
	flags, usual := cmd.Flags(), api.DefaultLimits()
	for _, limit := range []struct {
		name   string
		value  *int
		usual  int
		bounds string
	}{
		{"query-tokens", &f.query.Tokens, usual.Tokens, "words and signs that a query may have"},
		{"query-depth", &f.query.Depth, usual.Depth, "levels of braces that a query may have within each other"},
		{"query-operations", &f.query.Operations, usual.Operations, "operations that a query may have"},
		{"query-fragments", &f.query.Fragments, usual.Fragments, "fragments that a query may have"},
		{"query-variables", &f.query.Variables, usual.Variables, "variables that a query may have"},
		{"query-aliases", &f.query.Aliases, usual.Aliases, "aliases that a query may have"},
		{"query-directives", &f.query.Directives, usual.Directives, "directives that a query may have"},
		{"query-selections", &f.query.Selections, usual.Selections, "fields that a query may have, those of fragments counted wherever they are used"},
		{"query-values", &f.query.Values, usual.Values, "values that may be given for variables"},
		{"query-cost", &f.query.Cost, usual.Cost, "points that an answer may cost; a point is about a microsecond"},
		{"query-memory", &f.query.Remembered, usual.Remembered, "bytes of memory for queries that were read and checked"},
	} {
		flags.IntVar(limit.value, limit.name, limit.usual, limit.bounds)
	}
	flags.DurationVar(&f.query.Time, "query-time", usual.Time, "how long the answer to a query may take")
	flags.StringVar(&f.onlyPersisted, "only-persisted", "", "answer only the queries of this JSON `file`, and leave out GraphiQL: an object of names and texts, or Apollo's manifest")
}

// addSharing defines what clients share.
func (f *limitFlags) addSharing(cmd *cobra.Command) {
	flags, usual := cmd.Flags(), server.DefaultLimits()
	flags.Float64Var(&f.sharing.Rate, "rate", usual.Rate, "requests that a client may send a second; one that is dear, or dear to refuse, counts as several; 0 is no limit")
	flags.IntVar(&f.sharing.Burst, "burst", usual.Burst, "requests that a client may save up")
	flags.DurationVar(&f.sharing.Slow, "rate-wait", usual.Slow, "how long a request that comes too fast may be held back; one that would be for longer is refused with 429 after this time")
	flags.IntVar(&f.sharing.Clients, "rate-clients", usual.Clients, "clients whose rates are counted")
	flags.IntVar(&f.sharing.Working, "max-working", usual.Working, "requests that are answered at the same time; by default two for each processor")
	flags.IntVar(&f.sharing.Waiting, "max-waiting", usual.Waiting, "requests that may wait for their turn; others are refused with 503")
	flags.DurationVar(&f.sharing.Wait, "max-wait", usual.Wait, "how long a request may wait for its turn before it is refused with 503")
	flags.Int64Var(&f.sharing.Body, "max-body", usual.Body, "bytes that the body of a request may have")
	flags.IntVar(&f.sharing.Bodies, "max-bodies", usual.Bodies, "bytes that the bodies of all requests may have together")
	flags.Int64Var(&f.imports, "max-import", server.DefaultMaxDocument, "bytes that a document sent to /import may have, compressed as well as decompressed")
	flags.IntVar(&f.connections, "max-connections", 2_000, "connections that there may be")
	flags.StringSliceVar(&f.trustForwarded, "trust-forwarded", nil, "believe these proxies for whom they ask: `addresses` or ranges such as 10.0.0.0/8, with commas between them")
	flags.StringVar(&f.forwardedHeader, "forwarded-header", "X-Forwarded-For", "the `header` in which the proxies say it: X-Forwarded-For or Forwarded")
}

// addServing defines how long the server waits, and how it speaks TLS.
func (f *limitFlags) addServing(cmd *cobra.Command) {
	flags, usual := cmd.Flags(), server.DefaultServing()
	flags.DurationVar(&f.serving.HeaderTimeout, "header-timeout", usual.HeaderTimeout, "how long a client may take to send the header of a request")
	flags.DurationVar(&f.serving.ReadTimeout, "read-timeout", usual.ReadTimeout, "how long a client may take to send a request")
	flags.DurationVar(&f.serving.WriteTimeout, "write-timeout", usual.WriteTimeout, "how long an answer may take, with sending it")
	flags.DurationVar(&f.serving.IdleTimeout, "idle-timeout", usual.IdleTimeout, "how long a connection may be silent between two requests")
	flags.IntVar(&f.serving.Header, "max-header", usual.Header, "bytes that the header of a request may have")
	flags.IntVar(&f.serving.Streams, "max-streams", usual.Streams, "requests that may be under way on one connection of HTTP/2")
	flags.DurationVar(&f.serving.Grace, "drain-grace", usual.Grace, "how long a server that is to stop goes on taking requests, while /readyz says that it stops")
	flags.DurationVar(&f.serving.Drain, "drain-time", usual.Drain, "how long running requests may take to finish after that")
	flags.StringVar(&f.tlsCert, "tls-cert", "", "speak TLS with the certificate in this PEM `file`; it is read again when it changes, and at SIGHUP")
	flags.StringVar(&f.tlsKey, "tls-key", "", "the PEM `file` with the key of the certificate")
}

// limits are what the flags come to.
type limits struct {
	engine      []api.Option
	trusted     *api.Trusted // nil when any query is answered
	sharing     *server.Sharing
	serving     server.Serving
	proxies     server.Proxies
	connections int
	imports     int64 // bytes of a document
}

// limits reads what the flags name, and says which of them is wrong.
func (f *limitFlags) limits(cmd *cobra.Command) (limits, error) {
	if err := f.check(cmd); err != nil {
		return limits{}, err
	}
	proxies, err := f.proxies()
	if err != nil {
		return limits{}, err
	}
	l := limits{engine: []api.Option{api.WithLimits(f.query)}, serving: f.serving, proxies: proxies, connections: f.connections, imports: f.imports}
	if f.onlyPersisted != "" {
		introspection, _ := cmd.Flags().GetBool("introspection") // it is one
		trusted, err := readTrusted(f.onlyPersisted, api.WithLimits(f.query), api.WithIntrospection(introspection))
		if err != nil {
			return limits{}, err
		}
		l.trusted, l.engine = trusted, append(l.engine, api.WithOnly(trusted))
	}
	if f.tlsCert != "" {
		if l.serving.Certificates, err = server.LoadCertificates(f.tlsCert, f.tlsKey); err != nil {
			return limits{}, fmt.Errorf("--tls-cert, --tls-key: %w", err)
		}
	}
	sharing := f.sharing
	sharing.Proxies = proxies
	if sharing.Rate == 0 {
		sharing.Rate = -1 // no limit
	}
	l.sharing = server.NewSharing(sharing)
	return l, nil
}

// readTrusted reads the list of documents of --only-persisted.
func readTrusted(file string, options ...api.Option) (*api.Trusted, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, fmt.Errorf("--only-persisted: %w", err)
	}
	trusted, err := api.ReadTrusted(file, data, options...)
	if err != nil {
		return nil, &codeError{exitInvalid, fmt.Errorf("--only-persisted: the list can't be used\n%w", err)}
	}
	return trusted, nil
}
