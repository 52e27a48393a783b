package record

import (
	"cmp"
	"slices"

	"github.com/wasl-graph/wasl/graph"
)

// verify holds the record against the ledger, and has it checked.
func (b *book) verify() {
	b.t.Helper()
	problems, err := b.Check(b.t.Context())
	if err != nil {
		b.t.Fatal(err)
	}
	for _, problem := range problems {
		b.t.Errorf("problem: %v", problem)
	}
	err = b.Snapshot(b.t.Context(), func(s graph.Snapshot) error {
		b.t.Helper()
		b.verifyChanges(s)
		b.verifySources(s.Sources)
		b.verifyAssertions(s)
		return nil
	})
	if err != nil {
		b.t.Fatal(err)
	}
}

func (b *book) verifyAssertions(s graph.Snapshot) {
	b.t.Helper()
	seen := map[graph.Assertion]bool{}
	for a, err := range s.Assertions {
		if err != nil {
			b.t.Fatal(err)
		}
		if number, known := b.Recorded(a); !known {
			b.t.Errorf("%+v is in the record, but nobody asserted it", a)
		} else if number != a.Evidence.Change {
			b.t.Errorf("%+v should come from change %d", a, number)
		}
		if seen[a.Key()] {
			b.t.Errorf("%+v is there twice", a)
		}
		seen[a.Key()] = true
	}
	for a := range b.facts {
		if !seen[a] {
			b.t.Errorf("%+v is missing", a)
		}
	}
}

func (b *book) verifySources(list []graph.Source) {
	b.t.Helper()
	if len(list) != len(b.documents) {
		b.t.Errorf("%d sources, want %d", len(list), len(b.documents))
	}
	if !slices.IsSortedFunc(list, func(x, y graph.Source) int { return cmp.Compare(x.ID, y.ID) }) {
		b.t.Errorf("the sources are not in the order of their ids: %v", list)
	}
	for _, got := range list {
		want := b.documents[got.ID]
		if !got.Imported.Equal(want.Imported) {
			b.t.Errorf("source %s was read at %v, want %v", got.ID, got.Imported, want.Imported)
		}
		got.Imported = want.Imported
		if got != want {
			b.t.Errorf("source %+v, want %+v", got, want)
		}
	}
}

func (b *book) verifyChanges(s graph.Snapshot) {
	b.t.Helper()
	if s.Revision != b.revision || int(s.Revision.Number) != len(b.log) || len(s.Changes) != len(b.log) {
		b.t.Fatalf("revision %v with %d changes, want %d", s.Revision, len(s.Changes), len(b.log))
	}
	for i, got := range s.Changes {
		want := b.log[i]
		if got.Revision.Number != want.Revision.Number || got.Author != want.Author || got.Reason != want.Reason || got.Curated != want.Curated ||
			!got.Time.Equal(want.Time) || got.Time.Location() != want.Time.UTC().Location() || got.Added != want.Added {
			b.t.Errorf("change %+v, want %+v", got, want)
		}
		if !sameSet(got.Retracted, want.Retracted) {
			b.t.Errorf("change %d retracted %+v, want %+v", i+1, got.Retracted, want.Retracted)
		}
	}
}

func sameSet(x, y []graph.Assertion) bool {
	count := map[graph.Assertion]int{}
	for _, a := range x {
		count[a]++
	}
	for _, a := range y {
		count[a]--
	}
	for _, n := range count {
		if n != 0 {
			return false
		}
	}
	return true
}
