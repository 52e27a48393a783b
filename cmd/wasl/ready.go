package main

import (
	"cmp"
	"context"
	"crypto/tls"
	"fmt"
	"net"
	"net/http"
	"time"

	"github.com/spf13/cobra"
)

// probeTime is how long a server may take to say whether it is ready.
const probeTime = 3 * time.Second

func newReady() *cobra.Command {
	var listen, operations string
	cmd := &cobra.Command{
		Use:   "ready",
		Short: "Ask a server on this machine whether it is ready",
		Long: "Ready asks the server that runs with these settings whether its graph can be asked, and exits with 0 when it can and with 1\n" +
			"when it can't. It is meant for probes of containers. Where there is a second address, it asks there.",
		Args: noArguments,
		RunE: func(cmd *cobra.Command, _ []string) error {
			ctx, cancel := context.WithTimeout(cmd.Context(), probeTime)
			defer cancel()
			flag := "--listen"
			if operations != "" {
				flag = "--operations"
			}
			if err := probe(ctx, flag, cmp.Or(operations, listen)); err != nil {
				return err
			}
			_, err := fmt.Fprintln(cmd.OutOrStdout(), "ready")
			return err
		},
	}
	cmd.Flags().StringVar(&listen, "listen", "127.0.0.1:8080", "`address` that the server listens on")
	cmd.Flags().StringVar(&operations, "operations", "", "second `address` of the server, where it has one")
	return cmd
}

// probe asks at an address that a flag says a server listens on. One that speaks TLS alone says so to whoever does not.
func probe(ctx context.Context, flag, address string) error {
	if err := checkAddress(flag, address); err != nil {
		return err
	}
	host, port, err := net.SplitHostPort(address)
	if err != nil {
		return err // it was looked at just now
	}
	if ip := net.ParseIP(host); host == "" || (ip != nil && ip.IsUnspecified()) {
		host = "127.0.0.1"
		if ip != nil && ip.To4() == nil {
			host = "::1"
		}
	}
	at := net.JoinHostPort(host, port) + "/readyz"
	status, err := askReady(ctx, "http://"+at)
	if err == nil && status == http.StatusBadRequest {
		status, err = askReady(ctx, "https://"+at)
	}
	switch {
	case err != nil:
		return fmt.Errorf("no server answers at %s: %s", address, cause(err))
	case status != http.StatusOK:
		return fmt.Errorf("the server at %s is not ready", address)
	}
	return nil
}

func askReady(ctx context.Context, url string) (status int, err error) {
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
	if err != nil {
		return 0, err
	}
	// The certificate is for other names than that of the loopback address. Nothing is said here that it would have to guard.
	transport := &http.Transport{DisableKeepAlives: true, TLSClientConfig: &tls.Config{InsecureSkipVerify: true}}
	response, err := transport.RoundTrip(r)
	if err != nil {
		return 0, err
	}
	return response.StatusCode, response.Body.Close()
}
