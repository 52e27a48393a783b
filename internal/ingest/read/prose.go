package read

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/wasl-graph/wasl/internal/ingest/document"
	"github.com/wasl-graph/wasl/internal/ingest/work"
)

// proseLine is a line of a document that people have written, with what Markdown puts around it taken away.
type proseLine struct {
	number int // from 1
	// at is what the line says, without signs of emphasis, headings and direction at either end.
	at work.Span
	// gap is how many blank lines stand before it, and before the first line of a document one.
	gap     int
	heading bool
}

// isMarkup says that a character at the end of a line is not part of what it says: blank, emphasis, direction.
func isMarkup(r rune) bool {
	return r == '*' || r == '_' || r == '\\' || isBlank(r) || isDirection(r)
}

// isDirection says that a character is not seen and only steers the direction of the text.
func isDirection(r rune) bool {
	return r == '\u061c' || r == '\u200e' || r == '\u200f' || r >= '\u202a' && r <= '\u202e' || r >= '\u2066' && r <= '\u2069'
}

// proseLines are the lines that say something.
func proseLines(doc *document.Document) func(yield func(proseLine) bool) {
	return func(yield func(proseLine) bool) {
		gap := 1
		for number, at := range doc.Lines() {
			line, says := unmarked(doc.Text, at)
			if !says {
				gap++
				continue
			}
			line.number, line.gap = number, gap
			if !yield(line) {
				return
			}
			gap = 0
		}
	}
}

// unmarked takes the markup off a line. It says nothing when no letter or digit is left.
func unmarked(text string, at work.Span) (proseLine, bool) {
	line := proseLine{at: withoutMarkup(text, at)}
	rest := text[line.at.Start:line.at.End]
	if marks := len(rest) - len(strings.TrimLeft(rest, "#")); marks > 0 && marks <= 6 {
		if r, _ := utf8.DecodeRuneInString(rest[marks:]); isBlank(r) && !strings.Contains(rest[marks:], "#") {
			line.heading = true
			line.at.Start += marks
		}
	}
	if strings.HasPrefix(rest, ">") {
		line.at.Start++
	}
	line.at = withoutMarkup(text, line.at)
	return line, filled(text[line.at.Start:line.at.End])
}

// withoutMarkup is the span without markup at either end.
func withoutMarkup(text string, at work.Span) work.Span {
	left := strings.TrimLeftFunc(text[at.Start:at.End], isMarkup)
	start := at.End - len(left)
	return work.Span{Start: start, End: start + len(strings.TrimRightFunc(left, isMarkup))}
}

// proseWords are the words of a line or of several: what stands there, each run of blank characters as one space, without
// signs of emphasis and direction in between.
func proseWords(text string, at work.Span) work.Words {
	at = withoutMarkup(text, at)
	piece := text[at.Start:at.End]
	if strings.ContainsFunc(piece, func(r rune) bool { return r == '*' || isDirection(r) }) {
		piece = strings.Map(func(r rune) rune {
			if r == '*' || isDirection(r) {
				return -1
			}
			return r
		}, piece)
	}
	return work.Words{Value: oneSpace(piece), At: at}
}

// passage is running text, to the letter, so that whatever it names has its own place.
func passage(text string, at work.Span) work.Text {
	at = withoutMarkup(text, at)
	return work.Text{Words: work.Words{Value: text[at.Start:at.End], At: at}}
}

// endsSentence says that a text ends as a sentence does.
func endsSentence(s string) bool {
	s = strings.TrimRight(s, "\"'”“’»)]")
	r, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune(".!?؟…", r)
}

// wordsIn counts words.
func wordsIn(s string) int { return len(strings.FieldsFunc(s, unicode.IsSpace)) }
