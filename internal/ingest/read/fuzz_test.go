package read_test

import (
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/wasl-graph/wasl/internal/ingest/document"
	"github.com/wasl-graph/wasl/internal/ingest/read"
	"github.com/wasl-graph/wasl/internal/ingest/work"
)

// fuzz reads any text in a format, and looks at every place that comes out.
func fuzz(f *testing.F, format read.Format, derived func(value, quote string) bool) {
	files, err := filepath.Glob(filepath.Join("testdata", string(format), "*"))
	if err != nil {
		f.Fatal(err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		if filepath.Ext(file) != ".golden" {
			f.Add(string(data))
		}
	}
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) || len(text) > 64<<10 {
			t.Skip("no document is like that")
		}
		doc := &document.Document{Name: "x", Text: text}
		read.Detect(doc)
		works, faults := readAll(t, doc, format)
		if len(works)+len(faults) > len(text)+1 {
			t.Fatalf("%d works and %d faults of %d bytes", len(works), len(faults), len(text))
		}
		for _, f := range faults {
			if f.File != "x" || f.What == "" || f.Line < 0 || f.Line > doc.Line(len(text)) {
				t.Fatalf("the fault %#v is of no line of the document", f)
			}
		}
		for i := range works {
			checkWork(t, doc, works[i], derived)
		}
	})
}

// checkWork looks that every place is in the text and holds what the value was made of.
func checkWork(t *testing.T, doc *document.Document, w work.Work, derived func(value, quote string) bool) {
	t.Helper()
	inText := func(at work.Span) bool { return 0 <= at.Start && at.Start <= at.End && at.End <= len(doc.Text) }
	if !inText(w.At) || w.Line != doc.Line(w.At.Start) {
		t.Fatalf("the work is at %v, said to be on line %d", w.At, w.Line)
	}
	everyWords(reflect.ValueOf(w), func(words work.Words) {
		switch quote := doc.Quote(words.At); {
		case words.Value == "" && words.At.IsZero():
		case !inText(words.At) || words.Value == "" || quote == "":
			t.Fatalf("%q is at %v, where %q stands", words.Value, words.At, quote)
		case !derived(words.Value, quote):
			t.Fatalf("%q is not what %q says", words.Value, quote)
		}
	})
}

// everyWords finds all words in a value.
func everyWords(v reflect.Value, found func(work.Words)) {
	switch v.Kind() {
	case reflect.Struct:
		if words, is := v.Interface().(work.Words); is {
			found(words)
			return
		}
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				everyWords(v.Field(i), found)
			}
		}
	case reflect.Slice:
		for i := range v.Len() {
			everyWords(v.Index(i), found)
		}
	}
}

// solid is a text without blanks, in small letters.
func solid(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || r == '\ufeff' {
			return -1
		}
		return unicode.ToLower(r)
	}, s)
}

// inLines says that the value is in the quote but for blanks; a title of several fields begins with the first of them.
func inLines(value, quote string) bool {
	first, _, _ := strings.Cut(quote, "\n")
	return strings.Contains(solid(quote), solid(value)) || first != quote && strings.HasPrefix(solid(value), solid(first))
}

// inProse says that the letters of the value are in the quote: markup and line ends are left out.
func inProse(value, quote string) bool { return strings.Contains(letters(quote), letters(value)) }

// inCells says that the letters of the value are in the quote, or are followed by those of a subtitle.
func inCells(value, quote string) bool {
	v, q := letters(value), letters(quote)
	return strings.Contains(q, v) || strings.HasPrefix(v, q)
}

// rewritten says that the value may be another text than the quote: escaped, or put together of several parts.
func rewritten(value, quote string) bool { return value != "" && quote != "" }

func FuzzListing(f *testing.F)     { fuzz(f, read.Listing, inProse) }
func FuzzFlashReport(f *testing.F) { fuzz(f, read.FlashReport, inProse) }
func FuzzRIS(f *testing.F)         { fuzz(f, read.RIS, inLines) }
func FuzzBibTeX(f *testing.F)      { fuzz(f, read.BibTeX, rewritten) }
func FuzzCSLJSON(f *testing.F)     { fuzz(f, read.CSLJSON, rewritten) }
func FuzzOpenAlex(f *testing.F)    { fuzz(f, read.OpenAlex, rewritten) }
func FuzzOAIDC(f *testing.F)       { fuzz(f, read.OAIDC, rewritten) }
func FuzzCSV(f *testing.F)         { fuzz(f, read.CSV, inCells) }
func FuzzWaslJSONL(f *testing.F)   { fuzz(f, read.WaslJSONL, rewritten) }
