package record

import (
	"os"
	"syscall"
	"testing"

	"github.com/wasl-graph/wasl/graph"
)

// breakDisk lets the file of a record swallow what is written and fail when it is synced, as a disk does that is about to
// die: its file descriptor leads to /dev/null, which takes everything and can't be synced. It returns what mends it.
func breakDisk(t *testing.T, b *book) (mend func()) {
	t.Helper()
	fd := int(b.engine.(*boltEngine).file.Fd())
	null, err := os.OpenFile(os.DevNull, os.O_RDWR, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer null.Close()
	kept, err := syscall.Dup(fd) // which also keeps the lock
	if err != nil {
		t.Fatal(err)
	}
	move := func(from int) {
		if err := syscall.Dup3(from, fd, syscall.O_CLOEXEC); err != nil {
			t.Fatal(err)
		}
	}
	move(int(null.Fd()))
	return func() {
		move(kept)
		_ = syscall.Close(kept)
	}
}

// TestASyncThatFailsLeavesNothingBehind: what was written before it is not trusted, and what was acknowledged is there.
func TestASyncThatFailsLeavesNothingBehind(t *testing.T) {
	b := onDisk(t)
	b.apply(change(many(20, 0)...))
	for n := range 3 {
		mend := breakDisk(t, b)
		if _, err := b.Apply(t.Context(), failing(), &b.ledger); err == nil {
			t.Fatal("a change is acknowledged that no disk has")
		}
		turns := turnsOf([]graph.Change{change(many(1, 100)...), change(many(1, 200)...)}, nobodyAsks)
		b.ApplyGroup(turns, &b.ledger)
		if turns[0].Err == nil || turns[1].Err == nil {
			t.Fatal("a group is acknowledged that no disk has")
		}
		mend()
		b.verify()
		b.apply(change(many(30, 1000*n+300)...))
		b.verify()
	}
	b.reopen()
	b.verify()
}

// TestASyncThatFailsInTheMiddle of a large change: the journal is on another, whole file, and has all of it.
func TestASyncThatFailsInTheMiddle(t *testing.T) {
	b := journalBook(t)
	mend := breakDisk(t, b)
	if _, err := b.Apply(t.Context(), journalChange(), &b.ledger); err == nil {
		t.Fatal("a change is acknowledged that no disk has")
	}
	mend()
	if _, err := b.Apply(t.Context(), change(label("report:x", "X")), &b.ledger); err == nil {
		t.Error("the store goes on with a change that is not finished")
	}
	if err := b.Close(); err != nil {
		t.Fatal(err)
	}
	b.enter(journalChange())
	b.Store = mustOpen(t, b.folder)
	b.verify()
	noJournalIn(t, b.folder)
}
