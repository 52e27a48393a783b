package main

import (
	"bytes"
	"compress/gzip"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestBackupsThatAreRefused are restored to nothing.
func TestBackupsThatAreRefused(t *testing.T) {
	good, err := os.ReadFile(backedUp(t, seeded(t)))
	if err != nil {
		t.Fatal(err)
	}
	flipped := bytes.Clone(good)
	flipped[len(flipped)/2] ^= 4
	for name, test := range map[string]struct {
		data []byte
		want string
	}{
		"cut off":        {good[:len(good)/3], "the backup is damaged: it is cut off"},
		"a flipped bit":  {flipped, "the backup is damaged: it does not match its checksum; use another copy of it, or an older backup"},
		"empty":          {nil, "the backup is damaged: it is cut off after 0 bytes"},
		"a letter":       {[]byte("Dear Ada"), "this is no backup of Wasl; name a file that wasl backup has written"},
		"a newer backup": {bytes.Replace(good, []byte("wasl backup 1"), []byte("wasl backup 2"), 1), "install a newer wasl"},
	} {
		t.Run(name, func(t *testing.T) {
			folder, file := t.TempDir(), filepath.Join(t.TempDir(), "graph.backup")
			write(t, file, test.data)
			o := wasl(t, "restore", "--data", folder, file)
			if got := sentence(t, o); o.code != exitInvalid || o.out != "" || !strings.HasPrefix(got, "wasl: "+file+": ") || !strings.Contains(got, test.want) {
				t.Errorf("exit %d, %q", o.code, got)
			}
			if left := list(t, folder); len(left) > 0 {
				t.Errorf("it leaves %v", left)
			}
		})
	}
}

// TestRestoreOverwritesNothing in a folder that holds something, whatever it is told.
func TestRestoreOverwritesNothing(t *testing.T) {
	folder := seeded(t)
	file := backedUp(t, folder)
	want := contents(t, folder)
	o := wasl(t, "restore", "--data", folder, file)
	if got := sentence(t, o); o.code != exitFailure || !strings.HasSuffix(got, "it holds a graph already; restore into a new folder, or move this one away first") {
		t.Errorf("exit %d, %q", o.code, got)
	}
	if got := contents(t, folder); len(got) != len(want) {
		t.Errorf("%d lines became %d", len(want), len(got))
	}
	letters := t.TempDir()
	write(t, filepath.Join(letters, "letter.txt"), []byte("Dear Ada"))
	o = wasl(t, "restore", "--data", letters, file)
	if got := sentence(t, o); o.code != exitInvalid || !strings.Contains(got, "it has no graph.db but holds letter.txt; name another folder with --data") {
		t.Errorf("exit %d, %q", o.code, got)
	}
	for name, want := range map[string]string{
		filepath.Join(letters, "none.backup"): "no such file",
		letters:                               "is a folder; name a file that wasl backup has written",
	} {
		o := wasl(t, "restore", "--data", t.TempDir(), name)
		if got := sentence(t, o); o.code != exitFailure || !strings.Contains(got, want) {
			t.Errorf("%s: exit %d, %q", name, o.code, got)
		}
	}
}

// TestDamageIsNotServed: a letter of one name is another one. Every command that answers from the record refuses it, and
// says what to do.
func TestDamageIsNotServed(t *testing.T) {
	folder := seeded(t)
	name := filepath.Join(folder, "graph.db")
	good, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	write(t, name, bytes.ReplaceAll(good, []byte("Tschechien"), []byte("Tschechian")))
	for _, args := range [][]string{{"serve", "--listen", "127.0.0.1:0"}, {"query", "-"}} {
		o := waslWith(t, strings.NewReader("{__typename}"), append(args, "--data", folder)...)
		got := sentence(t, o)
		if o.code != exitInvalid || o.out != "" || !strings.HasPrefix(got, "wasl: data folder "+folder+": ") ||
			!strings.Contains(got, "is not what it was") || !strings.Contains(got, "restore the newest backup into a new folder with wasl restore") {
			t.Errorf("%v: exit %d, %q", args, o.code, got)
		}
	}
	write(t, name, good)
	if o := waslWith(t, strings.NewReader("{__typename}"), "query", "--data", folder, "-"); o.code != exitOK {
		t.Errorf("the same without damage: %+v", o)
	}
}

// TestAnOldFolderIsUpgraded when a command opens it, and the log says so once.
func TestAnOldFolderIsUpgraded(t *testing.T) {
	packed, err := os.Open(filepath.Join("..", "..", "internal", "record", "testdata", "format1", "whole", "graph.db.gz"))
	if err != nil {
		t.Fatal(err)
	}
	defer packed.Close()
	z, err := gzip.NewReader(packed)
	if err != nil {
		t.Fatal(err)
	}
	old, err := io.ReadAll(z)
	if err != nil {
		t.Fatal(err)
	}
	folder := t.TempDir()
	write(t, filepath.Join(folder, "graph.db"), old)
	for _, logged := range []bool{true, false} {
		o := waslWith(t, strings.NewReader("{reports{totalCount}}"), "query", "--data", folder, "-")
		if o.code != exitOK || compact(t, o.out) != `{"data":{"reports":{"totalCount":9}}}` || strings.Contains(o.err, "is upgraded") != logged {
			t.Errorf("%+v", o)
		}
	}
}
