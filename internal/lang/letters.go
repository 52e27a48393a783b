package lang

import (
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// letterOrder adapts the order of a language whose table in golang.org/x/text is out of date.
type letterOrder struct {
	// first is the script's first letter in that table, end the first letter of the script behind it. What lies between
	// is moved before Latin, at every place of a string.
	first, end rune
	// letters are those that sort in the place of others, together with these others.
	letters map[rune]letter
}

// letter says how a letter sorts.
type letter struct {
	as   string // the letters in whose place it sorts; none when it does not count
	rank byte   // among those that sort in this place, beginning with 1; plainRank is the letter itself, 0 says nothing
}

const (
	plainRank  = 0xFE
	endOfRanks = 0xFF
)

// appendLetter writes a rune, or what it sorts as, to the text for the collator, and notes its rank.
func (s *Sorter) appendLetter(r rune) {
	if s.letters == nil || r < 0x80 {
		s.text = utf8.AppendRune(s.text, r)
		return
	}
	if !isPresentationForm(r) {
		s.appendMapped(r)
		return
	}
	for _, plain := range norm.NFKC.String(string(r)) {
		s.appendMapped(plain)
	}
}

func (s *Sorter) appendMapped(r rune) {
	l, ok := s.letters.letters[r]
	if !ok {
		s.text = utf8.AppendRune(s.text, r)
		return
	}
	s.text = append(s.text, l.as...)
	if l.rank > 0 {
		s.ranks = append(s.ranks, l.rank)
		for range utf8.RuneCountInString(l.as) - 1 {
			s.ranks = append(s.ranks, plainRank)
		}
	}
}

// isPresentationForm says whether r is an Arabic letter, or a ligature, in the shape it takes in a word. Documents that
// were made for printing have them.
func isPresentationForm(r rune) bool {
	return r >= 0xFB50 && r <= 0xFDFF || r >= 0xFE70 && r <= 0xFEFC
}

// appendRanks appends the ranks so that they decide among strings whose letters sort together, the first place where they
// differ first. Plain letters at the end need not be told: the end is above every rank.
func appendRanks(dst, ranks []byte) []byte {
	for len(ranks) > 0 && ranks[len(ranks)-1] == plainRank {
		ranks = ranks[:len(ranks)-1]
	}
	dst = append(dst, ranks...)
	return append(dst, endOfRanks)
}
