package graph

import (
	"errors"
	"strings"
	"time"
)

// SourceID names a source: "source:icmpd-publications-2024".
type SourceID string

// ParseSourceID reads the id of a source and checks its form.
func ParseSourceID(s string) (SourceID, error) {
	local, found := strings.CutPrefix(s, "source:")
	if !found || !validLocal(local) || len(s) > maxIDLength {
		return "", Invalid("source", s, ExpectSourceID)
	}
	return SourceID(s), nil
}

// Source is what facts rest on: a document, a table, a page of somebody else's.
type Source struct {
	ID    SourceID
	Title Text
	// URL is where it was read, "" when it has none.
	URL string
	// Format is its media type; [ReferenceFormat] for a work that is only referred to.
	Format string
	// SHA256 is the digest of the document in lower-case hexadecimal digits; for a work that is only referred to, of the
	// reference (see [Source.ReferenceText]).
	SHA256   string
	Imported time.Time
}

// Check says what is wrong with the source on its own: its id, its title, or text that is not UTF-8.
func (s Source) Check() error {
	if _, err := ParseSourceID(string(s.ID)); err != nil {
		return err
	}
	if err := checkText("title", s.Title); err != nil {
		return err
	}
	if err := checkUTF8("url", s.URL); err != nil {
		return err
	}
	return errors.Join(checkUTF8("format", s.Format), checkUTF8("sha256", s.SHA256))
}

// Document is the text of a source, kept so that evidence with a place in characters can quote it.
type Document struct {
	// SHA256 is the digest by which the source names its document: that of the original bytes, whatever their encoding.
	SHA256 string
	// Text is the whole text in UTF-8.
	Text string
}

// Quote is the piece of a text that a place names in characters, and whether the text reaches so far.
func Quote(text string, p Place) (quote string, found bool) {
	if p.Unit != Chars || p.Start < 0 || p.End < p.Start {
		return "", false
	}
	from, n := -1, 0
	for i := range text {
		if n == p.Start {
			from = i
		}
		if n == p.End {
			return text[from:i], true
		}
		n++
	}
	switch {
	case n != p.End:
		return "", false
	case from < 0: // the empty piece at the very end
		return "", true
	}
	return text[from:], true
}

// ReferenceFormat is the format of a source of which only the reference is held, not a document.
const ReferenceFormat = "text/x-reference"

// ReferenceText is what the digest of a reference is taken of: the title, a line feed, and the URL.
func (s Source) ReferenceText() string { return s.Title.Value + "\n" + s.URL }
