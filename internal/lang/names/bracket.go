package names

import (
	"strings"
	"unicode"
)

// takeBrackets reads what stands in brackets and gives the tokens outside. A bracket within a bracket belongs to its
// text; one that is not closed ends with the name.
func (p *parser) takeBrackets(tokens []token) []token {
	outside := tokens[:0:0]
	depth, start := 0, 0
	for _, t := range tokens {
		switch {
		case t.kind == anOpening:
			if depth++; depth == 1 {
				start = t.end
			}
		case t.kind == aClosing && depth > 0:
			if depth--; depth == 0 {
				p.readBracket(p.text[start:t.start])
			}
		case depth == 0:
			outside = append(outside, t)
		}
	}
	if depth > 0 {
		p.readBracket(p.text[start:])
	}
	return outside
}

// readBracket tells degrees and remarks from affiliations.
func (p *parser) readBracket(content string) {
	content = strings.TrimFunc(content, isBlank)
	segments := divide(p.v.expand(scan(content)))
	switch {
	case len(segments) == 0: // a year, the number of a footnote
	case p.v.remarks.front(segments[0]) > 0:
		p.name.Notes = append(p.name.Notes, content)
	case p.v.allDegrees(segments):
		p.name.Degrees = append(p.name.Degrees, content)
	default:
		p.name.Affiliations = append(p.name.Affiliations, p.v.affiliations(content)...)
	}
}

func (v *vocabulary) allDegrees(segments [][]token) bool {
	for _, segment := range segments {
		for len(segment) > 0 {
			n := max(v.degrees.front(segment), v.titles.front(segment), v.suffixes.front(segment))
			if n == 0 {
				return false
			}
			segment = segment[n:]
		}
	}
	return true
}

// affiliations divides the content of a bracket: always at semicolons and slashes, at commas only between acronyms, since
// a comma may also lead to a town.
func (v *vocabulary) affiliations(content string) []string {
	hard := splitOutside(content, func(r rune) bool { return kindOf(r) == aBreak })
	var list []string
	for _, part := range hard {
		soft := splitOutside(part, func(r rune) bool { return kindOf(r) == aComma })
		if allAcronyms(soft) {
			list = append(list, soft...)
		} else if part != "" {
			list = append(list, part)
		}
	}
	return list
}

func allAcronyms(list []string) bool {
	for _, s := range list {
		if !isAcronym(s) {
			return false
		}
	}
	return true
}

// splitOutside divides a text at signs outside of brackets, and trims the parts.
func splitOutside(s string, at func(rune) bool) []string {
	var parts []string
	depth, start := 0, 0
	for i, r := range s {
		switch k := kindOf(r); {
		case k == anOpening:
			depth++
		case k == aClosing:
			depth = max(0, depth-1)
		case depth == 0 && at(r):
			parts = append(parts, strings.TrimFunc(s[start:i], isBlank))
			start = i + len(string(r))
		}
	}
	parts = append(parts, strings.TrimFunc(s[start:], isBlank))
	return parts
}

// isAcronym says whether a word looks like an acronym: it ends in a capital, and at least half of its letters are
// capitals (ICMPD, MoLSA, MoP, but neither OBrien nor McDONALD).
func isAcronym(s string) bool {
	letters, capitals, upper := 0, 0, false
	for _, r := range s {
		switch {
		case unicode.IsLetter(r):
			letters++
			if upper = unicode.IsUpper(r); upper {
				capitals++
			}
		case isDash(r) || r == '&' || r == '.' || unicode.IsDigit(r):
		default:
			return false
		}
	}
	scottish := strings.HasPrefix(s, "Mc") || strings.HasPrefix(s, "Mac")
	return upper && capitals >= 2 && letters <= 10 && 2*capitals >= letters && !scottish
}
