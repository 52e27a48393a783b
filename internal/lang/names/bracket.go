package names

import (
	"strings"
)

// takeBrackets reads what stands in brackets and gives the tokens outside. A bracket within a bracket belongs to its
// text; one that is not closed ends with the name.
func (p *parser) takeBrackets(tokens []token) []token {
	outside := tokens[:0:0]
	depth, start := 0, 0
	for i, t := range tokens {
		switch {
		case t.kind == anOpening:
			if depth++; depth == 1 {
				start = t.end
			}
		case t.kind == aClosing && depth > 0:
			if depth--; depth == 0 {
				p.readBracket(p.text[start:t.start], isWithin(outside, tokens[i+1:]))
				if p.affiliatedAt == 0 && len(p.name.Affiliations) > 0 {
					p.affiliatedAt = start
				}
			}
		case depth == 0:
			outside = append(outside, t)
		}
	}
	if depth > 0 {
		p.readBracket(p.text[start:], false)
	}
	return outside
}

// isWithin says whether a bracket stands between two words of a name: Robert (Bob) Smith.
func isWithin(before, behind []token) bool {
	return len(before) > 0 && before[len(before)-1].kind == aWord && len(behind) > 0 && behind[0].kind == aWord
}

// readBracket tells degrees and remarks from affiliations. Within a name, what does not say that it is an organisation is
// another name of the person.
func (p *parser) readBracket(content string, within bool) {
	content = strings.TrimFunc(content, isBlank)
	segments := divide(p.v.expand(scan(content)))
	switch {
	case len(segments) == 0 && !isAddress(content): // a year, the number of a footnote
	case len(segments) == 0 || p.v.remarks.front(segments[0]) > 0:
		p.note(content)
	case within && p.v.natureOf(segments[0]) == Unclear && !p.v.allDegrees(segments):
		p.note(content)
	default:
		p.readParts(content)
	}
}

func (p *parser) note(text string) { p.name.Notes = append(p.name.Notes, text) }

// readParts reads the parts of a bracket: degrees at its ends, what says what somebody does, where, and how to write to
// them, and the organisations that remain.
func (p *parser) readParts(content string) {
	for _, part := range splitOutside(content, func(r rune) bool { return kindOf(r) == aBreak }) {
		commas := splitOutside(part, func(r rune) bool { return kindOf(r) == aComma })
		var kept []string
		for _, piece := range commas {
			segments := divide(p.v.expand(scan(piece)))
			switch {
			case piece == "":
			case isAddress(piece), len(kept) == 0 && p.v.isRemark(segments):
				p.note(piece)
			case p.v.allDegrees(segments):
				if len(segments) > 0 {
					p.name.Degrees = append(p.name.Degrees, piece)
				}
			default:
				kept = append(kept, piece)
			}
		}
		p.name.Affiliations = append(p.name.Affiliations, affiliations(part, kept)...)
	}
}

// isRemark says whether a part of a bracket says what somebody does, or where.
func (v *vocabulary) isRemark(segments [][]token) bool {
	return len(segments) == 1 && (v.isRole(segments[0]) || v.isPlace(segments[0]))
}

// affiliations gives the organisations in a part of a bracket, whose pieces between commas are given: all of them if they
// are acronyms, else one, since a comma may also lead to a town.
func affiliations(part string, pieces []string) []string {
	if len(pieces) < 2 || allAcronyms(pieces) {
		return pieces
	}
	first, last := pieces[0], pieces[len(pieces)-1]
	start := strings.Index(part, first)
	return []string{part[start : strings.LastIndex(part, last)+len(last)]}
}

func (v *vocabulary) allDegrees(segments [][]token) bool {
	for _, segment := range segments {
		for len(segment) > 0 {
			n := max(v.degrees.front(segment), v.titles.front(segment), v.suffixes.front(segment), v.qualifiers.front(segment))
			if n == 0 {
				return false
			}
			segment = segment[n:]
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
