package names

import (
	"strings"
)

// divide divides tokens at commas and breaks, and leaves out what is no part of a name.
func divide(tokens []token) [][]token {
	var segments [][]token
	var segment []token
	for _, t := range tokens {
		switch {
		case t.kind == aComma || t.kind == aBreak:
			if len(segment) > 0 {
				segments = append(segments, segment)
			}
			segment = nil
		case t.kind == aDash || t.kind == aWord && !isMark(t.text):
			segment = append(segment, t)
		}
	}
	if len(segment) > 0 {
		segments = append(segments, segment)
	}
	return segments
}

// expand takes words apart that dots glue together, unless they are listed so: "د.فراس", "J.P.Müller", but "Dr.in".
func (v *vocabulary) expand(tokens []token) []token {
	expanded := tokens[:0:0]
	for _, t := range tokens {
		parted := false
		for t.kind == aWord {
			dot := strings.IndexByte(t.text, '.')
			if dot < 0 || dot == len(t.text)-1 || v.isListed(t.text) {
				break
			}
			head := token{kind: aWord, text: t.text[:dot+1], key: entryKey(t.text[:dot+1]), start: t.start, end: t.start + dot + 1}
			t.start, t.text = head.end, t.text[dot+1:]
			t = withoutLeadingDash(t)
			expanded, parted = append(expanded, head), true
		}
		if parted {
			t.key = entryKey(t.text)
		}
		if t.text != "" {
			expanded = append(expanded, t)
		}
	}
	return expanded
}

// withoutLeadingDash is for the second half of "J.-P.".
func withoutLeadingDash(t token) token {
	trimmed := strings.TrimLeftFunc(t.text, isDash)
	t.start += len(t.text) - len(trimmed)
	t.text = trimmed
	return t
}

// withoutDashes takes dashes off both ends: the one before a signature, for instance.
func withoutDashes(tokens []token) []token {
	for len(tokens) > 0 && tokens[0].kind == aDash {
		tokens = tokens[1:]
	}
	for len(tokens) > 0 && tokens[len(tokens)-1].kind == aDash {
		tokens = tokens[:len(tokens)-1]
	}
	return tokens
}
