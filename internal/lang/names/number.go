package names

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/wasl-graph/wasl/internal/lang"
)

// maxDigits is how long a number may be that is read as one.
const maxDigits = 6

// parseNumber reads digits of any script, with an ordinal's dot.
func parseNumber(s string) (int, bool) {
	s = strings.TrimRight(lang.Fold(s), ".")
	if s == "" || len(s) > maxDigits || strings.Trim(s, "0123456789") != "" {
		return 0, false
	}
	n, err := strconv.Atoi(s)
	return n, err == nil
}

// parseRoman reads a Roman number up to 39 in capitals, or as one character (Ⅱ).
func parseRoman(s string) (int, bool) {
	s = strings.TrimRight(s, ".")
	if folded := lang.Fold(s); !isASCII(s) && isASCII(folded) {
		s = strings.ToUpper(folded)
	}
	tens := 0
	for tens < 3 && strings.HasPrefix(s, "X") {
		s, tens = s[1:], tens+1
	}
	if i := slices.Index(romanOnes, s); i >= 0 && tens*10+i > 0 {
		return tens*10 + i, true
	}
	return 0, false
}

// parseAnyRoman is parseRoman for what may be in small letters too, where nothing else can stand: phase ii.
func parseAnyRoman(s string) (int, bool) {
	if s == strings.ToLower(s) {
		s = strings.ToUpper(s)
	}
	return parseRoman(s)
}

// romanOnes are the Roman numbers from 0 to 10.
var romanOnes = []string{"", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}

// splitDigits takes digits off the end of a word: PARIM2.
func splitDigits(s string) (word, digits string) {
	word = strings.TrimRightFunc(s, unicode.IsDigit)
	if word == "" || len(word) == len(s) {
		return s, ""
	}
	return word, s[len(word):]
}
