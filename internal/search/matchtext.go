package search

import (
	"cmp"
	"slices"
	"unicode/utf8"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/lang"
)

// textMatch is a text that meets a unit.
type textMatch struct {
	written
	words  int // how many of the unit's words it has
	weight int
	tier   lang.Tier
	points int
	ranges []Range
}

// better says that a text shows more of a unit, or shows it nearer.
func (t textMatch) better(than textMatch) bool {
	if t.words != than.words {
		return t.words > than.words
	}
	return t.points > than.points
}

// matchText finds the words of a unit in a text.
func (x *Index) matchText(u *unit, w written) (textMatch, bool) {
	tokens := lang.Tokens(w.value)
	t := textMatch{written: w, weight: fieldWeights[w.field].within, tier: lang.Folded}
	if u.kind == phrase {
		for _, start := range phraseIn(w, u.words) {
			t.ranges = append(t.ranges, Range{w.from + tokens[start].Start, w.from + tokens[start+len(u.words)-1].End})
		}
		t.words = len(u.words)
		return t, len(t.ranges) > 0
	}
	pieces := x.pieces(u, w, tokens)
	nearest := make([]lang.Tier, len(u.words))
	last := -1 // the word before, if it was met
	for i, p := range pieces {
		if p.word < 0 {
			continue
		}
		nearest[p.word] = p.tier + 1
		if x.onlyHidden(&u.words[p.word]) {
			continue
		}
		place := Range{w.from + tokens[i].Start, w.from + tokens[i].End}
		if n := len(t.ranges); n > 0 && last == i-1 {
			t.ranges[n-1].End = place.End
		} else {
			t.ranges = append(t.ranges, place)
		}
		last = i
	}
	for _, tier := range nearest {
		if tier > 0 {
			t.words, t.tier = t.words+1, max(t.tier, tier-1)
		}
	}
	if t.words == len(tokens) && t.words == len(u.words) {
		t.weight = fieldWeights[w.field].whole
	}
	return t, t.words > 0
}

// piece says which word of a unit a word of a text meets, -1 for none, and at which tier.
type piece struct {
	word int
	tier lang.Tier
}

// pieces says it of all words of a text. Where a word of the unit is met at several tiers, the nearest is told; a part of it
// only when nothing else is.
func (x *Index) pieces(u *unit, w written, tokens []lang.Token) []piece {
	list := make([]piece, len(tokens))
	nearest := make([]lang.Tier, len(u.words))
	for i := range nearest {
		nearest[i] = lang.Derived + 1
	}
	for i, token := range tokens {
		list[i].word = -1
		for j := range u.words {
			if tier, ok := x.meetToken(&u.words[j], w, token); ok && (list[i].word < 0 || tier < list[i].tier) {
				list[i] = piece{j, tier}
			}
		}
		if j := list[i].word; j >= 0 {
			nearest[j] = min(nearest[j], list[i].tier)
		}
	}
	for i, p := range list {
		if p.word >= 0 && p.tier > nearest[p.word] && x.onlyPart(&u.words[p.word], w, tokens[i]) {
			list[i].word = -1
		}
	}
	for i, p := range list {
		if p.word >= 0 {
			list[i].tier = nearest[p.word]
		}
	}
	return list
}

// meetToken says at which tier a word of a query meets one of a text.
func (x *Index) meetToken(q *queryWord, w written, token lang.Token) (lang.Tier, bool) {
	if w.field == countryCode && !q.code {
		return 0, false
	}
	if token.Text == q.Text {
		return lang.Folded, true
	}
	if q.differs(token.Text, w.Language) {
		return 0, false
	}
	forms := appendForms(nil, token, w.Language, x.knows)
	if tier, ok := lang.Meet(forms, q.forms); ok {
		return tier, true
	}
	return lang.Part, slices.ContainsFunc(q.parts, func(part string) bool {
		_, ok := lang.Meet(forms, lang.Variants(part, graph.German))
		return ok
	})
}

// longCompound is from how many letters on a word may be put together of two.
const longCompound = 8

// differs finds most words that don't meet without looking at their forms: in Latin letters, no form begins with another letter
// than its word, but the parts of a compound may.
func (q *queryWord) differs(word string, tag graph.Tag) bool {
	if word[0] >= utf8.RuneSelf || tag.Base() == graph.German && len(word) >= longCompound {
		return false
	}
	same := func(form string) bool { return form[0] == word[0] }
	return !slices.ContainsFunc(q.parts, same) && !slices.ContainsFunc(q.forms, func(f lang.Variant) bool { return same(f.Form) })
}

// onlyPart says whether a word of a text is no more than a part of a word of the query.
func (x *Index) onlyPart(q *queryWord, w written, token lang.Token) bool {
	_, whole := lang.Meet(appendForms(nil, token, w.Language, x.knows), q.forms)
	return len(q.parts) > 0 && !whole && token.Text != q.Text
}

// mergeRanges sorts ranges, and makes one of those that overlap or stand side by side.
func mergeRanges(ranges []Range) []Range {
	slices.SortFunc(ranges, func(a, b Range) int { return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End)) })
	var merged []Range
	for _, r := range ranges {
		if last := len(merged) - 1; last >= 0 && r.Start <= merged[last].End {
			merged[last].End = max(merged[last].End, r.End)
		} else {
			merged = append(merged, r)
		}
	}
	return merged
}
