//go:build unix

package main

import (
	"os"
	"path/filepath"
	"testing"
)

// TestBackupOfAServedFolder goes through the server that has the folder open, and is as good as any other.
func TestBackupOfAServedFolder(t *testing.T) {
	folder := seeded(t)
	p := startProcess(t, folder)
	file := filepath.Join(t.TempDir(), "graph.backup")
	for range 2 {
		o := finish(t, process(t, "backup", "--force", "--data", folder, file))
		if o.code != exitOK || o.err != "" || !describes.MatchString(o.out) {
			t.Fatalf("%+v", o)
		}
	}
	other := filepath.Join(t.TempDir(), "again")
	if o := wasl(t, "restore", "--data", other, file); o.code != exitOK {
		t.Fatalf("%+v", o)
	}
	if err := p.cmd.Process.Signal(os.Interrupt); err != nil {
		t.Fatal(err)
	}
	if code := wait(t, p.cmd); code != exitOK {
		t.Errorf("exit %d: %s", code, p.errOut)
	}
	sameContents(t, folder, other)
}
