package record

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"

	bolterrors "go.etcd.io/bbolt/errors"

	"github.com/wasl-graph/wasl/graph"
)

// The files of a data folder, beside the journal.
const (
	graphName    = "graph.db"
	graphNewName = "graph.db.new"  // a graph that is being filled for the first time
	socketName   = "wasl.sock"     // where a running server listens; one that was killed leaves it behind
	socketFolder = "wasl.sock.new" // where it is made
)

// ErrEmpty is returned by [Open] for a folder that does not exist yet or holds nothing. [Create] fills it.
var ErrEmpty = errors.New("the data folder holds no graph yet")

// ErrLocked is returned when another process has the data folder open.
var ErrLocked = errors.New("another process has this data folder open; stop it first, or name another folder")

// ErrForeign is returned for a folder or a file that Wasl did not make.
var ErrForeign = errors.New("this is not a data folder of Wasl")

// FormatError is returned for a record of a newer format version than this program's. Older ones are upgraded.
type FormatError struct{ Found int }

// Error says which version was found, which are read, and what to do.
func (e *FormatError) Error() string {
	return fmt.Sprintf("the record has format version %d; this program reads versions up to %d: install a newer wasl", e.Found, formatVersion)
}

// DamageError is returned for a record that can't be read as it is.
type DamageError struct{ What string }

// Error says what is damaged.
func (e *DamageError) Error() string { return "the record is damaged: " + e.What }

// Open opens the record in a data folder and finishes what a killed process left undone. A record of an older format
// version is upgraded first; [Store.UpgradedFrom] says so. It returns [ErrEmpty], [ErrLocked], [ErrForeign], a [FormatError] or a
// [DamageError], each wrapped with the folder's name, or an error of the file system.
func Open(ctx context.Context, folder string) (*Store, error) {
	s, err := openFolder(ctx, folder)
	if err != nil {
		return nil, fmt.Errorf("data folder %s: %w", folder, plain(err))
	}
	return s, nil
}

func openFolder(ctx context.Context, folder string) (*Store, error) {
	if err := inspect(folder); err != nil {
		return nil, err
	}
	e, err := openBolt(filepath.Join(folder, graphName), false)
	if err != nil {
		return nil, err
	}
	var s *Store
	err = guarded(func() (err error) {
		if s, err = open(e, folder); err == nil {
			err = s.finishJournal(ctx)
		}
		return err
	})
	if err != nil {
		return nil, errors.Join(err, e.close())
	}
	removeUnfinished(folder)
	return s, nil
}

// removeUnfinished removes what killed processes left beside a graph. Nothing is amiss when it stays.
func removeUnfinished(folder string) {
	entries, _ := os.ReadDir(folder)
	for _, entry := range entries {
		if unfinished(entry.Name()) {
			_ = os.Remove(filepath.Join(folder, entry.Name()))
		}
	}
}

// Create makes the folder when it is missing and fills it with a first change. The graph is built in a file beside its
// place and renamed when it is whole, so a process that is killed leaves the folder empty, as it was. It returns the same
// errors as [Open], and fs.ErrExist when the folder holds a graph already.
func Create(ctx context.Context, folder string, first graph.Change) error {
	if err := createFolder(ctx, folder, first); err != nil {
		return fmt.Errorf("data folder %s: %w", folder, plain(err))
	}
	return nil
}

func createFolder(ctx context.Context, folder string, first graph.Change) error {
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return err
	}
	if err := mustBeEmpty(folder); err != nil {
		return err
	}
	e, err := openNew(filepath.Join(folder, graphNewName))
	if err != nil {
		return err
	}
	return errors.Join(fill(ctx, e, folder, first), e.close())
}

func mustBeEmpty(folder string) error {
	err := inspect(folder)
	switch {
	case err == nil:
		return fs.ErrExist
	case errors.Is(err, ErrEmpty):
		return nil
	}
	return err
}

// openNew opens the file that is to be filled. A killed process may have left one. One that can't be opened was cut off
// while it was made; one that is locked is being filled.
func openNew(name string) (*boltEngine, error) {
	e, err := openBolt(name, true)
	if err == nil || errors.Is(err, bolterrors.ErrTimeout) || errors.Is(err, fs.ErrPermission) {
		return e, err
	}
	if err := ignoreMissing(os.Remove(name)); err != nil {
		return nil, err
	}
	if e, err = openBolt(name, true); errors.Is(err, syscall.ENOSPC) {
		err = errors.Join(err, ignoreMissing(os.Remove(name))) // the beginning of it
	}
	return e, err
}

// fill applies the first change to a new file and gives it its name. The file's lock is held all the while: whoever waits
// for it finds the folder taken. No journal is needed, because nobody reads the file before it is renamed.
func fill(ctx context.Context, e *boltEngine, folder string, first graph.Change) error {
	name := filepath.Join(folder, graphNewName)
	err := mustBeEmpty(folder) // another process may have been quicker
	if err == nil {
		err = applyFirst(ctx, e, first)
	}
	if err != nil {
		return errors.Join(err, ignoreMissing(os.Remove(name)))
	}
	if err := os.Rename(name, filepath.Join(folder, graphName)); err != nil {
		return err
	}
	return syncFolder(folder)
}

func applyFirst(ctx context.Context, e *boltEngine, first graph.Change) error {
	if err := e.clear(); err != nil {
		return err
	}
	s, err := open(e, "")
	if err != nil {
		return err
	}
	applied, err := s.Apply(ctx, first, emptyState{})
	if err == nil && nothing(applied) {
		err = errors.New("there is nothing to fill the folder with")
	}
	return err
}

// emptyState is the state before the first change.
type emptyState struct{}

func (emptyState) Recorded(graph.Assertion) (uint32, bool)      { return 0, false }
func (emptyState) AsRecorded(graph.Assertion) []graph.Assertion { return nil }
func (emptyState) Source(graph.SourceID) (graph.Source, bool)   { return graph.Source{}, false }

// inspect looks at a folder without opening the store: nil when it holds a graph that may be opened.
func inspect(folder string) error {
	entries, err := os.ReadDir(folder)
	if errors.Is(err, fs.ErrNotExist) {
		return ErrEmpty
	}
	if err != nil {
		return err
	}
	names := make([]string, len(entries))
	for i, entry := range entries {
		names[i] = entry.Name()
	}
	names = slices.DeleteFunc(names, unfinished)
	if slices.Contains(names, graphName) {
		return inspectFile(filepath.Join(folder, graphName))
	}
	left := []string{graphNewName, journalNewName, socketName, socketFolder}
	names = slices.DeleteFunc(names, func(n string) bool { return slices.Contains(left, n) })
	if len(names) > 0 {
		return fmt.Errorf("%w: it has no %s but holds %s", ErrForeign, graphName, names[0])
	}
	return ErrEmpty
}

// unfinished says that a file is what a killed process left of something that was never made.
func unfinished(name string) bool {
	return name == graphNewName || name == graphRestoredName || strings.HasPrefix(name, graphCopyPrefix)
}

// plain turns the errors of the file store into ours.
func plain(err error) error {
	switch {
	case errors.Is(err, bolterrors.ErrTimeout):
		return ErrLocked
	case errors.Is(err, bolterrors.ErrInvalid):
		return fmt.Errorf("%w: %s is of another kind", ErrForeign, graphName)
	case errors.Is(err, bolterrors.ErrChecksum), errors.Is(err, bolterrors.ErrVersionMismatch):
		return &DamageError{graphName + " has a damaged head"}
	case errors.Is(err, fs.ErrPermission):
		return fmt.Errorf("no permission to read and write it: %w", err)
	}
	return err
}

func ignoreMissing(err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}

// syncFolder makes a rename or a removal in the folder durable.
func syncFolder(folder string) error {
	f, err := os.Open(folder)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}
