package main

import (
	"context"
	"errors"
	"fmt"
	"syscall"

	"github.com/spf13/cobra"

	"github.com/wasl-graph/wasl/internal/record"
	"github.com/wasl-graph/wasl/internal/server"
)

// checkServed has the server that has a folder open look through it. Locked is the error with which the folder was refused.
func checkServed(cmd *cobra.Command, folder string, locked error) error {
	c, err := served(cmd.Context(), folder, locked)
	if err != nil {
		return err
	}
	found, err := c.check(cmd.Context())
	if err != nil {
		return err
	}
	for _, problem := range found.Problems {
		fmt.Fprintln(cmd.ErrOrStderr(), problem)
	}
	if len(found.Problems) > 0 {
		return notInOrder(folder, found.Statements)
	}
	_, err = fmt.Fprintf(cmd.OutOrStdout(), "revision %s: %d statements, no problems\n", found.Revision, found.Statements)
	return err
}

// inspectServed does in the server what check does elsewhere, on a copy, so that changes need not wait. Where the disk has no
// room for one, it looks at the record itself.
func inspectServed(ctx context.Context, store *record.Store) (found server.Checked, err error) {
	look := func(s *record.Store) (err error) {
		found, err = inspectAll(ctx, s)
		return err
	}
	err = store.Aside(ctx, look)
	if errors.Is(err, syscall.ENOSPC) {
		err = look(store)
	}
	if damage := new(record.DamageError); errors.As(err, &damage) {
		found.Problems, found.Revision, err = append(found.Problems, err.Error()), store.Revision().String(), nil
	}
	return found, err
}

// inspectAll is what [inspect] finds, in words. A record that can't be read on is a problem found.
func inspectAll(ctx context.Context, store *record.Store) (found server.Checked, err error) {
	problems, statements, err := inspect(ctx, store)
	if damage := new(record.DamageError); errors.As(err, &damage) {
		problems, err = append(problems, err), nil
	}
	for _, problem := range problems {
		found.Problems = append(found.Problems, problem.Error())
	}
	found.Revision, found.Statements = store.Revision().String(), statements
	return found, err
}
