package record

import (
	"bytes"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"testing"
	"time"
)

// fullBook is a record on disk with every relation, awkward texts, documents, retractions and a journalled change in it.
func fullBook(t *testing.T) *book {
	t.Helper()
	b := onDisk(t)
	for _, c := range oldChanges()[1:] {
		b.apply(c)
	}
	b.apply(change(every()...))
	for _, text := range awkward {
		a := label("report:awkward", text.Value)
		a.Object.Text.Language = text.Language
		b.apply(change(a))
	}
	b.batch, b.together = smallBatch, 1
	b.apply(oldJournalled())
	return b
}

// backup is a record's backup, which must be what Backup says of it.
func (b *book) backup() []byte {
	b.t.Helper()
	var out bytes.Buffer
	info, err := b.Backup(b.t.Context(), &out)
	if err != nil {
		b.t.Fatal(err)
	}
	if info.Revision != b.Revision() || info.Format != formatVersion || info.Size != int64(out.Len()) || info.Created.IsZero() {
		b.t.Errorf("it says %+v of %d bytes at %v", info, out.Len(), b.Revision())
	}
	if sum := fmt.Sprintf("%x", sha256.Sum256(out.Bytes())); sum != info.SHA256 {
		b.t.Errorf("it says that its digest is %s, it is %s", info.SHA256, sum)
	}
	read, err := VerifyBackup(b.t.Context(), bytes.NewReader(out.Bytes()))
	if err != nil || read != info {
		b.t.Errorf("it is read as %+v, %v, and says %+v", read, err, info)
	}
	return out.Bytes()
}

// restored is a book that was restored from a backup, with a ledger of what must be in it.
func restored(t *testing.T, backup []byte, l ledger) *book {
	t.Helper()
	folder := filepath.Join(t.TempDir(), "a", "b")
	info, err := Restore(t.Context(), folder, bytes.NewReader(backup))
	if err != nil {
		t.Fatal(err)
	}
	b := &book{t: t, ledger: l, Store: mustOpen(t, folder)}
	if b.Revision() != info.Revision {
		t.Errorf("restored at %v, said to be %v", b.Revision(), info.Revision)
	}
	b.verify()
	noJournalIn(t, folder)
	return b
}

func TestABackupHoldsEverything(t *testing.T) {
	b := fullBook(t)
	r := restored(t, b.backup(), b.ledger)
	if r.Revision() != b.Revision() {
		t.Errorf("restored at %v, was at %v", r.Revision(), b.Revision())
	}
	r.quotesOldText()
	r.apply(change(label("report:new", "New"))) // and goes on
	r.reopen()
	r.verify()
	noJournalIn(t, b.folder)
}

// TestABackupOfABackupIsTheSame but for when it was made.
func TestABackupOfABackupIsTheSame(t *testing.T) {
	b := fullBook(t)
	first := b.backup()
	second := restored(t, first, b.ledger).backup()
	if len(first) != len(second) {
		t.Errorf("%d bytes became %d", len(first), len(second))
	}
}

// TestBackupsWhileAWriterWrites: every backup holds a revision that was the record's while it was made, whole.
func TestBackupsWhileAWriterWrites(t *testing.T) {
	b := onDisk(t)
	b.batch, b.together = crashBatch, 1 // every third change takes several transactions
	ctx, cancel := context.WithCancel(t.Context())
	var work sync.WaitGroup
	work.Go(func() {
		state := b.ledger
		for number := uint32(2); ctx.Err() == nil && number < 200; number++ {
			if _, err := b.Apply(t.Context(), crashChange(number), &state); err != nil {
				t.Error(err)
				return
			}
			state.enter(crashChange(number))
		}
	})
	for range 6 {
		before := b.Revision().Number
		var out bytes.Buffer
		info, err := b.Backup(t.Context(), &out)
		if err != nil {
			t.Fatal(err)
		}
		if n := info.Revision.Number; n < before || n > b.Revision().Number {
			t.Errorf("a backup of revision %d was made between %d and %d", n, before, b.Revision().Number)
		}
		r := restored(t, out.Bytes(), ledgerAfter(info.Revision.Number))
		if r.Revision() != info.Revision {
			t.Errorf("it holds %v and says %v", r.Revision(), info.Revision)
		}
	}
	cancel()
	work.Wait()
	noJournalIn(t, b.folder)
}

// TestASlowReaderKeepsNobodyWaiting: changes that make the file larger, which wait for readers of it, are recorded while
// nobody takes the backup, and the record can be closed.
func TestASlowReaderKeepsNobodyWaiting(t *testing.T) {
	b := onDisk(t)
	size := b.fileSize()
	r, w := io.Pipe()
	result := make(chan error, 1)
	go func() {
		_, err := b.Backup(t.Context(), w)
		result <- errors.Join(err, w.CloseWithError(err))
	}()
	head := make([]byte, 5)
	if _, err := io.ReadFull(r, head); err != nil { // and then nothing more
		t.Fatal(err)
	}
	written := make(chan struct{})
	go func() {
		defer close(written)
		for n := range 10 {
			b.apply(change(many(400, n*400)...))
		}
		if grown := b.fileSize(); grown < 4*size {
			t.Errorf("the file grew from %d bytes to %d only", size, grown)
		}
		if err := b.Close(); err != nil {
			t.Error(err)
		}
	}()
	select {
	case <-written:
	case <-time.After(deadline):
		t.Fatal("the writer waits for who reads the backup")
	}
	var l ledger
	l.enter(firstChange())
	rest, err := io.ReadAll(r)
	if err := errors.Join(err, <-result); err != nil {
		t.Fatal(err)
	}
	restored(t, slices.Concat(head, rest), l)
}

func (b *book) fileSize() int64 {
	b.t.Helper()
	info, err := os.Stat(filepath.Join(b.folder, graphName))
	if err != nil {
		b.t.Fatal(err)
	}
	return info.Size()
}

func TestWhatHasNoBackup(t *testing.T) {
	if _, err := inMemory(t).Backup(t.Context(), io.Discard); !errors.Is(err, ErrNoFile) {
		t.Errorf("in memory: %v", err)
	}
	b := onDisk(t)
	cancelled, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := b.Backup(cancelled, io.Discard); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
	if _, err := b.Backup(t.Context(), refusing{}); !errors.Is(err, errInjected) {
		t.Errorf("with a writer that fails: %v", err)
	}
	b.apply(change(label("report:a", "A"))) // nothing of that is in the way
	b.backup()
	noJournalIn(t, b.folder)
	if err := b.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := b.Backup(t.Context(), io.Discard); !errors.Is(err, errClosed) {
		t.Errorf("closed: %v", err)
	}
}

type refusing struct{}

func (refusing) Write([]byte) (int, error) { return 0, errInjected }

// TestABackupIsCancelledInTheMiddle: by its context, while the record is written to w.
func TestABackupIsCancelledInTheMiddle(t *testing.T) {
	b := onDisk(t)
	b.apply(change(many(3000, 0)...))
	ctx, cancel := context.WithCancel(t.Context())
	var out bytes.Buffer
	_, err := b.Backup(ctx, afterFirst{&out, cancel})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("it ended with %v", err)
	}
	broken := new(BackupError)
	if _, err := VerifyBackup(t.Context(), &out); !errors.As(err, &broken) {
		t.Errorf("what it wrote is read with %v", err)
	}
	noJournalIn(t, b.folder)
}

// afterFirst calls a function after each write.
type afterFirst struct {
	io.Writer
	call func()
}

func (w afterFirst) Write(p []byte) (int, error) {
	defer w.call()
	return w.Writer.Write(p)
}

// TestADamagedRecordHasNoBackup: it would take the place of a good one.
func TestADamagedRecordHasNoBackup(t *testing.T) {
	b, file := damageBook(t)
	name := filepath.Join(b.folder, graphName)
	if err := os.WriteFile(name, breakLeaf(t, file), 0o600); err != nil {
		t.Fatal(err)
	}
	s := mustOpen(t, b.folder)
	var out bytes.Buffer
	damage := new(DamageError)
	if _, err := s.Backup(t.Context(), &out); !errors.As(err, &damage) || out.Len() > 0 {
		t.Errorf("it ended with %v after %d bytes", err, out.Len())
	}
}

// TestLeftoversAreRemoved: what killed processes leave beside a graph, and in a folder without one.
func TestLeftoversAreRemoved(t *testing.T) {
	b := onDisk(t)
	if err := b.Close(); err != nil {
		t.Fatal(err)
	}
	empty := t.TempDir()
	for _, name := range []string{graphCopyPrefix + "123", graphRestoredName, graphNewName} {
		for _, folder := range []string{b.folder, empty} {
			if err := os.WriteFile(filepath.Join(folder, name), []byte("half of it"), 0o600); err != nil {
				t.Fatal(err)
			}
		}
	}
	b.Store = mustOpen(t, b.folder)
	noJournalIn(t, b.folder)
	if err := notOpened(t, empty); !errors.Is(err, ErrEmpty) {
		t.Errorf("the empty one: %v", err)
	}
	if _, err := Restore(t.Context(), empty, bytes.NewReader(b.backup())); err != nil {
		t.Error(err)
	}
}

// BenchmarkBackup streams a record. The memory that it takes must not follow the record's size but for a few bytes a page.
func BenchmarkBackup(b *testing.B) {
	for _, n := range []int{2_000, 20_000, 100_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			c := firstChange()
			c.Assert = many(n, 0)
			folder := filepath.Join(b.TempDir(), "data")
			if err := Create(b.Context(), folder, c); err != nil {
				b.Fatal(err)
			}
			s := mustOpen(b, folder)
			b.ReportAllocs()
			for b.Loop() {
				info, err := s.Backup(b.Context(), io.Discard)
				if err != nil {
					b.Fatal(err)
				}
				b.SetBytes(info.Size)
			}
		})
	}
}

// ledgerAfter is what must be in the record at a revision.
func ledgerAfter(number uint32) ledger {
	var l ledger
	l.enter(firstChange())
	for n := uint32(2); n <= number; n++ {
		l.enter(crashChange(n))
	}
	return l
}
