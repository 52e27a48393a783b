package when

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/wasl-graph/wasl/internal/lang"
)

// kind is what a mark is.
type kind uint8

const (
	number kind = iota
	month       // a name of one
	season      // a part of the year without months
	hijri       // a sign that the year beside it is of the Islamic calendar
	other       // a word that means nothing here
)

// mark is something in the words that may have to do with a date.
type mark struct {
	kind   kind
	value  int
	digits int  // of a number
	before rune // the sign between it and the mark before: '-', '/', '.', ',' or ' '
}

// maxMarks is how many marks words may have and still be a date.
const maxMarks = 16

// scan finds the marks. It stops behind more than a date has.
func scan(words string) []mark {
	s := scanner{words: vocabularyOf(), between: ' '}
	for i := 0; i < len(words) && len(s.marks) <= maxMarks; {
		r, size := utf8.DecodeRuneInString(words[i:])
		switch {
		case unicode.IsDigit(r):
			i += s.number(words[i:])
		case unicode.IsLetter(r):
			i += s.word(words[i:])
		default:
			s.sign(r)
			i += size
		}
	}
	return s.marks
}

// scanner is the work on one date.
type scanner struct {
	words   *vocabulary
	marks   []mark
	between rune
}

// add takes a mark.
func (s *scanner) add(m mark) {
	m.before, s.between = s.between, ' '
	s.marks = append(s.marks, m)
}

// sign notes what stands between two marks: the sign that says most.
func (s *scanner) sign(r rune) {
	switch {
	case unicode.Is(unicode.Pd, r) || r == '−' || r == '~':
		s.between = '-'
	case r == '/' || r == '⁄':
		s.between = '/'
	case r == '.' && s.between == ' ':
		s.between = '.'
	case (r == ',' || r == '،') && s.between == ' ':
		s.between = ','
	}
}

// number reads digits of any script, and the ending of an ordinal behind them.
func (s *scanner) number(words string) int {
	m := mark{kind: number}
	i := 0
	for i < len(words) {
		r, size := utf8.DecodeRuneInString(words[i:])
		if !unicode.IsDigit(r) {
			break
		}
		if m.digits++; m.digits <= 8 {
			m.value = m.value*10 + int(lang.Fold(string(r))[0]-'0')
		}
		i += size
	}
	s.add(m)
	return i + ordinal(words[i:])
}

// ordinal is how long the ending of an ordinal is that stands at the beginning.
func ordinal(rest string) int {
	for _, ending := range []string{"st", "nd", "rd", "th", "er", "º", "ª"} {
		if len(rest) < len(ending) || !strings.EqualFold(rest[:len(ending)], ending) {
			continue
		}
		if r, _ := utf8.DecodeRuneInString(rest[len(ending):]); !unicode.IsLetter(r) {
			return len(ending)
		}
	}
	return 0
}

// word reads one word, or two that are the name of a month.
func (s *scanner) word(words string) int {
	end := wordEnd(words)
	first := lang.Fold(words[:end])
	if rest := strings.TrimLeftFunc(words[end:], unicode.IsSpace); rest != "" && len(rest) < len(words)-end {
		next := wordEnd(rest)
		for _, form := range forms(first) {
			if m, known := s.words.months[form+" "+lang.Fold(rest[:next])]; known {
				s.add(mark{kind: month, value: m})
				return len(words) - len(rest) + next
			}
		}
	}
	s.add(s.meaning(first))
	return end
}

// meaning is what a folded word says.
func (s *scanner) meaning(word string) mark {
	for _, form := range forms(word) {
		if m, known := s.words.months[form]; known {
			return mark{kind: month, value: m}
		}
		if s.words.seasons[form] {
			return mark{kind: season}
		}
	}
	if s.words.hijri[word] {
		return mark{kind: hijri}
	}
	return mark{kind: other}
}

// forms are a word, and the word without what Arabic writes together with it: وحزيران, بأيار.
func forms(word string) []string {
	for _, prefix := range []string{"و", "ب", "ل"} {
		if bare, found := strings.CutPrefix(word, prefix); found && len(bare) > len(prefix) {
			return []string{word, bare}
		}
	}
	return []string{word}
}

// wordEnd is where the letters at the beginning end. Signs that are not seen belong to them.
func wordEnd(words string) int {
	for i, r := range words {
		if !unicode.IsLetter(r) && !unicode.In(r, unicode.Mn, unicode.Cf) && r != 'ـ' && r != '’' {
			if unicode.IsDigit(r) && i == 1 { // Q1, H2
				return i + utf8.RuneLen(r)
			}
			return i
		}
	}
	return len(words)
}
