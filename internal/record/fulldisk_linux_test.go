package record

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/wasl-graph/wasl/graph"
)

// smallDisk says to the test in a child process that it may mount a disk of its own.
const smallDisk = "WASL_RECORD_SMALL_DISK"

// TestAFullDisk: what was acknowledged stays, and what found no room leaves nothing behind.
func TestAFullDisk(t *testing.T) { withSmallDisks(t, onSmallDisk) }

// withSmallDisks runs a test in a process with a namespace of its own, where it may mount small file systems and fill them.
func withSmallDisks(t *testing.T, test func(*testing.T)) {
	t.Helper()
	if os.Getenv(smallDisk) != "" {
		test(t)
		return
	}
	cmd := exec.CommandContext(t.Context(), self(t), "-test.run=^"+t.Name()+"$", "-test.v")
	cmd.Env = append(os.Environ(), smallDisk+"=1")
	cmd.SysProcAttr = &syscall.SysProcAttr{
		Cloneflags:  syscall.CLONE_NEWUSER | syscall.CLONE_NEWNS,
		UidMappings: []syscall.SysProcIDMap{{HostID: os.Getuid(), Size: 1}},
		GidMappings: []syscall.SysProcIDMap{{HostID: os.Getgid(), Size: 1}},
	}
	out, err := cmd.CombinedOutput()
	switch {
	case errors.Is(err, syscall.EPERM), strings.Contains(string(out), "--- SKIP"):
		t.Skipf("no small disk can be mounted here: %v\n%s", err, out)
	case err != nil:
		t.Errorf("%v\n%s", err, out)
	}
}

// disk is a small file system with a file that takes up what is to be missing.
type disk struct {
	t       *testing.T
	root    string
	ballast *os.File
}

func mountDisk(t *testing.T, bytes int) *disk {
	t.Helper()
	root := t.TempDir()
	if err := syscall.Mount("tmpfs", root, "tmpfs", 0, fmt.Sprintf("size=%d", bytes)); err != nil {
		t.Skip(err)
	}
	t.Cleanup(func() { _ = syscall.Unmount(root, syscall.MNT_DETACH) })
	ballast, err := os.Create(filepath.Join(root, "ballast"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = ballast.Close() })
	return &disk{t, root, ballast}
}

// leave fills the disk up to some bytes.
func (d *disk) leave(room int64) {
	d.t.Helper()
	d.empty()
	page := make([]byte, 4096)
	for {
		if _, err := d.ballast.Write(page); errors.Is(err, syscall.ENOSPC) {
			break
		} else if err != nil {
			d.t.Fatal(err)
		}
	}
	size, err := d.ballast.Seek(0, 1)
	if err == nil {
		err = d.ballast.Truncate(max(0, size-room))
	}
	if err != nil {
		d.t.Fatal(err)
	}
}

func (d *disk) empty() {
	d.t.Helper()
	_, err := d.ballast.Seek(0, 0)
	if err := errors.Join(err, d.ballast.Truncate(0)); err != nil {
		d.t.Fatal(err)
	}
}

// book opens a record on the disk.
func (d *disk) book() *book {
	b := inFolder(d.t, filepath.Join(d.root, "data"))
	b.batch, b.together = smallBatch, 1
	return b
}

func onSmallDisk(t *testing.T) {
	t.Run("small changes", func(t *testing.T) {
		d := mountDisk(t, 2<<20)
		b := d.book()
		b.apply(change(many(20, 0)...))
		for _, room := range []int64{0, 4 << 10, 32 << 10, 64 << 10} {
			d.leave(room)
			fillUp(t, b)
			b.verify()
			d.empty()
			b.apply(change(label("report:next", fmt.Sprint("Next ", room))))
			b.reopen()
			b.batch, b.together = smallBatch, 1
			b.verify()
		}
	})
	t.Run("large changes", func(t *testing.T) {
		unfinished := 0
		for room := int64(0); room < 320<<10; room += 16 << 10 {
			d := mountDisk(t, 2<<20)
			b := d.book()
			b.apply(change(many(20, 0)...))
			d.leave(room)
			_, err := b.Apply(t.Context(), spaciousChange(), &b.ledger)
			whole := err == nil
			if err != nil && !strings.Contains(err.Error(), syscall.ENOSPC.Error()) {
				t.Fatal(err)
			}
			if b.unusable != nil { // the journal found room, and what it says did not
				unfinished++
				whole = true
			} else if err != nil {
				b.verify()
			}
			if err := b.Close(); err != nil {
				t.Fatal(err)
			}
			d.empty()
			if whole {
				b.enter(spaciousChange())
			}
			b.Store = mustOpen(t, b.folder)
			b.verify()
		}
		if unfinished == 0 {
			t.Error("no change was interrupted in the middle")
		}
	})
}

// spaciousChange is a journalled change that takes more room in the graph than in the journal.
func spaciousChange() graph.Change { return change(many(300, 100)...) }

// fillUp makes changes until the disk is full, in groups of two.
func fillUp(t *testing.T, b *book) {
	t.Helper()
	for n := 0; ; n++ {
		first, second := len(b.log)*10, len(b.log)*10+5
		pair := []graph.Change{change(many(3, first+1000)...), change(many(3, second+1000)...)}
		turns := turnsOf(pair, nobodyAsks)
		b.ApplyGroup(turns, &b.ledger)
		for i, turn := range turns {
			if turn.Err == nil {
				b.enter(pair[i])
			}
		}
		if err := turns[1].Err; err != nil {
			if turns[0].Err == nil || !strings.Contains(err.Error(), syscall.ENOSPC.Error()) {
				t.Fatalf("the disk is full: %v, %v", turns[0].Err, err)
			}
			return
		}
		if n > 500 {
			t.Fatal("the disk does not get full")
		}
	}
}
