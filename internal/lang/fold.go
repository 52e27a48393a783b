package lang

import (
	"bytes"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"
)

// Fold writes a string in the plain form in which labels are compared: without case, without accents, vowel marks and
// hamza seats, without tatweel, invisible characters and the signs for hamza and ayn of romanisations, in one form of
// each Arabic letter that keyboards confuse (ك for ک, ي for ى and ی, ه for ة, ە, ہ and ھ) and of the apostrophe, with
// plain Latin letters for those that have a stroke or are two in one (l for ł, i for ı, ae for æ), with ASCII digits, and
// with one space for dashes and runs of space, none at the ends. It folds what the Unicode forms NFKC, full case folding
// and NFD bring about, character by character.
//
// Letters that Arabic does not have (پ گ ڤ ێ ۆ) stay: they are other letters, and [Variants] knows what is written in
// their place.
//
// Folding what is folded changes nothing. The result is at most eleven times as long as s (the ligature ﷺ is four
// words). A byte that is not UTF-8 becomes U+FFFD. It is safe for concurrent use.
func Fold(s string) string {
	if isFolded(s) {
		return s
	}
	var buffer [128]byte
	return string(appendFolded(buffer[:0], s))
}

// FoldedPrefix says whether a label begins with prefix when both are folded. Every label begins with an empty prefix.
func FoldedPrefix(label, prefix string) bool {
	var a, b [128]byte
	return bytes.HasPrefix(appendFolded(a[:0], label), appendFolded(b[:0], prefix))
}

// isFolded finds the strings that need no work: ASCII in lower case with single spaces.
func isFolded(s string) bool {
	afterSpace := true
	for i := range len(s) {
		switch c := s[i]; {
		case c == ' ':
			if afterSpace {
				return false
			}
			afterSpace = true
		case c >= utf8.RuneSelf || asciiFolds[c] != c:
			return false
		default:
			afterSpace = false
		}
	}
	return s == "" || !afterSpace
}

// appendFolded appends what s folds to. Each character folds alone, whatever stands beside it; only spaces are looked
// at together, which appendSpaced does.
func appendFolded(dst []byte, s string) []byte {
	start := len(dst)
	for i := 0; i < len(s); {
		if c := s[i]; c < utf8.RuneSelf {
			dst = appendSpaced(dst, start, asciiFolds[c])
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		for _, c := range []byte(foldRune(r)) {
			dst = appendSpaced(dst, start, c)
		}
		i += size
	}
	if n := len(dst); n > start && dst[n-1] == ' ' {
		dst = dst[:n-1]
	}
	return dst
}

// appendSpaced appends a byte, but no space at the beginning or behind another.
func appendSpaced(dst []byte, start int, c byte) []byte {
	if c == ' ' && (len(dst) == start || dst[len(dst)-1] == ' ') {
		return dst
	}
	return append(dst, c)
}

// asciiFolds is what each ASCII character folds to.
var asciiFolds = func() (folds [utf8.RuneSelf]byte) {
	for i := range folds {
		switch c := byte(i); {
		case c >= 'A' && c <= 'Z':
			folds[i] = c + 'a' - 'A'
		case c == '-' || c >= '\t' && c <= '\r':
			folds[i] = ' '
		default:
			folds[i] = c
		}
	}
	return folds
}()

// tabled is the end of what is looked up in a table: Latin, Greek, Cyrillic, Hebrew, Arabic, and the dashes and spaces
// of printing. Working a character out costs about as much as looking up a hundred.
const tabled = 0x2070

// folds is what the characters below tabled fold to.
var folds = sync.OnceValue(func() *[tabled]string {
	var table [tabled]string
	for r := range rune(tabled) {
		table[r] = computeFold(r)
	}
	return &table
})

func foldRune(r rune) string {
	if r < tabled {
		return folds()[r]
	}
	return computeFold(r)
}

// computeFold folds one character by the definition.
func computeFold(r rune) string {
	if unicode.Is(unicode.Cherokee, r) {
		return string(unicode.ToUpper(r)) // Unicode folds Cherokee upwards; cases swaps the two cases
	}
	s := cases.Fold().String(norm.NFKC.String(string(r)))
	return withoutStrokes(strings.Map(simplify, norm.NFD.String(s)))
}

// simplify gives what remains of a decomposed character: another one, a space, or nothing (-1).
func simplify(r rune) rune {
	switch {
	case r == tatweel || isRomanSign(r) || unicode.In(r, unicode.Mn, unicode.Cf):
		return -1
	case r == minus || unicode.Is(unicode.Pd, r) || unicode.IsSpace(r):
		return ' '
	}
	if digit, ok := digitOf(r); ok {
		return rune('0' + digit)
	}
	if plain, ok := confused[r]; ok {
		return plain
	}
	return r
}

const (
	tatweel = 'ـ'
	minus   = '−'
)

// isRomanSign finds the signs that stand for hamza, ayn and soft sounds in Latin letters, as in ʿAmmān. Some write them
// so, some with an apostrophe, most leave them out.
func isRomanSign(r rune) bool {
	return r == 'ʹ' || r == 'ʺ' || r == 'ʻ' || r == 'ʼ' || r == 'ʾ' || r == 'ʿ'
}

// confused are letters and apostrophes that look or sound alike and that keyboards and habits exchange, with the one that
// stands for them.
var confused = map[rune]rune{
	'ٱ': 'ا', // of the Quran, and of texts with all their vowel marks
	'ک': 'ك', // Persian, Kurdish, Urdu
	'ڪ': 'ك', // Sindhi, and calligraphy elsewhere
	'ى': 'ي',
	'ی': 'ي', // Persian, Kurdish, Urdu
	'ة': 'ه',
	'ە': 'ه',  // Kurdish, a vowel
	'ہ': 'ه',  // Urdu
	'ھ': 'ه',  // Urdu, and Kurdish on many keyboards
	'ۃ': 'ه',  // Urdu for ة
	'’': '\'', // of printing, beside the one on keyboards
	'‘': '\'',
}
