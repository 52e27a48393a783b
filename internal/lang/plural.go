package lang

import (
	"math"
	"strconv"
	"strings"

	"golang.org/x/text/feature/plural"

	"github.com/wasl-graph/wasl/graph"
)

// Plural is a form that a sentence takes for a number. Arabic has all six, English and German have One and Other.
type Plural uint8

// The forms, by their names in CLDR.
const (
	Zero Plural = iota
	One
	Two
	Few
	Many
	Other
)

var pluralNames = [...]string{"zero", "one", "two", "few", "many", "other"}

// String is the form's name in CLDR.
func (p Plural) String() string {
	if int(p) < len(pluralNames) {
		return pluralNames[p]
	}
	return "other"
}

// pluralForms are the forms as golang.org/x/text numbers them. Its rules are those of CLDR 32; for the served languages
// they have not changed since.
var pluralForms = map[plural.Form]Plural{
	plural.Zero: Zero, plural.One: One, plural.Two: Two, plural.Few: Few, plural.Many: Many, plural.Other: Other,
}

// Plural is the form that goes with a number as [Format.Decimal] writes it with so many decimals: in English 1 is One,
// and 1.0 is Other. The sign does not count.
func (f Format) Plural(x float64, decimals int) Plural {
	if f.language == "" || math.IsNaN(x) || math.IsInf(x, 0) {
		return Other
	}
	whole, fraction := round(math.Abs(x), min(max(decimals, 0), maxDecimals))
	return pluralOf(f.language, whole, fraction)
}

// pluralOf finds the form for a number by its ASCII digits before and after the point. (MatchDigits of golang.org/x/text
// takes all numbers from a million on for the same one.)
func pluralOf(language graph.Tag, whole, fraction string) Plural {
	decimals := len(fraction)
	f := lastDigits(fraction)
	trimmed := strings.TrimRight(fraction, "0")
	return pluralForms[plural.Cardinal.MatchPlural(
		language.Language(), lastDigits(whole), decimals, len(trimmed), f, lastDigits(trimmed))]
}

// lastDigits is a number as far as the rules look at it: its last six digits, a million above them when it has more.
func lastDigits(digits string) int {
	digits = strings.TrimLeft(digits, "0")
	more := 0
	if len(digits) > 6 {
		digits, more = digits[len(digits)-6:], 1_000_000
	}
	n, _ := strconv.Atoi("0" + digits) // at most six digits
	return n + more
}

// Plurals lists the forms that whole numbers take in a served language, in their order: what a message must have.
func Plurals(served graph.Tag) []Plural {
	var seen [len(pluralNames)]bool
	for n := range 1000 {
		seen[NewFormat(served).Plural(float64(n), 0)] = true
	}
	var forms []Plural
	for form, is := range seen {
		if is {
			forms = append(forms, Plural(form))
		}
	}
	return forms
}
