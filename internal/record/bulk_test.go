package record

import (
	"context"
	"errors"
	"slices"
	"testing"

	"github.com/wasl-graph/wasl/graph"
)

// TestABulkChangeIsTheSameChange: whichever way a change is handed over, it makes the same revision and the same facts.
func TestABulkChangeIsTheSameChange(t *testing.T) {
	first := change(many(40, 0)...)
	second := change(append(many(30, 30), many(30, 30)...)...)
	second.Retract = append(many(35, 0), many(5, 900)...)
	second.Sources = []graph.Source{testSource("source:new")}
	kept := withDocument("هجرة آمنة")
	second.Sources, second.Documents = append(second.Sources, kept.Sources...), kept.Documents
	onBoth(t, func(t *testing.T, b *book) {
		b.batch, b.together = 7, 2
		whole := inMemory(t)
		for _, c := range []graph.Change{first, second, second, change(label("report:last", "X"))} {
			want := whole.apply(c)
			got, err := b.Store.ApplyBulk(t.Context(), c.Bulk(), &b.ledger)
			if err != nil {
				t.Fatal(err)
			}
			b.enter(c)
			b.Store.revisionIs(t, whole.Revision())
			if got.Added != want.Added || len(got.Retracted) != len(want.Retracted) || got.Revision != want.Revision {
				t.Errorf("%d added, %d retracted, %v; as a whole %d, %d, %v", got.Added, len(got.Retracted), got.Revision, want.Added, len(want.Retracted), want.Revision)
			}
			noJournalIn(t, b.folder)
		}
		b.verify()
		b.quotes(kept.Documents[0])
		b.reopen()
		b.verify()
	})
}

func (s *Store) revisionIs(t *testing.T, want graph.Revision) {
	t.Helper()
	if got := s.Revision(); got != want {
		t.Fatalf("revision %v, want %v", got, want)
	}
}

// TestABulkChangeIsRefusedWhole: whatever is wrong shows when the rest has been handed over already.
func TestABulkChangeIsRefusedWhole(t *testing.T) {
	broken := errors.New("the document ends here")
	wrong := label("report:a", "A")
	wrong.Subject = "nothing"
	stranger := label("report:a", "A")
	stranger.Evidence.Source = "source:unknown"
	ctx, cancel := context.WithCancel(t.Context())
	for name, last := range map[string]struct {
		a    graph.Assertion
		err  error
		ctx  context.Context
		then func()
	}{
		"its sequence fails":            {err: broken, ctx: t.Context()},
		"an assertion is wrong":         {a: wrong, ctx: t.Context()},
		"an assertion rests on nothing": {a: stranger, ctx: t.Context()},
		"nobody waits for it any more":  {a: label("report:a", "A"), ctx: ctx, then: cancel},
	} {
		t.Run(name, func(t *testing.T) {
			onBoth(t, func(t *testing.T, b *book) {
				c := change().Bulk()
				c.Assert = func(yield func(graph.Assertion, error) bool) {
					for _, a := range many(50, 0) {
						if !yield(a, nil) {
							return
						}
					}
					if last.then != nil {
						last.then()
					}
					yield(last.a, last.err)
				}
				if _, err := b.Store.ApplyBulk(last.ctx, c, &b.ledger); err == nil {
					t.Fatal("it was recorded")
				}
				b.verify()
				noJournalIn(t, b.folder)
				b.apply(change(label("report:a", "after it")))
				b.verify()
			})
		})
	}
}

// TestABulkChangeIsReadOnce: a sequence that can be read only once is enough.
func TestABulkChangeIsReadOnce(t *testing.T) {
	b := onDisk(t)
	c := change().Bulk()
	rest := many(20, 0)
	c.Assert = func(yield func(graph.Assertion, error) bool) {
		for len(rest) > 0 {
			a := rest[0]
			rest = rest[1:]
			if !yield(a, nil) {
				return
			}
		}
	}
	c.Retract = slices.Values([]graph.Assertion{})
	if got, err := b.Store.ApplyBulk(t.Context(), c, &b.ledger); err != nil || got.Added != 20 {
		t.Errorf("%d added, %v", got.Added, err)
	}
}
