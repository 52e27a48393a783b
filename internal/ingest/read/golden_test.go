package read_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/wasl-graph/wasl/internal/ingest/document"
	"github.com/wasl-graph/wasl/internal/ingest/read"
	"github.com/wasl-graph/wasl/internal/ingest/work"
)

var update = flag.Bool("update", false, "write the golden files anew")

// TestExamples reads testdata/FORMAT/FILE and compares with FILE.golden: a line for each value, and behind it the words in
// the document where they differ. Add a file and run the test with -update; then read what was written.
func TestExamples(t *testing.T) {
	for _, format := range read.Formats() {
		files, err := filepath.Glob(filepath.Join("testdata", string(format), "*"))
		if err != nil {
			t.Fatal(err)
		}
		if len(files) == 0 {
			t.Errorf("the format %s has no examples", format)
		}
		for _, file := range files {
			if filepath.Ext(file) == ".golden" {
				continue
			}
			t.Run(filepath.ToSlash(file), func(t *testing.T) {
				doc := open(t, file)
				detected, err := read.Detect(doc)
				if err != nil || detected != format {
					t.Fatalf("detected %q, %v; want %s", detected, err, format)
				}
				golden(t, file+".golden", dump(t, doc, format))
			})
		}
	}
}

// open opens a file of testdata.
func open(t testing.TB, file string) *document.Document {
	t.Helper()
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	doc, err := document.Open(t.Context(), filepath.Base(file), f, document.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// golden compares with a file, or writes it.
func golden(t *testing.T, file, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s differs; got\n%s", file, got)
	}
}

// dump writes all that a document says, a line each.
func dump(t *testing.T, doc *document.Document, format read.Format) string {
	t.Helper()
	d := dumper{doc: doc}
	works, faults := readAll(t, doc, format)
	for _, w := range works {
		fmt.Fprintf(&d.out, "== line %d, %d lines\n", w.Line, doc.Line(w.At.End-1)-w.Line+1)
		d.work(w)
	}
	for _, f := range faults {
		fmt.Fprintf(&d.out, "-- %s %s\n", f.Grade, f)
	}
	return d.out.String()
}

// dumper writes values.
type dumper struct {
	doc *document.Document
	out strings.Builder
}

// words writes one value, and the words in the document where they differ.
func (d *dumper) words(name string, w work.Words, more ...string) {
	if w.Value == "" && w.At.IsZero() {
		return
	}
	fmt.Fprintf(&d.out, "%-13s%s", name, w.Value)
	for _, m := range more {
		if m != "" {
			fmt.Fprintf(&d.out, " | %s", m)
		}
	}
	if quote := d.doc.Quote(w.At); quote != w.Value {
		fmt.Fprintf(&d.out, " <- %q", quote)
	}
	d.out.WriteByte('\n')
}

// texts writes texts with their languages.
func (d *dumper) texts(name string, all ...work.Text) {
	for _, t := range all {
		d.words(name, t.Words, string(t.Language))
	}
}

// list writes words.
func (d *dumper) list(name string, all ...work.Words) {
	for _, w := range all {
		d.words(name, w)
	}
}

// work writes a publication.
func (d *dumper) work(w work.Work) {
	d.list("key", w.Key)
	d.list("type", w.Type)
	d.texts("title", w.Title)
	d.texts("translated", w.Translated...)
	d.texts("alternative", w.Alternative...)
	d.texts("abstract", w.Abstracts...)
	d.texts("body", w.Body...)
	d.list("language", w.Languages...)
	d.list("published", w.Published...)
	if !w.Date.IsZero() {
		fmt.Fprintf(&d.out, "%-13s%s\n", "date", w.Date)
	}
	d.texts("masthead", w.Masthead...)
	d.people(w.Contributors)
	d.identifiers("", w.Identifiers)
	d.list("country", w.Countries...)
	d.texts("tag", w.Tags...)
	d.list("project", w.Projects...)
	for _, e := range w.Events {
		d.texts("event", e.Name)
		d.list("  dates", e.Dates...)
		d.people(e.Participants)
	}
	for _, q := range w.Quotations {
		d.texts("quotation", q.Text)
		d.list("  speaker", q.Speaker)
		d.list("  organisation ", q.Organisation)
	}
	for _, f := range w.Unplaced {
		d.words("unplaced", f.Words, "as "+f.Name)
	}
}

// people writes contributors.
func (d *dumper) people(all []work.Contributor) {
	for _, c := range all {
		parts, collective := "", ""
		if c.Family != "" {
			parts = strings.Trim(c.Family+" / "+c.Given+" / "+c.Suffix, " /")
		}
		if c.Collective {
			collective = "collective"
		}
		d.words(strings.ToLower(c.Role.String()), c.Name, parts, collective)
		d.identifiers("  ", c.Identifiers)
		for _, a := range c.Affiliations {
			d.words("  at", a.Words)
			d.identifiers("    ", a.Identifiers)
		}
	}
}

// identifiers writes identifiers.
func (d *dumper) identifiers(indent string, all []work.Identifier) {
	for _, id := range all {
		d.words(indent+id.Scheme, id.Words)
	}
}
