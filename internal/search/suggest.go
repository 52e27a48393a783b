package search

import (
	"context"
	"slices"
	"unicode/utf8"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/lang"
	"github.com/wasl-graph/wasl/internal/view"
)

// Suggestion is a thing with a label that completes what somebody has typed.
type Suggestion struct {
	Node view.Node
	// Text is the label that completes it: one in the reader's language where the thing has such a label.
	Text view.Served
	// Highlights are the places in the text that were typed, in code points.
	Highlights []Range
}

// Range is a piece of a text, in code points: from Start up to before End.
type Range struct{ Start, End int }

// maxScanned bounds how many places are looked at for one suggestion list: a thing has several names that may all begin
// alike.
const maxScanned = 2000

// maxSpelled bounds it where umlauts are looked for in two letters: most names that begin alike have none.
const maxSpelled = 16

// Suggest completes what somebody types with the labels, other labels and acronyms of things, at most first of them; kinds
// says of which kinds, of all when there are none. What is called exactly so comes first, then names that begin so, then
// names in which another word does; among these, the thing that most reports hang together with, and the newest report. Hidden
// labels are never completed. The error is BAD_INPUT for a prefix that is too long, or the context's.
func (x *Index) Suggest(ctx context.Context, r *view.Reader, prefix string, only []graph.Kind, first int) ([]Suggestion, error) {
	if n := utf8.RuneCountInString(prefix); n > MaxLength {
		return nil, tooLong("prefix", n)
	}
	tokens := lang.Tokens(prefix)
	if len(tokens) == 0 || first < 1 {
		return nil, ctx.Err()
	}
	s := suggester{index: x, reader: r, tokens: tokens, first: first, open: endsOpen(prefix, tokens)}
	for i := range s.wanted {
		s.wanted[i] = len(only) == 0 || slices.Contains(only, graph.Kind(i))
	}
	s.addNamed(prefix)
	s.addBeginning(&x.begins, tokens)
	s.addBeginning(&x.inner, tokens)
	if respelled := withUmlauts(tokens); respelled != nil {
		s.umlauts = true
		s.addBeginning(&x.begins, respelled)
		s.addBeginning(&x.inner, respelled)
	}
	return s.list, ctx.Err()
}

// endsOpen says whether the last word may go on: nothing stands behind it yet.
func endsOpen(prefix string, tokens []lang.Token) bool {
	return tokens[len(tokens)-1].End == utf8.RuneCountInString(prefix)
}

// suggester collects suggestions.
type suggester struct {
	index  *Index
	reader *view.Reader
	tokens []lang.Token
	wanted [kinds]bool
	open   bool
	first  int
	list   []Suggestion
	// umlauts says that names with umlauts are looked for by what was typed in two letters for them.
	umlauts bool
}

// addNamed adds what is called exactly so.
func (s *suggester) addNamed(prefix string) {
	list := make([]queryWord, len(s.tokens))
	for i, t := range s.tokens {
		list[i] = queryWord{Token: t, forms: []lang.Variant{{Form: t.Text, Tier: lang.Folded}}}
	}
	named := s.index.findNamedAs(prefix, list, lang.Folded)
	slices.SortStableFunc(named, func(a, b called) int {
		return int(int64(s.index.standingOf(a.node)) - int64(s.index.standingOf(b.node)))
	})
	for _, c := range named {
		if c.field != hidden {
			s.add(c.node)
		}
	}
}

// addBeginning adds the best of the names that go on with what was typed, or with these words in its place.
func (s *suggester) addBeginning(c *completions, words []lang.Token) {
	key := keyOf(words)
	if !s.open {
		key += " "
	}
	start, end := s.index.span(c, key)
	q := &frontier{index: s.index, completions: c, wanted: s.wanted, start: start, end: end}
	q.begin()
	most := maxScanned
	if s.umlauts {
		most = maxSpelled
	}
	for scanned := 0; len(s.list) < s.first && scanned < most; scanned++ {
		n, found := q.next()
		if !found {
			return
		}
		s.add(n)
	}
}

// add adds a thing, once and only if it is of a kind that is wanted.
func (s *suggester) add(n view.Node) {
	if len(s.list) == s.first || !s.wanted[s.index.view.Kind(n)] {
		return
	}
	if slices.ContainsFunc(s.list, func(have Suggestion) bool { return have.Node == n }) {
		return
	}
	if text, highlights, found := s.text(n); found {
		s.list = append(s.list, Suggestion{n, text, highlights})
	}
}

// text chooses among the names of a thing that complete what was typed: names that begin so before others, and of these the
// one that the reader's languages prefer; but an acronym, which has no language, before another label than the first. The label
// in a language that the reader prefers to that one's comes before it, in whichever of its words it goes on.
func (s *suggester) text(n view.Node) (view.Served, []Range, bool) {
	var beginning, inner []completed
	for _, w := range s.index.namesOf(nil, n) {
		switch at, place, found := s.complete(w); {
		case !found:
		case at == 0:
			beginning = append(beginning, completed{w, place})
		default:
			inner = append(inner, completed{w, place})
		}
	}
	names := beginning
	switch labels := onlyLabels(inner); {
	case len(beginning) == 0 && len(inner) == 0:
		return view.Served{}, nil, false
	case len(beginning) == 0:
		names = inner
	case len(labels) > 0:
		begins, label := beginning[preferred(s.reader.Chain, beginning)], labels[pick(s.reader.Chain, labels)]
		if begins.field != acronym {
			names = []completed{begins, label}
		}
	}
	best := names[preferred(s.reader.Chain, names)]
	return best.Served, []Range{best.place}, true
}

// completed is a name that completes what was typed, which is this piece of it.
type completed struct {
	written
	place Range
}

// onlyLabels are those of some names that are the labels of their things.
func onlyLabels(names []completed) []completed {
	return slices.DeleteFunc(slices.Clone(names), func(c completed) bool { return c.field != title })
}

// preferred is the place of the name that a reader is shown.
func preferred(chain lang.Chain, names []completed) int {
	best := pick(chain, names)
	if names[best].field == title {
		return best
	}
	if i := slices.IndexFunc(names, func(c completed) bool { return c.field == acronym }); i >= 0 {
		return i
	}
	return best
}

// pick is the place of the name in the language that a reader prefers, the first of several.
func pick(chain lang.Chain, names []completed) int {
	texts := make([]graph.Text, len(names))
	for i, c := range names {
		texts[i] = c.Text
	}
	best, _ := lang.Pick(chain, texts)
	return best
}
