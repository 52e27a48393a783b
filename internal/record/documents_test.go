package record

import (
	"testing"

	"github.com/wasl-graph/wasl/graph"
)

// withDocument is a change that brings a source and its text.
func withDocument(text string) graph.Change {
	src := testSource("source:kept")
	src.SHA256 = "60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752"
	c := change()
	c.Sources = []graph.Source{src}
	c.Documents = []graph.Document{{SHA256: src.SHA256, Text: text}}
	return c
}

func TestTextsOfSourcesAreKept(t *testing.T) {
	onBoth(t, func(t *testing.T, b *book) {
		c := withDocument("هجرة آمنة\nHIJRA AMINA")
		b.apply(c)
		text, kept, err := b.Document(c.Documents[0].SHA256)
		if err != nil || !kept || text != c.Documents[0].Text {
			t.Errorf("got %q, %t, %v", text, kept, err)
		}
		if _, kept, err := b.Document("unknown"); kept || err != nil {
			t.Errorf("a text that nobody brought: %t, %v", kept, err)
		}
	})
}

func TestTextOfALargeChangeIsKept(t *testing.T) {
	onBoth(t, func(t *testing.T, b *book) {
		c := withDocument("text")
		c.Assert = many(batchSize+1, 0)
		b.apply(c)
		if text, _, err := b.Document(c.Documents[0].SHA256); err != nil || text != "text" {
			t.Errorf("got %q, %v", text, err)
		}
	})
}

func TestATextMayComeAfterItsSource(t *testing.T) {
	b := inMemory(t)
	late := withDocument("text")
	c := late
	c.Documents = nil
	b.apply(c)
	if applied, err := b.Store.Apply(t.Context(), late, &b.ledger); err != nil || applied.Revision.Number == 0 {
		t.Fatalf("the text is no change: %+v, %v", applied.Revision, err)
	}
	late.Documents[0].Text = "another reading of the same bytes"
	if again, err := b.Store.Apply(t.Context(), late, &b.ledger); err != nil || again.Revision.Number != 0 {
		t.Errorf("a text that is kept is change %d, %v", again.Revision.Number, err)
	}
	if text, kept, err := b.Document(c.Sources[0].SHA256); text != "text" || !kept || err != nil {
		t.Errorf("got %q, %t, %v", text, kept, err)
	}
}

func TestTextsThatNothingCanQuoteAreRefused(t *testing.T) {
	onBoth(t, func(t *testing.T, b *book) {
		unnamed := withDocument("text")
		unnamed.Sources = nil
		for name, c := range map[string]graph.Change{"a text without a source": unnamed, "invalid UTF-8": withDocument("\xff")} {
			if _, err := b.Store.Apply(t.Context(), c, &b.ledger); graph.CodeOf(err) != graph.BadInput {
				t.Errorf("%s: %v", name, err)
			}
		}
	})
}
