package main

import (
	"errors"
	"fmt"
	"net"

	"github.com/spf13/cobra"

	"github.com/wasl-graph/wasl/internal/server"
	"github.com/wasl-graph/wasl/internal/server/traces"
)

// settle sets what follows from other settings.
func (flags *serveFlags) settle(cmd *cobra.Command) {
	if flags.limits.onlyPersisted != "" && !cmd.Flags().Changed("graphiql") {
		flags.graphiql = false
	}
}

// check says which settings make no sense, a line each. It takes no address and reads no file.
func (flags *serveFlags) check(cmd *cobra.Command) error {
	_, role := parseReadRole(flags.readRole)
	_, proxies := flags.limits.proxies()
	err := errors.Join(flags.limits.check(cmd), proxies, role, checkAddress("--listen", flags.listen))
	if flags.operations.address != "" {
		err = errors.Join(err, checkAddress("--operations", flags.operations.address))
	}
	if flags.operations.traces != "" {
		err = errors.Join(err, flags.operations.checkTraces())
	}
	if err != nil {
		return &codeError{exitUsage, err}
	}
	return nil
}

// checkAddress says whether a flag names an address that can be listened on.
func checkAddress(flag, address string) error {
	if _, _, err := net.SplitHostPort(address); err != nil {
		return usageError("%s: %q is not valid; expected an address such as 127.0.0.1:8080", flag, address)
	}
	return nil
}

// proxies reads whom to believe.
func (f *limitFlags) proxies() (server.Proxies, error) {
	proxies, err := server.ParseProxies(f.trustForwarded, f.forwardedHeader)
	if err != nil {
		return proxies, &codeError{exitUsage, fmt.Errorf("--trust-forwarded, --forwarded-header: %w", err)}
	}
	return proxies, nil
}

// checkTraces says whether traces can be sent to where they are to go.
func (flags *operationsFlags) checkTraces() error {
	if err := traces.CheckEndpoint(flags.traces); err != nil {
		return usageError("--traces: %w", err)
	}
	return nil
}
