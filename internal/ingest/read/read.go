package read

import (
	"context"
	"fmt"
	"iter"

	"github.com/wasl-graph/wasl/internal/ingest/document"
	"github.com/wasl-graph/wasl/internal/ingest/fault"
	"github.com/wasl-graph/wasl/internal/ingest/work"
)

// Works reads the publications of a document in the order in which they stand there, one at a time. The sequence may be read
// once or often, and left at any point. Values may be pieces of the document's text, which they then keep in memory.
//
// An error is a [fault.Fault], or the context's. After one whose grade is [fault.Rejected] or [fault.Noted] the reading goes
// on; any other is the last of the sequence. A document without any publication is broken.
func Works(ctx context.Context, doc *document.Document, format Format) iter.Seq2[work.Work, error] {
	return func(yield func(work.Work, error) bool) {
		out := &sink{doc: doc, yield: yield, going: func() error { return ctx.Err() }}
		r, known := rowOf(format)
		switch {
		case !known:
			out.brokenAt(0, "the format %q is not known; expected one of %s", format, formatNames())
			return
		case r.maxLine > 0 && !out.linesUpTo(r.maxLine):
			return
		}
		r.read(ctx, doc, out)
		if out.taken == 0 && !out.ended {
			out.brokenAt(0, "holds no publication in the format %s", format)
		}
	}
}

// sink takes what a reader finds and hands it on. Its methods say whether to go on reading.
type sink struct {
	doc   *document.Document
	yield func(work.Work, error) bool
	going func() error // the context's error
	taken int          // works and rejected records
	ended bool
}

// work takes a publication.
func (s *sink) work(w work.Work) bool {
	if list, n := excess(&w); n > 0 {
		return s.rejectAt(w.Line, "the record has %d %s; expected at most %d", n, list, maxItems)
	}
	s.taken++
	return s.hand(w, nil)
}

// reject takes a record that can't be read. It stands at the byte.
func (s *sink) reject(offset int, format string, args ...any) bool {
	return s.rejectAt(s.doc.Line(offset), format, args...)
}

// rejectAt is the same with the line's number.
func (s *sink) rejectAt(line int, format string, args ...any) bool {
	s.taken++
	return s.fault(fault.Rejected, line, format, args)
}

// note takes something that was not understood, with its line.
func (s *sink) note(line int, format string, args ...any) bool {
	return s.fault(fault.Noted, line, format, args)
}

// broken takes the end of a document that can't be read on from the byte.
func (s *sink) broken(offset int, format string, args ...any) {
	s.brokenAt(s.doc.Line(offset), format, args...)
}

// brokenAt is the same with the line's number, 0 for the document as a whole.
func (s *sink) brokenAt(line int, format string, args ...any) {
	s.fault(fault.Broken, line, format, args)
	s.ended = true
}

// fault hands on what is wrong.
func (s *sink) fault(g fault.Grade, line int, format string, args []any) bool {
	return s.hand(work.Work{}, fault.Fault{File: s.doc.Name, Line: line, What: fmt.Sprintf(format, args...), Grade: g})
}

// hand hands something on, unless the reading has ended or the context is done.
func (s *sink) hand(w work.Work, err error) bool {
	if !s.goOn() {
		return false
	}
	s.ended = !s.yield(w, err)
	return !s.ended
}

// goOn says whether the reading goes on. Loops that may run long without finding anything ask.
func (s *sink) goOn() bool {
	if s.ended {
		return false
	}
	if err := s.going(); err != nil {
		s.ended = true
		s.yield(work.Work{}, err)
		return false
	}
	return true
}

// linesUpTo says that no line is longer, or takes the fault.
func (s *sink) linesUpTo(most int) bool {
	for number, at := range s.doc.Lines() {
		if n := at.End - at.Start; n > most {
			s.brokenAt(number, "the line has %d bytes; expected at most %d", n, most)
			return false
		}
	}
	return s.goOn()
}
