package curation

import (
	"context"
	"strings"
	"unicode/utf8"

	"github.com/wasl-graph/wasl/graph"
)

// Texts are the kept texts of sources, by the digest of the document.
type Texts interface {
	Quote(sha256 string, place graph.Place) (words string, kept bool, err error)
}

// How long a quotation may be: where the text is kept only its place is recorded; elsewhere the words are, and of somebody
// else's text these must be few.
const (
	maxQuote      = 2_000 // characters
	maxWords      = 12
	maxWordsChars = 200
)

// quotation is words that are said to stand in a source.
type quotation struct {
	words string
	texts Texts
	// Where the words stand in the document that was looked through last. A text never changes under its digest.
	sha256 string
	place  graph.Place
}

// in is the evidence that the words are in a source: their place where its text is kept, else the words themselves.
func (q *quotation) in(ctx context.Context, source graph.Source) (graph.Evidence, error) {
	e := graph.Evidence{Source: source.ID, Method: graph.Curated}
	if q.words == "" {
		return e, nil
	}
	if q.place.Unit == graph.Nowhere || q.sha256 != source.SHA256 {
		place, kept, err := q.look(ctx, source.SHA256)
		if err != nil {
			return e, err
		}
		if !kept {
			e.Words, err = fewWords(q.words)
			return e, err
		}
		if place.Unit == graph.Nowhere {
			return e, graph.NewError(graph.BadInput, "curation.quote.unfound",
				"{argument}: these words do not stand in the text of {source}; they must be exactly as they are there",
				graph.Params{"argument": "quote", "source": string(source.ID)})
		}
		q.sha256, q.place = source.SHA256, place
	}
	e.Place = q.place
	return e, nil
}

// fewWords refuses to record a long quotation.
func fewWords(words string) (string, error) {
	words, err := line("quote", words, maxWordsChars)
	if err == nil && len(strings.Fields(words)) > maxWords {
		err = graph.Invalid("quote", words, graph.ExpectFewWords(maxWords))
	}
	return words, err
}

// window is how many characters of a text are looked through at once.
const window = 1 << 16

// look finds where the words first stand in the text of a document, which may be long: it is read piece by piece, the pieces
// overlapping by the length of the words. The place is nowhere when they do not stand in it.
func (q *quotation) look(ctx context.Context, sha256 string) (place graph.Place, kept bool, err error) {
	length, kept, err := q.length(sha256)
	if err != nil || !kept {
		return graph.Place{}, kept, err
	}
	n := utf8.RuneCountInString(q.words)
	for start := 0; start+n <= length; start += window - n + 1 {
		if err := ctx.Err(); err != nil {
			return graph.Place{}, true, err
		}
		piece, _, err := q.texts.Quote(sha256, graph.Place{Unit: graph.Chars, Start: start, End: min(start+window, length)})
		if err != nil {
			return graph.Place{}, true, err
		}
		if at := strings.Index(piece, q.words); at >= 0 {
			start += utf8.RuneCountInString(piece[:at])
			return graph.Place{Unit: graph.Chars, Start: start, End: start + n}, true, nil
		}
	}
	return graph.Place{}, true, nil
}

// length is how many characters the text of a document has, and whether it is kept: the last place that is in it.
func (q *quotation) length(sha256 string) (length int, kept bool, err error) {
	reaches := func(n int) bool {
		if err != nil {
			return false
		}
		var there bool
		_, there, err = q.texts.Quote(sha256, graph.Place{Unit: graph.Chars, Start: n, End: n})
		return there && err == nil
	}
	if !reaches(0) {
		return 0, false, err
	}
	beyond := window
	for reaches(beyond) {
		length, beyond = beyond, 2*beyond
	}
	for length+1 < beyond {
		if middle := length + (beyond-length)/2; reaches(middle) {
			length = middle
		} else {
			beyond = middle
		}
	}
	return length, true, err
}
