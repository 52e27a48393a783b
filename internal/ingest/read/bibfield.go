package read

import (
	"fmt"
	"strings"

	"github.com/wasl-graph/wasl/internal/ingest/work"
)

func (s *bibScanner) fieldsUntil(e *bibEntry, closing byte) *bibFault {
	for {
		s.blanks()
		switch {
		case s.pos == len(s.text) || s.begins(s.pos):
			return &bibFault{s.start, fmt.Sprintf("the entry %sis not closed; expected %q at its end", named(e.key.Value), closing)}
		case s.text[s.pos] == closing:
			s.pos++
			return nil
		case s.text[s.pos] == ',':
			s.pos++
			continue
		}
		f, fault := s.field(closing)
		if fault == nil && len(e.fields) == maxFields {
			fault = &bibFault{s.start, fmt.Sprintf("the entry %shas more than %d fields", named(e.key.Value), maxFields)}
		}
		if fault != nil {
			return fault
		}
		e.fields = append(e.fields, f)
		s.blanks()
		if s.pos < len(s.text) && s.text[s.pos] != ',' && s.text[s.pos] != closing && !s.begins(s.pos) {
			return s.expected(s.pos, fmt.Sprintf("a comma or %q behind the value of %s", closing, f.name))
		}
	}
}

func named(key string) string {
	if key == "" {
		return ""
	}
	return key + " "
}

func (s *bibScanner) field(closing byte) (bibField, *bibFault) {
	name := s.while(isFieldLetter)
	f := bibField{name: strings.ToLower(s.text[name.Start:name.End]), at: name.Start}
	s.blanks()
	if f.name == "" || s.pos == len(s.text) || s.text[s.pos] != '=' {
		return f, s.expected(name.Start, "a field in the form name = {value}")
	}
	for s.pos++; ; s.pos++ {
		s.blanks()
		piece, fault := s.piece(f.name, closing)
		if fault != nil {
			return f, fault
		}
		f.pieces = append(f.pieces, piece)
		s.blanks()
		if s.pos == len(s.text) || s.text[s.pos] != '#' {
			return f, nil
		}
	}
}

func (s *bibScanner) piece(name string, closing byte) (bibPiece, *bibFault) {
	start := s.pos
	if start < len(s.text) && (s.text[start] == '{' || s.text[start] == '"') {
		s.pos++
		end := byte('}')
		if s.text[start] == '"' {
			end = '"'
		}
		fault := s.skip(start, end)
		if fault != nil {
			return bibPiece{}, fault
		}
		return bibPiece{s.text[start], work.Span{Start: start + 1, End: s.pos - 1}}, nil
	}
	at := s.while(func(b byte) bool { return isFieldLetter(b) && b != closing })
	switch {
	case at.Start == at.End:
		return bibPiece{}, s.expected(start, "a value for "+name+", in braces or quotation marks, a number or the name of a macro")
	case strings.Trim(s.text[at.Start:at.End], "0123456789") == "":
		return bibPiece{'0', at}, nil
	}
	return bibPiece{'m', at}, nil
}

func (s *bibScanner) skip(open int, closing byte) *bibFault {
	depth := 0
	for ; s.pos < len(s.text); s.pos++ {
		switch b := s.text[s.pos]; {
		case b == closing && depth == 0:
			s.pos++
			return nil
		case b == '{':
			if depth++; depth > maxBraces {
				return &bibFault{s.pos, fmt.Sprintf("braces stand in each other more than %d deep", maxBraces)}
			}
		case b == '}':
			if depth == 0 {
				return s.expected(s.pos, fmt.Sprintf("%q before it, which closes what begins on the line", closing))
			}
			depth--
		case b == '\n' && s.begins(s.pos+1):
			return &bibFault{open, fmt.Sprintf("what begins here is not closed before the next entry; expected %q", closing)}
		}
	}
	return &bibFault{open, fmt.Sprintf("what begins here is not closed; expected %q", closing)}
}

func isFieldLetter(b byte) bool {
	return b > ' ' && b < 0x7f && strings.IndexByte(`"#%'(),={}@\`, b) < 0 || b >= 0x80
}
