package lang

import (
	"strings"

	"github.com/wasl-graph/wasl/graph"
)

// Style is how much room a date may take. There is none that writes months as numbers: 3/4/2014 is a day in March to
// some and in April to others.
type Style uint8

// The styles.
const (
	Long  Style = iota // 26 November 2014
	Short              // 26 Nov 2014, where the language shortens months
)

// Date writes a date at its precision: a year, a month of a year, or a day. Years are never grouped. No date is "".
func (f Format) Date(d graph.Date, s Style) string {
	if f.dates == nil || d.IsZero() {
		return d.String()
	}
	style := f.style(s)
	return f.fill(style, style.date[d.Precision()-1], d, d)
}

// Range writes the time from the one date to the other, as in "23–26 November 2014", in the order in which they are
// given. Their precision may differ. When one of them is no date, or both are the same, it writes the other.
func (f Format) Range(from, to graph.Date, s Style) string {
	switch {
	case from.IsZero():
		return f.Date(to, s)
	case to.IsZero() || from == to:
		return f.Date(from, s)
	case f.dates == nil:
		return from.String() + "–" + to.String()
	}
	style := f.style(s)
	if from.Precision() != to.Precision() {
		return f.Date(from, s) + style.dash + f.Date(to, s)
	}
	return f.fill(style, style.ranges[rangeIndex(from, to)], from, to)
}

// style finds the style; what is none is Long.
func (f Format) style(s Style) *dateStyle {
	if s > Short {
		s = Long
	}
	return &f.dates.styles[s]
}

// rangeIndex is the place among the ranges of a dateStyle.
func rangeIndex(from, to graph.Date) int {
	sameYear := from.Year() == to.Year()
	switch from.Precision() {
	case 1:
		return 0
	case 2:
		if sameYear {
			return 1
		}
		return 2
	}
	switch {
	case sameYear && month(from) == month(to):
		return 3
	case sameYear:
		return 4
	}
	return 5
}

// fill puts the parts of two dates into a pattern.
func (f Format) fill(style *dateStyle, pattern string, from, to graph.Date) string {
	var buffer [128]byte
	out := buffer[:0]
	for pattern != "" {
		text, rest, found := strings.Cut(pattern, "{")
		out = append(out, text...)
		if !found {
			break
		}
		var part string
		part, pattern, _ = strings.Cut(rest, "}")
		out = f.appendPart(out, style, part, from, to)
	}
	return string(out)
}

func (f Format) appendPart(dst []byte, style *dateStyle, part string, from, to graph.Date) []byte {
	date := from
	if part[0] <= 'Z' {
		date = to
	}
	switch part {
	case "y", "Y":
		return f.digits.appendInt(dst, date.Year())
	case "m", "M":
		return append(dst, style.months[month(date)-1]...)
	}
	if len(part) == 2 && day(date) < 10 {
		dst = f.digits.appendInt(dst, 0)
	}
	return f.digits.appendInt(dst, day(date))
}

// month is the date's month, January where it has none.
func month(d graph.Date) int { return d.First() / 100 % 100 }

// day is the date's day, the first where it has none.
func day(d graph.Date) int { return d.First() % 100 }
