package work

import "github.com/wasl-graph/wasl/graph"

// Span is a piece of a document's text, in bytes: from Start up to, but not including, End. The zero Span is no piece.
type Span struct{ Start, End int }

// IsZero says that the span is no piece of the text.
func (s Span) IsZero() bool { return s == Span{} }

// Words is something that a document says: the value as its format means it, and the piece of the text where it stands.
// The two differ where a format escapes or wraps lines; where they are equally long, the value is the piece itself but for
// what is blank in it, so that a part of it stands in the same place in both.
type Words struct {
	Value string
	At    Span
}

// Part is the piece of the text where a part of the value stands, from the byte start up to end: all of it where the value
// differs from the piece.
func (w Words) Part(start, end int) Span {
	if len(w.Value) != w.At.End-w.At.Start {
		return w.At
	}
	return Span{w.At.Start + start, w.At.Start + end}
}

// Text is words in a language.
type Text struct {
	Words
	// Language is what the document says it to be, "" when it says nothing.
	Language graph.Tag
}

// Identifier is the name of something in somebody else's scheme.
type Identifier struct {
	// Scheme is in lower case: doi, isbn, issn, orcid, ror, wikidata, openalex, handle, url.
	Scheme string
	Words
}
