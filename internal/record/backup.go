package record

import (
	"context"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"time"
)

// graphCopyPrefix begins the name of what is being written to a backup, where it must have one.
const graphCopyPrefix = "graph.db.copy-"

// ErrNoFile is returned by [Store.Backup] for a record in memory.
var ErrNoFile = errors.New("a record in memory can't be backed up; keep it in a data folder")

// Backup writes a backup of the record to w: everything that it holds at one revision, in a form that [VerifyBackup] and
// [Restore] read. Changes may be recorded meanwhile.
//
// The record is first copied to a file in the data folder that has no name, which takes as much space there as the record
// itself, and streamed from that. bbolt keeps every page that a reader may still need, and a writer that makes the file
// larger waits for all readers: so nobody waits for w, however slow it is, and writers at most for the copy. The copy's
// pages are looked through before anything is written to w: a record whose file is damaged gives a [DamageError] and no
// backup. What is written before another error has no valid checksum.
//
// It holds a few hundred kilobytes in memory, and some bytes for every page. A cancelled context ends it with the
// context's error, unless w keeps it waiting.
func (s *Store) Backup(ctx context.Context, w io.Writer) (info BackupInfo, err error) {
	record, head, err := s.copyAside(ctx)
	if err != nil {
		return info, fmt.Errorf("backup: %w", err)
	}
	defer func() { err = errors.Join(err, record.close()) }()
	if err := verifyPages(record, true); err != nil {
		return info, fmt.Errorf("backup: %w", err)
	}
	return writeBackup(ctx, w, head, io.NewSectionReader(record, 0, head.Size))
}

// copyAside copies the record as it is at its revision.
func (s *Store) copyAside(ctx context.Context) (record *unnamedFile, head backupHead, err error) {
	tx, err := s.beginBackup(ctx)
	if err != nil {
		return nil, head, err
	}
	defer tx.rollback()
	if record, err = newUnnamed(s.folder); err != nil {
		return nil, head, err
	}
	err = guarded(func() error {
		m, err := metaIn(tx)
		if err != nil {
			return err
		}
		head = backupHead{Format: m.Format, Revision: m.revision(), Created: time.Now().UTC().Truncate(time.Second)}
		head.Size, err = tx.copyTo(contextWriter{ctx, record})
		return err
	})
	if err != nil {
		return nil, head, errors.Join(err, record.close())
	}
	return record, head, nil
}

// copyTx is a transaction that can copy the whole store as it sees it.
type copyTx interface {
	engineTx
	copyTo(w io.Writer) (size int64, err error)
}

func (t boltTx) copyTo(w io.Writer) (size int64, err error) {
	out := &failingWriter{Writer: w}
	size, err = t.tx.WriteTo(out)
	if err != nil && out.err != nil {
		err = out.err // of which bbolt keeps the words alone
	}
	return size, err
}

// failingWriter remembers why it failed.
type failingWriter struct {
	io.Writer
	err error
}

func (w *failingWriter) Write(p []byte) (n int, err error) {
	n, w.err = w.Writer.Write(p)
	return n, w.err
}

// beginBackup begins a transaction while no change is being written: one of several transactions is never half in it.
func (s *Store) beginBackup(ctx context.Context) (copyTx, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if err := errors.Join(s.unusable, ctx.Err()); err != nil {
		return nil, err
	}
	tx, err := s.engine.begin(false)
	if err != nil {
		return nil, err
	}
	if tx, copies := tx.(copyTx); copies {
		return tx, nil
	}
	tx.rollback()
	return nil, ErrNoFile
}

// writeBackup writes a record with its head and the checksum.
func writeBackup(ctx context.Context, w io.Writer, head backupHead, record io.Reader) (info BackupInfo, err error) {
	line, err := json.Marshal(head)
	if err != nil {
		return info, err
	}
	sum := sha256.New()
	out := io.MultiWriter(contextWriter{ctx, w}, sum)
	begin, err := fmt.Fprintf(out, "%s%s\n", backupLine, line)
	if err != nil {
		return info, err
	}
	if _, err := io.CopyBuffer(out, record, make([]byte, backupBuffer)); err != nil {
		return info, err
	}
	if _, err := fmt.Fprintf(out, "%x\n", sum.Sum(nil)); err != nil {
		return info, err
	}
	return head.info(int64(begin)+head.Size+backupTrailer, sum.Sum(nil)), nil
}

// contextWriter writes until the context is cancelled.
type contextWriter struct {
	ctx context.Context //nolint:containedctx // lives as long as one call
	out io.Writer
}

func (w contextWriter) Write(p []byte) (int, error) {
	if err := w.ctx.Err(); err != nil {
		return 0, err
	}
	return w.out.Write(p)
}

// unnamedFile is a file that nobody else sees. Where a file that is open can lose its name it has none, so that a killed
// process leaves nothing behind; elsewhere close removes it, or the next [Open].
type unnamedFile struct {
	*os.File
	named bool
}

func newUnnamed(folder string) (*unnamedFile, error) {
	f, err := os.CreateTemp(folder, graphCopyPrefix+"*")
	if err != nil {
		return nil, err
	}
	return &unnamedFile{File: f, named: os.Remove(f.Name()) != nil}, nil
}

// close lets go of the file, unless somebody who had taken it over has done so.
func (f *unnamedFile) close() error {
	err := f.Close()
	if errors.Is(err, os.ErrClosed) {
		err = nil
	}
	if f.named {
		err = errors.Join(err, os.Remove(f.Name()))
	}
	return err
}
