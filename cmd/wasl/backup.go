package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/wasl-graph/wasl/internal/record"
)

func newBackup() *cobra.Command {
	var data string
	var force bool
	cmd := &cobra.Command{
		Use:   "backup FILE|-",
		Short: "Write everything that a data folder holds to one file",
		Long: "Backup writes the whole record at its revision, with its history and a checksum, to a file, or to the standard output\n" +
			"for -. The file has its name only when all of it is written and read back by its checksum. wasl restore makes a\n" +
			"data folder of it. A copy of the record is made in the data folder while the backup is written, so as much space as\n" +
			"the record takes must be free there.",
		Args: func(_ *cobra.Command, args []string) error {
			return exactlyOne(args, "expected one file for the backup, or - for the standard output")
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			folder, err := chosenFolder(data)
			if err != nil {
				return err
			}
			if args[0] == "-" {
				return backupTo(cmd.Context(), folder, cmd.OutOrStdout(), cmd.ErrOrStderr())
			}
			return backupFile(cmd.Context(), folder, args[0], force, cmd.OutOrStdout())
		},
	}
	cmd.Flags().BoolVar(&force, "force", false, "overwrite FILE when it is there already")
	dataFlag(cmd, &data)
	return cmd
}

// exactlyOne refuses any other number of arguments with a sentence.
func exactlyOne(args []string, expected string) error {
	if len(args) != 1 {
		return &codeError{exitUsage, errors.New(expected)}
	}
	return nil
}

// streamBackup writes the backup of a data folder to w.
func streamBackup(ctx context.Context, folder string, w io.Writer) error {
	store, err := record.Open(ctx, folder)
	if errors.Is(err, record.ErrLocked) {
		return socketBackup(ctx, folder, err, w)
	}
	if err != nil {
		return err
	}
	_, err = store.Backup(ctx, w)
	return errors.Join(err, store.Close())
}

// backupTo writes a backup to out as it comes, and says on report what it is.
func backupTo(ctx context.Context, folder string, out, report io.Writer) error {
	info, err := copyBackup(ctx, folder, out)
	if err != nil {
		return err
	}
	return describeBackup(report, info)
}

// copyBackup copies the backup of a folder to out, and checks what it copies.
func copyBackup(ctx context.Context, folder string, out io.Writer) (record.BackupInfo, error) {
	r, w := io.Pipe()
	streamed := make(chan error, 1)
	go func() {
		err := streamBackup(ctx, folder, w)
		streamed <- err
		_ = w.CloseWithError(err) // always nil
	}()
	info, err := record.VerifyBackup(ctx, io.TeeReader(r, out))
	_ = r.CloseWithError(err) // always nil; it lets a stream end that nobody reads any more
	return info, cmp.Or(err, <-streamed)
}

func describeBackup(report io.Writer, info record.BackupInfo) error {
	_, err := fmt.Fprintf(report, "revision %s: %d bytes, sha256 %s\n", info.Revision, info.Size, info.SHA256)
	return err
}

// backupFile writes a backup beside its place, and gives it its name when it is whole and on disk.
func backupFile(ctx context.Context, folder, name string, force bool, report io.Writer) error {
	if err := mayWrite(name, force); err != nil {
		return err
	}
	partial, err := os.CreateTemp(filepath.Dir(name), filepath.Base(name)+".partial-*") // for nobody else to read
	if err != nil {
		return err
	}
	info, err := copyBackup(ctx, folder, partial)
	if err == nil {
		err = partial.Sync()
	}
	err = errors.Join(err, partial.Close())
	if err == nil {
		err = mayWrite(name, force) // it may have come meanwhile
	}
	if err == nil {
		err = os.Rename(partial.Name(), name)
	}
	if err != nil {
		return errors.Join(err, ignoreMissing(os.Remove(partial.Name())))
	}
	return errors.Join(syncFolder(filepath.Dir(name)), describeBackup(report, info))
}

// mayWrite refuses a file that is there, unless it is to be overwritten, and what is no file.
func mayWrite(name string, force bool) error {
	info, err := os.Lstat(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return err
	case !info.Mode().IsRegular():
		return fmt.Errorf("%s is no file; name a file, or - for the standard output", name)
	case !force:
		return fmt.Errorf("%s is there already; name another file, or overwrite it with --force", name)
	}
	return nil
}

func ignoreMissing(err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}

// syncFolder makes a rename in a folder durable.
func syncFolder(folder string) error {
	f, err := os.Open(folder)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}
