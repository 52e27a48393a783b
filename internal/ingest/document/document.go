package document

import (
	"iter"
	"strings"
	"sync"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/ingest/work"
)

// Document is a text as it was handed over. It never changes and may be shared. [Open] makes one from bytes; a Document
// with nothing but Name and Text works too.
type Document struct {
	// Name is the file's name, or what --source calls it.
	Name string
	// SHA256 is the digest of the original bytes in lower-case hexadecimal digits, before any decompression and decoding.
	SHA256 string
	// Encoding is the name of the encoding that was read, such as "UTF-8" or "windows-1256".
	Encoding string
	// Text is the whole text in UTF-8 without a byte order mark, its line ends as they stand.
	Text string

	once  sync.Once
	marks index
}

// index is the index of the text, made when it is first asked for.
func (d *Document) index() *index {
	d.once.Do(func() { d.marks = newIndex(d.Text) })
	return &d.marks
}

// Line is the number of the line, from 1, on which the byte stands. An offset behind the text counts as its end.
func (d *Document) Line(offset int) int {
	_, lines := d.index().before(d.Text, offset)
	return lines + 1
}

// Place is a span in code points. It may be called with spans in any order.
func (d *Document) Place(s work.Span) graph.Place {
	start, _ := d.index().before(d.Text, s.Start)
	end, _ := d.index().before(d.Text, s.End)
	return graph.Place{Unit: graph.Chars, Start: start, End: end}
}

// Quote is the piece of the text, to the letter. A span that reaches beyond the text ends with it.
func (d *Document) Quote(s work.Span) string {
	end := min(max(s.End, 0), len(d.Text))
	return d.Text[min(max(s.Start, 0), end):end]
}

// Lines are all lines with their numbers, from 1, without what ends them: "\n", "\r\n", or "\r" in a text that has no "\n".
// Behind the last line end there is no line when nothing stands there.
func (d *Document) Lines() iter.Seq2[int, work.Span] {
	return func(yield func(int, work.Span) bool) {
		newline := d.index().newline
		for number, start := 1, 0; start < len(d.Text); number++ {
			end, next := len(d.Text), len(d.Text)
			if i := strings.IndexByte(d.Text[start:], newline); i >= 0 {
				end, next = start+i, start+i+1
			}
			if end > start && newline == '\n' && d.Text[end-1] == '\r' {
				end--
			}
			if !yield(number, work.Span{Start: start, End: end}) {
				return
			}
			start = next
		}
	}
}
