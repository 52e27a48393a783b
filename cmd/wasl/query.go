package main

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"os"

	"github.com/spf13/cobra"

	"github.com/wasl-graph/wasl/internal/api"
	"github.com/wasl-graph/wasl/internal/lang"
)

// queryFlags are the flags of query.
type queryFlags struct {
	data      string
	languages string
	variables string
	operation string
}

func newQuery() *cobra.Command {
	var flags queryFlags
	cmd := &cobra.Command{
		Use:   "query FILE|-",
		Short: "Answer one GraphQL query from a data folder, without a server",
		Long: "Query reads a GraphQL query from a file, or from the standard input for -, and prints the answer as JSON. It exits\n" +
			"with 1 when the answer has errors. An empty data folder is filled from the seeds first, as serve does; a folder that\n" +
			"a server has open can't be asked this way. Nothing is changed: a mutation is refused, and belongs to a server.",
		Args: oneFile,
		RunE: func(cmd *cobra.Command, args []string) error {
			return query(cmd, args[0], flags)
		},
	}
	cmd.Flags().StringVar(&flags.languages, "languages", "", "the reader's languages as in an Accept-Language `header`, such as ar-IQ,en;q=0.8")
	cmd.Flags().StringVar(&flags.variables, "variables", "", "the query's variables as a JSON `object`")
	cmd.Flags().StringVar(&flags.operation, "operation", "", "the `name` of the operation, when the query has several")
	dataFlag(cmd, &flags.data)
	return cmd
}

func oneFile(_ *cobra.Command, args []string) error {
	if len(args) != 1 {
		return &codeError{exitUsage, errors.New("expected one file with a query, or - for the standard input")}
	}
	return nil
}

func query(cmd *cobra.Command, file string, flags queryFlags) error {
	request, err := readQuery(cmd.InOrStdin(), file, flags)
	if err != nil {
		return err
	}
	log := newLog(cmd.ErrOrStderr(), false)
	store, live, err := openSearchable(cmd.Context(), flags.data, log)
	if err != nil {
		return err
	}
	response := api.NewEngine(live, log, api.ReadOnly()).Execute(cmd.Context(), request, lang.FromHeader(flags.languages))
	if err := errors.Join(printJSON(cmd.OutOrStdout(), response), store.Close(), context.Cause(cmd.Context())); err != nil {
		return err
	}
	if len(response.Errors) > 0 {
		return &codeError{code: exitFailure} // the answer says why
	}
	return nil
}

func readQuery(in io.Reader, file string, flags queryFlags) (api.Request, error) {
	request := api.Request{OperationName: flags.operation}
	if flags.variables != "" {
		if err := json.Unmarshal([]byte(flags.variables), &request.Variables); err != nil {
			return request, &codeError{exitUsage, errors.New(`--variables: expected a JSON object, such as {"id": "country:IQ"}`)}
		}
	}
	var text []byte
	var err error
	if file == "-" {
		text, err = io.ReadAll(in)
	} else {
		text, err = os.ReadFile(file)
	}
	request.Query = string(text)
	return request, err
}

func printJSON(out io.Writer, value any) error {
	encoder := json.NewEncoder(out)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	return encoder.Encode(value)
}
