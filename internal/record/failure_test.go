package record

import (
	"testing"

	"github.com/wasl-graph/wasl/graph"
)

// failing is a change that adds new nodes and takes others away.
func failing() graph.Change {
	c := change(link("report:new", graph.AboutCountry, "country:AT"), label("report:new", "New"))
	c.Retract = []graph.Assertion{label("report:a", "A")}
	c.Sources = []graph.Source{testSource("source:new")}
	return c
}

// TestAFailedTransactionLeavesNothingBehind is Cayley's worst trap: after a transaction that failed, its cache keeps the
// ids of nodes that were rolled back, and the next new node is taken for one of them. Here every single write of a change
// fails once.
func TestAFailedTransactionLeavesNothingBehind(t *testing.T) {
	onBoth(t, func(t *testing.T, b *book) {
		b.apply(change(label("report:a", "A"), label("report:b", "B")))
		f := b.makeFaulty()
		for n := 1; ; n++ {
			f.heal()
			f.failPut = n
			if _, err := b.Apply(t.Context(), failing(), &b.ledger); err == nil {
				t.Logf("the change has %d writes", f.puts)
				break
			} else if !injected(err) {
				t.Fatal(err)
			}
			f.heal()
			b.verify()
			// The next nodes would be taken for those of the failed change.
			b.apply(change(link(many(1, n)[0].Subject, graph.AboutTheme, "theme:migration"), label("report:new", "Old")))
			b.verify()
			b.apply(retraction(label("report:new", "Old")))
		}
		b.enter(failing())
	})
}

func TestAFailedCommitLeavesNothingBehind(t *testing.T) {
	onBoth(t, func(t *testing.T, b *book) {
		b.apply(change(label("report:a", "A")))
		f := b.makeFaulty()
		f.failCommit = 1
		if err := b.refused(failing()); !injected(err) {
			t.Errorf("it ended with %v", err)
		}
		f.heal()
		b.apply(change(label("report:new", "New")))
		b.apply(failing())
	})
}

func TestATransactionThatCanNotBeginLeavesNothingBehind(t *testing.T) {
	onBoth(t, func(t *testing.T, b *book) {
		f := b.makeFaulty()
		f.failBegin = true
		if err := b.refused(failing()); !injected(err) {
			t.Errorf("it ended with %v", err)
		}
		f.heal()
		b.apply(failing())
	})
}

// TestTheFirstChangeCanFail: Cayley's own beginnings are in the engine already, the record's are not.
func TestTheFirstChangeCanFail(t *testing.T) {
	s, err := OpenMemory()
	if err != nil {
		t.Fatal(err)
	}
	b := &book{Store: s, t: t}
	f := b.makeFaulty()
	f.failPut = 1
	b.refused(firstChange())
	f.heal()
	b.apply(firstChange())
	b.verify()
}

// TestACommitThatFailsAfterItReachedTheDisk can happen when the disk fails while it syncs. What is on disk is not known
// until it is read again, so the store does nothing more.
func TestACommitThatFailsAfterItReachedTheDisk(t *testing.T) {
	b := onDisk(t)
	f := b.makeFaulty()
	f.failCommit, f.reach = 1, true
	before := b.Revision()
	if _, err := b.Apply(t.Context(), change(label("report:a", "A")), &b.ledger); err == nil {
		t.Error("the error of the disk is lost")
	}
	if b.Revision() != before {
		t.Errorf("revision %v after an error", b.Revision())
	}
	f.heal()
	if _, err := b.Apply(t.Context(), change(label("report:b", "B")), &b.ledger); err == nil {
		t.Error("the store went on as if nothing were")
	}
	if err := b.Close(); err != nil {
		t.Fatal(err)
	}
	b.enter(change(label("report:a", "A")))
	b.Store = mustOpen(t, b.folder)
	b.verify()
}
