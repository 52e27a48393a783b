package record

import (
	"fmt"
	"path/filepath"
	"testing"
	"time"

	"github.com/wasl-graph/wasl/graph"
)

// noon is when all changes of the tests are made, unless a test is about time.
var noon = time.Date(2024, 6, 15, 12, 0, 0, 0, time.UTC)

func testSource(id graph.SourceID) graph.Source {
	return graph.Source{
		ID:       id,
		Title:    graph.Text{Value: "Veröffentlichungen", Language: graph.German, Standing: graph.Attested},
		URL:      "https://example.org/list",
		Format:   "application/pdf",
		SHA256:   "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
		Imported: noon,
	}
}

// label is a valid assertion: an entity is called something.
func label(id graph.ID, value string) graph.Assertion {
	return graph.Assertion{
		Statement: graph.Statement{
			Subject:  id,
			Relation: graph.Label,
			Object:   graph.Object{Text: graph.Text{Value: value, Language: graph.English, Standing: graph.Attested}},
		},
		Evidence: graph.Evidence{Source: "source:list", Place: graph.AtLine(3)},
	}
}

// link is a valid assertion between two entities.
func link(subject graph.ID, relation graph.Relation, object graph.ID) graph.Assertion {
	return graph.Assertion{
		Statement: graph.Statement{Subject: subject, Relation: relation, Object: graph.Object{Entity: object}},
		Evidence:  graph.Evidence{Source: "source:list", Method: graph.Tagged},
	}
}

// many are n valid assertions about as many reports, from the report with the given number.
func many(n, from int) []graph.Assertion {
	list := make([]graph.Assertion, n)
	for i := range list {
		list[i] = label(graph.ID(fmt.Sprintf("report:r-%d", from+i)), fmt.Sprintf("Report %d", from+i))
	}
	return list
}

// change is a change that asserts, by somebody at noon.
func change(assert ...graph.Assertion) graph.Change {
	return graph.Change{Author: "editor", Reason: "a test", Time: noon, Assert: assert}
}

// retraction is a change that retracts, by somebody at noon.
func retraction(retract ...graph.Assertion) graph.Change {
	return graph.Change{Author: "editor", Reason: "a test", Time: noon, Retract: retract}
}

// firstChange brings the source that the facts of the tests rest on.
func firstChange() graph.Change {
	return graph.Change{Author: "editor", Reason: "the beginning", Time: noon, Sources: []graph.Source{testSource("source:list")}}
}

// inMemory is a book in memory, with the first change in it.
func inMemory(t tester) *book {
	t.Helper()
	s, err := OpenMemory()
	if err != nil {
		t.Fatal(err)
	}
	b := &book{Store: s, t: t}
	b.apply(firstChange())
	return b
}

// onDisk is a book in a folder of its own, with the first change in it.
func onDisk(t testing.TB) *book {
	t.Helper()
	return inFolder(t, filepath.Join(t.TempDir(), "data"))
}

// inFolder is a book in a folder, with the first change in it.
func inFolder(t tester, folder string) *book {
	t.Helper()
	if err := Create(t.Context(), folder, firstChange()); err != nil {
		t.Fatal(err)
	}
	b := &book{t: t}
	b.ledger.enter(firstChange())
	b.Store = mustOpen(t, folder)
	return b
}

func mustOpen(t tester, folder string) *Store {
	t.Helper()
	s, err := Open(t.Context(), folder)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() }) // a second time does nothing
	return s
}

// onBoth runs a test on a record in memory and on one on disk, and looks each through at the end.
func onBoth(t *testing.T, test func(*testing.T, *book)) {
	t.Helper()
	t.Run("memory", func(t *testing.T) {
		b := inMemory(t)
		test(t, b)
		b.verify()
	})
	t.Run("disk", func(t *testing.T) {
		b := onDisk(t)
		test(t, b)
		b.verify()
		b.reopen()
		b.verify()
	})
}
