package main

import (
	"errors"
	"fmt"
	"math"
	"strconv"
	"time"

	"github.com/spf13/cobra"
)

// amounts are the flags that say how much or how long something may be. Where it is true, 0 says something too.
var amounts = []struct {
	flag string
	zero bool
}{
	{"query-tokens", false},
	{"query-depth", false},
	{"query-operations", false},
	{"query-fragments", false},
	{"query-variables", false},
	{"query-aliases", false},
	{"query-directives", false},
	{"query-selections", false},
	{"query-values", false},
	{"query-cost", false},
	{"query-memory", false},
	{"query-time", false},
	{"rate", true},
	{"burst", false},
	{"rate-wait", false},
	{"rate-clients", false},
	{"max-working", false},
	{"max-waiting", false},
	{"max-wait", false},
	{"max-body", false},
	{"max-bodies", false},
	{"max-import", false},
	{"max-connections", false},
	{"max-header", false},
	{"max-streams", false},
	{"header-timeout", false},
	{"read-timeout", false},
	{"write-timeout", false},
	{"idle-timeout", false},
	{"drain-grace", true},
	{"drain-time", false},
}

// check says which flags have values that make no sense, alone or beside another, a line each.
func (f *limitFlags) check(cmd *cobra.Command) error {
	var wrong []error
	for _, a := range amounts {
		text := cmd.Flags().Lookup(a.flag).Value.String()
		value := amount(text)
		switch {
		case value == 0 && !a.zero:
			wrong = append(wrong, usageError("--%s: %s is not possible; expected more", a.flag, text))
		case !(value >= 0) || math.IsInf(value, 0): // nor is it a number that is none
			wrong = append(wrong, usageError("--%s: %s is not possible; expected no less than 0", a.flag, text))
		}
	}
	if (f.tlsCert == "") != (f.tlsKey == "") {
		wrong = append(wrong, usageError("--tls-cert and --tls-key belong together: expected both or none"))
	}
	if f.onlyPersisted != "" && cmd.Flags().Changed("graphiql") && cmd.Flags().Lookup("graphiql").Value.String() == "true" {
		wrong = append(wrong, usageError("--graphiql and --only-persisted can't be given together: the page is for queries that are on no list"))
	}
	return errors.Join(wrong...)
}

// amount is the value of a flag that is a number or a time. Only its sign is of interest.
func amount(text string) float64 {
	if number, err := strconv.ParseFloat(text, 64); err == nil {
		return number
	}
	d, _ := time.ParseDuration(text) // it was read before
	return d.Seconds()
}

func usageError(format string, values ...any) error {
	return &codeError{exitUsage, fmt.Errorf(format, values...)}
}
