package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// flagGroup is a part of the list of serve's flags, in the order in which it is printed.
type flagGroup struct {
	title string
	flags []string
}

// serveGroups put what everybody needs first. Whoever only wants to try Wasl needs to read no further than the first.
var serveGroups = []flagGroup{
	{"Flags", []string{"listen", "data", "config", "debug", "help", "json"}},
	{"What strangers are shown", []string{"graphiql", "introspection", "read-role", "only-persisted"}},
	{"TLS and proxies", []string{"tls-cert", "tls-key", "trust-forwarded", "forwarded-header"}},
	{"Looking after it", []string{"operations", "operations-public", "traces", "trust-traceparent", "drain-grace", "drain-time"}},
	{"How much a client may ask for", []string{"rate", "burst", "rate-wait", "rate-clients"}},
	{"How much is done at the same time", []string{"max-working", "max-waiting", "max-wait", "max-connections", "max-streams"}},
	{"How long and how large a request may be", []string{
		"header-timeout", "read-timeout", "write-timeout", "idle-timeout", "max-header", "max-body", "max-bodies", "max-import",
	}},
	{"What a query may be", []string{
		"query-cost", "query-time", "query-depth", "query-tokens", "query-selections", "query-aliases", "query-directives",
		"query-fragments", "query-operations", "query-variables", "query-values", "query-memory",
	}},
}

// groupUsage lets a command with the flags of serve list them in groups.
func groupUsage(cmd *cobra.Command) {
	cmd.SetUsageFunc(func(cmd *cobra.Command) error {
		var text strings.Builder
		fmt.Fprintf(&text, "Usage:\n  %s\n", cmd.UseLine())
		for _, group := range serveGroups {
			set := pflag.NewFlagSet("", pflag.ContinueOnError)
			set.SortFlags = false
			for _, name := range group.flags {
				if f := cmd.Flag(name); f != nil {
					set.AddFlag(f)
				}
			}
			fmt.Fprintf(&text, "\n%s:\n%s", group.title, set.FlagUsages())
		}
		_, err := fmt.Fprint(cmd.OutOrStdout(), text.String())
		return err
	})
}
