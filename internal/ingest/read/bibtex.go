package read

import (
	"context"
	"regexp"
	"strings"

	"github.com/wasl-graph/wasl/internal/ingest/document"
	"github.com/wasl-graph/wasl/internal/ingest/work"
)

// BibTeX is entries between text that means nothing:
//
//	@string{icmpd = "International Centre for Migration Policy Development"}
//	@techreport{haddad2024,
//	  author = {Haddad, Lina and {Field Office Amman}},
//	  title  = {R{\"u}ckkehr und Reintegration},
//	  institution = icmpd, month = jun, year = 2024,
//	}
//
// The path is
//
//	text ─► entries (bibscan.go) ─► values: macros, crossref (biblibrary.go) ─► names (bibnames.go), fields (bibrecord.go) ─► Work
//	                                        └─► LaTeX to plain text (latex.go)

// bibStart finds the beginning of an entry.
var bibStart = regexp.MustCompile(`(?m)^[ \t]*@[ \t]*[A-Za-z]+[ \t]*[{(][^{}=]*[,={]`)

// looksLikeBibTeX asks for the beginning of an entry.
func looksLikeBibTeX(head string) bool { return bibStart.MatchString(head) }

// readBibTeX reads the document twice: for macros and for what is referred to, then for the entries.
func readBibTeX(_ context.Context, doc *document.Document, out *sink) {
	lib := bibLibrary{text: doc.Text, macros: map[string]string{}, targets: map[string]int{}}
	if !lib.survey(out) || !lib.locate(out) {
		return
	}
	s := bibScanner{text: doc.Text}
	for out.goOn() {
		from := s.pos
		e, err := s.next()
		if !noteComment(doc, out, work.Span{Start: from, End: s.start}) {
			return
		}
		switch {
		case err != nil:
			if !out.reject(err.offset, "%s", err.what) {
				return
			}
		case e == nil:
			return
		case e.isWork() && !readEntry(doc, out, &lib, *e):
			return
		}
	}
}

// readEntry hands on one entry.
func readEntry(doc *document.Document, out *sink, lib *bibLibrary, e bibEntry) bool {
	if n := e.at.End - e.at.Start; n > maxEntry {
		return out.reject(e.at.Start, "the entry has %d bytes; expected at most %d", n, maxEntry)
	}
	fields, err := lib.resolve(e)
	if err != nil {
		return out.reject(err.offset, "%s", err.what)
	}
	for _, note := range fields.notes {
		if !out.note(doc.Line(note.offset), "%s", note.what) {
			return false
		}
	}
	r := bibRecord{text: doc.Text, entry: e, fields: fields}
	w := r.work()
	w.Line = doc.Line(e.at.Start)
	return out.work(w)
}

// noteComment notes text outside of entries. It is a comment for BibTeX, and may be what is left of a damaged entry.
func noteComment(doc *document.Document, out *sink, at work.Span) bool {
	count, first := 0, 0
	for start := at.Start; start < at.End; {
		end := at.End
		if i := strings.IndexByte(doc.Text[start:at.End], '\n'); i >= 0 {
			end = start + i
		}
		line := strings.TrimSpace(doc.Text[start:end])
		if filled(line) && !strings.HasPrefix(line, "%") && !isComment(line) {
			if count == 0 {
				first = start
			}
			count++
		}
		start = end + 1
	}
	switch count {
	case 0:
		return true
	case 1:
		return out.note(doc.Line(first), "the line stands outside of all entries, where BibTeX takes it for a comment")
	}
	return out.note(doc.Line(first), "%d lines from here on stand outside of all entries, where BibTeX takes them for a comment", count)
}

// isComment says that the line says so itself.
func isComment(line string) bool {
	return len(line) >= len("@comment") && strings.EqualFold(line[:len("@comment")], "@comment")
}
