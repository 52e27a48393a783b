package read

import (
	"encoding/json"
	"errors"
	"io"
	"strings"

	"github.com/wasl-graph/wasl/internal/ingest/document"
	"github.com/wasl-graph/wasl/internal/ingest/work"
)

// jsonRecords finds the records of a document in JSON, and hands on one after the other until take says no: each line of
// JSONL, each item of an array, each item of the member called list of an object, or the one object that the document is.
// isJSONL says that the first line that isn't blank is a whole object, and that something follows.
// jsonLines reads one object a line. A line that isn't right is rejected alone.
// wrongJSON says what is wrong with it.
// takeJSON takes one record apart and hands it on.
// jsonStream reads a document that is one value of JSON.
type jsonStream struct {
	doc     *document.Document
	out     *sink
	limited *limitedReader
	dec     *json.Decoder
	offset  int // of the decoder's input in the text
	err     error
	failed  int // where the error is
}

// newJSONStream is a stream that begins at the first character that isn't blank.
func newJSONStream(doc *document.Document, out *sink) *jsonStream {
	offset := len(doc.Text) - len(strings.TrimLeft(doc.Text, blank))
	limited := &limitedReader{r: strings.NewReader(doc.Text[offset:])}
	return &jsonStream{doc: doc, out: out, limited: limited, dec: json.NewDecoder(limited), offset: offset}
}

// errRecordSize says that one record is too large.
var errRecordSize = errors.New("is too large")

// limitedReader refuses to read more than a record may measure without a word that one has been read.
type limitedReader struct {
	r    io.Reader
	read int
}

// Read reads a little at a time, so that little lies behind the end of a record.
func (l *limitedReader) Read(p []byte) (int, error) {
	if l.read > maxRecord {
		return 0, errRecordSize
	}
	n, err := l.r.Read(p[:min(len(p), 64<<10)])
	l.read += n
	return n, err
}

// open reads the first token.
func (s *jsonStream) open() (byte, bool) {
	token, err := s.dec.Token()
	if err != nil {
		s.fail(err)
		return 0, false
	}
	if d, is := token.(json.Delim); is {
		return byte(d), true
	}
	s.out.broken(s.offset, "found %.20q; expected an object or an array", token)
	return 0, false
}

// items reads the items of the array that was opened.
func (s *jsonStream) items(take func(jsonValue) bool) bool {
	for s.dec.More() {
		at, ok := s.next()
		if !ok || !takeJSON(s.doc, s.out, at, take) {
			return false
		}
	}
	_, err := s.dec.Token()
	return s.check(err)
}

// object reads the members of the object that was opened: of the list one record after the other. An object that has no
// such list is a record itself.
func (s *jsonStream) object(list string, take func(jsonValue) bool) {
	lists := false
	for s.dec.More() {
		name, err := s.dec.Token()
		if !s.check(err) {
			return
		}
		if name == list && s.opensArray() {
			lists = true
			if !s.items(take) {
				return
			}
			continue
		}
		if _, ok := s.next(); !ok {
			return
		}
	}
	if _, err := s.dec.Token(); !s.check(err) || lists {
		return
	}
	at := work.Span{Start: s.offset, End: s.offset + int(s.dec.InputOffset())}
	if n := at.End - at.Start; n > maxRecord {
		s.out.reject(at.Start, "the record has %d bytes; expected at most %d", n, maxRecord)
		return
	}
	takeJSON(s.doc, s.out, at, take)
}

// opensArray says that an array follows, and goes into it.
func (s *jsonStream) opensArray() bool {
	rest := strings.TrimLeft(s.doc.Text[s.offset+int(s.dec.InputOffset()):], " \t\r\n:")
	if !strings.HasPrefix(rest, "[") {
		return false
	}
	_, err := s.dec.Token()
	return s.check(err)
}

// next reads one value, and says where it stands.
func (s *jsonStream) next() (work.Span, bool) {
	s.limited.read = 0
	var raw json.RawMessage
	if !s.check(s.dec.Decode(&raw)) {
		return work.Span{}, false
	}
	end := s.offset + int(s.dec.InputOffset())
	return work.Span{Start: end - len(raw), End: end}, s.out.goOn()
}

// check keeps an error.
func (s *jsonStream) check(err error) bool {
	if err != nil {
		s.fail(err)
	}
	return err == nil
}

// fail keeps an error with its place: the decoder's own is not exact, so what it could not read is looked at once more.
func (s *jsonStream) fail(err error) {
	s.err, s.failed = err, s.offset+int(s.dec.InputOffset())
	if _, is := errors.AsType[*json.SyntaxError](err); !is {
		return
	}
	s.failed = len(s.doc.Text) - len(strings.TrimLeft(s.doc.Text[s.failed:], " \t\r\n,:"))
	var raw json.RawMessage
	again := json.NewDecoder(&limitedReader{r: strings.NewReader(s.doc.Text[s.failed:])}).Decode(&raw)
	if syntax, is := errors.AsType[*json.SyntaxError](again); is {
		s.failed += max(int(syntax.Offset)-1, 0)
	}
}

// finish reports what ended the reading, and what stands behind the value.
func (s *jsonStream) finish() {
	switch {
	case s.err == nil:
		rest := s.offset + int(s.dec.InputOffset())
		if at := trimmed(s.doc.Text, work.Span{Start: rest, End: len(s.doc.Text)}); !s.out.ended && at.Start < at.End {
			s.out.broken(at.Start, "found %.20q behind the end of the JSON; expected nothing more", s.doc.Text[at.Start:])
		}
	case errors.Is(s.err, errRecordSize):
		s.out.broken(s.failed, "the record has more than %d bytes", maxRecord)
	case errors.Is(s.err, io.EOF), errors.Is(s.err, io.ErrUnexpectedEOF):
		s.out.broken(len(s.doc.Text), "the JSON ends before it is closed; expected the rest of it")
	default:
		s.out.broken(s.failed, "is not right JSON: %v", s.err)
	}
}

// jsonHead are the names at the first level of the first object in the beginning of a document, as far as they stand there.
