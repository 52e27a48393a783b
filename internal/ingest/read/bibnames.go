package read

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/ingest/work"
)

// splitOutside cuts a value where sep says so, outside of braces, into [maxItems] pieces and one more at most. sep gives the
// length of what separates, 0 for nothing.
func splitOutside(v bibValue, sep func(rest string, before string) int) []bibValue {
	var all []bibValue
	depth, start := 0, 0
	for i := 0; i < len(v.raw); {
		switch v.raw[i] {
		case '\\':
			i += min(2, len(v.raw)-i)
			continue
		case '{':
			depth++
		case '}':
			depth--
		}
		n := 0
		if depth == 0 && len(all) <= maxItems {
			n = sep(v.raw[i:], v.raw[:i])
		}
		if n > 0 {
			all = append(all, v.part(start, i))
			start = i + n
		}
		i += max(n, 1)
	}
	return append(all, v.part(start, len(v.raw)))
}

// atAnd finds the word "and" that stands between names.
func atAnd(rest, before string) int {
	if len(rest) < 4 || !strings.EqualFold(rest[:3], "and") || !isSpace(rest[3]) || before != "" && !isSpace(before[len(before)-1]) {
		return 0
	}
	return 4
}

// at finds one of a few characters.
func at(separators ...string) func(rest, before string) int {
	return func(rest, _ string) int {
		for _, sep := range separators {
			if strings.HasPrefix(rest, sep) {
				return len(sep)
			}
		}
		return 0
	}
}

// isSpace says that the byte is blank.
func isSpace(b byte) bool { return b == ' ' || b == '\t' || b == '\n' || b == '\r' }

// bibNames reads names with "and" between them. others says that the last is "others".
func bibNames(v bibValue, role graph.Relation) (names []work.Contributor, others []work.Words) {
	for _, part := range splitOutside(v, atAnd) {
		w := part.words()
		switch {
		case w.Value == "":
		case strings.EqualFold(w.Value, "others"):
			others = append(others, w)
		default:
			names = append(names, bibName(part, w, role))
		}
	}
	return names, others
}

// bibName reads one name: "First von Last", "von Last, First", "von Last, Jr, First", or "{Whole Name}".
func bibName(v bibValue, w work.Words, role graph.Relation) work.Contributor {
	c := work.Contributor{Role: role, Name: w}
	if wholeBraced(strings.TrimSpace(v.raw)) {
		c.Collective = true
		return c
	}
	parts := splitOutside(v, at(",", "،"))
	if len(parts) == 1 {
		c.Given, c.Family = firstLast(v)
		return c
	}
	given := plain(parts[len(parts)-1])
	if given == "" {
		return c
	}
	c.Family, c.Given = plain(parts[0]), given
	if len(parts) > 2 {
		c.Suffix = plain(parts[1])
		if isSuffix(c.Given) && !isSuffix(c.Suffix) { // in the order of English
			c.Given, c.Suffix = c.Suffix, c.Given
		}
	}
	return c
}

// isSuffix says that a part of a name is one that stands behind it.
func isSuffix(s string) bool {
	switch strings.ToLower(strings.Trim(s, ". ")) {
	case "jr", "sr", "ii", "iii", "iv", "v":
		return true
	}
	return false
}

// plain is a part as text.
func plain(v bibValue) string { return v.words().Value }

// firstLast takes a name without commas apart: the family name begins with the first word that begins small ("von"), else it is
// the last word.
func firstLast(v bibValue) (given, family string) {
	var tokens []bibValue
	for _, t := range splitOutside(v, at(" ", "\t", "\r", "\n", "~")) {
		if t.raw != "" {
			tokens = append(tokens, t)
		}
	}
	if len(tokens) < 2 {
		return "", ""
	}
	last := len(tokens) - 1
	for i, t := range tokens[:last] {
		if i > 0 && beginsSmall(t.raw) {
			last = i
			break
		}
	}
	var words []string
	for _, t := range tokens {
		words = append(words, plain(t))
	}
	return strings.Join(words[:last], " "), strings.Join(words[last:], " ")
}

// beginsSmall says that the first letter of a word outside of braces is a small one.
func beginsSmall(s string) bool {
	if strings.HasPrefix(s, "{") && !strings.HasPrefix(s, `{\`) {
		return false
	}
	r, _ := utf8.DecodeRuneInString(latex(s))
	return unicode.IsLower(r)
}

// wholeBraced says that one pair of braces holds all of it.
func wholeBraced(s string) bool {
	if !strings.HasPrefix(s, "{") || !strings.HasSuffix(s, "}") || strings.HasPrefix(s, `{\`) {
		return false
	}
	depth := 0
	for i := range len(s) {
		switch s[i] {
		case '{':
			depth++
		case '}':
			depth--
		}
		if depth == 0 && i < len(s)-1 {
			return false
		}
	}
	return true
}
