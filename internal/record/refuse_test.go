package record

import (
	"context"
	"errors"
	"testing"
	"time"

	"github.com/wasl-graph/wasl/graph"
)

// wrongChanges are changes that may not be recorded, each wrong in one place.
func wrongChanges() map[string]graph.Change {
	wrong := map[string]graph.Change{}
	add := func(name string, spoil func(*graph.Change)) {
		c := change(label("report:a", "A"), label("report:b", "B"))
		c.Sources = []graph.Source{testSource("source:other")}
		spoil(&c)
		wrong[name] = c
	}
	add("an id that is none", func(c *graph.Change) { c.Assert[1].Subject = "B" })
	add("a relation that is none", func(c *graph.Change) { c.Assert[1].Relation = 250 })
	add("a relation of another kind", func(c *graph.Change) { c.Assert[1].Relation = graph.Broader })
	add("an object of another form", func(c *graph.Change) { c.Assert[1].Object = graph.Object{Entity: "country:IQ"} })
	add("two objects", func(c *graph.Change) { c.Assert[1] = twoObjects() })
	add("a blank text", func(c *graph.Change) { c.Assert[1].Object.Text.Value = " " })
	add("a text that is not UTF-8", func(c *graph.Change) { c.Assert[1].Object.Text.Value = "a\xff" })
	add("a language in another case", func(c *graph.Change) { c.Assert[1].Object.Text.Language = "EN" })
	add("a kind of text that is none", func(c *graph.Change) { c.Assert[1].Object.Text.Kind = 9 })
	add("a standing that is none", func(c *graph.Change) { c.Assert[1].Object.Text.Standing = 9 })
	add("a method that is none", func(c *graph.Change) { c.Assert[1].Evidence.Method = 9 })
	add("a rule without inference", func(c *graph.Change) { c.Assert[1].Evidence.Rule = graph.TitleNamesPlace })
	add("a place in no unit", func(c *graph.Change) { c.Assert[1].Evidence.Place.Unit = graph.Nowhere })
	add("a place in an unknown unit", func(c *graph.Change) { c.Assert[1].Evidence.Place.Unit = 9 })
	add("a negative position", func(c *graph.Change) { c.Assert[1].Evidence.Printed.Position = -1 })
	add("words that are not UTF-8", func(c *graph.Change) { c.Assert[1].Evidence.Words = "\xff" })
	add("a source that nobody knows", func(c *graph.Change) { c.Assert[1].Evidence.Source = "source:nowhere" })
	add("a source id that is none", func(c *graph.Change) { c.Assert[1].Evidence.Source = "source:a?b#c" })
	add("a new source with a wrong id", func(c *graph.Change) { c.Sources[0].ID = "other" })
	add("a new source without a title", func(c *graph.Change) { c.Sources[0].Title.Value = "" })
	add("a new source given twice, differently", func(c *graph.Change) {
		other := c.Sources[0]
		other.URL = "https://example.org/other"
		c.Sources = append(c.Sources, other)
	})
	add("an author that is not UTF-8", func(c *graph.Change) { c.Author = "\xff" })
	add("a reason that is not UTF-8", func(c *graph.Change) { c.Reason = "\xff" })
	return wrong
}

func twoObjects() graph.Assertion {
	a := link("report:b", graph.AboutCountry, "country:IQ")
	a.Object.Text = graph.Text{Value: "Iraq", Language: graph.English}
	return a
}

func TestWrongChangesAreRefused(t *testing.T) {
	onBoth(t, func(t *testing.T, b *book) {
		for name, c := range wrongChanges() {
			t.Run(name, func(t *testing.T) {
				err := (&book{b.Store, b.ledger, t}).refused(c)
				if graph.CodeOf(err) != graph.BadInput {
					t.Errorf("refused with %v: %v", graph.CodeOf(err), err)
				}
			})
		}
	})
}

func TestACancelledChangeIsNotRecorded(t *testing.T) {
	onBoth(t, func(t *testing.T, b *book) {
		ctx, cancel := context.WithCancel(t.Context())
		cancel()
		if _, err := b.Apply(ctx, change(label("report:a", "A")), &b.ledger); !errors.Is(err, context.Canceled) {
			t.Errorf("it ended with %v", err)
		}
	})
}

// TestAChangeThatCanNotBeWrittenIsNotRecorded uses a year for which JSON has no form.
func TestAChangeThatCanNotBeWrittenIsNotRecorded(t *testing.T) {
	onBoth(t, func(_ *testing.T, b *book) {
		c := change(label("report:a", "A"))
		c.Time = time.Date(10000, 1, 1, 0, 0, 0, 0, time.UTC)
		b.refused(c)
		b.apply(change(label("report:a", "A"), label("report:b", "B")))
	})
}
