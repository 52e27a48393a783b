package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"runtime"

	"github.com/spf13/cobra"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/record"
	"github.com/wasl-graph/wasl/internal/search"
	"github.com/wasl-graph/wasl/internal/view"
)

// dataFlag adds --data to a command.
func dataFlag(cmd *cobra.Command, folder *string) {
	cmd.Flags().StringVar(folder, "data", "", "data `folder` (default: "+describeDefault()+")")
}

// defaultFolder is where the user's programs keep their data.
func defaultFolder() (string, error) {
	if dir := os.Getenv("XDG_DATA_HOME"); filepath.IsAbs(dir) {
		return filepath.Join(dir, "wasl"), nil
	}
	if runtime.GOOS == "windows" || runtime.GOOS == "darwin" {
		dir, err := os.UserConfigDir()
		return filepath.Join(dir, "wasl"), err
	}
	home, err := os.UserHomeDir()
	return filepath.Join(home, ".local", "share", "wasl"), err
}

func describeDefault() string {
	folder, err := defaultFolder()
	if err != nil {
		return "none, because the home folder is not known"
	}
	return folder
}

// chosenFolder is what --data names, or the default.
func chosenFolder(flag string) (string, error) {
	if flag != "" {
		return flag, nil
	}
	folder, err := defaultFolder()
	if err != nil {
		return "", fmt.Errorf("name a data folder with --data: %w", err)
	}
	return folder, nil
}

// openGraph opens the graph in a data folder and reads it. An empty folder is filled from the seeds first.
func openGraph(ctx context.Context, flag string, log *slog.Logger) (*record.Store, *view.Live, error) {
	folder, err := chosenFolder(flag)
	if err != nil {
		return nil, nil, err
	}
	store, err := record.Open(ctx, folder)
	if errors.Is(err, record.ErrEmpty) {
		store, err = fill(ctx, folder, false, log)
	}
	if err != nil {
		return nil, nil, err
	}
	if from := store.UpgradedFrom(); from != 0 {
		log.InfoContext(ctx, "the data folder was of an older format version and is upgraded", "folder", folder, "version", from)
	}
	live, err := view.NewLive(ctx, verified{store})
	if err != nil {
		return nil, nil, errors.Join(fmt.Errorf("data folder %s: %w", folder, err), store.Close())
	}
	return store, live, nil
}

// verified is a record of which nothing is shown before it is found to be whole.
type verified struct{ *record.Store }

// Snapshot reads everything and verifies it.
func (v verified) Snapshot(ctx context.Context, visit func(graph.Snapshot) error) error {
	return v.VerifiedSnapshot(ctx, visit)
}

// openSearchable opens the graph in a data folder as [openGraph] does, and makes its index.
func openSearchable(ctx context.Context, flag string, log *slog.Logger) (*record.Store, *search.Live, error) {
	store, views, err := openGraph(ctx, flag, log)
	if err != nil {
		return nil, nil, err
	}
	live, err := search.NewLive(ctx, views)
	if err != nil {
		return nil, nil, errors.Join(err, store.Close())
	}
	return store, live, nil
}

func fill(ctx context.Context, folder string, authorityOnly bool, log *slog.Logger) (*record.Store, error) {
	log.InfoContext(ctx, "filling an empty data folder from the seeds", "folder", folder)
	change, err := firstChange(authorityOnly)
	if err != nil {
		return nil, err
	}
	if err := record.Create(ctx, folder, change); err != nil && !errors.Is(err, fs.ErrExist) {
		return nil, err
	}
	return record.Open(ctx, folder)
}
