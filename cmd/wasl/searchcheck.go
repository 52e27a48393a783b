package main

import (
	"errors"
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"github.com/wasl-graph/wasl/internal/search"
)

func newSearchCheck() *cobra.Command {
	var data string
	cmd := &cobra.Command{
		Use:   "search-check FILE",
		Short: "Say which queries of a table find what they must",
		Long: "Search-check runs the queries of a table on the graph in a data folder and prints for each how much of what it must\n" +
			"find stands among the first 20 results, and what it found that it must not. It exits with 1 when a row is not met.\n" +
			"\n" +
			"A table is a text file with a row for each query:\n" +
			"  query | must find | must not find | why\n" +
			"or, with tabs between them, query, must find and why. Things are called by their ids; the line\n" +
			"  @NAME ID\n" +
			"gives one a shorter name. A row whose reason begins with TYPO is met by the first reading that is offered instead.\n" +
			"An empty data folder is filled from the seeds first, as serve does.",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return &codeError{exitUsage, errors.New("expected one file with a table of queries")}
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error { return searchCheck(cmd, args[0], data) },
	}
	dataFlag(cmd, &data)
	return cmd
}

func searchCheck(cmd *cobra.Command, name, data string) error {
	table, err := readTable(name)
	if err != nil {
		return err
	}
	ctx := cmd.Context()
	store, live, err := openGraph(ctx, data, newLog(cmd.ErrOrStderr(), false))
	if err != nil {
		return err
	}
	index, err := search.Build(ctx, live.View())
	if err = errors.Join(err, store.Close()); err != nil {
		return err
	}
	results, err := index.Check(ctx, table)
	if err != nil {
		return &codeError{exitInvalid, fmt.Errorf("%s: %w", name, err)}
	}
	if err := search.WriteReport(cmd.OutOrStdout(), results); err != nil {
		return err
	}
	for _, r := range results {
		if !r.Met() {
			return &codeError{code: exitFailure} // the report says which
		}
	}
	return nil
}

func readTable(name string) (search.Table, error) {
	file, err := os.Open(name)
	if err != nil {
		return search.Table{}, err
	}
	defer file.Close()
	table, err := search.ParseTable(file)
	if err != nil {
		return search.Table{}, &codeError{exitInvalid, fmt.Errorf("%s: %w", name, err)}
	}
	return table, nil
}
