// Command wasl serves a multilingual knowledge graph of migration policy over GraphQL, and looks after its data.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"

	"github.com/spf13/cobra"

	"github.com/wasl-graph/wasl/internal/access"
	"github.com/wasl-graph/wasl/internal/ingest"
	"github.com/wasl-graph/wasl/internal/record"
)

// Exit codes.
const (
	exitOK      = 0
	exitFailure = 1 // it did not work
	exitUsage   = 2 // the command line is wrong
	exitInvalid = 3 // the data is wrong
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGINT, syscall.SIGTERM)
	context.AfterFunc(ctx, stop) // a second signal ends the process at once
	code := run(ctx, os.Args[1:], streams{os.Stdin, os.Stdout, os.Stderr})
	stop()
	os.Exit(code)
}

// streams are what a command reads and writes. Answers go to out, everything else to err.
type streams struct {
	in  io.Reader
	out io.Writer
	err io.Writer
}

// run runs one command line and returns its exit code. It ends early when the context is cancelled.
func run(ctx context.Context, args []string, std streams) int {
	root := newRoot(std)
	root.SetArgs(args)
	err := advised(root.ExecuteContext(ctx))
	if err == nil {
		return exitOK
	}
	if coded := new(codeError); errors.As(err, &coded) && coded.err == nil {
		return coded.code
	}
	if ctx.Err() != nil && errors.Is(err, context.Canceled) {
		err = errors.New("stopped before it was done")
	}
	fmt.Fprintln(std.err, "wasl:", access.Redact(err.Error()))
	return codeOf(err)
}

func newRoot(std streams) *cobra.Command {
	root := &cobra.Command{
		Use:           "wasl",
		Short:         "A multilingual knowledge graph of migration policy, over GraphQL",
		SilenceErrors: true,
		SilenceUsage:  true,
		Args:          noArguments,
		RunE: func(cmd *cobra.Command, _ []string) error {
			_ = cmd.Help() // writes to the standard output
			return &codeError{code: exitUsage}
		},
	}
	root.SetIn(std.in)
	root.SetOut(std.out)
	root.SetErr(std.err)
	root.SetFlagErrorFunc(flagError)
	root.CompletionOptions.HiddenDefaultCmd = true
	root.AddCommand(newServe(), newImport(), newQuery(), newCheck(), newBackup(), newRestore(), newToken(), newConfig(), newReady(),
		newSearchCheck(), newVersion())
	addConfiguration(root)
	return root
}

// codeError is an error with an exit code of its own; without an error there is nothing left to say.
type codeError struct {
	code int
	err  error
}

func (e *codeError) Error() string {
	if e.err == nil {
		return "exit code " + fmt.Sprint(e.code)
	}
	return e.err.Error()
}

func (e *codeError) Unwrap() error { return e.err }

// noArguments refuses what stands after a command and its flags.
func noArguments(cmd *cobra.Command, args []string) error {
	if len(args) > 0 {
		return &codeError{exitUsage, fmt.Errorf("%q is not expected here; see %s --help", args[0], cmd.CommandPath())}
	}
	return nil
}

// codeOf finds the exit code for an error.
func codeOf(err error) int {
	var (
		coded   *codeError
		faults  ingest.Faults
		damaged *record.DamageError
		format  *record.FormatError
		backup  *record.BackupError
	)
	switch {
	case errors.As(err, &coded):
		return coded.code
	case errors.As(err, &faults), errors.As(err, &damaged), errors.As(err, &format), errors.As(err, &backup),
		errors.Is(err, record.ErrForeign):
		return exitInvalid
	}
	return exitFailure
}
