package understand_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/wasl-graph/wasl/internal/ingest/document"
	"github.com/wasl-graph/wasl/internal/ingest/understand"
	"github.com/wasl-graph/wasl/internal/ingest/work"
)

var update = flag.Bool("update", false, "write what was understood to testdata/documents/*.want")

// TestDocuments goes through the documents in testdata/documents, in three languages and both layouts, and compares all that is
// understood with the file beside each.
func TestDocuments(t *testing.T) {
	files, err := filepath.Glob("testdata/documents/*_??.*")
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for _, file := range files {
		if strings.HasSuffix(file, ".want") {
			continue
		}
		n++
		t.Run(filepath.Base(file), func(t *testing.T) {
			doc := open(t, file)
			var b strings.Builder
			for _, w := range works(t, doc) {
				m := understand.Understand(seedVocabulary(), &w)
				checkQuotes(t, doc, m)
				describeMeaning(&b, doc, m)
			}
			compare(t, strings.TrimSuffix(file, filepath.Ext(file))+".want", b.String())
		})
	}
	if n < 6 {
		t.Errorf("%d documents, want at least 6", n)
	}
}

// compare compares with a file, or writes it.
func compare(t *testing.T, file, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	wants, gots := strings.Split(string(want), "\n"), strings.Split(got, "\n")
	for i := range max(len(wants), len(gots)) {
		var a, b string
		if i < len(wants) {
			a = wants[i]
		}
		if i < len(gots) {
			b = gots[i]
		}
		if a != b {
			t.Fatalf("%s:%d:\n got %s\nwant %s", file, i+1, b, a)
		}
	}
}

// describeMeaning writes all that a work was understood to say.
func describeMeaning(b *strings.Builder, doc *document.Document, m understand.Meaning) {
	fmt.Fprintf(b, "line %d: %s\n", m.Work.Line, m.Work.Title.Value)
	for _, c := range m.Claims {
		fmt.Fprintf(b, "\t%s\n", describe(doc, c))
	}
	for _, e := range m.Events {
		fmt.Fprintf(b, "\tevent %q\n", e.Name.Value)
		for _, c := range e.Claims {
			fmt.Fprintf(b, "\t\t%s\n", describe(doc, c))
		}
	}
	for _, n := range m.Notices {
		fmt.Fprintf(b, "\tnot understood: %s %q %s\n", n.Kind, n.Words, n.Why)
	}
}

// checkQuotes says that every claim rests on words that stand in the document, in the work's own part of it, and that what is
// claimed as printed is printed there.
func checkQuotes(t *testing.T, doc *document.Document, m understand.Meaning) {
	t.Helper()
	all := m.Claims
	for _, e := range m.Events {
		all = append(all[:len(all):len(all)], e.Claims...)
	}
	for _, c := range all {
		if c.At.IsZero() || c.At.Start < m.Work.At.Start || c.At.End > m.Work.At.End || c.At.Start >= c.At.End {
			t.Errorf("%s %v rests on %v, outside of %v", c.Relation, c.Object, c.At, m.Work.At)
			continue
		}
		runes, place := []rune(doc.Text), doc.Place(c.At)
		if quote := string(runes[place.Start:place.End]); quote != doc.Quote(c.At) {
			t.Errorf("%s: %q at its offsets in code points, %q in bytes", c.Relation, quote, doc.Quote(c.At))
		}
		if c.Object.Name == nil {
			continue
		}
		for _, words := range append([]work.Words{c.Object.Name.Words}, affiliationsOf(c.Object.Name)...) {
			if plain(doc.Quote(words.At)) != words.Value {
				t.Errorf("%s: %q is printed %q", c.Relation, words.Value, doc.Quote(words.At))
			}
		}
	}
}

func affiliationsOf(n *understand.Name) []work.Words {
	var list []work.Words
	for _, a := range n.Affiliations {
		list = append(list, a.Words)
	}
	return list
}

// plain is a text with single spaces.
func plain(s string) string { return strings.Join(strings.Fields(strings.ReplaceAll(s, "*", "")), " ") }
