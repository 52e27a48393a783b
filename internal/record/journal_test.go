package record

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"github.com/wasl-graph/wasl/graph"
)

// smallBatch makes the journalled change of these tests take seven transactions.
const smallBatch = 10

// journalBook has facts that the journalled change takes away.
func journalBook(t *testing.T) *book {
	b := onDisk(t)
	b.apply(change(many(20, 0)...))
	b.batch, b.together = smallBatch, 1
	return b
}

func journalChange() graph.Change {
	c := change(append(many(34, 100), label("report:r-1", "Another title"))...)
	c.Retract = many(15, 0)
	c.Sources = []graph.Source{testSource("source:new")}
	return c
}

// TestAHalfAppliedJournalIsFinished stops a change at each of its transactions, and at some of the writes between them.
func TestAHalfAppliedJournalIsFinished(t *testing.T) {
	const commits = 7
	whole := func(b *book) error {
		_, err := b.Apply(t.Context(), journalChange(), &b.ledger)
		return err
	}
	bulk := func(b *book) error {
		_, err := b.ApplyBulk(t.Context(), journalChange().Bulk(), &b.ledger)
		return err
	}
	for n := 1; n <= commits; n++ {
		finishAfter(t, whole, func(f *faulty) { f.failCommit = n })
		finishAfter(t, bulk, func(f *faulty) { f.failCommit = n })
		finishAfter(t, bulk, func(f *faulty) { f.failCommit, f.reach = n, true })
	}
	for n := 1; n < 400; n += 57 {
		finishAfter(t, whole, func(f *faulty) { f.failPut = n })
		finishAfter(t, bulk, func(f *faulty) { f.failPut = n })
	}
}

func finishAfter(t *testing.T, apply func(*book) error, spoil func(*faulty)) {
	t.Helper()
	b := journalBook(t)
	bare := b.nodes()
	spoil(b.makeFaulty())
	if err := apply(b); err == nil {
		t.Fatal("nothing failed")
	}
	if _, err := b.Apply(t.Context(), change(label("report:x", "X")), &b.ledger); err == nil {
		t.Error("the store goes on with half of a change in it")
	}
	if err := b.Snapshot(t.Context(), func(graph.Snapshot) error { return nil }); err == nil {
		t.Error("the store shows half of a change")
	}
	if err := b.Close(); err != nil {
		t.Fatal(err)
	}
	b.enter(journalChange())
	b.Store = mustOpen(t, b.folder)
	b.verify()
	noJournalIn(t, b.folder)

	// A quad that was handed over twice would leave nodes behind.
	back := retraction(journalChange().Assert...)
	back.Assert = journalChange().Retract
	b.apply(back)
	if after := b.nodes(); after != bare+1 { // the evidence with the number of the last change
		t.Errorf("%d nodes are there, %d were", after, bare)
	}
}

// journalFile is where a book's journal stands.
func (b *book) journalFile() string { return filepath.Join(b.folder, journalName) }

// leaveJournal closes a book with a journal in its folder, of which nothing is applied yet.
func leaveJournal(t *testing.T, b *book) {
	t.Helper()
	applied, err := b.settle(journalChange(), newProgress(&b.ledger, b.Store.revision))
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(diskFiles.writeJournal(b.folder, applied), b.Close()); err != nil {
		t.Fatal(err)
	}
}

func TestAJournalThatWasNotBegunIsFinished(t *testing.T) {
	b := journalBook(t)
	leaveJournal(t, b)
	b.enter(journalChange())
	b.Store = mustOpen(t, b.folder)
	b.verify()
	noJournalIn(t, b.folder)
}

func TestAJournalThatIsDoneIsRemoved(t *testing.T) {
	for _, more := range []int{0, 1, 3} {
		b := journalBook(t)
		applied := b.apply(journalChange())
		for _, a := range many(more, 500) {
			b.apply(change(a))
		}
		if err := diskFiles.writeJournal(b.folder, applied); err != nil {
			t.Fatal(err)
		}
		b.reopen()
		b.verify()
		noJournalIn(t, b.folder)
	}
}

func TestAJournalThatWasNotRenamedIsForgotten(t *testing.T) {
	b := journalBook(t)
	if err := os.WriteFile(filepath.Join(b.folder, journalNewName), []byte(journalLine), 0o600); err != nil {
		t.Fatal(err)
	}
	b.reopen()
	b.verify()
	noJournalIn(t, b.folder)
}

func TestAJournalThatCanNotBeWrittenLeavesNothing(t *testing.T) {
	b := journalBook(t)
	if err := os.Mkdir(filepath.Join(b.folder, journalNewName), 0o700); err != nil {
		t.Fatal(err)
	}
	b.refused(journalChange())
	noJournalIn(t, b.folder)
	b.apply(journalChange())
	b.reopen()
	b.verify()
}

// TestAJournalThatCanNotBeWithdrawnStopsTheStore: another process could take it for a change to finish.
func TestAJournalThatCanNotBeWithdrawnStopsTheStore(t *testing.T) {
	b := journalBook(t)
	if err := os.MkdirAll(filepath.Join(b.journalFile(), "something"), 0o700); err != nil {
		t.Fatal(err)
	}
	if _, err := b.Apply(t.Context(), journalChange(), &b.ledger); err == nil {
		t.Fatal("a change was recorded without its journal")
	}
	if _, err := b.Apply(t.Context(), change(label("report:x", "X")), &b.ledger); err == nil {
		t.Error("the store goes on")
	}
}
