package main

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// flagError is what is said of a command line whose flags can't be read.
func flagError(cmd *cobra.Command, err error) error {
	var (
		wrong   *pflag.InvalidValueError
		unknown *pflag.NotExistError
	)
	switch {
	case errors.As(err, &wrong):
		err = fmt.Errorf("--%s: %s", wrong.GetFlag().Name, expected(wrong.GetFlag(), wrong.GetValue()))
	case errors.As(err, &unknown) && unknown.GetSpecifiedShortnames() == "":
		var names []string
		cmd.Flags().VisitAll(func(f *pflag.Flag) { names = append(names, f.Name) })
		if best := nearest(unknown.GetSpecifiedName(), names); best != "" {
			err = fmt.Errorf("%w; do you mean --%s?", err, best)
		}
	}
	return &codeError{exitUsage, err}
}
