package read

import (
	"context"
	"encoding/xml"
	"errors"
	"io"
	"strings"

	"github.com/wasl-graph/wasl/internal/ingest/document"
	"github.com/wasl-graph/wasl/internal/ingest/work"
)

// Repositories answer over OAI-PMH (https://www.openarchives.org/OAI/openarchivesprotocol.html) with records in Dublin Core:
//
//	<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><ListRecords><record>
//	  <header><identifier>oai:example.org:1</identifier></header>
//	  <metadata><oai_dc:dc xmlns:oai_dc="…" xmlns:dc="http://purl.org/dc/elements/1.1/">
//	    <dc:title xml:lang="en">Return</dc:title><dc:creator>Haddad, Lina</dc:creator><dc:date>2024-06</dc:date>
//
// The answer to ListRecords or GetRecord is read as it was saved, and as well elements oai_dc:dc alone. XML is read strictly,
// without any entities of the document's own, so that none can be made to grow.

// looksLikeDC asks for OAI-PMH or Dublin Core.
func looksLikeDC(head string) bool {
	return strings.HasPrefix(head, "<") && (strings.Contains(head, "<OAI-PMH") || strings.Contains(head, "http://purl.org/dc/"))
}

// readDC reads all records.
func readDC(_ context.Context, doc *document.Document, out *sink) {
	start := len(doc.Text) - len(strings.TrimLeft(doc.Text, blank))
	limited := &limitedReader{r: strings.NewReader(doc.Text[start:])}
	dec := xml.NewDecoder(limited)
	dec.CharsetReader = func(_ string, input io.Reader) (io.Reader, error) { return input, nil } // decoded already
	r := dcReader{doc: doc, out: out, dec: dec, limited: limited, start: start}
	for r.step() {
	}
}

// dcReader follows the elements of the document.
type dcReader struct {
	doc     *document.Document
	out     *sink
	dec     *xml.Decoder
	limited *limitedReader
	start   int // of the decoder's input in the text
	depth   int

	record  *dcRecord
	until   int // the depth at which the record ends
	element xml.Name
	attr    string // its language; of an error its code
	value   strings.Builder
	inside  work.Span // of the element's content
	within  int       // the depth of the element that is being read, 0 for none
}

// step reads one token.
func (r *dcReader) step() bool {
	before := r.offset()
	token, err := r.dec.Token()
	switch {
	case errors.Is(err, io.EOF):
		return false
	case errors.Is(err, errRecordSize):
		r.out.broken(before, "the record has more than %d bytes", maxRecord)
		return false
	case err != nil:
		r.out.broken(r.offset(), "is not right XML: %s", strings.TrimPrefix(err.Error(), "XML syntax error on "))
		return false
	}
	switch t := token.(type) {
	case xml.StartElement:
		return r.open(t, before)
	case xml.EndElement:
		return r.close(before)
	case xml.CharData:
		if r.within > 0 {
			r.value.Write(t)
		}
	case xml.Directive:
		r.out.broken(before, "declares a document type or entities; expected XML without them, as OAI-PMH answers")
		return false
	}
	return r.out.goOn()
}

// offset is the decoder's place in the text.
func (r *dcReader) offset() int { return r.start + int(r.dec.InputOffset()) }

// open takes the beginning of an element.
func (r *dcReader) open(t xml.StartElement, before int) bool {
	if r.depth++; r.depth > maxDepth {
		r.out.broken(before, "elements stand in each other more than %d deep", maxDepth)
		return false
	}
	switch {
	case r.record == nil && (t.Name.Local == "record" || t.Name.Local == "dc"):
		r.limited.read = 0
		r.record = &dcRecord{text: r.doc.Text, at: before}
		r.until = r.depth
	case r.record != nil && t.Name.Local == "header":
		r.record.deleted = attribute(t, "status") == "deleted"
	case r.within == 0 && (r.record != nil || t.Name.Local == "error" || t.Name.Local == "resumptionToken"):
		r.element, r.attr, r.within = t.Name, attribute(t, "lang"), r.depth
		if t.Name.Local == "error" {
			r.attr = attribute(t, "code")
		}
		r.value.Reset()
		r.inside.Start = r.offset()
		if t.Name.Local == "metadata" || t.Name.Local == "dc" || t.Name.Local == "about" {
			r.within = 0
		}
	}
	return true
}

// attribute is an attribute's value.
func attribute(t xml.StartElement, name string) string {
	for _, a := range t.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// close takes the end of an element.
func (r *dcReader) close(before int) bool {
	depth := r.depth
	r.depth--
	switch {
	case depth == r.within:
		r.within = 0
		r.inside.End = before
		return r.content()
	case r.record != nil && depth == r.until:
		record := r.record
		r.record = nil
		record.end = r.offset()
		return record.hand(r.doc, r.out)
	}
	return true
}

// content takes what stood in an element.
func (r *dcReader) content() bool {
	w := work.Words{Value: oneSpace(strings.TrimFunc(r.value.String(), isBlank)), At: trimmed(r.doc.Text, r.inside)}
	switch {
	case r.record != nil:
		if w.Value != "" {
			r.record.add(r.element, r.attr, w)
		}
	case r.element.Local == "error":
		r.out.broken(r.inside.Start, "is an answer without records: %s (%s)", w.Value, r.attr)
		return false
	case r.element.Local == "resumptionToken" && w.Value != "":
		return r.out.note(r.doc.Line(r.inside.Start), "the list goes on: the repository has further records, with resumptionToken=%s", w.Value)
	}
	return true
}
