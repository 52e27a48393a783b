package main

import (
	"errors"
	"fmt"
	"os"
	"strings"
	"syscall"
	"testing"
)

// TestABackupThatFindsNoRoom says what to do. The device takes nothing, as a full disk.
func TestABackupThatFindsNoRoom(t *testing.T) {
	full, err := os.OpenFile("/dev/full", os.O_WRONLY, 0)
	if err != nil {
		t.Skip(err)
	}
	defer full.Close()
	cmd := process(t, "backup", "--data", seeded(t), "-")
	errOut := &lockedBuffer{}
	cmd.Stdout, cmd.Stderr = full, errOut
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	code := wait(t, cmd)
	o := outcome{code: code, err: errOut.String()}
	if got := sentence(t, o); code != exitFailure || !strings.HasSuffix(got, "no space left on device; make room on the disk and repeat the command: what was acknowledged is kept") {
		t.Errorf("exit %d: %s", code, got)
	}
}

func TestAdviceForAFullDisk(t *testing.T) {
	err := advised(fmt.Errorf("data folder x: %w", &os.PathError{Op: "write", Path: "x/graph.db", Err: syscall.ENOSPC}))
	if !errors.Is(err, syscall.ENOSPC) || !strings.Contains(err.Error(), "; make room on the disk") {
		t.Error(err)
	}
}
