package read_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/wasl-graph/wasl/internal/ingest/document"
	"github.com/wasl-graph/wasl/internal/ingest/read"
	"github.com/wasl-graph/wasl/internal/ingest/work"
)

// disguises write a document in other ways that say the same.
var disguises = map[string]func(string) string{
	"CRLF":           func(s string) string { return strings.ReplaceAll(s, "\n", "\r\n") },
	"blank lines":    func(s string) string { return strings.ReplaceAll(s, "\n\n", "\n\n\n\n") },
	"trailing space": func(s string) string { return strings.ReplaceAll(s, "\n", "  \n") },
	"direction":      func(s string) string { return "\u200f" + strings.ReplaceAll(s, "\n", "\u200e\n\u200f") },
	"no-break space": func(s string) string { return strings.ReplaceAll(s, "2024", "2024\u00a0") },
	"leading lines":  func(s string) string { return "\n \n\t\n" + s },
	"no last line":   func(s string) string { return strings.TrimRight(s, "\n") },
}

// TestDisguises reads the examples of prose in other line ends, with more blank lines and with signs that are not seen: what they say
// stays the same.
func TestDisguises(t *testing.T) {
	for _, file := range []string{
		"listing/english.txt", "listing/german.md", "listing/arabic.txt", "flash-report/english.md", "flash-report/german.md", "flash-report/arabic.txt",
	} {
		text, err := os.ReadFile("testdata/" + file)
		if err != nil {
			t.Fatal(err)
		}
		want := said(t, string(text))
		for name, disguise := range disguises {
			if got := said(t, disguise(string(text))); got != want {
				t.Errorf("%s, %s:\n got %s\nwant %s", file, name, got, want)
			}
		}
	}
}

// said is what a document says, without places.
func said(t *testing.T, text string) string {
	t.Helper()
	doc := &document.Document{Name: "x", Text: text}
	format, err := read.Detect(doc)
	if err != nil {
		t.Fatal(err)
	}
	works, _ := readAll(t, doc, format)
	var b strings.Builder
	for _, w := range works {
		fmt.Fprintf(&b, "%q %q", w.Title.Value, w.Type.Value)
		for _, list := range [][]work.Words{w.Published, w.Countries, w.Projects} {
			for _, words := range list {
				fmt.Fprintf(&b, " %q", words.Value)
			}
		}
		for _, list := range [][]work.Text{w.Tags, w.Abstracts, w.Body, w.Masthead} {
			for _, t := range list {
				fmt.Fprintf(&b, " %q", strings.Join(strings.FieldsFunc(t.Value, notSeen), " "))
			}
		}
		for _, c := range w.Contributors {
			fmt.Fprintf(&b, " %s %q", c.Role, c.Name.Value)
			for _, a := range c.Affiliations {
				fmt.Fprintf(&b, " (%q)", a.Value)
			}
		}
		for _, q := range w.Quotations {
			fmt.Fprintf(&b, " %q/%q", q.Speaker.Value, q.Organisation.Value)
		}
		for _, e := range w.Events {
			for _, d := range e.Dates {
				fmt.Fprintf(&b, " on %q", d.Value)
			}
		}
		b.WriteByte('\n')
	}
	return b.String()
}

func notSeen(r rune) bool {
	return r == ' ' || r == '\n' || r == '\r' || r == '\t' || r == '\u200e' || r == '\u200f' || r == '\u00a0'
}

// TestListing reads listings that have more, or less, than the usual.
func TestListing(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{
			"without blank lines",
			"First title\nPublished June 2024\nMorocco / Jordan\n#Policy\nSecond title\nPublished May 2024\nSome words.\n",
			`"First title" [June 2024] {Morocco Jordan} #Policy
"Second title" [May 2024] {} "Some words."`,
		},
		{
			"a title on two lines",
			"A long title\nthat goes on\n\nPublished June 2024\n",
			`"A long title that goes on" [June 2024] {}`,
		},
		{
			"one country",
			"Title\n\nPublished June 2024\n\nIraq\n\nText about it.\n",
			`"Title" [June 2024] {Iraq} "Text about it."`,
		},
		{
			"an abstract of two paragraphs",
			"Title\n\nPublished June 2024\n\nFirst part.\n\nSecond part.\n",
			`"Title" [June 2024] {} "First part.\n\nSecond part."`,
		},
		{
			"Markdown",
			"# Title *with* stress\n\n_Published June 2024_\n\n**Iraq / Oman**\n\n\\#Policy #Asylum\n\n## Another\n\n**Published:** May 2024\n",
			`"Title with stress" [June 2024] {Iraq Oman} #Policy #Asylum
"Another" [: May 2024] {}`,
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			doc := &document.Document{Name: "x", Text: test.text}
			works, faults := readAll(t, doc, read.Listing)
			if len(faults) > 0 {
				t.Error(faults)
			}
			var lines []string
			for _, w := range works {
				lines = append(lines, summary(w))
			}
			if got := strings.Join(lines, "\n"); got != test.want {
				t.Errorf("got\n%s\nwant\n%s", got, test.want)
			}
		})
	}
}

// summary is a record on a line.
func summary(w work.Work) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%q [%s] {", w.Title.Value, strings.TrimPrefix(strings.TrimPrefix(w.Published[0].Value, "Published"), " "))
	for i, c := range w.Countries {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(c.Value)
	}
	b.WriteByte('}')
	for _, tag := range w.Tags {
		b.WriteString(" #" + tag.Value)
	}
	for _, a := range w.Abstracts {
		fmt.Fprintf(&b, " %q", a.Value)
	}
	return b.String()
}

// TestListingNotes holds that what belongs to no publication is said.
func TestListingNotes(t *testing.T) {
	doc := &document.Document{Name: "x", Text: "Our publications\n\nAll of them, in order.\n\nTitle\n\nPublished June 2024\n"}
	works, faults := readAll(t, doc, read.Listing)
	if len(works) != 1 || len(faults) != 1 || faults[0].Line != 1 {
		t.Errorf("%d works and the faults %v; want one of each, on line 1", len(works), faults)
	}
	doc = &document.Document{Name: "x", Text: "#Policy\nPublished June 2024\n"}
	if _, faults = readAll(t, doc, read.Listing); len(faults) == 0 {
		t.Error("a date without a title is passed over")
	}
}
