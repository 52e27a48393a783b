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
	s.addBeginning(&x.begins)
	s.addBeginning(&x.inner)
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

// addBeginning adds the best of the names that go on with what was typed.
func (s *suggester) addBeginning(c *completions) {
	key := keyOf(s.tokens)
	if !s.open {
		key += " "
	}
	start, end := s.index.span(c, key)
	q := &frontier{index: s.index, completions: c, wanted: s.wanted, start: start, end: end}
	q.begin()
	for scanned := 0; len(s.list) < s.first && scanned < maxScanned; scanned++ {
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
// one that the reader's languages prefer; but an acronym, which has no language, before another label than the first.
func (s *suggester) text(n view.Node) (view.Served, []Range, bool) {
	var names []written
	var ranges []Range
	beginning := false
	for _, w := range s.index.namesOf(nil, n) {
		at, place, found := s.complete(w)
		switch {
		case !found || beginning && at > 0:
			continue
		case !beginning && at == 0:
			names, ranges, beginning = nil, nil, true
		}
		names, ranges = append(names, w), append(ranges, place)
	}
	if len(names) == 0 {
		return view.Served{}, nil, false
	}
	i := preferred(s.reader.Chain, names)
	return names[i].Served, []Range{ranges[i]}, true
}

// preferred is the place of the name that a reader is shown.
func preferred(chain lang.Chain, names []written) int {
	texts := make([]graph.Text, len(names))
	for i, w := range names {
		texts[i] = w.Text
	}
	best, _ := lang.Pick(chain, texts)
	if names[best].field == title {
		return best
	}
	if i := slices.IndexFunc(names, func(w written) bool { return w.field == acronym }); i >= 0 {
		return i
	}
	return best
}
