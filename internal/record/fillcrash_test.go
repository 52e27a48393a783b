package record

import (
	"context"
	"errors"
	"io/fs"
	"math/rand/v2"
	"path/filepath"
	"testing"
	"time"

	"github.com/wasl-graph/wasl/graph"
)

// fillOnce creates the folder.
func fillOnce(folder string) error {
	return Create(context.Background(), folder, fillChange())
}

func fillChange() graph.Change {
	c := firstChange()
	c.Assert = many(1500, 0)
	return c
}

func TestAKilledCreateLeavesTheFolderEmptyOrFull(t *testing.T) {
	for range crashRounds(t) {
		folder := filepath.Join(t.TempDir(), "data")
		filler := startChild(t, self(t), "fill", folder, asTheyAre)
		time.Sleep(rand.N(150 * time.Millisecond))
		_ = filler.Process.Kill()
		_ = filler.Wait() // it may have been done

		// Either it was done, or this does it.
		if err := Create(t.Context(), folder, fillChange()); err != nil && !errors.Is(err, fs.ErrExist) {
			t.Fatal(err)
		}
		b := &book{t: t}
		b.enter(fillChange())
		b.Store = mustOpen(t, folder)
		b.verify()
		noJournalIn(t, folder)
	}
}
