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
	"time"

	"github.com/spf13/cobra"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/ingest"
	"github.com/wasl-graph/wasl/internal/record"
	"github.com/wasl-graph/wasl/internal/search"
	"github.com/wasl-graph/wasl/internal/view"
	"github.com/wasl-graph/wasl/seeds"
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
		store, err = fill(ctx, folder, log)
	}
	if err != nil {
		return nil, nil, err
	}
	live, err := view.NewLive(ctx, viewRecord{store})
	if err != nil {
		return nil, nil, errors.Join(err, store.Close())
	}
	return store, live, nil
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

func fill(ctx context.Context, folder string, log *slog.Logger) (*record.Store, error) {
	log.InfoContext(ctx, "filling an empty data folder from the seeds", "folder", folder)
	change, err := ingest.ReadSeeds(seeds.Files, time.Now())
	if err != nil {
		return nil, err
	}
	if err := record.Create(ctx, folder, change); err != nil && !errors.Is(err, fs.ErrExist) {
		return nil, err
	}
	return record.Open(ctx, folder)
}

// viewRecord gives a store the form that package view asks for.
type viewRecord struct{ *record.Store }

// Apply records a change on the state that a view shows.
func (r viewRecord) Apply(ctx context.Context, c graph.Change, state *view.View) (graph.Applied, error) {
	return r.Store.Apply(ctx, c, state)
}

// ApplyBulk records a change of any size on the state that a view shows.
func (r viewRecord) ApplyBulk(ctx context.Context, c graph.BulkChange, state *view.View) (graph.Recorded, error) {
	return r.Store.ApplyBulk(ctx, c, state)
}
