package lang

import (
	"sort"
	"strconv"
	"unicode"
)

// digitOf gives the value of a decimal digit of any script: 3 for "3", "٣", "۳" and "३".
func digitOf(r rune) (int, bool) {
	if r < 0x80 {
		return int(r - '0'), r >= '0' && r <= '9'
	}
	if !unicode.Is(unicode.Nd, r) {
		return 0, false
	}
	// Decimal digits come in runs of ten from zero to nine, and a range of the table begins with a zero.
	if r <= 0xFFFF {
		ranges := unicode.Nd.R16
		i := sort.Search(len(ranges), func(i int) bool { return rune(ranges[i].Hi) >= r })
		return int(r-rune(ranges[i].Lo)) % 10, true
	}
	ranges := unicode.Nd.R32
	i := sort.Search(len(ranges), func(i int) bool { return rune(ranges[i].Hi) >= r })
	return int(r-rune(ranges[i].Lo)) % 10, true
}

// maxCounted is the longest number whose length its sort key tells.
const maxCounted = 9999

// appendNumber writes a number so that it sorts by value as text: a zero, which puts it before any other kind of digit
// (½, ²), the count of its digits, then the digits. Up to eight digits the count is one digit; after that it is
// a nine and four digits. The digits come as ASCII, without leading zeros.
func appendNumber(dst, digits []byte) []byte {
	dst = append(dst, '0')
	if n := len(digits); n <= 8 {
		dst = append(dst, byte('0'+n))
	} else {
		dst = append(dst, '9')
		count := strconv.Itoa(min(n, maxCounted))
		dst = append(dst, "0000"[len(count):]...)
		dst = append(dst, count...)
	}
	return append(dst, digits...)
}
