package record

import (
	"strings"
	"testing"
	"unicode/utf8"

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
		b.quotes(c.Documents[0])
		if _, kept, err := b.Quote("unknown", graph.Place{Unit: graph.Chars}); kept || err != nil {
			t.Errorf("a text that nobody brought: %t, %v", kept, err)
		}
	})
}

func TestTextOfALargeChangeIsKept(t *testing.T) {
	onBoth(t, func(t *testing.T, b *book) {
		c := withDocument("text")
		c.Assert = many(batchSize+1, 0)
		b.apply(c)
		b.quotes(c.Documents[0])
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
	b.quotes(graph.Document{SHA256: c.Sources[0].SHA256, Text: "text"})
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

// quotes expects that the whole text of a document is kept, and no more.
func (b *book) quotes(d graph.Document) {
	b.t.Helper()
	all := graph.Place{Unit: graph.Chars, End: utf8.RuneCountInString(d.Text)}
	if text, kept, err := b.Quote(d.SHA256, all); err != nil || !kept || text != d.Text {
		b.t.Errorf("got %.40q, %t, %v", text, kept, err)
	}
	all.End++
	if text, kept, err := b.Quote(d.SHA256, all); err != nil || kept {
		b.t.Errorf("beyond its end: %.40q, %v", text, err)
	}
}

// TestALongTextIsQuotedByPieces: every place of a text of several chunks says what stands there, and what is empty too.
func TestALongTextIsQuotedByPieces(t *testing.T) {
	for _, length := range []int{0, 1, chunkChars - 1, chunkChars, chunkChars + 1, 3*chunkChars + 7} {
		onBoth(t, func(t *testing.T, b *book) {
			text := strings.Repeat("هجرة ä1𝕎", length/8+1)
			text = text[:lengthOf(text, length)]
			c := withDocument(text)
			b.apply(c)
			b.quotes(c.Documents[0])
			for _, p := range []graph.Place{
				{Start: 0, End: 3},
				{Start: chunkChars - 2, End: chunkChars},
				{Start: chunkChars - 2, End: chunkChars + 2},
				{Start: chunkChars, End: chunkChars + 5},
				{Start: length, End: length},
				{Start: 2, End: 3*chunkChars + 1},
				{Start: 5, End: 4},
				{Start: -1, End: 2},
				{Start: length + 1, End: length + 1},
				{Start: 9 * chunkChars, End: 9*chunkChars + 1},
			} {
				p.Unit = graph.Chars
				want, found := graph.Quote(text, p)
				if got, kept, err := b.Quote(c.Documents[0].SHA256, p); got != want || kept != found || err != nil {
					t.Errorf("%d characters at %d to %d: %.20q, %t, %v; want %.20q, %t", length, p.Start, p.End, got, kept, err, want, found)
				}
			}
		})
	}
}
