package search

import (
	"strings"
	"unicode"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/lang"
)

// scanner walks along a query.
type scanner struct {
	*query
	known func(code string) bool
	at    int // code points read
	next  int // tokens read
}

func (s *scanner) scan() {
	for s.at < len(s.runes) {
		switch r := s.runes[s.at]; {
		case isSpace(r):
			s.at++
		case s.negates():
			s.at++
			s.one(true)
		default:
			s.one(false)
		}
	}
}

func isSpace(r rune) bool { return unicode.IsSpace(r) || unicode.IsControl(r) }

// negates says whether a hyphen stands here that negates what follows: at the beginning of an item, and with something
// behind it.
func (s *scanner) negates() bool {
	if s.runes[s.at] != '-' || s.at+1 >= len(s.runes) {
		return false
	}
	next := s.runes[s.at+1]
	return unicode.IsLetter(next) || unicode.IsNumber(next) || isQuote(next)
}

// one reads one item.
func (s *scanner) one(negated bool) {
	if isQuote(s.runes[s.at]) {
		if end := s.closing(); end > 0 {
			s.add(item{kind: phrase, negated: negated, tokens: s.tokensUpTo(end)})
			s.at = end + 1
			return
		}
		s.at++ // a quotation that never ends is none
		return
	}
	end := s.at
	for end < len(s.runes) && !isSpace(s.runes[end]) && (end == s.at || !isQuote(s.runes[end])) {
		end++
	}
	s.at = s.chunk(end, negated)
}

// chunk reads what stands up to a space or a quotation mark: an identifier, a time, or words. It gives the place where it ended.
func (s *scanner) chunk(end int, negated bool) int {
	text := strings.Trim(string(s.runes[s.at:end]), "()[]<>,;.،؛")
	if code, found := s.findIdentifier(text); found {
		s.tokensUpTo(end)
		s.add(item{kind: identifier, negated: negated, code: code})
		return end
	}
	tokens := s.tokensUpTo(end)
	if from, to, found := periodIn(text); found {
		if last, later := s.rangeUpTo(end); from == to && later > end {
			from, to = inOrder(from, last)
			end = later
			tokens = append(tokens, s.tokensUpTo(end)...)
		}
		s.add(item{kind: period, negated: negated, tokens: tokens, from: from, to: to})
		return end
	}
	for _, t := range tokens {
		s.add(item{kind: words, negated: negated, tokens: []lang.Token{t}})
	}
	return end
}

// rangeUpTo reads the rest of a time that is written with spaces around its dash (2023 – 2025): its end, and where it stands.
func (s *scanner) rangeUpTo(start int) (graph.Date, int) {
	fields := strings.Fields(string(s.runes[start:]))
	if len(fields) < 2 || asciiOf(fields[0]) != "-" {
		return graph.Date{}, 0
	}
	d, found := dateIn(asciiOf(fields[1]))
	if !found {
		return d, 0
	}
	end := start
	for range fields[:2] {
		for isSpace(s.runes[end]) {
			end++
		}
		for end < len(s.runes) && !isSpace(s.runes[end]) {
			end++
		}
	}
	return d, end
}

func (s *scanner) add(i item) {
	if len(i.tokens) > 0 || i.kind == identifier {
		s.items = append(s.items, i)
	}
}

// tokensUpTo takes the tokens that begin before a place.
func (s *scanner) tokensUpTo(end int) []lang.Token {
	start := s.next
	for s.next < len(s.tokens) && s.tokens[s.next].Start < end {
		s.next++
	}
	return s.tokens[start:s.next:s.next]
}

// quotes are the marks that open and close quotations. A mark that opens in one language closes in another.
const quotes = "\"“”„«»"

func isQuote(r rune) bool { return strings.ContainsRune(quotes, r) }

// closing is where the quotation ends that begins here, 0 when it does not end.
func (s *scanner) closing() int {
	for i := s.at + 1; i < len(s.runes); i++ {
		if isQuote(s.runes[i]) {
			return i
		}
	}
	return 0
}

// addresses are what an identifier may be written behind.
var addresses = []string{
	"https://doi.org/", "http://doi.org/", "https://dx.doi.org/", "http://dx.doi.org/", "doi.org/",
	"https://orcid.org/", "https://ror.org/", "https://www.wikidata.org/wiki/", "http://www.wikidata.org/entity/",
	"https://wasl-graph.github.io/id/",
}

// findIdentifier says whether something has the identifier, or the id, that the text is; and gives the form that it has.
func (s *scanner) findIdentifier(text string) (string, bool) {
	if !strings.ContainsAny(text, ":/0123456789") || len(text) < 3 {
		return "", false
	}
	if s.known(text) {
		return text, true
	}
	for _, address := range addresses {
		if len(text) > len(address) && strings.EqualFold(text[:len(address)], address) {
			return text[len(address):], s.known(text[len(address):])
		}
	}
	if code := "url:" + text; s.known(code) {
		return code, true
	}
	return "", false
}
