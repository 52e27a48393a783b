package record

import (
	"context"
	"errors"
	"iter"
	"testing"

	"github.com/wasl-graph/wasl/graph"
)

func TestASnapshotReturnsTheErrorOfItsVisitor(t *testing.T) {
	onBoth(t, func(t *testing.T, b *book) {
		want := errors.New("enough")
		if err := b.Snapshot(t.Context(), func(graph.Snapshot) error { return want }); !errors.Is(err, want) {
			t.Errorf("it returned %v", err)
		}
	})
}

func TestASnapshotCanBeLeftEarlyAndReadTwice(t *testing.T) {
	onBoth(t, func(t *testing.T, b *book) {
		b.apply(change(many(300, 0)...))
		err := b.Snapshot(t.Context(), func(s graph.Snapshot) error {
			for range 2 {
				for range s.Assertions {
					break
				}
			}
			if n := count(t, s.Assertions); n != 300 {
				t.Errorf("%d assertions, want 300", n)
			}
			return nil
		})
		if err != nil {
			t.Error(err)
		}
		b.apply(change(label("report:x", "the writer is free again")))
	})
}

func TestASnapshotIsFreedWhenItsVisitorPanics(t *testing.T) {
	onBoth(t, func(t *testing.T, b *book) {
		func() {
			defer func() {
				if recover() != "the visitor's own" {
					t.Error("the visitor's panic was taken for another")
				}
			}()
			_ = b.Snapshot(t.Context(), func(s graph.Snapshot) error {
				for range s.Assertions {
					panic("the visitor's own")
				}
				panic("the visitor's own")
			})
		}()
		b.apply(change(label("report:x", "the writer is free again")))
	})
}

func TestANewRecordIsEmpty(t *testing.T) {
	s, err := OpenMemory()
	if err != nil {
		t.Fatal(err)
	}
	(&book{Store: s, t: t}).verify()
	if s.Revision() != (graph.Revision{}) {
		t.Errorf("it is at revision %v", s.Revision())
	}
}

func TestAClosedRecordReturnsErrors(t *testing.T) {
	b := onDisk(t)
	for range 2 {
		if err := b.Close(); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := b.Apply(t.Context(), change(label("report:a", "A")), &b.ledger); err == nil {
		t.Error("a change was recorded")
	}
	if err := b.Snapshot(t.Context(), func(graph.Snapshot) error { return nil }); err == nil {
		t.Error("a snapshot was read")
	}
	if _, err := b.Check(t.Context()); err == nil {
		t.Error("it was checked")
	}
}

func count(t *testing.T, list iter.Seq2[graph.Assertion, error]) int {
	t.Helper()
	n := 0
	for _, err := range list {
		if err != nil {
			t.Fatal(err)
		}
		n++
	}
	return n
}

// TestACheckCanBeCancelled: that is an error, not a problem of the record.
func TestACheckCanBeCancelled(t *testing.T) {
	onBoth(t, func(t *testing.T, b *book) {
		b.apply(change(many(10, 0)...))
		ctx, cancel := context.WithCancel(t.Context())
		cancel()
		if problems, err := b.Check(ctx); !errors.Is(err, context.Canceled) || len(problems) > 0 {
			t.Errorf("it ended with %v and %v", problems, err)
		}
	})
}
