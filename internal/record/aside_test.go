package record

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"github.com/wasl-graph/wasl/graph"
)

// TestACopyAsideKeepsNobodyWaiting: changes that make the file larger, which wait for readers of it, are recorded while somebody
// looks at the copy. The copy stays at its revision, and nothing is left of it in the end.
func TestACopyAsideKeepsNobodyWaiting(t *testing.T) {
	b := onDisk(t)
	b.apply(change(many(20, 0)...))
	before, size := b.Revision(), b.fileSize()
	want := errors.New("enough")
	err := b.Aside(t.Context(), func(aside *Store) error {
		for n := range 5 {
			b.apply(change(many(400, 1000+n*400)...))
		}
		if grown := b.fileSize(); grown < 2*size {
			t.Errorf("the file grew from %d bytes to %d only", size, grown)
		}
		if aside.Revision() != before {
			t.Errorf("the copy is at %v, want %v", aside.Revision(), before)
		}
		if problems, err := aside.Check(t.Context()); err != nil || len(problems) > 0 {
			t.Errorf("the copy is not in order: %v, %v", problems, err)
		}
		n := 0
		err := aside.Snapshot(t.Context(), func(s graph.Snapshot) error {
			n = count(t, s.Assertions)
			return want
		})
		if n != 20 {
			t.Errorf("the copy has %d assertions", n)
		}
		return err
	})
	if !errors.Is(err, want) {
		t.Errorf("it ended with %v", err)
	}
	b.verify()
	if left := names(filesIn(t, b.folder)); len(left) != 1 {
		t.Errorf("it left %v", left)
	}
}

// TestACopyOfADamagedRecordIsDamaged as the record is.
func TestACopyOfADamagedRecordIsDamaged(t *testing.T) {
	b := onDisk(t)
	b.apply(change(many(60, 0)...))
	name := filepath.Join(b.folder, graphName)
	good, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	f, err := os.OpenFile(name, os.O_WRONLY, 0)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := f.WriteAt(breakLeaf(t, good), 0); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	var problems []error
	err = b.Aside(t.Context(), func(aside *Store) (err error) {
		problems, err = aside.Check(t.Context())
		return err
	})
	if damage := new(DamageError); !errors.As(errors.Join(append(problems, err)...), &damage) {
		t.Errorf("a check of it finds %v, %v", problems, err)
	}
}

func TestWhatHasNoCopyAside(t *testing.T) {
	nobody := func(*Store) error { t.Error("there is a copy"); return nil }
	if err := inMemory(t).Aside(t.Context(), nobody); !errors.Is(err, ErrNoFile) {
		t.Errorf("in memory: %v", err)
	}
	b := onDisk(t)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := b.Aside(ctx, nobody); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
	if err := b.Close(); err != nil {
		t.Fatal(err)
	}
	if err := b.Aside(t.Context(), nobody); !errors.Is(err, errClosed) {
		t.Errorf("closed: %v", err)
	}
}

// TestClosingInTheMiddleOfEverything: backups, checks, quotations and changes either succeed as a whole or say that the record is
// closed, and what was acknowledged is there. Run it under -race.
func TestClosingInTheMiddleOfEverything(t *testing.T) {
	for round := range 5 {
		b := onDisk(t)
		b.apply(change(many(50, 0)...))
		var work sync.WaitGroup
		until := func(does func(n int) error) {
			work.Go(func() {
				var err error
				for n := 0; err == nil; n++ {
					err = does(n)
				}
				if damage := new(DamageError); errors.As(err, &damage) {
					t.Error(err)
				}
			})
		}
		inOrder := func(s *Store) error {
			problems, err := s.Check(t.Context())
			if err == nil && len(problems) > 0 {
				t.Error(problems)
			}
			return err
		}
		until(func(int) error {
			var out bytes.Buffer
			_, err := b.Backup(t.Context(), &out)
			if err == nil {
				_, err = VerifyBackup(t.Context(), &out)
			}
			return err
		})
		until(func(int) error { return b.Aside(t.Context(), inOrder) })
		until(func(int) error { return inOrder(b.Store) })
		until(func(int) error { _, _, err := b.Quote("", graph.Place{Unit: graph.Chars}); return err })
		until(func(int) error { _, err := b.Tokens(); return err })
		before, last := b.ledger, b.Revision()
		until(func(n int) error {
			a, err := b.Apply(t.Context(), change(many(3, 1000+n*3)...), &before)
			if err == nil {
				last = a.Revision
			}
			if n == 3+round {
				err = errors.Join(err, b.Close(), errStop)
			}
			return err
		})
		work.Wait()
		b.Store = mustOpen(t, b.folder)
		if b.Revision() != last {
			t.Errorf("it is at %v, %v was acknowledged last", b.Revision(), last)
		}
		if err := inOrder(b.Store); err != nil {
			t.Error(err)
		}
	}
}
