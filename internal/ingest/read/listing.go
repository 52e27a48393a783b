package read

import (
	"context"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/wasl-graph/wasl/internal/ingest/document"
)

// A listing of publications is one after the other of
//
//	A title, on one line or wrapped
//
//	Published June 2024
//
//	Morocco / Jordan
//
//	#Irregular Migration #Reintegration
//
//	An abstract of one or more paragraphs.
//
//	Authors: Lina Haddad (ABC), and Omar Saleh (XYZ).
//
// in English, German or Arabic, as plain text or Markdown. The line that says when it was published makes a record; all but
// the title may be missing. Lines with other labels (labels.go) are read too.

// looksLikeListing asks for a line that says when something was published, behind one that can be a title.
func looksLikeListing(head string) bool {
	before := false
	for line := range proseLines(&document.Document{Text: head}) {
		text := head[line.at.Start:line.at.End]
		if isPublished(text) && before {
			return true
		}
		before = true
	}
	return false
}

// isPublished says that a line is the one that says when something was published.
func isPublished(line string) bool {
	f, at := labelled(line)
	return f == publishedField && f.fits(line[at:])
}

// readListing reads all records.
func readListing(_ context.Context, doc *document.Document, out *sink) {
	s := listingScan{text: doc.Text, out: out}
	for line := range proseLines(doc) {
		if !out.goOn() || !s.line(line) {
			return
		}
	}
	s.end()
}

// listingScan parts the lines into records.
type listingScan struct {
	text  string
	out   *sink
	lines []proseLine // of the open record, or before the first
	open  bool
}

// line takes a line. One that says when something was published begins a record with the title before it.
func (s *listingScan) line(line proseLine) bool {
	if isPublished(s.words(line)) {
		title := s.titleStart()
		if title == len(s.lines) {
			s.lines = append(s.lines, line)
			return s.out.note(line.number, "says when something was published, and no title stands before it")
		}
		if !s.emit(s.lines[:title]) {
			return false
		}
		s.lines, s.open = append([]proseLine(nil), s.lines[title:]...), true
	}
	s.lines = append(s.lines, line)
	return true
}

// words are what a line says.
func (s *listingScan) words(line proseLine) string { return s.text[line.at.Start:line.at.End] }

// maxTitleLines is over how many lines a title may be wrapped.
const maxTitleLines = 4

// titleStart is the line on which the title begins that ends the lines so far; their number when none of them can be one.
func (s *listingScan) titleStart() int {
	last := len(s.lines) - 1
	if last < 0 || !s.canBeTitle(last) {
		return len(s.lines)
	}
	start := last
	for last-start+1 < maxTitleLines && start > 0 && s.lines[start].gap == 0 && !s.lines[start].heading &&
		s.canBeTitle(start-1) && !endsSentence(s.words(s.lines[start-1])) {
		start--
	}
	return start
}

// canBeTitle says that a line is none of those that have another meaning.
func (s *listingScan) canBeTitle(i int) bool {
	words := s.words(s.lines[i])
	if f, at := labelled(words); f != noField && f.fits(words[at:]) || isTags(words) {
		return false
	}
	return !s.open || i == 0 || !(isPublished(s.words(s.lines[i-1])) && isCountries(words))
}

// end takes what is left.
func (s *listingScan) end() { s.emit(s.lines) }

// emit hands on the record, or says what stands before the first.
func (s *listingScan) emit(lines []proseLine) bool {
	switch {
	case len(lines) == 0:
		return true
	case !s.open && len(lines) == 1:
		return s.out.note(lines[0].number, "the line belongs to no publication")
	case !s.open:
		return s.out.note(lines[0].number, "%d lines from here on belong to no publication", len(lines))
	}
	r := listingRecord{text: s.text, lines: lines}
	return s.out.work(r.read())
}

// isTags says that a line is one of tags: #Irregular Migration #Policy.
func isTags(line string) bool {
	rest, found := strings.CutPrefix(line, "#")
	if !found {
		return false
	}
	r, _ := utf8.DecodeRuneInString(rest)
	return unicode.IsLetter(r) || unicode.IsDigit(r) || strings.Contains(rest, "#")
}

// What a line of countries has at the most.
const (
	maxCountryWords = 7
	maxCountryLine  = 600
)

// isCountries says that a line can be one of countries: names with slashes between them, and no sentence.
func isCountries(line string) bool {
	if len(line) > maxCountryLine || endsSentence(line) || strings.ContainsFunc(line, unicode.IsDigit) {
		return false
	}
	list := strings.Split(line, "/")
	if len(list) == 1 {
		list = strings.FieldsFunc(line, isListSign)
	}
	for _, name := range list {
		name = strings.TrimFunc(name, isMarkup)
		r, _ := utf8.DecodeRuneInString(name)
		if !unicode.IsLetter(r) || unicode.IsLower(r) || wordsIn(name) > maxCountryWords || strings.ContainsAny(name, ":#?!\"") {
			return false
		}
	}
	return len(list) > 1 || wordsIn(line) <= maxCountryWords-2
}

// isListSign says that a character may part the names on a line without slashes.
func isListSign(r rune) bool { return strings.ContainsRune(",;|،؛·•", r) }
