package search

import (
	"context"
	"sync"

	"github.com/RoaringBitmap/roaring/v2"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/lang"
	"github.com/wasl-graph/wasl/internal/view"
)

// unit is a part of a query that is met as one: a word, a name of several words, a quotation, an identifier, a time.
type unit struct {
	item
	words  []queryWord
	named  []called // what has a name of exactly these words
	layers *layers

	findThings sync.Once // guards things
	things     *roaring.Bitmap
}

// resolve finds what meets a unit.
func (x *Index) resolve(ctx context.Context, u *unit) (err error) {
	switch u.kind {
	case identifier:
		u.layers = x.meetIdentifier(u.code)
	case period:
		u.layers, err = x.meetPeriod(ctx, u)
	case phrase:
		u.layers, err = x.meetPhrase(ctx, u)
	default:
		u.layers = x.meetWords(u)
	}
	if err == nil {
		u.layers.weight = rarity(u.layers.union().GetCardinality(), uint64(x.view.Nodes()))
	}
	return err
}

// meetWords finds what meets a word, or a name of several words. Such a name is met by what holds all of its words itself,
// and by the reports that lead there: that one word is met here and another there is not enough.
func (x *Index) meetWords(u *unit) *layers {
	var l *layers
	switch {
	case len(u.words) == 1:
		reach := everywhere
		reach.only = x.fieldsFor(&u.words[0])
		l = x.meet(&u.words[0], reach)
	case u.names():
		l = x.meetAll(u.words, ownTexts)
		x.addNamedTogether(l, u.words)
	default:
		l = x.meetAll(u.words, everywhere)
	}
	x.addNamed(l, u)
	return l
}

// names says whether the unit is the name of something that is no report.
func (u *unit) names() bool {
	for _, c := range u.named {
		if c.thing {
			return true
		}
	}
	return false
}

// addNamedTogether adds the reports that lead to things whose names hold all words.
func (x *Index) addNamedTogether(l *layers, words []queryWord) {
	naming := x.meetAll(words, reach{farthest: lang.Derived, things: true})
	for p := range naming.parts {
		if bits := naming.at(p); bits != nil {
			x.addLinked(l, x.things(nil, bits), 100*p/steps, lang.Exact)
		}
	}
}

// addNamed adds what is called by exactly these words, and the reports that lead there.
func (x *Index) addNamed(l *layers, u *unit) {
	for _, c := range u.named {
		weight := fieldWeights[c.field].whole
		p := points(weight, c.tier, itself)
		if c.tier == lang.Exact && c.field == title {
			p = exactPoints
		}
		l.addNodes(p, uint32(c.node))
		if c.thing {
			x.addLinked(l, []uint32{uint32(c.node)}, weight, c.tier)
		}
	}
}

func (x *Index) meetIdentifier(code string) *layers {
	l := &layers{}
	for _, n := range x.identified(nil, code) {
		l.addNodes(points(codeWeight, lang.Exact, itself), uint32(n))
		if n >= x.firstThing() {
			x.addLinked(l, []uint32{uint32(n)}, codeWeight, lang.Exact)
		}
	}
	return l
}

// meetPeriod finds the reports of a time, and what holds the years as words.
func (x *Index) meetPeriod(ctx context.Context, u *unit) (*layers, error) {
	l := x.meetAll(u.words, everywhere)
	set, err := x.view.Filter(ctx, graph.Filter{From: u.from, To: u.to})
	if err == nil {
		l.addSet(points(dateWeight, lang.Exact, itself), set)
	}
	return l, err
}

// called is a node that has a name of exactly the words of a unit.
type called struct {
	node  view.Node
	field field
	tier  lang.Tier
	thing bool // no report
}

// nameFields are the fields that are looked at as a whole.
var nameFields = []field{title, alternative, acronym, hidden}

// findNamed finds what is called by exactly these words.
func (x *Index) findNamed(text string, list []queryWord) []called {
	return x.findNamedAs(text, list, lang.Inflected)
}

// findNamedAs finds what is called by exactly these words, at no farther tier.
func (x *Index) findNamedAs(text string, list []queryWord, farthest lang.Tier) []called {
	if len(list) > longestName {
		return nil
	}
	forms := make([]string, len(list))
	for i := range list {
		forms[i] = list[i].shortest()
	}
	var found []called
	for _, n := range x.names.of(nameDigest(forms)) {
		if c, ok := x.callsSo(view.Node(n), text, list); ok && c.tier <= farthest {
			found = append(found, c)
		}
	}
	return found
}

// callsSo looks for the name of a node that is nearest to some words.
func (x *Index) callsSo(n view.Node, text string, list []queryWord) (best called, found bool) {
	var texts []written
	for _, f := range nameFields {
		texts = appendWritten(texts[:0], x.plain, n, f)
		for _, w := range texts {
			tier, ok := sameWords(w, list)
			if ok && w.value == text {
				tier = lang.Exact
			}
			if c := (called{n, f, tier, n >= x.firstThing()}); ok && (!found || c.weight() > best.weight()) {
				best, found = c, true
			}
		}
	}
	return best, found
}

// weight orders the names of one node. Points are too coarse for that: by a link, names of the same points may have others.
func (c called) weight() int { return fieldWeights[c.field].whole * tierWeights[c.tier] }

// sameWords says at which tier a text is some words and no others.
func sameWords(w written, list []queryWord) (lang.Tier, bool) {
	tokens := lang.Tokens(w.value)
	if len(tokens) != len(list) {
		return 0, false
	}
	worst := lang.Folded
	for i, t := range tokens {
		tier, ok := lang.Meet(t.Variants(w.Language), list[i].forms)
		if !ok || tier > lang.Inflected {
			return 0, false
		}
		worst = max(worst, tier)
	}
	return worst, true
}
