package record

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// graphRestoredName is what is being read from a backup.
const graphRestoredName = "graph.db.restored"

// takenError says that a folder is not free for a backup. It is an fs.ErrExist.
type takenError struct{}

func (takenError) Error() string {
	return "it holds a graph already; restore into a new folder, or move this one away first"
}

func (takenError) Unwrap() error { return fs.ErrExist }

// Restore makes the folder when it is missing and fills it with the record from a backup, which it reads to its end. The
// record is written beside its place, and renamed when the checksum fits, everything in it is in order ([Store.Check]), and
// it is at the revision that the backup says: so a process that is killed leaves the folder empty, as it was. A record of
// an older format version is upgraded.
//
// It returns fs.ErrExist for a folder that holds a graph, [ErrForeign] for one that holds something else, [ErrLocked] when
// another process is filling it, a [BackupError] or a [FormatError] for a backup that can't be restored, or an error of r
// or the file system.
func Restore(ctx context.Context, folder string, r io.Reader) (BackupInfo, error) {
	info, err := restoreFolder(ctx, folder, r)
	if err == nil {
		return info, nil
	}
	if backup := new(BackupError); errors.As(err, &backup) {
		return BackupInfo{}, err // which says nothing of the folder
	}
	return BackupInfo{}, fmt.Errorf("data folder %s: %w", folder, plain(err))
}

func restoreFolder(ctx context.Context, folder string, r io.Reader) (info BackupInfo, err error) {
	if err := mustBeFree(folder); err != nil {
		return info, err
	}
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return info, err
	}
	lock, err := lockEmpty(folder)
	if err != nil {
		return info, err
	}
	defer func() { err = errors.Join(err, lock.release()) }()
	if err := mustBeFree(folder); err != nil { // another process may have been quicker
		return info, err
	}
	name := filepath.Join(folder, graphRestoredName)
	if info, err = restoreFile(ctx, name, r); err == nil {
		err = mustBeFree(folder) // whatever was put there meanwhile
	}
	if err != nil {
		return info, errors.Join(err, ignoreMissing(os.Remove(name)))
	}
	if err := os.Rename(name, filepath.Join(folder, graphName)); err != nil {
		return info, err
	}
	return info, syncFolder(folder)
}

func mustBeFree(folder string) error {
	err := mustBeEmpty(folder)
	if damage := new(DamageError); errors.Is(err, fs.ErrExist) || errors.As(err, &damage) {
		return takenError{}
	}
	return err
}

// emptyLock is held by the one process that fills an empty folder: it is the lock of the file that [Create] fills.
type emptyLock struct {
	engine *boltEngine
	name   string
}

func lockEmpty(folder string) (*emptyLock, error) {
	l := &emptyLock{name: filepath.Join(folder, graphNewName)}
	var err error
	if l.engine, err = openNew(l.name); err != nil {
		return nil, err
	}
	if !l.holds() {
		return nil, errors.Join(ErrLocked, l.engine.close())
	}
	return l, nil
}

// holds says whether the file still has its name: who waited for the lock may have got that of a file that is gone, or that
// is the graph by now.
func (l *emptyLock) holds() bool {
	held, err := l.engine.file.Stat()
	if err != nil {
		return false
	}
	named, err := os.Stat(l.name)
	return err == nil && os.SameFile(held, named)
}

func (l *emptyLock) release() error {
	return errors.Join(ignoreMissing(os.Remove(l.name)), l.engine.close())
}

// restoreFile writes the record of a backup to a file and looks it through.
func restoreFile(ctx context.Context, name string, r io.Reader) (info BackupInfo, err error) {
	f, err := os.OpenFile(name, os.O_CREATE|os.O_TRUNC|os.O_WRONLY, 0o600)
	if err != nil {
		return info, err
	}
	info, err = readBackup(ctx, r, f)
	if err == nil {
		err = f.Sync()
	}
	if err := errors.Join(err, f.Close()); err != nil {
		return info, err
	}
	return info, checkRestored(ctx, name, info)
}

// checkRestored opens a record, which upgrades it, and expects it to be whole and what its backup says.
func checkRestored(ctx context.Context, name string, info BackupInfo) error {
	if err := checkFormat(info.Format); err != nil {
		return unfit(err)
	}
	if err := inspectFile(name); err != nil {
		return unfit(err)
	}
	e, err := openBolt(name, false)
	if err != nil {
		return unfit(plain(err))
	}
	err = guarded(func() error { return checkEngine(ctx, e, info) })
	if damage := new(DamageError); errors.As(err, &damage) {
		err = unfit(damage)
	}
	return errors.Join(err, e.close())
}

func checkEngine(ctx context.Context, e engine, info BackupInfo) error {
	s, err := open(e, "")
	if err != nil {
		return unfit(err)
	}
	if got := s.Revision(); got != info.Revision {
		return unfit(fmt.Errorf("it is at revision %v and not at %v", got, info.Revision))
	}
	problems, err := s.Check(ctx)
	if err == nil && len(problems) > 0 {
		err = unfit(problems[0])
	}
	return errors.Join(err, s.quads.Close())
}

// unfit is the error for a backup whose record is not in order, though it is as it was written.
func unfit(err error) error {
	format, system := new(FormatError), new(fs.PathError)
	if errors.As(err, &format) || errors.As(err, &system) || errors.Is(err, ErrLocked) {
		return err
	}
	return &BackupError{fmt.Sprintf("what the backup holds is not in order: %v; use an older backup", err)}
}
