package read

import (
	"context"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/wasl-graph/wasl/internal/ingest/document"
	"github.com/wasl-graph/wasl/internal/ingest/work"
)

// A table has its columns' names in the first row, in one of three languages, and a publication a row:
//
//	Title;Authors;Published;Countries
//	"Return to Iraq: ""Challenges""";Haddad, Lina|Joshi, Amal;2024-06;Iraq|Jordan
//
// Commas, semicolons or tabulators separate the values; within one, | and ; separate several. csvcolumns.go has the names.

// csvDelimiters are the characters that may separate values.
var csvDelimiters = []rune{',', ';', '\t', '|'}

// csvHead is how a table begins.
type csvHead struct {
	delimiter rune
	columns   []csvColumn
	skip      int // bytes before the header: the line in which Excel says its delimiter
}

// looksLikeCSV asks for a header with the name of a title and of one more column.
func looksLikeCSV(head string) bool {
	h := csvHeader(withNewlines(head))
	title, known := false, 0
	for _, c := range h.columns {
		title = title || c.meaning == "title"
		if c.meaning != "" {
			known++
		}
	}
	return title && known >= 2
}

// withNewlines is the text with \n at the end of lines where it has only \r, as Excel writes on a Mac. Nothing moves by that.
func withNewlines(text string) string {
	if strings.IndexByte(text, '\n') >= 0 {
		return text
	}
	return strings.ReplaceAll(text, "\r", "\n")
}

// csvHeader reads the header with the delimiter that makes most names known.
func csvHeader(text string) csvHead {
	var best csvHead
	bestKnown := 0
	skip := len(text) - len(strings.TrimLeft(text, "\ufeff\r\n"))
	if first, _, _ := strings.Cut(text[skip:], "\n"); strings.HasPrefix(first, "sep=") {
		skip += min(len(first)+1, len(text)-skip)
	}
	for _, delimiter := range csvDelimiters {
		row, err := newCSV(strings.NewReader(text[skip:]), delimiter).Read()
		if err != nil {
			continue
		}
		h := csvHead{delimiter: delimiter, skip: skip}
		known := 0
		for _, name := range row {
			c := columnOf(name)
			if c.meaning != "" {
				known++
			}
			h.columns = append(h.columns, c)
		}
		if known > bestKnown || best.columns == nil {
			best, bestKnown = h, known
		}
	}
	return best
}

// newCSV is a reader of rows.
func newCSV(r io.Reader, delimiter rune) *csv.Reader {
	c := csv.NewReader(r)
	c.Comma, c.FieldsPerRecord, c.ReuseRecord = delimiter, -1, true
	return c
}

// readCSV reads all rows.
func readCSV(_ context.Context, doc *document.Document, out *sink) {
	text := withNewlines(doc.Text)
	h := csvHeader(text[:min(len(text), headBytes)])
	if !h.check(doc, out) {
		return
	}
	limited := &limitedReader{r: strings.NewReader(text[h.skip:])}
	t := csvTable{doc: doc, text: text, out: out, head: h, rows: newCSV(limited, h.delimiter), line: 1, start: h.skip}
	for out.goOn() {
		limited.read = 0
		if !t.row() {
			return
		}
	}
}

// check reports a header that says too little, and columns that are not known.
func (h csvHead) check(doc *document.Document, out *sink) bool {
	var unknown []string
	known := 0
	for _, c := range h.columns {
		switch {
		case c.meaning != "":
			known++
		case len(unknown) == 20:
			unknown = append(unknown, "…")
		case strings.TrimSpace(c.name) != "" && len(unknown) < 20:
			unknown = append(unknown, fmt.Sprintf("%.60q", c.name))
		}
	}
	line := doc.Line(h.skip)
	if known == 0 {
		out.brokenAt(line, "the first row names no column that is known; expected names such as Title, Authors, Published, Countries")
		return false
	}
	if len(unknown) > 0 {
		return out.note(line, "the columns %s are not known; their values are kept as unplaced", strings.Join(unknown, ", "))
	}
	return true
}

// csvTable reads rows and knows where they stand.
type csvTable struct {
	doc    *document.Document
	text   string
	out    *sink
	head   csvHead
	rows   *csv.Reader
	line   int // a line, counted from where the reader began, and
	start  int // where it begins
	header bool
}

// row reads one row.
func (t *csvTable) row() bool {
	before := t.head.skip + int(t.rows.InputOffset())
	values, err := t.rows.Read()
	wrong, isWrong := errors.AsType[*csv.ParseError](err)
	switch {
	case errors.Is(err, io.EOF):
		return false
	case errors.Is(err, errRecordSize):
		t.out.broken(before, "the row has more than %d bytes; is a quotation mark missing?", maxRecord)
		return false
	case isWrong && errors.Is(err, csv.ErrBareQuote):
		return t.out.reject(t.offset(wrong.Line, wrong.Column),
			"found a quotation mark within a value; expected the whole value in quotation marks, and those within it doubled")
	case isWrong:
		t.out.broken(t.offset(wrong.StartLine, 1),
			"the row has a quotation mark that is not closed, or something behind one that closes; expected marks within a value doubled")
		return false
	case err != nil:
		t.out.broken(before, "the row can't be read: %v", err)
		return false
	}
	if !t.header {
		t.header = true
		return true
	}
	return t.publication(values)
}

// offset is the place of a line and a column, counted as the reader counts them.
func (t *csvTable) offset(line, column int) int {
	for ; t.line < line; t.line++ {
		next := strings.IndexByte(t.text[t.start:], '\n')
		if next < 0 {
			break
		}
		t.start += next + 1
	}
	return min(t.start+column-1, len(t.text))
}

// publication hands on what a row says.
func (t *csvTable) publication(values []string) bool {
	r := csvRecord{text: t.text}
	last := len(values) - 1
	for ; last >= len(t.head.columns) && strings.TrimSpace(values[last]) == ""; last-- {
	}
	first := t.offset(t.rows.FieldPos(0))
	if last >= len(t.head.columns) {
		return t.out.reject(first, "the row has %d values; expected %d, as the first row has columns", last+1, len(t.head.columns))
	}
	end := first
	for i, value := range values[:last+1] {
		at := t.cell(i, value)
		end = at.End
		r.add(t.head.columns[i], at)
	}
	if !r.any {
		return true
	}
	r.w.At, r.w.Line = work.Span{Start: first, End: end}, t.doc.Line(first)
	r.settle()
	return t.out.work(r.w)
}

// cell is where a value stands, without quotation marks around it.
func (t *csvTable) cell(i int, value string) work.Span {
	start := t.offset(t.rows.FieldPos(i))
	if start == len(t.text) || t.text[start] != '"' {
		return work.Span{Start: start, End: min(start+len(value), len(t.text))}
	}
	end := start + 1
	for end < len(t.text) {
		if t.text[end] != '"' {
			end++
		} else if end+1 < len(t.text) && t.text[end+1] == '"' {
			end += 2
		} else {
			break
		}
	}
	return work.Span{Start: start + 1, End: end}
}
