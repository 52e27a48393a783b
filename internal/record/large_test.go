package record

import (
	"os"
	"testing"

	"github.com/wasl-graph/wasl/graph"
)

// large is a little more than what goes into one transaction.
const large = batchSize + 200

func TestALargeChangeIsOneChange(t *testing.T) {
	onBoth(t, func(t *testing.T, b *book) {
		applied := b.apply(change(many(large, 0)...))
		if applied.Added != large || applied.Revision.Number != 2 {
			t.Errorf("%d assertions came with revision %v", applied.Added, applied.Revision)
		}
		swap := change(many(large, large-100)...)
		swap.Retract = many(large-100, 0)
		b.apply(swap)
		b.apply(change(label("report:small", "after it")))
		noJournalIn(t, b.folder)
	})
}

func TestALargeChangeMakesTheRevisionOfItsFacts(t *testing.T) {
	journalled, first := onDisk(t), inMemory(t)
	journalled.apply(change(many(large, 0)...))
	first.apply(change(many(large, 0)...))
	if journalled.Revision() != first.Revision() {
		t.Errorf("%v by the journal, %v in memory", journalled.Revision(), first.Revision())
	}
}

func TestAFolderCanBeFilledWithALargeChange(t *testing.T) {
	folder := t.TempDir()
	c := firstChange()
	c.Assert = many(large, 0)
	if err := Create(t.Context(), folder, c); err != nil {
		t.Fatal(err)
	}
	b := &book{t: t}
	b.enter(c)
	b.Store = mustOpen(t, folder)
	b.verify()
	noJournalIn(t, folder)
}

func noJournalIn(t *testing.T, folder string) {
	t.Helper()
	if folder == "" {
		return
	}
	entries, err := os.ReadDir(folder)
	if err != nil || len(entries) != 1 || entries[0].Name() != graphName {
		t.Errorf("the folder holds %v, want %s alone (%v)", entries, graphName, err)
	}
}

// TestALargeChangeIsRefusedWhole: one wrong assertion among many.
func TestALargeChangeIsRefusedWhole(t *testing.T) {
	onBoth(t, func(t *testing.T, b *book) {
		c := change(many(large, 0)...)
		c.Assert[large-1].Subject = "nothing"
		if err := b.refused(c); graph.CodeOf(err) != graph.BadInput {
			t.Errorf("refused with %v", err)
		}
		noJournalIn(t, b.folder)
	})
}
