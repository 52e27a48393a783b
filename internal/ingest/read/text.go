package read

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/wasl-graph/wasl/internal/ingest/work"
)

// isBlank says that a character may stand around a value without belonging to it.
func isBlank(r rune) bool { return unicode.IsSpace(r) || r == '\ufeff' }

// trimmed is the span without blank characters at either end. Of blank ones alone it is an empty span.
func trimmed(text string, at work.Span) work.Span {
	piece := text[at.Start:at.End]
	left := strings.TrimLeftFunc(piece, isBlank)
	start := at.End - len(left)
	return work.Span{Start: start, End: start + len(strings.TrimRightFunc(left, isBlank))}
}

// wordsAt are the words of a piece of text, each run of blank characters as one space.
func wordsAt(text string, at work.Span) work.Words {
	at = trimmed(text, at)
	if at.Start == at.End {
		return work.Words{}
	}
	return work.Words{Value: oneSpace(text[at.Start:at.End]), At: at}
}

// oneSpace is the text with each run of blank characters as one space. It copies only where there is such a run.
func oneSpace(s string) string {
	last := ' '
	for _, r := range s {
		if isBlank(r) && (r != ' ' || last == ' ') {
			return strings.Join(strings.FieldsFunc(s, isBlank), " ")
		}
		last = r
	}
	return s
}

// parts are the pieces between separators, each with its own place, blank ones left out. Behind [maxItems] pieces the rest
// is one.
func parts(text string, at work.Span, separators string) []work.Words {
	var all []work.Words
	start := at.Start
	for i := at.Start; i <= at.End; {
		r, size := utf8.DecodeRuneInString(text[i:at.End])
		if i < at.End && (len(all) >= maxItems || !strings.ContainsRune(separators, r)) {
			i += size
			continue
		}
		if w := wordsAt(text, work.Span{Start: start, End: i}); w.Value != "" {
			all = append(all, w)
		}
		i += max(size, 1)
		start = i
	}
	return all
}

// inside is the part of the words that begins at a byte of their value and has so many bytes. Where the value differs from
// the text, its place is that of the whole.
func inside(text string, w work.Words, start, size int) work.Words {
	part := work.Words{Value: w.Value[start : start+size], At: w.At}
	if text[w.At.Start:w.At.End] == w.Value {
		part.At = work.Span{Start: w.At.Start + start, End: w.At.Start + start + size}
	}
	return part
}

// filled says that there is a letter or a digit in the words.
func filled(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }) >= 0
}
