package main

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/spf13/cobra"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/record"
	"github.com/wasl-graph/wasl/internal/view"
)

func newCheck() *cobra.Command {
	var data string
	cmd := &cobra.Command{
		Use:   "check",
		Short: "Look for damage in a data folder",
		Long: "Check reads everything that a data folder holds and says what is wrong with it: damaged pages, facts that can't be\n" +
			"read or break the rules of their relation, evidence without a source, references that lead nowhere, entities\n" +
			"without a label, and differences between the record and what is served. It exits with 3 when anything is.\n" +
			"Where a server has the folder open, the server does this on a copy, for which as much space as the record takes must be\n" +
			"free in the folder. Without that, changes wait until the check is done.",
		Args: noArguments,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return check(cmd, data)
		},
	}
	dataFlag(cmd, &data)
	return cmd
}

func check(cmd *cobra.Command, data string) (err error) {
	folder, err := chosenFolder(data)
	if err != nil {
		return err
	}
	ctx := cmd.Context()
	store, err := record.Open(ctx, folder)
	if errors.Is(err, record.ErrLocked) {
		return checkServed(cmd, folder, err)
	}
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, store.Close()) }()
	problems, statements, err := inspect(ctx, store)
	if err != nil {
		return err
	}
	for _, problem := range problems {
		fmt.Fprintln(cmd.ErrOrStderr(), problem)
	}
	if len(problems) > 0 {
		return notInOrder(folder, statements)
	}
	_, err = fmt.Fprintf(cmd.OutOrStdout(), "revision %s: %d statements, no problems\n", store.Revision(), statements)
	return err
}

// notInOrder is the error for a folder in which problems were found, and says what to do about them. Statements is how many
// were read, none where the record itself is damaged.
func notInOrder(folder string, statements int) error {
	problem := "is damaged, see above; make no more changes, and restore the newest backup into a new folder with wasl restore"
	if statements > 0 {
		problem = "is whole, but what it says does not fit together, see above; correct that with changes of the graph"
	}
	return &codeError{exitInvalid, fmt.Errorf("data folder %s %s", folder, problem)}
}

// inspect checks the record on its own, and then what is served from it. Where the record itself is damaged, there are no
// statements.
func inspect(ctx context.Context, store *record.Store) (problems []error, statements int, err error) {
	problems, err = store.Check(ctx)
	if err != nil || len(problems) > 0 {
		return problems, 0, err
	}
	err = store.Snapshot(ctx, func(s graph.Snapshot) error {
		v, err := view.Build(ctx, s)
		if err != nil {
			return err
		}
		statements = v.Statements()
		problems, err = compare(v, s)
		problems = append(problems, v.Check()...)
		return err
	})
	return problems, statements, err
}

// compare holds what the record says against what the view says.
func compare(v *view.View, s graph.Snapshot) (problems []error, err error) {
	recorded := 0
	for a, err := range s.Assertions {
		if err != nil {
			return problems, err
		}
		recorded++
		if !slices.Contains(v.AsRecorded(a), a) {
			problems = append(problems, fmt.Errorf("%s %s: recorded, but not served", a.Subject, a.Relation))
		}
	}
	served := 0
	for range v.AssertionsAsRecorded() {
		served++
	}
	if served != recorded {
		problems = append(problems, fmt.Errorf("%d assertions are recorded, %d are served", recorded, served))
	}
	return problems, nil
}
