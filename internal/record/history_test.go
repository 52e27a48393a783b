package record

import (
	"testing"

	"github.com/wasl-graph/wasl/graph"
)

// assertedBy finds what each change asserted, as the package's readers do: what carries its number and is there still, and
// what carries its number and was retracted later.
func assertedBy(t *testing.T, s *Store) map[uint32][]graph.Assertion {
	t.Helper()
	found := map[uint32][]graph.Assertion{}
	note := func(a graph.Assertion) { found[a.Evidence.Change] = append(found[a.Evidence.Change], a) }
	err := s.Snapshot(t.Context(), func(snapshot graph.Snapshot) error {
		for a, err := range snapshot.Assertions {
			if err != nil {
				return err
			}
			note(a)
		}
		for _, c := range snapshot.Changes {
			for _, a := range c.Retracted {
				note(a)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

func TestWhatEachChangeAssertedIsFoundByItsNumber(t *testing.T) {
	onBoth(t, func(t *testing.T, b *book) {
		want := map[uint32][]graph.Assertion{}
		list := every()
		for i, c := range []graph.Change{
			change(list[:10]...),
			{Author: "a", Reason: "r", Time: noon, Assert: list[10:14], Retract: list[:5]},
			change(list[2:12]...), // some come back, some are there
			retraction(list[11:14]...),
			change(list[0]),
		} {
			c.Time = noon.AddDate(0, 0, i)
			applied := b.apply(c)
			want[applied.Revision.Number] = applied.Asserted
		}
		got := assertedBy(t, b.Store)
		for number, asserted := range want {
			if !sameSet(got[number], asserted) {
				t.Errorf("change %d asserted %+v, want %+v", number, got[number], asserted)
			}
		}
	})
}

func TestEveryChangeKeepsItsRevision(t *testing.T) {
	onBoth(t, func(t *testing.T, b *book) {
		want := []graph.Revision{b.Revision()}
		for _, a := range many(4, 0) {
			want = append(want, b.apply(change(a)).Revision)
		}
		b.reopen()
		err := b.Snapshot(t.Context(), func(s graph.Snapshot) error {
			for i, c := range s.Changes {
				if c.Revision != want[i] {
					t.Errorf("change %d made %v, want %v", i+1, c.Revision, want[i])
				}
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	})
}
