package search

import (
	"context"
	"slices"
	"strings"

	"github.com/RoaringBitmap/roaring/v2"

	"github.com/wasl-graph/wasl/internal/lang"
	"github.com/wasl-graph/wasl/internal/view"
)

// meetPhrase finds what holds the words of a quotation one behind the other, in any spelling but in no other form, and the
// reports that lead to what is so named. Its cost goes with the number of nodes that hold all the words in one field; a
// cancelled context ends it.
func (x *Index) meetPhrase(ctx context.Context, u *unit) (*layers, error) {
	l, found := &layers{}, roaring.New()
	for f := range field(fieldCount) {
		candidates := roaring.AndNot(x.meetAll(u.words, reach{farthest: lang.Respelled, only: fieldSet(1) << f}).union(), found)
		nodes, err := x.findPhrase(ctx, candidates, f, u.words)
		if err != nil {
			return nil, err
		}
		l.addNodes(points(fieldWeights[f].within, lang.Folded, itself), nodes...)
		if f.naming() {
			x.addLinked(l, thingsIn(nodes, x.firstThing()), fieldWeights[f].within, lang.Folded)
		}
		found.AddMany(nodes)
	}
	x.addNamed(l, u)
	return l, nil
}

// findPhrase finds those of some nodes of which a text in a field holds some words one behind the other.
func (x *Index) findPhrase(ctx context.Context, candidates *roaring.Bitmap, f field, list []queryWord) ([]uint32, error) {
	var found []uint32
	var texts []written
	looked, plain := 0, plainly(list)
	for it := candidates.Iterator(); it.HasNext(); looked++ {
		if looked%256 == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		n := it.Next()
		texts = appendWritten(texts[:0], x.plain, view.Node(n), f)
		if slices.ContainsFunc(texts, func(w written) bool { return hasPlainly(w.value, plain) }) ||
			slices.ContainsFunc(texts, func(w written) bool { return len(phraseIn(w, list)) > 0 }) {
			found = append(found, n)
		}
	}
	return found, nil
}

// hasPlainly says whether a text has words with nothing but spaces around and between them. It is many times as fast as
// looking at every word, and what it does not find may still be there.
func hasPlainly(text, plain string) bool {
	folded := " " + lang.Fold(text) + " "
	return strings.Contains(folded, plain)
}

// plainly are the words as they stand in most texts.
func plainly(list []queryWord) string {
	var b strings.Builder
	for _, w := range list {
		b.WriteString(" " + w.Text)
	}
	return b.String() + " "
}

// phraseIn finds the places where some words stand one behind the other in a text, as the numbers of the first.
func phraseIn(w written, list []queryWord) []int {
	tokens := lang.Tokens(w.value)
	var found []int
	for start := 0; start+len(list) <= len(tokens); start++ {
		if phraseAt(tokens[start:start+len(list)], w, list) {
			found = append(found, start)
		}
	}
	return found
}

func phraseAt(tokens []lang.Token, w written, list []queryWord) bool {
	for i, t := range tokens {
		if t.Text == list[i].Text {
			continue
		}
		tier, ok := lang.Meet(t.Variants(w.Language), list[i].forms)
		if !ok || tier > lang.Respelled {
			return false
		}
	}
	return true
}
