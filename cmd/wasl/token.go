package main

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"text/tabwriter"
	"time"

	"github.com/spf13/cobra"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/access"
	"github.com/wasl-graph/wasl/internal/server"
)

func newToken() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "token",
		Short: "Say who may read and change the graph",
		Long: "A token is what somebody shows with a request, as Authorization: Bearer …, to be let in. Each has a role: a reader may read\n" +
			"where reading is not open to everybody, a curator may change the graph, an admin may look after the server. Only a hash of\n" +
			"it is kept. Where a server has the data folder open, these commands speak with it, and it heeds at once what they do.",
		Args: noArguments,
		RunE: func(cmd *cobra.Command, _ []string) error {
			_ = cmd.Help() // writes to the standard output
			return &codeError{code: exitUsage}
		},
	}
	cmd.AddCommand(newTokenCreate(), newTokenList(), newTokenRevoke())
	return cmd
}

func newTokenCreate() *cobra.Command {
	var data, role, name string
	cmd := &cobra.Command{
		Use:   "create --role ROLE --name NAME",
		Short: "Make a token and print it, this once",
		Long: "Create makes a token and prints it to the standard output, where it can go to a file that only its owner reads:\n\n" +
			"  (umask 077; wasl token create --role curator --name 'Ada Lovelace' > ada.token)\n\n" +
			"It is shown this once. The name stands in the graph's history as the author of what is done with the token. An empty data\n" +
			"folder is filled from the seeds first, as serve does.",
		Args: noArguments,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if _, err := graph.ParseRole(role); err != nil {
				return &codeError{exitUsage, fmt.Errorf("--%w", err)}
			}
			if strings.TrimSpace(name) == "" {
				return &codeError{exitUsage, errors.New("--name: say whom or what the token is for")}
			}
			return createToken(cmd, data, role, name)
		},
	}
	cmd.Flags().StringVar(&role, "role", "", "`role` of whoever shows the token: reader, curator or admin")
	cmd.Flags().StringVar(&name, "name", "", "`name` of whom or what the token is for")
	dataFlag(cmd, &data)
	return cmd
}

func createToken(cmd *cobra.Command, data, role, name string) error {
	log := newLog(cmd.ErrOrStderr(), false)
	desk, err := openDesk(cmd.Context(), data, log)
	if err != nil {
		return err
	}
	made, err := desk.create(cmd.Context(), role, name)
	if err := errors.Join(err, desk.close()); err != nil {
		return err
	}
	if _, err := fmt.Fprintln(cmd.OutOrStdout(), made.Secret); err != nil {
		return fmt.Errorf("the token %s was made but could not be shown; revoke it: %w", made.ID, err)
	}
	fmt.Fprintf(cmd.ErrOrStderr(), "token %s for %s, %s; keep it well: it is shown this once\n", made.ID, made.Name, made.Role)
	return nil
}

func newTokenList() *cobra.Command {
	var data string
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "list",
		Short: "List the tokens, without what they are made of",
		Args:  noArguments,
		RunE: func(cmd *cobra.Command, _ []string) error {
			desk, err := openDesk(cmd.Context(), data, nil)
			if err != nil {
				return err
			}
			list, err := desk.list(cmd.Context())
			if err := errors.Join(err, desk.close()); err != nil {
				return err
			}
			if asJSON {
				return printJSON(cmd.OutOrStdout(), list)
			}
			return printTokens(cmd, list)
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "print JSON")
	dataFlag(cmd, &data)
	return cmd
}

// printTokens prints a line for each token. The name comes last: it may be long, and in a script that goes the other way.
func printTokens(cmd *cobra.Command, list []server.TokenInfo) error {
	table := tabwriter.NewWriter(cmd.OutOrStdout(), 0, 0, 2, ' ', 0)
	fmt.Fprintln(table, "ID\tROLE\tCREATED\tREVOKED\tNAME")
	for _, t := range list {
		revoked := "-"
		if !t.Revoked.IsZero() {
			revoked = t.Revoked.Format(time.RFC3339)
		}
		fmt.Fprintf(table, "%s\t%s\t%s\t%s\t%s\n", t.ID, t.Role, t.Created.Format(time.RFC3339), revoked, t.Name)
	}
	return table.Flush()
}

func newTokenRevoke() *cobra.Command {
	var data string
	cmd := &cobra.Command{
		Use:   "revoke ID",
		Short: "End a token: from now on it is not accepted",
		Args:  oneTokenID,
		RunE: func(cmd *cobra.Command, args []string) error {
			desk, err := openDesk(cmd.Context(), data, nil)
			if err != nil {
				return err
			}
			t, err := desk.revoke(cmd.Context(), args[0])
			if err := errors.Join(err, desk.close()); err != nil {
				return err
			}
			_, err = fmt.Fprintf(cmd.OutOrStdout(), "token %s of %s is revoked since %s\n", t.ID, t.Name, t.Revoked.Format(time.RFC3339))
			return err
		},
	}
	dataFlag(cmd, &data)
	return cmd
}

// oneTokenID refuses a whole token: everybody on the machine can read what stands on a command line.
func oneTokenID(cmd *cobra.Command, args []string) error {
	if len(args) != 1 {
		return &codeError{exitUsage, errors.New("expected the id of one token; wasl token list shows them")}
	}
	if secret, err := access.Parse(args[0]); err == nil {
		return &codeError{exitUsage, fmt.Errorf(
			"name the token by its id, %s; the token itself does not belong on a command line, where others can read it", secret.ID())}
	}
	return nil
}

// desk is where tokens are made and ended: here, or in the server that has the data folder open.
type desk interface {
	create(ctx context.Context, role, name string) (server.TokenMade, error)
	list(ctx context.Context) ([]server.TokenInfo, error)
	revoke(ctx context.Context, id string) (server.TokenInfo, error)
	close() error
}
