package names

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// areInitials says whether all words are single letters with dots.
func areInitials(tokens []token) bool {
	for _, t := range tokens {
		if !strings.HasSuffix(t.text, ".") || utf8.RuneCountInString(t.key) != 1 {
			return false
		}
	}
	return true
}

// arePrintedInitials says whether a text is at least two capitals with a dot behind each.
func arePrintedInitials(s string) bool {
	n := 0
	for part := range strings.SplitSeq(strings.TrimSuffix(s, "."), ".") {
		r, size := utf8.DecodeRuneInString(strings.TrimSpace(part))
		if !unicode.IsUpper(r) || size < len(strings.TrimSpace(part)) {
			return false
		}
		n++
	}
	return n > 1 && strings.HasSuffix(s, ".")
}

func (v *vocabulary) isListed(word string) bool {
	if len(word) > maxListed {
		return false
	}
	key := plain(word)
	for _, l := range []lexicon{v.titles, v.degrees, v.suffixes, v.legalForms, v.others} {
		if l.hasPlain(word, key) {
			return true
		}
	}
	return false
}

// takeTitles takes the titles off the front. One word always stays.
func (p *parser) takeTitles(tokens []token) []token {
	tokens = withoutDashes(tokens)
	for len(tokens) > 1 {
		n := p.v.titles.front(tokens[:len(tokens)-1])
		if n == 0 || len(tokens)-n < 2 && arePrintedInitials(p.between(tokens[:n])) {
			break // no title, or "H.E. Smith", which are rather initials
		}
		p.name.Titles = append(p.name.Titles, p.between(tokens[:n]))
		tokens = withoutDashes(tokens[n:])
	}
	return tokens
}

// takeDegrees takes degrees and suffixes off the end; behind a comma a title may stand there too, and nothing need stay.
func (p *parser) takeDegrees(tokens []token, first bool) []token {
	keep := 0
	if first {
		keep = 1
	}
	for len(tokens) > keep {
		rest := tokens[keep:]
		if n := p.v.suffixes.back(rest); n > 0 {
			p.name.Suffixes = slices.Insert(p.name.Suffixes, 0, p.between(tokens[len(tokens)-n:]))
			tokens = tokens[:len(tokens)-n]
			continue
		}
		n := p.v.degrees.back(rest)
		if n > 0 && first && len(tokens)-n < 2 && isCapitals(tokens[len(tokens)-1].text) {
			break // Jack MA
		}
		if n == 0 && !first {
			if n = p.v.titles.back(rest); n > 0 {
				p.name.Titles = append(p.name.Titles, p.between(tokens[len(tokens)-n:]))
				tokens = tokens[:len(tokens)-n]
				continue
			}
		}
		if n == 0 {
			break
		}
		p.name.Degrees = slices.Insert(p.name.Degrees, 0, p.between(tokens[len(tokens)-n:]))
		tokens = tokens[:len(tokens)-n]
	}
	return tokens
}

// maxParts is of how many words a listed one may consist when it is printed with spaces: "Ph. D.", "d. J."
const maxParts = 3

// front says of how many words at the front a listed one consists, 0 for none.
func (l lexicon) front(tokens []token) int {
	for n := min(maxParts, len(tokens)); n > 0; n-- {
		if l.hasParts(tokens[:n]) {
			return n
		}
	}
	return 0
}

// back is front for the end.
func (l lexicon) back(tokens []token) int {
	for n := min(maxParts, len(tokens)); n > 0; n-- {
		if l.hasParts(tokens[len(tokens)-n:]) {
			return n
		}
	}
	return 0
}

// hasParts says whether words are a listed one. When it is printed with spaces, it ends in a dot.
func (l lexicon) hasParts(tokens []token) bool {
	if len(tokens) == 1 {
		return l.hasWord(tokens[0])
	}
	if last := tokens[len(tokens)-1]; last.kind != aWord || !strings.HasSuffix(last.unqualified(), ".") {
		return false
	}
	var b strings.Builder
	for _, t := range tokens {
		if t.kind != aWord {
			return false
		}
		b.WriteString(t.unqualified())
	}
	return l.has(b.String())
}
