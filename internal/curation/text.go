package curation

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/lang"
)

// How many characters a text may have: one that stands on a line, and one that may have several.
const (
	maxLine  = 1_000
	maxProse = 20_000
)

// line reads a text that stands on one line: composed and without spaces around it. Blank and long ones are refused, and those
// with characters that can't be seen and change how the text around them reads.
func line(argument, value string, most int) (string, error) {
	value, err := prose(argument, value, most)
	if err == nil && strings.Contains(value, "\n") {
		return "", graph.Invalid(argument, value, graph.ExpectPlainText)
	}
	return value, err
}

// prose is line for a text that may have several lines.
func prose(argument, value string, most int) (string, error) {
	if !utf8.ValidString(value) {
		return "", graph.Invalid(argument, strings.ToValidUTF8(value, "\uFFFD"), graph.ExpectUTF8)
	}
	value = lang.Composed(strings.TrimSpace(strings.ReplaceAll(value, "\r\n", "\n")))
	switch {
	case !strings.ContainsFunc(value, seen):
		return "", graph.Invalid(argument, value, graph.ExpectSomeText)
	case utf8.RuneCountInString(value) > most:
		return "", graph.Invalid(argument, value, graph.ExpectShortText(most))
	case strings.ContainsFunc(value, disturbs):
		return "", graph.Invalid(argument, value, graph.ExpectPlainText)
	}
	return value, nil
}

// seen says that a character is more than space.
func seen(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsPunct(r) || unicode.IsSymbol(r)
}

// disturbs says that a character controls how others are shown: control characters but the line feed, other line ends, and
// those that turn the direction of what follows. Joiners and marks of direction belong to many spellings.
func disturbs(r rune) bool {
	return r != '\n' && unicode.IsControl(r) || unicode.In(r, unicode.Zl, unicode.Zp) ||
		'\u202A' <= r && r <= '\u202E' || '\u2066' <= r && r <= '\u2069'
}
