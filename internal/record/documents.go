package record

import (
	"encoding/binary"
	"strings"
	"unicode/utf8"

	"github.com/wasl-graph/wasl/graph"
)

// checkDocuments refuses a text that can't be quoted from, and one that no source of the change names: a source that is
// known already is named again with its text.
func checkDocuments(c graph.Change) error {
	named := make(map[string]bool, len(c.Sources))
	for _, src := range c.Sources {
		named[src.SHA256] = true
	}
	for _, d := range c.Documents {
		if !named[d.SHA256] {
			return graph.Invalid("document", d.SHA256, graph.ExpectOwnSource)
		}
		if !utf8.ValidString(d.Text) {
			return graph.Invalid("document", d.SHA256, graph.ExpectUTF8)
		}
	}
	return nil
}

// newDocuments are those whose text is neither kept already nor coming with a change before, each once. A text that is kept
// stays as it is: evidence counts its characters.
func (s *Store) newDocuments(list []graph.Document, coming map[string]bool) ([]graph.Document, error) {
	var fresh []graph.Document
	seen := map[string]bool{}
	for _, d := range list {
		_, kept, err := s.Quote(d.SHA256, graph.Place{Unit: graph.Chars})
		if err != nil {
			return nil, err
		}
		if !seen[d.SHA256] && !coming[d.SHA256] && !kept {
			seen[d.SHA256] = true
			fresh = append(fresh, d)
		}
	}
	return fresh, nil
}

// chunkChars is how many code points of a text stand under one key. A quotation reads no more of a long text than the
// chunks in which it stands.
const chunkChars = 1 << 14

// chunkKey is where a chunk of a document's text stands. Chunks are counted from 0; an empty text has one.
func chunkKey(sha256 string, chunk int) []byte {
	return binary.BigEndian.AppendUint32([]byte(sha256), uint32(chunk))
}

func writeDocuments(tx engineTx, list []graph.Document) error {
	for _, d := range list {
		for i, rest := 0, d.Text; i == 0 || rest != ""; i++ {
			n := lengthOf(rest, chunkChars)
			if err := tx.put(bucketTexts, chunkKey(d.SHA256, i), []byte(rest[:n])); err != nil {
				return err
			}
			rest = rest[n:]
		}
	}
	return nil
}

// lengthOf is how many bytes the first code points of a text take.
func lengthOf(text string, chars int) int {
	for i := range text {
		if chars == 0 {
			return i
		}
		chars--
	}
	return len(text)
}

// readText joins the chunks of a document's text, from the one to the other. It is not kept when the first of them is
// missing.
func readText(tx engineTx, sha256 string, first, last int) (text string, kept bool) {
	var b strings.Builder
	for i := first; i <= last; i++ {
		value := tx.get(bucketTexts, chunkKey(sha256, i))
		if value == nil {
			return b.String(), i > first
		}
		b.Write(value)
	}
	return b.String(), true
}

// Quote is the piece of a document's text at a place in characters, and whether the text is kept and reaches so far. The
// document is named by its digest. A text never changes under its digest, so it fits every revision that names it. Quote
// does not wait for a change that is being written.
func (s *Store) Quote(sha256 string, place graph.Place) (words string, kept bool, err error) {
	if place.Start < 0 || place.End < place.Start || place.Unit != graph.Chars {
		return "", false, nil
	}
	err = guarded(func() error {
		tx, err := s.engine.begin(false)
		if err != nil {
			return err
		}
		defer tx.rollback()
		// The end of a text may be the end of its last chunk: a place before its first character leads to the chunk before.
		first, last := max(place.Start-1, 0)/chunkChars, max(place.End-1, 0)/chunkChars
		text, found := readText(tx, sha256, first, last)
		inText := graph.Place{Unit: graph.Chars, Start: place.Start - first*chunkChars, End: place.End - first*chunkChars}
		if words, kept = graph.Quote(text, inText); !found {
			words, kept = "", false
		}
		return nil
	})
	return words, kept, err
}
