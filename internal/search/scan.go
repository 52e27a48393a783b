package search

import (
	"fmt"
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
	whole := string(s.runes[s.at:end])
	text := strings.Trim(whole, "()[]<>,;.،؛")
	if code, found := s.findIdentifier(text); found {
		s.tokensUpTo(end)
		s.add(item{kind: identifier, negated: negated, code: code})
		return end
	}
	tokens := s.tokensUpTo(end)
	if from, to, found := openPeriodIn(whole); found {
		s.add(item{kind: period, negated: negated, tokens: tokens, from: from, to: to})
		return end
	}
	if from, to, found := periodIn(strings.TrimRight(text, "-:!?؟")); found {
		if month, name := s.monthBefore(from, to); name != nil && !negated {
			s.items = s.items[:len(s.items)-len(name)]
			s.add(item{kind: period, tokens: append(name, tokens...), from: month, to: month})
			return end
		}
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

// longestMonth is the most words of a month's name.
const longestMonth = 2

// monthBefore finds the name of a month before its year (May 2024, أيار ٢٠٢٤): the month, and the words of its name, which are
// items that have been read.
func (s *scanner) monthBefore(from, to graph.Date) (graph.Date, []lang.Token) {
	if from != to || from.Precision() > 1 {
		return graph.Date{}, nil
	}
	for n := longestMonth; n > 0; n-- {
		name, text := s.lastWords(n)
		if month := lang.Month(text); month > 0 {
			date, _ := dateIn(fmt.Sprintf("%s-%02d", from, month))
			return date, name
		}
	}
	return graph.Date{}, nil
}

// lastWords are the last items that have been read, if they are so many words.
func (s *scanner) lastWords(n int) (tokens []lang.Token, text string) {
	if len(s.items) < n {
		return nil, ""
	}
	for i, it := range s.items[len(s.items)-n:] {
		if it.kind != words || it.negated {
			return nil, ""
		}
		if i > 0 {
			text += " "
		}
		text += it.tokens[0].Text
		tokens = append(tokens, it.tokens[0])
	}
	return tokens, text
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
