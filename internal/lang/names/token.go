package names

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Span is a piece of a text, counted in Unicode code points between which it lies, from 0: the first two are 0 to 2. A byte
// that is not UTF-8 counts as one.
type Span struct{ Start, End int }

// token is a word, or a sign that divides words.
type token struct {
	kind       tokenKind
	text       string
	key        string // plain, of a word; the sign itself where nothing is plain (&)
	start, end int    // in bytes
}

type tokenKind uint8

const (
	aWord  tokenKind = iota
	aComma           // a comma of any script
	aBreak           // a semicolon, a slash, the end of a line
	aDash            // a dash that does not stand within a word
	aColon
	anOpening // a bracket
	aClosing
	aSign // a quotation mark, an asterisk, a footnote's number, an e-mail address: no part of a name
)

// scan takes a text apart. The tokens lie in its order and do not overlap.
func scan(s string) []token {
	tokens := make([]token, 0, 8)
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		if isBlank(r) && r != '\n' {
			i += size
			continue
		}
		t := token{kind: kindOf(r), start: i, end: i + size}
		if t.kind == aWord {
			t.end = i + wordLength(s[i:])
			if n := addressLength(s[i:], t.end-i); n > 0 {
				t.kind, t.end = aSign, i+n
			}
		}
		t.text = s[i:t.end]
		if t.kind == aWord {
			t.key = entryKey(t.text)
		}
		tokens = append(tokens, t)
		i = t.end
	}
	return tokens
}

// isBlank says whether a character is a space, or invisible.
func isBlank(r rune) bool { return unicode.IsSpace(r) || unicode.Is(unicode.Cf, r) }

func kindOf(r rune) tokenKind {
	switch r {
	case ',', '،', '、', '，':
		return aComma
	case ';', '؛', '/', '\n', '|':
		return aBreak
	case ':', '：':
		return aColon
	case '(', '[', '{', '（', '﴾':
		return anOpening
	case ')', ']', '}', '）', '﴿':
		return aClosing
	}
	switch {
	case isDash(r):
		return aDash
	case isApostrophe(r) || unicode.In(r, unicode.L, unicode.M, unicode.Nd, unicode.Nl) || r == '&':
		return aWord
	}
	return aSign
}

func isDash(r rune) bool { return r == '−' || unicode.Is(unicode.Pd, r) }

// isApostrophe lists the signs that stand within names, as in O’Brien and Na‘im. At the edges of words they are
// quotation marks.
func isApostrophe(r rune) bool { return strings.ContainsRune("'’‘ʼʻ`ʿʾ´", r) }

// wordLength is how many bytes of s, which begins with a word, are this word: letters, with the dots and apostrophes
// behind and the dashes between them. One or two Arabic letters before a slash are shortened, as those before a dot.
func wordLength(s string) int {
	end, letters, arabic := 0, 0, false
	for end < len(s) {
		r, size := utf8.DecodeRuneInString(s[end:])
		switch {
		case kindOf(r) == aWord && r != '&' || unicode.Is(unicode.Cf, r):
			letters++
			arabic = unicode.Is(unicode.Arabic, r)
		case r == '.' || r == 'º' || r == 'ª':
		case isDash(r) && startsLetter(s[end+size:]):
		case r == ':' && startsLower(s[end+size:]): // Autor:innen
		case r == '&' && end == 0:
			return size
		case r == '/' && arabic && letters <= 2:
			return end + size
		default:
			return end
		}
		end += size
	}
	return end
}

func startsLetter(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return kindOf(r) == aWord
}

func startsLower(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLower(r)
}

// isMark says whether a word is only a number or signs, such as the number of a footnote. A lone ampersand is a word.
func isMark(s string) bool { return s != "&" && !strings.ContainsFunc(s, unicode.IsLetter) }

// counter turns places in bytes into code points. Asked in rising order, it walks through the text once.
type counter struct {
	text         string
	bytes, runes int
}

func (c *counter) at(place int) int {
	if place < c.bytes {
		c.bytes, c.runes = 0, 0
	}
	c.runes += utf8.RuneCountInString(c.text[c.bytes:place])
	c.bytes = place
	return c.runes
}

func (c *counter) span(start, end int) Span { return Span{c.at(start), c.at(end)} }
