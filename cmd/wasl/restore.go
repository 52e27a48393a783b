package main

import (
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"

	"github.com/wasl-graph/wasl/internal/record"
)

func newRestore() *cobra.Command {
	var data string
	cmd := &cobra.Command{
		Use:   "restore FILE|-",
		Short: "Make a data folder of a backup",
		Long: "Restore reads a backup from a file, or from the standard input for -, checks everything in it, and makes a data folder\n" +
			"of it. The folder must be empty or missing: a graph is never overwritten. A backup of an older version is upgraded.\n" +
			"It exits with 3 when the backup is damaged, and the folder is then as empty as before.",
		Args: func(_ *cobra.Command, args []string) error {
			return exactlyOne(args, "expected one file with a backup, or - for the standard input")
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			return restore(cmd, data, args[0])
		},
	}
	dataFlag(cmd, &data)
	return cmd
}

func restore(cmd *cobra.Command, data, name string) (err error) {
	folder, err := chosenFolder(data)
	if err != nil {
		return err
	}
	in := cmd.InOrStdin()
	if name != "-" {
		file, err := openFile(name)
		if err != nil {
			return err
		}
		defer file.Close() // only read from
		in = file
	}
	info, err := record.Restore(cmd.Context(), folder, in)
	if backup := new(record.BackupError); errors.As(err, &backup) {
		return fmt.Errorf("%s: %w", name, err)
	}
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(cmd.OutOrStdout(), "revision %s of %s is restored into %s\n", info.Revision, info.Created.Format("2006-01-02 15:04:05 MST"), folder)
	return err
}

// openFile opens a file, and says in a sentence that a folder is none.
func openFile(name string) (io.ReadCloser, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	if info, err := f.Stat(); err == nil && info.IsDir() {
		return nil, errors.Join(fmt.Errorf("%s is a folder; name a file that wasl backup has written", name), f.Close())
	}
	return f, nil
}
