package main

import (
	"context"
	"errors"
	"log/slog"
	"path/filepath"
	"time"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/ingest"
	"github.com/wasl-graph/wasl/internal/record"
	"github.com/wasl-graph/wasl/internal/view"
	"github.com/wasl-graph/wasl/seeds"
)

type logger = *slog.Logger

// target is the graph that documents are imported into. Its view is read anew only when another document needs it.
type target struct {
	store    *record.Store
	view     *view.View // nil when the record has moved on
	verified bool       // the record was found to be whole when it was read first
}

// openTarget opens a data folder, and fills an empty one from the seeds first. For a dry run an empty folder stays empty.
func openTarget(ctx context.Context, flags importFlags, log logger) (*target, error) {
	folder, err := chosenFolder(flags.data)
	if err != nil {
		return nil, err
	}
	store, err := record.Open(ctx, folder)
	switch {
	case errors.Is(err, record.ErrEmpty) && flags.dryRun:
		store, err = inMemory(ctx, flags.noSeedReport)
	case errors.Is(err, record.ErrEmpty):
		store, err = fill(ctx, folder, flags.noSeedReport, log)
	case err == nil && flags.noSeedReport:
		log.WarnContext(ctx, "the data folder is not new; --no-seed-reports has no effect", "folder", folder)
	}
	if err != nil {
		return nil, err
	}
	return &target{store: store}, nil
}

// firstChange is what a new data folder begins with: the seeds, or their authority data alone.
func firstChange(authorityOnly bool) (graph.Change, error) {
	change, err := ingest.ReadSeeds(seeds.Files, time.Now())
	if err == nil && authorityOnly {
		change = ingest.Authority(change)
	}
	return change, err
}

func inMemory(ctx context.Context, authorityOnly bool) (*record.Store, error) {
	change, err := firstChange(authorityOnly)
	if err != nil {
		return nil, err
	}
	store, err := record.OpenMemory()
	if err != nil {
		return nil, err
	}
	live, err := view.NewLive(ctx, store)
	if err == nil {
		_, err = live.Apply(ctx, change)
	}
	if err != nil {
		return nil, errors.Join(err, store.Close())
	}
	return store, nil
}

// current is the graph as it is now.
func (t *target) current(ctx context.Context) (*view.View, error) {
	if t.view != nil {
		return t.view, nil
	}
	read := t.store.Snapshot
	if !t.verified {
		read = t.store.VerifiedSnapshot // nothing is written to a damaged record
	}
	err := read(ctx, func(s graph.Snapshot) (err error) {
		t.view, err = view.Build(ctx, s)
		return err
	})
	t.verified = err == nil
	return t.view, err
}

// take imports a document, or tries what that would do.
func (t *target) take(ctx context.Context, d *ingest.Import, dryRun bool) error {
	before, err := t.current(ctx)
	if err != nil {
		return err
	}
	if dryRun {
		return d.Try(ctx, before)
	}
	boundMemory()
	change, err := d.Change(ctx, before)
	if err != nil {
		return err
	}
	recorded, err := t.store.ApplyBulk(ctx, change, before)
	if recorded.Revision.Number != 0 {
		t.view = nil
	}
	return err
}

// baseName is a file's name without the folder, as it stands in evidence and in messages.
func baseName(name string) string { return filepath.Base(name) }
