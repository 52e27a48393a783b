package search

import (
	"strings"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/lang"
)

// periodIn reads a time: a date (2024, 2024-06, ٢٠٢٤), or two with a dash or dots between them (2023-2025, 2023..2025).
func periodIn(text string) (from, to graph.Date, found bool) {
	plain := asciiOf(text)
	if d, ok := dateIn(plain); ok {
		return d, d, true
	}
	for _, between := range []string{"..", "…", "/", "-"} {
		first, last, ok := strings.Cut(plain, between)
		if !ok {
			continue
		}
		from, okFrom := dateIn(first)
		to, okTo := dateIn(strings.TrimLeft(last, between))
		if okFrom && okTo {
			from, to = inOrder(from, to)
			return from, to, true
		}
	}
	return graph.Date{}, graph.Date{}, false
}

// openPeriodIn reads a time with one end: 2020.. is since then, ..2020 until then.
func openPeriodIn(text string) (from, to graph.Date, found bool) {
	switch plain := asciiOf(text); {
	case strings.HasSuffix(plain, ".."):
		from, found = dateIn(strings.TrimRight(plain, "."))
		to, _ = dateIn(lastYear)
	case strings.HasPrefix(plain, ".."):
		from, _ = dateIn(firstYear)
		to, found = dateIn(strings.TrimLeft(plain, "."))
	}
	return from, to, found
}

// inOrder puts the earlier date first.
func inOrder(a, b graph.Date) (from, to graph.Date) {
	if b.First() < a.First() {
		return b, a
	}
	return a, b
}

// The years that reports may be from.
const (
	firstYear = "1800"
	lastYear  = "2199"
)

// dateIn reads a date of the years that reports may be from. Another number is a number.
func dateIn(s string) (graph.Date, bool) {
	if s == "" || s[0] != '1' && s[0] != '2' {
		return graph.Date{}, false
	}
	d, err := graph.ParseDate(s)
	return d, err == nil && s[:4] >= firstYear && s[:4] <= lastYear
}

// asciiOf writes the digits of all scripts in ASCII, and all dashes as hyphens.
func asciiOf(text string) string {
	var b strings.Builder
	for _, r := range text {
		switch folded := lang.Fold(string(r)); {
		case isDash(r):
			b.WriteByte('-')
		default:
			b.WriteString(folded)
		}
	}
	return b.String()
}

func isDash(r rune) bool { return strings.ContainsRune("-‐‑‒–—―−", r) }
