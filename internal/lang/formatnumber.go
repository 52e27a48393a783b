package lang

import (
	"math"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/wasl-graph/wasl/graph"
)

// digitSystem is a kind of decimal digits.
type digitSystem uint8

// The digits that the tables and -u-nu- know, by their names in CLDR.
const (
	latn    digitSystem = iota // 0123456789
	arab                       // ٠١٢٣٤٥٦٧٨٩, of the Arab East
	arabext                    // ۰۱۲۳۴۵۶۷۸۹, of Iran and beyond

	ownDigits // those of the region
)

var (
	digitNames = [...]string{latn: "latn", arab: "arab", arabext: "arabext"}
	zeros      = [...]rune{latn: '0', arab: '٠', arabext: '۰'}
)

// String is the name in CLDR.
func (s digitSystem) String() string { return digitNames[s] }

// digitsOf reads the tag's -u-nu- type.
func digitsOf(tag graph.Tag) digitSystem {
	if withoutExtensions(tag) == tag {
		return ownDigits
	}
	switch tag.Language().TypeForKey("nu") {
	case "latn":
		return latn
	case "arab":
		return arab
	case "arabext":
		return arabext
	}
	return ownDigits
}

// appendASCII appends ASCII digits as digits of this kind.
func (s digitSystem) appendASCII(dst []byte, digits string) []byte {
	for i := range len(digits) {
		dst = utf8.AppendRune(dst, zeros[s]+rune(digits[i]-'0'))
	}
	return dst
}

// appendInt appends a number that is not negative, without groups.
func (s digitSystem) appendInt(dst []byte, n int) []byte {
	var buffer [20]byte
	return s.appendASCII(dst, string(strconv.AppendInt(buffer[:0], int64(n), 10)))
}

// Number writes a count, with groups: "1,048,576", "١٬٠٤٨٬٥٧٦". A year is no count: write it with [Format.Date].
func (f Format) Number(n int64) string {
	var buffer [20]byte
	if n < 0 {
		return f.number(true, string(strconv.AppendUint(buffer[:0], -uint64(n), 10)), "")
	}
	return f.number(false, string(strconv.AppendInt(buffer[:0], n, 10)), "")
}

// maxDecimals bounds the decimals that are written; a float64 tells no more than 17 digits anyway.
const maxDecimals = 20

// Decimal writes a number with this many decimals, from 0 to 20; halves are rounded away from zero, as the number
// reads in Go. What is infinite or no number is a dash.
func (f Format) Decimal(x float64, decimals int) string {
	if math.IsNaN(x) || math.IsInf(x, 0) {
		return "–"
	}
	decimals = min(max(decimals, 0), maxDecimals)
	whole, fraction := round(math.Abs(x), decimals)
	negative := x < 0 && strings.Trim(whole+fraction, "0") != ""
	return f.number(negative, whole, fraction)
}

// round gives the digits before and after the point. It rounds the shortest text that names the number, so that 1.005
// becomes 1.01, although the number is a little less.
func round(x float64, decimals int) (whole, fraction string) {
	text := strconv.FormatFloat(x, 'f', -1, 64)
	whole, fraction, _ = strings.Cut(text, ".")
	if len(fraction) <= decimals {
		return whole, fraction + strings.Repeat("0", decimals-len(fraction))
	}
	digits := []byte(whole + fraction[:decimals])
	if fraction[decimals] >= '5' {
		digits = increment(digits)
	}
	point := len(digits) - decimals
	return string(digits[:point]), string(digits[point:])
}

// increment adds one to a number in ASCII digits.
func increment(digits []byte) []byte {
	for i := len(digits) - 1; i >= 0; i-- {
		if digits[i] != '9' {
			digits[i]++
			return digits
		}
		digits[i] = '0'
	}
	return append([]byte{'1'}, digits...)
}

// number puts a number together.
func (f Format) number(negative bool, whole, fraction string) string {
	table := f.numbers
	if table == nil {
		table = &plainNumbers
	}
	symbols := &table.symbols[f.digits]
	var buffer [128]byte
	out := buffer[:0]
	if negative {
		out = append(out, symbols.minus...)
	}
	for i := range len(whole) {
		if i > 0 && table.groupEnds(len(whole), len(whole)-i) {
			out = append(out, symbols.group...)
		}
		out = f.digits.appendASCII(out, whole[i:i+1])
	}
	if fraction != "" {
		out = append(out, symbols.decimal...)
		out = f.digits.appendASCII(out, fraction)
	}
	return string(out)
}

// groupEnds says whether a number of so many digits has a group that ends where the rest begins.
func (t *numberTable) groupEnds(digits, rest int) bool {
	if t.primary == 0 || digits < t.primary+t.least {
		return false
	}
	return rest >= t.primary && (rest-t.primary)%t.secondary == 0
}
