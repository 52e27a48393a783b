package read

import (
	"context"
	"fmt"
	"strings"

	"github.com/wasl-graph/wasl/internal/ingest/document"
	"github.com/wasl-graph/wasl/internal/ingest/fault"
)

// Format is the name of a format, as --format takes it.
type Format string

// The formats.
const (
	Listing     Format = "listing"
	FlashReport Format = "flash-report"
	RIS         Format = "ris"
	BibTeX      Format = "bibtex"
	CSLJSON     Format = "csl-json"
	OpenAlex    Format = "openalex"
	OAIDC       Format = "oai-dc"
	CSV         Format = "csv"
	WaslJSONL   Format = "wasl-jsonl"
)

// row is what is known about a format.
type row struct {
	format Format
	// media is the media type of a document in the format.
	media string
	// maxLine is the most bytes that a line may have, 0 where lines mean nothing.
	maxLine int
	// looks says whether a text that begins like this is in the format.
	looks func(head string) bool
	read  func(ctx context.Context, doc *document.Document, out *sink)
}

// formats are all formats, in the order in which they are tried on a text.
func formats() []row {
	return []row{
		{RIS, "application/x-research-info-systems", maxLine, looksLikeRIS, readRIS},
		{BibTeX, "application/x-bibtex", maxLine, looksLikeBibTeX, readBibTeX},
		{OpenAlex, "application/json", 0, looksLikeOpenAlex, readOpenAlex},
		{OAIDC, "text/xml", 0, looksLikeDC, readDC},
		{CSLJSON, "application/vnd.citationstyles.csl+json", 0, looksLikeCSL, readCSL},
		{WaslJSONL, "application/jsonl", maxRecord, looksLikeOwn, readOwn},
		{CSV, "text/csv", maxLine, looksLikeCSV, readCSV},
		{FlashReport, "text/plain", maxLine, looksLikeFlash, readFlash},
		{Listing, "text/plain", maxLine, looksLikeListing, readListing},
	}
}

// Formats are the names of all formats.
func Formats() []Format {
	var names []Format
	for _, r := range formats() {
		names = append(names, r.format)
	}
	return names
}

// ParseFormat finds a format by its name.
func ParseFormat(name string) (Format, error) {
	r, known := rowOf(Format(strings.ToLower(name)))
	if !known {
		return "", fmt.Errorf("the format %q is not known; expected one of %s", name, formatNames())
	}
	return r.format, nil
}

// MediaType is the media type of a document in the format, "" for an unknown one.
func (f Format) MediaType() string {
	r, _ := rowOf(f)
	return r.media
}

// rowOf finds a format's row.
func rowOf(f Format) (row, bool) {
	for _, r := range formats() {
		if r.format == f {
			return r, true
		}
	}
	return row{}, false
}

// formatNames lists all formats for a sentence.
func formatNames() string {
	var names []string
	for _, f := range Formats() {
		names = append(names, string(f))
	}
	return strings.Join(names, ", ")
}

// headBytes is how much of a document is looked at to tell its format.
const headBytes = 64 << 10

// Detect tells the format of a document by its content. The error is a [fault.Fault] that names the format when it is one
// that is known and not read.
func Detect(doc *document.Document) (Format, error) {
	head := strings.TrimLeft(doc.Text[:min(len(doc.Text), headBytes)], blank)
	if what := foreign(head); what != "" {
		return "", fault.Fault{File: doc.Name, Line: 1, What: what}
	}
	for _, r := range formats() {
		if r.looks(head) {
			return r.format, nil
		}
	}
	return "", fault.Fault{File: doc.Name, What: fmt.Sprintf("is in none of the formats that are read (%s); --format NAME says in which", formatNames())}
}

// blank are the characters that may stand before the first that means anything.
const blank = " \t\r\n\f\ufeff\u200e\u200f"
