package document_test

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/ingest/document"
	"github.com/wasl-graph/wasl/internal/ingest/work"
)

// checkPlaces compares lines and places with a count from the beginning.
func checkPlaces(t interface{ Fatalf(string, ...any) }, doc *document.Document) {
	if !utf8.ValidString(doc.Text) {
		t.Fatalf("the text is not UTF-8")
	}
	newline := "\n"
	if !strings.Contains(doc.Text, "\n") && strings.Contains(doc.Text, "\r") {
		newline = "\r"
	}
	for i := 0; i <= len(doc.Text); i += 1 + len(doc.Text)/50 {
		for i < len(doc.Text) && !utf8.RuneStart(doc.Text[i]) {
			i++
		}
		if got, want := doc.Line(i), strings.Count(doc.Text[:i], newline)+1; got != want {
			t.Fatalf("byte %d is on line %d; want %d", i, got, want)
		}
		span := work.Span{Start: i, End: len(doc.Text)}
		want := graph.Place{Unit: graph.Chars, Start: utf8.RuneCountInString(doc.Text[:i]), End: utf8.RuneCountInString(doc.Text)}
		if got := doc.Place(span); got != want {
			t.Fatalf("byte %d stands at %v; want %v", i, got, want)
		}
		if doc.Quote(span) != doc.Text[i:] {
			t.Fatalf("the quote is another")
		}
	}
}

// TestPlaces compares on texts of any length, around the length of one piece of the index above all.
func TestPlaces(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		piece := rapid.StringOf(rapid.RuneFrom([]rune("a\n\r ü😀ع"))).Draw(t, "piece")
		n := rapid.IntRange(0, 4200).Draw(t, "times")
		checkPlaces(t, &document.Document{Text: strings.Repeat("x", n) + strings.Repeat(piece, n/100)})
	})
}

// TestOutside asks for places that are none.
func TestOutside(t *testing.T) {
	doc := &document.Document{Text: "ab\ncü"}
	if doc.Line(-5) != 1 || doc.Line(99) != 2 {
		t.Error("a place outside is on a line of its own")
	}
	if p := doc.Place(work.Span{Start: -1, End: 99}); p.Start != 0 || p.End != 5 {
		t.Errorf("the place is %v", p)
	}
	if q := doc.Quote(work.Span{Start: 3, End: 99}); q != "cü" {
		t.Errorf("the quote is %q", q)
	}
	if q := doc.Quote(work.Span{Start: 4, End: 1}); q != "" {
		t.Errorf("the quote is %q", q)
	}
}

func TestLines(t *testing.T) {
	for text, want := range map[string]string{
		"":              "",
		"a":             "1 a|",
		"a\n":           "1 a|",
		"a\n\nb":        "1 a|2 |3 b|",
		"a\r\nb\rc\r\n": "1 a|2 b\rc|",
		"a\rb\r":        "1 a|2 b|",
		"\n":            "1 |",
	} {
		doc := &document.Document{Text: text}
		var got strings.Builder
		for n, at := range doc.Lines() {
			fmt.Fprintf(&got, "%d %s|", n, doc.Quote(at))
			if doc.Line(at.Start) != n {
				t.Errorf("%q: line %d begins on line %d", text, n, doc.Line(at.Start))
			}
		}
		if got.String() != want {
			t.Errorf("%q has the lines %q; want %q", text, got.String(), want)
		}
	}
}

func Example() {
	raw := "\xef\xbb\xbfReturn to Iraq\nالعودة إلى العراق\n"
	doc, err := document.Open(context.Background(), "list.txt", strings.NewReader(raw), document.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	start := strings.Index(doc.Text, "العراق")
	at := work.Span{Start: start, End: start + len("العراق")}
	fmt.Println(doc.Encoding, doc.Line(at.Start), doc.Place(at), doc.Quote(at))
	// Output: UTF-8 2 {2 26 32} العراق
}

func BenchmarkPlace(b *testing.B) {
	doc := &document.Document{Text: strings.Repeat("Return / العودة / Rückkehr\n", 100_000)}
	at := work.Span{Start: len(doc.Text) / 2, End: len(doc.Text)/2 + 40}
	b.ReportAllocs()
	for b.Loop() {
		doc.Place(at)
	}
}
