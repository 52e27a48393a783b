package record

import (
	"context"
	"sync"
	"testing"
	"time"

	"github.com/wasl-graph/wasl/graph"
)

// deadline ends a test that would otherwise hang. It is no measure of speed.
const deadline = 2 * time.Minute

// TestMethodsWaitForEachOther has writers and readers use one store at once. Run it under -race.
func TestMethodsWaitForEachOther(t *testing.T) {
	onBoth(t, func(t *testing.T, b *book) {
		ctx, cancel := context.WithTimeout(t.Context(), deadline)
		defer cancel()
		before := b.ledger // what the writers assert is nowhere else, so they need not know of each other
		applied := make(chan graph.Applied, 24)
		var work sync.WaitGroup
		for writer := range 3 {
			work.Go(func() {
				for i := range 8 {
					a, err := b.Apply(ctx, change(many(3, writer*1000+i*10)...), &before)
					if err != nil {
						t.Error(err)
					}
					applied <- a
				}
			})
			work.Go(func() {
				for range 8 {
					readWhole(ctx, t, b.Store)
				}
			})
		}
		work.Wait()
		close(applied)
		byNumber := map[uint32]graph.Applied{}
		for a := range applied {
			byNumber[a.Revision.Number] = a
		}
		for number := uint32(2); number <= b.Revision().Number; number++ {
			b.enter(change(byNumber[number].Asserted...))
		}
	})
}

// readWhole reads a snapshot and expects it to be of one revision.
func readWhole(ctx context.Context, t *testing.T, s *Store) {
	if _, err := s.Check(ctx); err != nil {
		t.Error(err)
	}
	err := s.Snapshot(ctx, func(snapshot graph.Snapshot) error {
		latest := uint32(0)
		for a, err := range snapshot.Assertions {
			if err != nil {
				return err
			}
			latest = max(latest, a.Evidence.Change)
		}
		if latest > snapshot.Revision.Number {
			t.Errorf("an assertion of change %d at revision %v", latest, snapshot.Revision)
		}
		return nil
	})
	if err != nil {
		t.Error(err)
	}
}
