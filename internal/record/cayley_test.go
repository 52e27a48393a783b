package record

import (
	"context"
	"errors"
	"os"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/wasl-graph/wasl/graph"
)

// Each test here is about one way in which Cayley's key-value store goes wrong, and shows that the record does not. The
// way of a failed transaction has a file of its own, failure_test.go.

// nodes counts what Cayley keeps as nodes.
func (b *book) nodes() int {
	b.t.Helper()
	nodes, err := b.readNodes(b.t.Context())
	if err != nil {
		b.t.Fatal(err)
	}
	return len(nodes)
}

// TestDeleteAndAddOfTheSameQuadInOneTransaction: Cayley loses the quad.
func TestDeleteAndAddOfTheSameQuadInOneTransaction(t *testing.T) {
	a := label("report:a", "A")
	both := change(a)
	both.Retract = []graph.Assertion{a}
	onBoth(t, func(_ *testing.T, b *book) {
		b.apply(both)
		b.verify()
		b.apply(both)
		b.verify()
		// All nodes of one quad are in the other as well, but the evidence.
		again := label("report:a", "A")
		again.Evidence.Place = graph.AtLine(4)
		other := change(again)
		other.Retract = []graph.Assertion{a}
		b.apply(other)
	})
}

// TestAddTwiceAndDelete: Cayley counts the nodes of a quad once more each time, so they stay when it is gone.
func TestAddTwiceAndDelete(t *testing.T) {
	onBoth(t, func(t *testing.T, b *book) {
		before := b.nodes()
		list := every()
		b.apply(change(list...))
		b.apply(change(append(list, list...)...))
		b.apply(change(append(list, label("report:more", "More"))...))
		b.apply(retraction(append(list, label("report:more", "More"))...))
		if after := b.nodes(); after != before {
			t.Errorf("%d nodes are left, %d were there", after, before)
		}
	})
}

// TestReadersBesideAWriter: Cayley's readers and its writer wait for each other for ever when the file has to grow.
func TestReadersBesideAWriter(t *testing.T) {
	b := onDisk(t)
	done := make(chan struct{})
	go func() {
		defer close(done)
		ctx, cancel := context.WithCancel(t.Context())
		var readers sync.WaitGroup
		for range 3 {
			readers.Go(func() {
				for ctx.Err() == nil {
					readWhole(t.Context(), t, b.Store)
				}
			})
		}
		for i := range 25 {
			if _, err := b.Apply(ctx, change(many(100, i*100)...), &b.ledger); err != nil {
				t.Error(err)
			}
		}
		cancel()
		readers.Wait()
	}()
	select {
	case <-done:
	case <-time.After(deadline):
		stacks := make([]byte, 1<<20)
		t.Fatalf("they wait for each other:\n%s", stacks[:runtime.Stack(stacks, true)])
	}
	for i := range 25 {
		b.enter(change(many(100, i*100)...))
	}
	b.verify()
}

// TestACancelledContext: Cayley returns no rows and no error.
func TestACancelledContext(t *testing.T) {
	onBoth(t, func(t *testing.T, b *book) {
		b.apply(change(many(500, 0)...))
		for _, after := range []int{0, 1, 250} {
			ctx, cancel := context.WithCancel(t.Context())
			if after == 0 {
				cancel()
			}
			n, end := 0, error(nil)
			err := b.Snapshot(ctx, func(s graph.Snapshot) error {
				for _, err := range s.Assertions {
					if end = err; err != nil {
						break
					}
					if n++; n == after {
						cancel()
					}
				}
				return nil
			})
			if err != nil || !errors.Is(end, context.Canceled) || n != after {
				t.Errorf("cancelled after %d: %d rows, then %v (%v)", after, n, end, err)
			}
		}
	})
}

// TestLookupByTheFourthElement: for Cayley that is a scan of everything. The record reads everything once and looks up
// nothing, so that twice as much takes twice as many reads.
func TestLookupByTheFourthElement(t *testing.T) {
	reads := func(n int) int {
		b := inMemory(t)
		b.apply(change(many(n, 0)...))
		f := b.makeFaulty()
		if got := len(assertedBy(t, b.Store)[2]); got != n {
			t.Fatalf("%d assertions, want %d", got, n)
		}
		return f.gets
	}
	if one, two := reads(400), reads(800); two > 2*one {
		t.Errorf("%d reads for 400 assertions, %d for 800", one, two)
	}
}

// TestLanguageTagsAreCaseSensitive: Cayley takes de-AT and de-at for two languages. Only the canonical one is accepted.
func TestLanguageTagsAreCaseSensitive(t *testing.T) {
	onBoth(t, func(t *testing.T, b *book) {
		for _, tag := range []graph.Tag{"DE", "de-at", "zh-hant", "iw", "", "x y"} {
			a := label("report:a", "A")
			a.Object.Text.Language = tag
			if err := b.refused(change(a)); graph.CodeOf(err) != graph.BadInput {
				t.Errorf("%q is refused with %v", tag, err)
			}
		}
	})
}

// TestTheSameEdgeUnderTwoLabels comes back twice, as it should here: two pieces of evidence for one statement.
func TestTheSameEdgeUnderTwoLabels(t *testing.T) {
	onBoth(t, func(t *testing.T, b *book) {
		x, y := link("report:a", graph.AboutCountry, "country:IQ"), link("report:a", graph.AboutCountry, "country:IQ")
		y.Evidence.Place = graph.AtLine(9)
		b.apply(change(x, y))
		got := assertedBy(t, b.Store)[2]
		if len(got) != 2 || got[0].Statement != got[1].Statement {
			t.Errorf("it comes back as %+v", got)
		}
		b.apply(retraction(x))
	})
}

// TestDeletesLeaveTombstones: Cayley keeps a deleted quad as a dead entry, which must not come back.
func TestDeletesLeaveTombstones(t *testing.T) {
	onBoth(t, func(_ *testing.T, b *book) {
		b.apply(change(many(150, 0)...))
		b.apply(retraction(many(149, 0)...)) // more dead ones in a row than Cayley reads at once
		b.verify()
		b.apply(retraction(many(150, 0)...))
		b.verify()
		b.apply(change(many(1, 0)...))
	})
}

// TestWhatIsNotUsedOfCayley: its paths are slow and return nothing for a cancelled context, its RemoveNode is not atomic.
func TestWhatIsNotUsedOfCayley(t *testing.T) {
	entries, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	for _, entry := range entries {
		if !strings.HasSuffix(entry.Name(), ".go") || strings.HasSuffix(entry.Name(), "_test.go") {
			continue
		}
		text, err := os.ReadFile(entry.Name())
		if err != nil {
			t.Fatal(err)
		}
		for _, word := range []string{"cayley/query", ".RemoveNode(", ".QuadIterator(", "cayley/writer"} {
			if strings.Contains(string(text), word) {
				t.Errorf("%s uses %s", entry.Name(), word)
			}
		}
	}
}
