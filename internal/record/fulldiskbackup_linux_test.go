package record

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
)

// TestBackupAndRestoreOnAFullDisk: neither harms what is there or leaves anything behind, and with room again both work.
func TestBackupAndRestoreOnAFullDisk(t *testing.T) { withSmallDisks(t, backupOnSmallDisk) }

func backupOnSmallDisk(t *testing.T) {
	t.Run("backup", func(t *testing.T) {
		d := mountDisk(t, 2<<20)
		b := d.book()
		b.apply(change(many(60, 0)...))
		for _, room := range []int64{0, 4 << 10, 8 << 10, 32 << 10} {
			d.leave(room)
			if _, err := b.Backup(t.Context(), io.Discard); !errors.Is(err, syscall.ENOSPC) {
				t.Errorf("with room for %d bytes it ended with %v", room, err)
			}
			onlyFilesIn(t, b.folder, graphName)
			err := b.Aside(t.Context(), func(*Store) error { t.Error("there is a copy"); return nil })
			if !errors.Is(err, syscall.ENOSPC) {
				t.Errorf("with room for %d bytes the copy ended with %v", room, err)
			}
			onlyFilesIn(t, b.folder, graphName)
			b.verify()
		}
		d.empty()
		restored(t, b.backup(), b.ledger)
	})
	t.Run("restore", func(t *testing.T) {
		backup, want := smallBackup(t)
		refused := 0
		for room := int64(0); ; room += 16 << 10 {
			d := mountDisk(t, 2<<20)
			d.leave(room)
			folder := filepath.Join(d.root, "data")
			_, err := Restore(t.Context(), folder, bytes.NewReader(backup))
			if err == nil {
				(&book{t: t, ledger: want, Store: mustOpen(t, folder)}).verify()
				break
			}
			oneLine(t, err)
			if !errors.Is(err, syscall.ENOSPC) || !strings.Contains(err.Error(), folder) {
				t.Fatalf("with room for %d bytes it ended with %v", room, err)
			}
			refused++
			onlyFilesIn(t, folder)
			d.empty()
			if _, err := Restore(t.Context(), folder, bytes.NewReader(backup)); err != nil {
				t.Fatalf("with room again: %v", err)
			}
		}
		if refused < 2 {
			t.Error("there was room at once")
		}
	})
	t.Run("a new folder", func(t *testing.T) {
		for room := int64(0); ; room += 160 << 10 {
			d := mountDisk(t, 4<<20)
			d.leave(room)
			folder := filepath.Join(d.root, "data")
			err := Create(t.Context(), folder, fillChange())
			if err == nil {
				break
			}
			oneLine(t, err)
			if !errors.Is(err, syscall.ENOSPC) {
				t.Fatalf("with room for %d bytes it ended with %v", room, err)
			}
			onlyFilesIn(t, folder)
			d.empty()
			if err := Create(t.Context(), folder, fillChange()); err != nil {
				t.Fatalf("with room again: %v", err)
			}
			onlyFilesIn(t, folder, graphName)
		}
	})
	t.Run("a new folder for much", func(t *testing.T) {
		d := mountDisk(t, 1<<20)
		folder := filepath.Join(d.root, "data")
		much := firstChange()
		much.Assert = many(batchSize+1, 0)
		err := Create(t.Context(), folder, much)
		if !errors.Is(err, syscall.ENOSPC) || strings.Contains(err.Error(), "restart") {
			t.Fatalf("it ended with %v", err) // nothing is left that could be finished
		}
		oneLine(t, err)
		onlyFilesIn(t, folder)
	})
	t.Run("a change that is not finished", func(t *testing.T) {
		d, b := unfinishedOnSmallDisk(t)
		if err := b.Close(); err != nil {
			t.Fatal(err)
		}
		for range 2 {
			_, err := Open(t.Context(), b.folder)
			if !errors.Is(err, syscall.ENOSPC) || !strings.Contains(err.Error(), "a large change that is not finished") {
				t.Fatalf("it opens with %v", err)
			}
			oneLine(t, err)
		}
		d.empty()
		b.enter(spaciousChange())
		b.Store = mustOpen(t, b.folder)
		b.verify()
		noJournalIn(t, b.folder)
	})
	t.Run("tokens", func(t *testing.T) {
		d := mountDisk(t, 2<<20)
		b := d.book()
		d.leave(0)
		kept := 0
		err := b.PutToken(testToken(fmt.Sprintf("%08d", kept)))
		for ; err == nil && kept < 1000; kept++ {
			err = b.PutToken(testToken(fmt.Sprintf("%08d", kept+1)))
		}
		if !errors.Is(err, syscall.ENOSPC) {
			t.Fatalf("token %d: %v", kept, err)
		}
		if list, err := b.Tokens(); err != nil || len(list) != kept {
			t.Errorf("%d tokens are there, %d were recorded: %v", len(list), kept, err)
		}
		d.empty()
		if err := b.PutToken(testToken("00009999")); err != nil {
			t.Error(err)
		}
		b.verify()
	})
}

// unfinishedOnSmallDisk is a record on a full disk, with a journal whose change found no room.
func unfinishedOnSmallDisk(t *testing.T) (*disk, *book) {
	t.Helper()
	for room := int64(0); room < 320<<10; room += 16 << 10 {
		d := mountDisk(t, 2<<20)
		b := d.book()
		b.apply(change(many(20, 0)...))
		d.leave(room)
		if _, err := b.Apply(context.WithoutCancel(t.Context()), spaciousChange(), &b.ledger); err != nil && b.unusable != nil {
			return d, b
		}
		if err := b.Close(); err != nil {
			t.Fatal(err)
		}
	}
	t.Fatal("no change was interrupted in the middle")
	return nil, nil
}

func onlyFilesIn(t *testing.T, folder string, want ...string) {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil && !errors.Is(err, os.ErrNotExist) {
		t.Fatal(err)
	}
	var got []string
	for _, entry := range entries {
		got = append(got, entry.Name())
	}
	if !slices.Equal(got, want) {
		t.Errorf("the folder holds %v, want %v", got, want)
	}
}
