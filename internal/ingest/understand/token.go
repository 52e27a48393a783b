package understand

import (
	"unicode"
	"unicode/utf8"

	"github.com/wasl-graph/wasl/internal/lang"
)

// token is a word of a text: where it stands, which word of the lexicon it is, and how it is written.
type token struct {
	start, end int // bytes
	word       wordID
	// before is the strongest sign between the token and the one before it.
	before sign
	// upper says that it begins with a capital, capitals that it has no small letter and two capitals or more, arabic that it
	// is in Arabic script.
	upper, capitals, arabic bool
}

// sign is what stands between two words. The further down, the more it parts them.
type sign uint8

const (
	space      sign = iota
	hyphen          // joins: IRAQ-EU-IOM
	apostrophe      // within a word: d'Ivoire
	dash            // between words, with spaces
	comma
	slash
	bracket // one that opens
	closing // one that closes
	colon   // and semicolons
	sentence
	paragraph
)

// parts says that no name goes on behind the sign. A name may have a comma or a dash, even a bracket never.
func (s sign) parts() bool { return s >= slash }

// scanner reads the tokens of a text. It may be used for one text after the other, and keeps its memory.
type scanner struct {
	lexicon *lexicon
	tokens  []token
	folded  []byte // the word that is being read
	learn   bool   // whether new words are entered into the lexicon
}

// scan finds the words of a text. The tokens are valid until the next call.
func (s *scanner) scan(text string) []token {
	s.tokens = s.tokens[:0]
	before := paragraph
	for i := 0; i < len(text); {
		r, size := rune(text[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(text[i:])
		}
		if !isLetterOrDigit(r) {
			before = max(before, signOf(text, i, r, size))
			i += size
			continue
		}
		t := s.read(text, i)
		t.before = before
		s.tokens = append(s.tokens, t)
		before, i = space, t.end
		i += genitive(text[i:])
	}
	return s.tokens
}

// isLetterOrDigit says that a character begins a word.
func isLetterOrDigit(r rune) bool {
	if r < utf8.RuneSelf {
		return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9'
	}
	return isArabicLetter(r) || unicode.IsLetter(r) || unicode.IsDigit(r)
}

// isArabicLetter finds most letters of the script fast.
func isArabicLetter(r rune) bool { return r >= 'ء' && r <= 'ي' || r >= 'ٱ' && r <= 'ۓ' }

// read reads the word that begins at a byte.
func (s *scanner) read(text string, start int) token {
	t := token{start: start}
	letters, capitals := 0, 0
	i, ascii := start, true
	for i < len(text) {
		r, size := rune(text[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(text[i:])
			ascii = false
		}
		if !isLetterOrDigit(r) && !isInside(r) {
			if end := dotted(text, start, i); end > 0 { // U.S.
				i, capitals, letters = end, 2, 2
				ascii = false
			}
			break
		}
		if r >= 'a' && r <= 'z' {
			letters++
		} else if unicode.IsUpper(r) {
			letters, capitals = letters+1, capitals+1
			t.upper = t.upper || i == start
		} else if unicode.IsLetter(r) {
			letters++
			t.arabic = t.arabic || isArabicLetter(r)
		}
		i += size
	}
	t.end = i
	t.capitals = capitals > 1 && capitals == letters
	s.fold(text[start:i], ascii)
	t.word = s.lexicon.find(s.folded, t.upper && capitals == letters)
	if t.word == noWord && s.learn {
		t.word = s.lexicon.add(string(s.folded))
	}
	return t
}

// isInside says that a character may stand in a word but not begin it: marks and signs that are not seen.
func isInside(r rune) bool {
	return r >= utf8.RuneSelf && (r == 'ـ' || unicode.In(r, unicode.Mn, unicode.Cf))
}

// dotted is where an abbreviation of single capitals with dots ends, 0 when there is none.
func dotted(text string, start, i int) int {
	end := 0
	for i-start == 1 && i < len(text) && text[i] == '.' && text[start] >= 'A' && text[start] <= 'Z' {
		next := i + 1
		if end > 0 {
			end = next
		}
		if next+1 >= len(text) || text[next] < 'A' || text[next] > 'Z' || text[next+1] != '.' {
			break
		}
		start, i, end = next, next+1, next+1
	}
	return end
}

// fold writes a word in the form in which words are compared.
func (s *scanner) fold(word string, ascii bool) {
	s.folded = s.folded[:0]
	if !ascii {
		for _, c := range []byte(lang.Fold(word)) {
			if c != '.' {
				s.folded = append(s.folded, c)
			}
		}
		return
	}
	for i := range len(word) {
		c := word[i]
		if c >= 'A' && c <= 'Z' {
			c += 'a' - 'A'
		}
		s.folded = append(s.folded, c)
	}
}

// genitive is how long an 's is that stands at the beginning.
func genitive(rest string) int {
	for _, mark := range []string{"'s", "’s"} {
		if len(rest) < len(mark) || rest[:len(mark)] != mark {
			continue
		}
		if r, _ := utf8.DecodeRuneInString(rest[len(mark):]); !unicode.IsLetter(r) {
			return len(mark)
		}
	}
	return 0
}

// signOf is what a character between two words says.
func signOf(text string, i int, r rune, size int) sign {
	switch r {
	case ' ', '*', '_', '"', '“', '”', '„', '«', '»', '\t', '\u00a0':
		return space
	case '\n':
		if i+1 < len(text) && (text[i+1] == '\n' || text[i+1] == '\r') {
			return paragraph
		}
		return space
	case ',', '،', '+', '&':
		return comma
	case '/', '|':
		return slash
	case '(', '[', '{':
		return bracket
	case ')', ']', '}':
		return closing
	case ':', ';', '؛':
		return colon
	case '.':
		if i+size < len(text) && isLetterOrDigit(rune(text[i+size])) {
			return space // St.Gallen, example.org
		}
		if i >= 2 && text[i-2:i] == "St" && (i == 2 || !isLetterOrDigit(rune(text[i-3]))) {
			return space // St. Helena
		}
		return sentence
	case '!', '?', '؟', '…', '•', '#':
		return sentence
	case '\'', '’', '‘':
		return apostrophe
	}
	if unicode.Is(unicode.Pd, r) || r == '−' {
		if i > 0 && text[i-1] != ' ' && i+size < len(text) && text[i+size] != ' ' {
			return hyphen
		}
		return dash
	}
	return space
}
