package record

import (
	"slices"
	"testing"
	"time"

	"github.com/wasl-graph/wasl/graph"
)

// digestAfter is the digest of a record in memory after the changes.
func digestAfter(t *testing.T, changes ...graph.Change) [8]byte {
	t.Helper()
	b := inMemory(t)
	for _, c := range changes {
		b.apply(c)
	}
	return b.Revision().Digest
}

// severalFacts is a change with a list of each kind of thing.
func severalFacts() graph.Change {
	c := change(every()...)
	c.Sources = []graph.Source{testSource("source:b"), testSource("source:a")}
	return c
}

func TestTheSameFactsMakeTheSameRevision(t *testing.T) {
	want := digestAfter(t, severalFacts(), retraction(every()[:5]...))

	other := severalFacts()
	other.Author, other.Reason, other.Time, other.Curated = "somebody else", "another reason", noon.Add(time.Hour), true
	slices.Reverse(other.Assert)
	slices.Reverse(other.Sources)
	other.Assert = append(other.Assert, other.Assert[0]) // twice
	other.Sources = append(other.Sources, other.Sources[0])
	other.Sources[0].Imported = noon.AddDate(1, 0, 0)
	back := retraction(every()[:5]...)
	slices.Reverse(back.Retract)
	if got := digestAfter(t, other, back); got != want {
		t.Errorf("in another order %x, want %x", got, want)
	}
}

func TestOtherFactsMakeAnotherRevision(t *testing.T) {
	others := map[string]func(*graph.Change){
		"one fact less":          func(c *graph.Change) { c.Assert = c.Assert[1:] },
		"another word":           func(c *graph.Change) { c.Assert[0].Object.Text.Value += "x" },
		"another language":       func(c *graph.Change) { c.Assert[0].Object.Text.Language = graph.German },
		"another standing":       func(c *graph.Change) { c.Assert[0].Object.Text.Standing = graph.Composed },
		"another line":           func(c *graph.Change) { c.Assert[0].Evidence.Place = graph.AtLine(9) },
		"one source less":        func(c *graph.Change) { c.Sources = c.Sources[1:] },
		"a source's other title": func(c *graph.Change) { c.Sources[0].Title.Value += "x" },
		"a source's other words": func(c *graph.Change) { c.Sources[0].SHA256 = "00" },
		"a source's other place": func(c *graph.Change) { c.Sources[0].URL += "x" },
	}
	seen := map[[8]byte]string{digestAfter(t, severalFacts()): "the facts themselves"}
	for name, vary := range others {
		c := severalFacts()
		vary(&c)
		digest := digestAfter(t, c)
		if other, taken := seen[digest]; taken {
			t.Errorf("%s and %s make the same digest", name, other)
		}
		seen[digest] = name
	}
}

func TestMemoryAndDiskMakeTheSameRevision(t *testing.T) {
	memory, disk := inMemory(t), onDisk(t)
	for _, c := range []graph.Change{severalFacts(), retraction(every()[3:9]...), change(many(20, 0)...)} {
		memory.apply(c)
		disk.apply(c)
	}
	if memory.Revision() != disk.Revision() {
		t.Errorf("%v in memory, %v on disk", memory.Revision(), disk.Revision())
	}
}

func TestHistoryCounts(t *testing.T) {
	a := label("report:a", "A")
	straight := digestAfter(t, change(a))
	detour := digestAfter(t, change(a), retraction(a), change(a))
	if straight == detour {
		t.Error("two histories have the same digest")
	}
}
