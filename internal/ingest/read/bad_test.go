package read_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/wasl-graph/wasl/internal/ingest/document"
	"github.com/wasl-graph/wasl/internal/ingest/fault"
	"github.com/wasl-graph/wasl/internal/ingest/read"
)

// bomb is ten lines of XML that would be a billion words.
const bomb = `<?xml version="1.0"?>
<!DOCTYPE lolz [
 <!ENTITY lol "lol">
 <!ENTITY lol2 "&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;">
]>
<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><ListRecords><record>&lol2;</record></ListRecords></OAI-PMH>`

// macroBomb defines macros each of which is ten of the one before.
func macroBomb() string {
	var s strings.Builder
	s.WriteString("@string{m0 = {lollollol}}\n")
	for i := 1; i < 12; i++ {
		fmt.Fprintf(&s, "@string{m%d = %s}\n", i, strings.Repeat(fmt.Sprintf("m%d # ", i-1), 9)+fmt.Sprintf("m%d", i-1))
	}
	s.WriteString("@book{a, title = m5 # m5 # m5 # m5 # m5}\n@book{b, title = {fine}}\n")
	return s.String()
}

// authors is a record of RIS with so many.
func authors(n int) string {
	return "TY  - RPRT\nTI  - Many\n" + strings.Repeat("AU  - Haddad, Lina\n", n) + "ER  - \n"
}

// TestBadInput reads what no program should choke on. Each says where it is wrong and what was expected.
func TestBadInput(t *testing.T) {
	xml := func(s string) string {
		return `<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">` + "\n" + s + "\n</OAI-PMH>"
	}
	for _, test := range []struct {
		name   string
		format read.Format
		text   string
		works  int
		want   string // of the first fault
	}{
		{"a line of 100 MB", read.RIS, "TY  - RPRT\nAB  - " + strings.Repeat("x", 100<<20), 0, "x:2: the line has 104857606 bytes; expected at most 1048576"},
		{"a line of 2 MB in BibTeX", read.BibTeX, "@book{a,\ntitle = {" + strings.Repeat("x", 2<<20) + "}}", 0, "x:2: the line has"},
		{"a line of 2 MB in a table", read.CSV, "Title,Year\n" + strings.Repeat("x", 2<<20), 0, "x:2: the line has"},
		{"a line of 20 MB in JSONL", read.WaslJSONL, "{\"title\": \"" + strings.Repeat("x", 20<<20) + "\"}\n", 0, "x:1: the line has"},
		{"a record of 20 MB in JSON", read.CSLJSON, "[{\"id\": 1},\n{\"title\": \"" + strings.Repeat("x", 20<<20) + "\"}]", 1, "x:1: the record has more than 16777216 bytes"},
		{"a record of 20 MB in XML", read.OAIDC, xml("<record><dc:title>" + strings.Repeat("x", 20<<20) + "</dc:title></record>"), 0, "x:2: the record has more than"},
		{"an entry of 6 MB", read.BibTeX, "@book{a,\ntitle = {" + strings.Repeat("x\n", 3<<20) + "}}", 0, "x:1: the entry has"},
		{"10,000 authors", read.RIS, authors(10_000), 1, ""},
		{"20,001 authors", read.RIS, authors(20_001) + authors(1), 1, "x:1: the record has 20001 contributors; expected at most 20000"},
		{"20,001 authors in BibTeX", read.BibTeX, "@book{a, author = {" + strings.Repeat("A\n and ", 20_000) + "B}}", 0, "x:1: the record has 20001 contributors"},
		{"a long record", read.RIS, "TY  - RPRT\n" + strings.Repeat("N1  - a\n", 200_000) + "ER  - \n" + authors(1), 1, "x:1: the record has more than 100000 lines"},
		{"many types", read.RIS, strings.Repeat("TY  - RPRT\n", 150_000) + "ER  - \n" + authors(1), 1, "x:2: TY stands in the record once more"},
		{"a large record", read.RIS, "TY  - RPRT\n" + strings.Repeat("N1  - "+strings.Repeat("a", 1<<20-10)+"\n", 5) + "ER  - \n" + authors(1), 1, "x:1: the record has more than 100000 lines or 4194304 bytes"},
		{"many tags", read.RIS, "TY  - RPRT\n" + strings.Repeat("KW  - "+strings.Repeat("a;", 15_000)+"\n", 3) + "ER  - \n", 0, "x:1: the record has 45000 tags"},
		{"many addresses", read.RIS, "TY  - RPRT\n" + strings.Repeat("UR  - https://example.org/a\n", 50_000) + "ER  - \n", 1, ""},
		{"many fields", read.BibTeX, "@book{a,\n" + strings.Repeat("a = {b},\n", 2000) + "}\n", 0, "x:1: the entry a has more than 1000 fields"},
		{"comments upon comments", read.BibTeX, strings.Repeat("% @b\n", 200_000) + "@book{a, title = {b}}", 1, ""},
		{"many macros", read.BibTeX, "@string{m = {" + strings.Repeat("xxxxxxxxx\n", 50_000) + "}}\n" + strings.Repeat("@string{n = m}\n", 100), 0, "the macros stand for more than 16777216 bytes"},
		{"a large parent", read.BibTeX, "@inbook{a, crossref = {b}}\n@book{b, note = {" + strings.Repeat("xxxxxxxxx\n", 10_000) + "}}", 1, "x:1: crossref names an entry of more than 65536 bytes"},
		{"many values", read.CSLJSON, "[{\"id\": [" + strings.Repeat("0,", 1<<20) + "0]}, {\"id\": 1}]", 1, "x:1: the record is refused: it has more than 1048576 values"},
		{"an entity bomb", read.OAIDC, bomb, 0, "x:2: declares a document type or entities"},
		{"an entity", read.OAIDC, xml("<record><dc:title>&nope;</dc:title></record>"), 0, "x:2: is not right XML"},
		{"an unclosed element", read.OAIDC, xml("<record><dc:title>a</dc:title>"), 0, "x:3: is not right XML"},
		{"deep XML", read.OAIDC, xml(strings.Repeat("<a>", 100)), 0, "x:2: elements stand in each other more than 64 deep"},
		{"no records", read.OAIDC, xml(`<error code="noRecordsMatch">nothing</error>`), 0, "x:2: is an answer without records: nothing (noRecordsMatch)"},
		{"a macro bomb", read.BibTeX, macroBomb(), 1, "x:13: the value of title has more than 1048576 bytes with its macros"},
		{"deep braces", read.BibTeX, "@book{a,\ntitle = {" + strings.Repeat("{", 500) + strings.Repeat("}", 500) + "}}", 0, "x:2: braces stand in each other more than 100 deep"},
		{"deep JSON", read.CSLJSON, "[\n{\"id\": " + strings.Repeat("[", 100) + strings.Repeat("]", 100) + "}]", 0, "x:2: the record is refused: values stand in each other more than 64 deep"},
		{"cut JSON", read.CSLJSON, "[{\"id\": 1, \"type\": \"book\"},\n{\"id\": 2", 1, "x:2: the JSON ends before it is closed"},
		{"wrong JSON", read.CSLJSON, "[{\"id\": 1, \"type\": \"book\"},\n{\"id\": 2},\n{\"id\": tru}]", 2, "x:3: is not right JSON"},
		{"more behind JSON", read.CSLJSON, "[{\"id\": 1}]\n\nand more", 1, "x:3: found \"and more\" behind the end"},
		{"a number", read.CSLJSON, "12", 0, "expected an object or an array"},
		{"an unclosed quotation mark", read.CSV, "Title,Year\n\"a\",2020\n\"b,2021\nc,2022\n", 1, "x:3: the row has a quotation mark that is not closed"},
		{"unknown columns", read.CSV, "Foo,Bar\na,b\n", 0, "x:1: the first row names no column that is known"},
		{"nothing in RIS", read.RIS, "a text\n", 0, "x:1: the line belongs to no record"},
		{"nothing in BibTeX", read.BibTeX, "a text\n", 0, "x:1: the line stands outside"},
		{"an unknown format", "word", "a text\n", 0, `x: the format "word" is not known; expected one of`},
	} {
		t.Run(test.name, func(t *testing.T) {
			works, faults := readAll(t, &document.Document{Name: "x", Text: test.text}, test.format)
			first := ""
			if len(faults) > 0 {
				first = faults[0].String()
			}
			if len(works) != test.works || !strings.HasPrefix(first, test.want) && !strings.Contains(first, test.want) || test.want == "" && first != "" {
				t.Errorf("%d works, %.300q; want %d, %q", len(works), first, test.works, test.want)
			}
		})
	}
}

// TestNothing ends the reading of a document without publications with a fault of the whole.
func TestNothing(t *testing.T) {
	for _, format := range read.Formats() {
		_, faults := readAll(t, &document.Document{Name: "x", Text: "\n"}, format)
		if len(faults) == 0 || faults[len(faults)-1].Grade != fault.Broken {
			t.Errorf("%s: the faults are %v", format, faults)
		}
	}
}

// TestStop leaves the sequence, and cancels the context.
func TestStop(t *testing.T) {
	for name, text := range map[read.Format]string{
		read.RIS:       strings.Repeat(authors(1), 5),
		read.BibTeX:    strings.Repeat("@book{a, title = {b}}\n", 5),
		read.CSLJSON:   "[" + strings.Repeat(`{"id": 1},`, 5) + `{"id": 2}]`,
		read.WaslJSONL: strings.Repeat("{\"title\": \"a\"}\n", 5),
		read.CSV:       "Title,Year\n" + strings.Repeat("a,2020\n", 5),
		read.OAIDC:     `<r xmlns:dc="http://purl.org/dc/elements/1.1/">` + strings.Repeat("<record><dc:title>a</dc:title></record>", 5) + "</r>",
	} {
		doc := &document.Document{Name: "x", Text: text}
		n := 0
		for range read.Works(t.Context(), doc, name) {
			if n++; n == 2 {
				break
			}
		}
		ctx, cancel := context.WithCancel(t.Context())
		defer cancel()
		n = 0
		var last error
		for _, last = range read.Works(ctx, doc, name) {
			if n++; n == 2 {
				cancel()
			}
		}
		if n != 3 || !errors.Is(last, context.Canceled) {
			t.Errorf("%s: %d results after the context ended, the last %v", name, n, last)
		}
	}
}

// TestDetect tells formats that are read from those that are known and not read.
func TestDetect(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{"\ufeff\n TY  - RPRT\n", "ris"},
		{"TY - RPRT\r\n", "ris"},
		{"JF  - A\nT1  - B\nAU  - C\n", "ris"},
		{"A comment\n@article{a,\n", "bibtex"},
		{" @book(a, title = {b})", "bibtex"},
		{`[{"id": "x", "type": "book"}]`, "csl-json"},
		{`{"title": "A", "published": "2024"}`, "wasl-jsonl"},
		{`{"id": "https://openalex.org/W1", "title": "A"}`, "openalex"},
		{`<?xml version="1.0"?><OAI-PMH>`, "oai-dc"},
		{"Title;Year\n", "csv"},
		{"العنوان,السنة\n", "csv"},
		{"FN Clarivate Analytics Web of Science\r\nVR 1.0\r\nPT J\r\n", "Web of Science"},
		{"PT J\nAU A\n", "Web of Science"},
		{"PMID- 12345\nTI  - A\n", "MEDLINE"},
		{"%0 Journal Article\n%T A\n", "EndNote and refer"},
		{"<!DOCTYPE html><html>", "web page"},
		{"<?xml version=\"1.0\"?><xml><records>", "XML of EndNote"},
		{"<modsCollection>", "MODS"},
		{"just a text of somebody", "in none of the formats"},
		{`{"hello": "world"}`, "in none of the formats"},
		{"<svg>", "in none of the formats"},
	} {
		format, err := read.Detect(&document.Document{Name: "x", Text: test.text})
		got := string(format)
		if err != nil {
			got = err.Error()
		}
		if err == nil && got != test.want || err != nil && !strings.Contains(got, test.want) {
			t.Errorf("%q is %s; want %s", test.text, got, test.want)
		}
	}
}

// TestFormats looks that the table is whole.
func TestFormats(t *testing.T) {
	for _, f := range read.Formats() {
		parsed, err := read.ParseFormat(strings.ToUpper(string(f)))
		if err != nil || parsed != f || !strings.Contains(f.MediaType(), "/") {
			t.Errorf("%s: read as %q, %v, media type %q", f, parsed, err, f.MediaType())
		}
	}
	if _, err := read.ParseFormat("word"); err == nil || !strings.Contains(err.Error(), "expected one of") {
		t.Errorf("got %v", err)
	}
	if got := read.Format("word").MediaType(); got != "" {
		t.Errorf("an unknown format has the media type %q", got)
	}
}
