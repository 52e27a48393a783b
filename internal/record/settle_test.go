package record

import (
	"slices"
	"testing"

	"github.com/wasl-graph/wasl/graph"
)

func TestTheSameChangeTwiceComesToNothing(t *testing.T) {
	onBoth(t, func(t *testing.T, b *book) {
		c := change(label("report:a", "A"), link("report:a", graph.AboutCountry, "country:IQ"))
		c.Sources = []graph.Source{testSource("source:other")}
		b.apply(c)
		before := b.Revision()
		if applied := b.apply(c); !nothing(applied) || applied.Revision != (graph.Revision{}) {
			t.Errorf("the second time it came to %+v", applied)
		}
		if b.Revision() != before {
			t.Errorf("it made revision %v", b.Revision())
		}
	})
}

func TestAnAssertionThatIsGivenTwiceIsRecordedOnce(t *testing.T) {
	onBoth(t, func(t *testing.T, b *book) {
		a := label("report:a", "A")
		if applied := b.apply(change(a, a)); applied.Added != 1 || len(applied.Asserted) != 1 {
			t.Errorf("%d assertions were added", applied.Added)
		}
	})
}

func TestAnEmptyChangeComesToNothing(t *testing.T) {
	onBoth(t, func(_ *testing.T, b *book) { b.apply(change()) })
}

func TestARetractionTakesAway(t *testing.T) {
	onBoth(t, func(t *testing.T, b *book) {
		a := label("report:a", "A")
		b.apply(change(a, label("report:b", "B")))
		applied := b.apply(retraction(a, a))
		a.Evidence.Change = 2
		if !slices.Equal(applied.Retracted, []graph.Assertion{a}) || applied.Added != 0 {
			t.Errorf("retracted %+v, want the assertion of change 2 once", applied.Retracted)
		}
	})
}

func TestWhatIsNotThereCanNotBeRetracted(t *testing.T) {
	onBoth(t, func(t *testing.T, b *book) {
		b.apply(change(label("report:a", "A")))
		other := label("report:a", "A")
		other.Evidence.Place = graph.AtLine(4)
		if applied := b.apply(retraction(other, label("report:c", "C"))); !nothing(applied) {
			t.Errorf("it came to %+v", applied)
		}
	})
}

func TestARetractedFactCanComeBack(t *testing.T) {
	onBoth(t, func(t *testing.T, b *book) {
		a := label("report:a", "A")
		for range 3 {
			b.apply(change(a))
			b.apply(retraction(a))
		}
		if applied := b.apply(change(a)); applied.Asserted[0].Evidence.Change != 8 {
			t.Errorf("it came back with change %d, want 8", applied.Asserted[0].Evidence.Change)
		}
	})
}

func TestOppositePairs(t *testing.T) {
	a, b, c := label("report:a", "A"), label("report:b", "B"), label("report:c", "C")
	both := func(list ...graph.Assertion) graph.Change {
		return graph.Change{Author: "editor", Reason: "both at once", Time: noon, Assert: list, Retract: list}
	}
	onBoth(t, func(t *testing.T, book *book) {
		book.apply(change(a))
		if applied := book.apply(both(a)); !nothing(applied) {
			t.Errorf("asserting and retracting what is there came to %+v", applied)
		}
		if applied := book.apply(both(b)); len(applied.Asserted) != 1 || len(applied.Retracted) != 0 {
			t.Errorf("asserting and retracting what is not there came to %+v, want it asserted", applied)
		}
		swap := change(c)
		swap.Retract = []graph.Assertion{a}
		if applied := book.apply(swap); len(applied.Asserted) != 1 || len(applied.Retracted) != 1 {
			t.Errorf("one for another came to %+v", applied)
		}
	})
}

func TestTheNumberThatAnAssertionCarriesDoesNotCount(t *testing.T) {
	onBoth(t, func(t *testing.T, b *book) {
		a := label("report:a", "A")
		a.Evidence.Change = 77
		if applied := b.apply(change(a)); applied.Asserted[0].Evidence.Change != 2 {
			t.Errorf("recorded as change %d, want 2", applied.Asserted[0].Evidence.Change)
		}
		a.Evidence.Change = 99
		b.apply(change(a))
		b.apply(retraction(a))
	})
}

func TestSources(t *testing.T) {
	onBoth(t, func(t *testing.T, b *book) {
		bring := func(list ...graph.Source) graph.Applied {
			return b.apply(graph.Change{Author: "editor", Reason: "sources", Time: noon, Sources: list})
		}
		src := testSource("source:b")
		if applied := bring(testSource("source:c"), src, testSource("source:a"), src); len(applied.Sources) != 3 {
			t.Errorf("%d sources came, want 3", len(applied.Sources))
		}
		src.Imported = noon.AddDate(0, 1, 0)
		if applied := bring(src); !nothing(applied) {
			t.Errorf("reading a source again came to %+v", applied)
		}
		src.Title.Value = "Publications"
		if applied := bring(src); len(applied.Sources) != 1 {
			t.Errorf("a source with another title came to %+v", applied)
		}
	})
}
