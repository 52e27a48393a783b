package search

import (
	"cmp"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/blevesearch/vellum/levenshtein"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/lang"
	"github.com/wasl-graph/wasl/internal/view"
)

// automata tell words that are near another.
var automata = sync.OnceValue(func() [3]*levenshtein.LevenshteinAutomatonBuilder {
	var list [3]*levenshtein.LevenshteinAutomatonBuilder
	for distance := 1; distance <= 2; distance++ {
		builder, err := levenshtein.NewLevenshteinAutomatonBuilder(uint8(distance), true)
		if err != nil {
			panic(err) // it has no input but the constants above
		}
		list[distance] = builder
	}
	return list
})

// corrections are the words that are like another one, the likeliest first.
func (x *Index) corrections(word string) []correction {
	letters := utf8.RuneCountInString(bareWord(word))
	if letters < shortestTypo || utf8.RuneCountInString(word) > longestTypo {
		return nil
	}
	most := 1
	if letters >= longTypo {
		most = 2
	}
	for distance := 1; distance <= most; distance++ {
		if near := x.near(word, distance, letters == shortestTypo); len(near) > 0 {
			return x.printed(near)
		}
	}
	return nil
}

// bareWord is a word without what is written together with it: all words with an article begin alike, and its letters are not
// the word's own.
func bareWord(word string) string {
	for _, v := range lang.Variants(word, graph.Undetermined) {
		if v.Tier == lang.Stripped && len(v.Form) < len(word) && strings.HasSuffix(word, v.Form) {
			word = v.Form
		}
	}
	return word
}

// near are the terms that stand in texts, or only in names, and are within a distance of a word: those that begin alike first,
// then those that more nodes have, then by term. Little words are like everything, and two letters make another word of one
// that does not begin alike.
func (x *Index) near(word string, distance int, names bool) []likeness {
	automaton, err := automata()[distance].BuildDfa(word, uint8(distance))
	if err != nil {
		return nil // the word is too long for it
	}
	first, _ := utf8.DecodeRuneInString(bareWord(word))
	var list []likeness
	it, err := x.terms.terms.Search(automaton, nil, nil)
	for looked := 0; err == nil && looked < maxNear; looked++ {
		key, value := it.Current()
		text, term := string(key), uint32(value)
		if utf8.RuneCountInString(text) >= shortestTypo && !fillers[text] && x.shows(term, names) {
			begins, _ := utf8.DecodeRuneInString(bareWord(text))
			if begins == first || distance == 1 {
				list = append(list, likeness{text, term, begins == first, x.count(term)})
			}
		}
		err = it.Next()
	}
	slices.SortFunc(list, func(a, b likeness) int {
		if a.begins != b.begins {
			if a.begins {
				return -1
			}
			return 1
		}
		return cmp.Or(cmp.Compare(b.nodes, a.nodes), strings.Compare(a.text, b.text))
	})
	return list
}

// likeness is a term that is like a word.
type likeness struct {
	text   string
	term   uint32
	begins bool // with the same letter
	nodes  int
}

// count is how many nodes have a term in a text, and how many reports lead to what it names.
func (x *Index) count(term uint32) int {
	l := &layers{}
	x.addTerm(l, term, lang.Folded, false, everywhere)
	return int(l.union().GetCardinality())
}

// printed are terms as texts have them.
func (x *Index) printed(near []likeness) []correction {
	var list []correction
	for _, like := range near[:min(len(near), maxCorrections)] {
		if c, found := x.print(like); found {
			list = append(list, c)
		}
	}
	return list
}

// print finds a text with a term in it.
func (x *Index) print(like likeness) (correction, bool) {
	start, end := x.postings.span(like.term)
	for i := start; i < end; i++ {
		c := x.postings.classes[i]
		if c.link() != itself || c.tier() != lang.Folded || c.field() == hidden || c.field() == countryCode {
			continue
		}
		short, long := x.postings.of(i)
		var n uint32
		if long != nil {
			n = long.Maximum()
		} else {
			n = short[len(short)-1]
		}
		for _, w := range appendWritten(nil, x.plain, view.Node(n), c.field()) {
			for _, t := range lang.Tokens(w.value) {
				if t.Text == like.text {
					return correction{string([]rune(w.value)[t.Start:t.End]), w.Language}, true
				}
			}
		}
	}
	return correction{}, false
}
