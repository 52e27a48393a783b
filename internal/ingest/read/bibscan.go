package read

import (
	"fmt"
	"regexp"
	"strings"

	"github.com/wasl-graph/wasl/internal/ingest/work"
)

// bibEntry is one entry as it is written.
type bibEntry struct {
	at     work.Span
	kind   work.Words // as written
	key    work.Words
	fields []bibField
}

// bibField is one field, or the one value of @string.
type bibField struct {
	name   string // in small letters
	at     int
	pieces []bibPiece
}

// bibPiece is one of the pieces that # joins to a value.
type bibPiece struct {
	form byte // '{' or '"' for a text, '0' for a number, 'm' for the name of a macro
	at   work.Span
}

// isWork says that the entry describes a publication.
func (e bibEntry) isWork() bool {
	switch strings.ToLower(e.kind.Value) {
	case "comment", "preamble", "string", "xdata", "set", "control":
		return false
	}
	return true
}

// bibFault is what is wrong at a byte.
type bibFault struct {
	offset int
	what   string
}

// maxBraces is how deep braces may stand in each other.
const maxBraces = 100

// bibScanner takes entries apart.
type bibScanner struct {
	text  string
	pos   int
	start int // where the last entry began
}

// next is the next entry, nil at the end of the text. After a fault the scanner stands before the next line that begins one.
func (s *bibScanner) next() (*bibEntry, *bibFault) {
	for {
		i := strings.IndexByte(s.text[s.pos:], '@')
		if i < 0 {
			s.pos, s.start = len(s.text), len(s.text)
			return nil, nil
		}
		s.start = s.pos + i
		s.pos = s.start + 1
		if !s.apart(s.start) {
			continue
		}
		s.while(isSpace)
		kind := s.while(isLetter)
		s.while(isSpace)
		if kind.Start == kind.End || s.pos == len(s.text) || s.text[s.pos] != '{' && s.text[s.pos] != '(' {
			s.pos = s.start + 1
			continue
		}
		e := &bibEntry{kind: work.Words{Value: s.text[kind.Start:kind.End], At: kind}}
		fault := s.body(e)
		if fault != nil {
			s.resume()
			return nil, fault
		}
		e.at = work.Span{Start: s.start, End: s.pos}
		return e, nil
	}
}

// apart says that an @ does not stand within a word, as in an address.
func (s *bibScanner) apart(at int) bool {
	return at == 0 || strings.IndexByte(" \t\r\n},);", s.text[at-1]) >= 0 || strings.HasSuffix(s.text[:at], "\ufeff")
}

// bibLineStart finds a line that begins an entry of any kind.
var bibLineStart = regexp.MustCompile(`\n[ \t]*@[ \t]*[A-Za-z]+[ \t]*[{(]`)

// resume goes on at the first line behind the entry's beginning that begins another.
func (s *bibScanner) resume() {
	s.pos = len(s.text)
	if at := bibLineStart.FindStringIndex(s.text[s.start:]); at != nil {
		s.pos = s.start + at[0] + 1
	}
}

// body reads what stands in the braces of an entry.
func (s *bibScanner) body(e *bibEntry) *bibFault {
	closing := byte('}')
	if s.text[s.pos] == '(' {
		closing = ')'
	}
	open := s.pos
	s.pos++
	switch strings.ToLower(e.kind.Value) {
	case "comment", "preamble":
		return s.skip(open, closing)
	case "string":
		return s.fieldsUntil(e, closing)
	}
	key := s.while(func(b byte) bool { return b != ',' && b != closing && b != '=' && b != '{' && b != '"' && b != '\n' })
	s.blanks()
	switch {
	case s.pos < len(s.text) && s.text[s.pos] == '=': // a field: there is no key
		s.pos = key.Start
	case s.pos < len(s.text) && s.text[s.pos] == ',':
		e.key = wordsAt(s.text, key)
		s.pos++
	case s.pos < len(s.text) && s.text[s.pos] == closing:
		e.key = wordsAt(s.text, key)
	default:
		return s.expected(s.pos, "a comma behind the key of the entry")
	}
	return s.fieldsUntil(e, closing)
}

// fieldsUntil reads fields up to what closes the entry.
// named is a key for a sentence.
// field reads "name = value # value".
// piece reads a text in braces or quotation marks, a number or the name of a macro.
// skip goes behind what closes a text, over braces within it. A line that begins an entry can't be part of it.
// begins says that an entry begins on the line that begins at the byte: "@word{key,".
func (s *bibScanner) begins(at int) bool {
	line := s.text[at:min(len(s.text), at+200)]
	line = strings.TrimLeft(line, " \t")
	if !strings.HasPrefix(line, "@") {
		return false
	}
	line = strings.TrimLeft(strings.TrimLeftFunc(line[1:], func(r rune) bool { return r < 0x80 && isLetter(byte(r)) }), " \t")
	if !strings.HasPrefix(line, "{") {
		return false
	}
	end := strings.IndexAny(line[1:], ",\r\n{}=\" ")
	return end > 0 && line[1+end] == ','
}

// expected is the fault that something else stands at the byte.
func (s *bibScanner) expected(at int, what string) *bibFault {
	if at == len(s.text) {
		return &bibFault{s.start, "the entry ends with the document; expected " + what}
	}
	found := s.text[at:min(len(s.text), at+20)]
	if i := strings.IndexAny(found, "\r\n"); i > 0 {
		found = found[:i]
	}
	return &bibFault{at, fmt.Sprintf("found %q; expected %s", strings.ToValidUTF8(found, ""), what)}
}

// blanks goes over blank characters, and over comments to the end of their lines.
func (s *bibScanner) blanks() {
	for s.pos < len(s.text) {
		switch s.text[s.pos] {
		case ' ', '\t', '\r', '\n':
			s.pos++
		case '%':
			end := strings.IndexByte(s.text[s.pos:], '\n')
			if end < 0 {
				end = len(s.text) - s.pos
			}
			s.pos += end
		default:
			return
		}
	}
}

// while goes over bytes of one sort.
func (s *bibScanner) while(sort func(byte) bool) work.Span {
	start := s.pos
	for s.pos < len(s.text) && sort(s.text[s.pos]) {
		s.pos++
	}
	return work.Span{Start: start, End: s.pos}
}

// isLetter says that the byte is a letter of ASCII.
func isLetter(b byte) bool { return b|0x20 >= 'a' && b|0x20 <= 'z' }

// isFieldLetter says that the byte may stand in the name of a field or macro.
