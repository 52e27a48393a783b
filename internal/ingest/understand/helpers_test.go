package understand_test

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/ingest"
	"github.com/wasl-graph/wasl/internal/ingest/document"
	"github.com/wasl-graph/wasl/internal/ingest/read"
	"github.com/wasl-graph/wasl/internal/ingest/understand"
	"github.com/wasl-graph/wasl/internal/ingest/work"
	"github.com/wasl-graph/wasl/seeds"
)

// seedGraph is the seed graph, read once.
var seedGraph = sync.OnceValues(func() (graph.Change, error) {
	return ingest.ReadSeeds(seeds.Files, time.Date(2024, 7, 1, 0, 0, 0, 0, time.UTC))
})

// seedVocabulary is what the authority data of the seed graph are called.
var seedVocabulary = sync.OnceValue(func() *understand.Vocabulary {
	change, err := seedGraph()
	if err != nil {
		panic(err)
	}
	return understand.NewVocabulary(func(yield func(graph.Assertion) bool) {
		for _, a := range change.Assert {
			if !yield(a) {
				return
			}
		}
	})
})

// open is a file as a document.
func open(t testing.TB, file string) *document.Document {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return &document.Document{Name: file, Text: string(text)}
}

// works are the publications of a document. Faults fail the test.
func works(t testing.TB, doc *document.Document) []work.Work {
	t.Helper()
	format, err := read.Detect(doc)
	if err != nil {
		t.Fatal(err)
	}
	var list []work.Work
	for w, err := range read.Works(context.Background(), doc, format) {
		if err != nil {
			t.Error(err)
			continue
		}
		list = append(list, w)
	}
	return list
}

// table are the rows of a file in testdata: what stands before " = " and behind it.
func table(t testing.TB, file string) [][2]string {
	t.Helper()
	f, err := os.Open("testdata/" + file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var rows [][2]string
	for s := bufio.NewScanner(f); s.Scan(); {
		line := s.Text()
		if strings.TrimSpace(line) == "" || line[0] == '#' {
			continue
		}
		text, want, found := strings.Cut(line, " = ")
		if !found {
			text, found = strings.CutSuffix(line, " =")
		}
		if !found {
			t.Fatalf("%s: no = in %q", file, line)
		}
		rows = append(rows, [2]string{text, strings.TrimSpace(want)})
	}
	return rows
}

// text is a text that stands somewhere.
func text(s string) work.Text {
	return work.Text{Words: work.Words{Value: s, At: work.Span{Start: 0, End: len(s)}}}
}

// describe writes a claim on a line.
func describe(doc *document.Document, c understand.Claim) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s ", c.Relation)
	if c.Position > 0 {
		fmt.Fprintf(&b, "%d ", c.Position)
	}
	switch o := c.Object; {
	case o.Name != nil:
		b.WriteString(describeName(o))
	case o.Entity != "":
		b.WriteString(string(o.Entity))
	case !o.Date.IsZero():
		b.WriteString(o.Date.String())
	default:
		fmt.Fprintf(&b, "%q %s", o.Text.Value, o.Text.Language)
	}
	fmt.Fprintf(&b, " · %s", c.Method)
	if c.Rule != "" {
		fmt.Fprintf(&b, " %s", c.Rule)
	}
	if quote := doc.Quote(c.At); c.Relation != graph.Label && c.Relation != graph.Abstract {
		fmt.Fprintf(&b, " · %q", quote)
	}
	return b.String()
}

// describeName writes a printed name.
func describeName(o understand.Object) string {
	s := fmt.Sprintf("%q %s", o.Name.Value, o.Name.Kind)
	if o.Name.Group {
		s = fmt.Sprintf("%q GROUP", o.Name.Value)
	}
	if o.Name.Partial {
		s += " PARTIAL"
	}
	for _, a := range o.Name.Affiliations {
		s += fmt.Sprintf(" of %q", a.Value)
	}
	for _, also := range o.Name.Also {
		s += fmt.Sprintf(" also %q %s", also.Value, also.Language)
	}
	if o.Entity != "" {
		s += " = " + string(o.Entity)
	}
	return s
}
