package read

import (
	"encoding/json"
	"strings"

	"github.com/wasl-graph/wasl/internal/ingest/document"
	"github.com/wasl-graph/wasl/internal/ingest/work"
)

func jsonRecords(doc *document.Document, out *sink, list string, take func(jsonValue) bool) {
	if isJSONL(doc.Text) {
		jsonLines(doc, out, take)
		return
	}
	s := newJSONStream(doc, out)
	defer func() { s.finish() }()
	first, ok := s.open()
	switch {
	case !ok:
	case first == '[':
		s.items(take)
	default:
		s.object(list, take)
	}
}

func isJSONL(text string) bool {
	line, rest, _ := strings.Cut(strings.TrimLeft(text, blank), "\n")
	return strings.HasPrefix(line, "{") && len(line) <= maxRecord && strings.TrimLeft(rest, blank) != "" && json.Valid([]byte(line))
}

func jsonLines(doc *document.Document, out *sink, take func(jsonValue) bool) {
	for number, at := range doc.Lines() {
		if !out.goOn() {
			return
		}
		at = trimmed(doc.Text, at)
		if at.Start == at.End {
			continue
		}
		if n := at.End - at.Start; n > maxRecord {
			if !out.rejectAt(number, "the line has %d bytes; expected at most %d", n, maxRecord) {
				return
			}
			continue
		}
		if err := wrongJSON([]byte(doc.Text[at.Start:at.End])); err != nil {
			if !out.rejectAt(number, "the line is not right JSON (%v); expected one object", err) {
				return
			}
			continue
		}
		if !takeJSON(doc, out, at, take) {
			return
		}
	}
}

func wrongJSON(data []byte) error {
	if json.Valid(data) {
		return nil
	}
	var any json.RawMessage
	return json.Unmarshal(data, &any)
}

func takeJSON(doc *document.Document, out *sink, at work.Span, take func(jsonValue) bool) bool {
	v, err := jsonAt(doc.Text, at)
	switch {
	case err != nil:
		return out.reject(at.Start, "the record is refused: %v", err)
	case v.form != '{':
		return out.reject(at.Start, "found %.20q; expected an object in braces", v.text)
	}
	return take(v)
}
