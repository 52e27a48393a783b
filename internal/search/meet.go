package search

import (
	"github.com/RoaringBitmap/roaring/v2"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/lang"
	"github.com/wasl-graph/wasl/internal/view"
)

// queryWord is one word of a query with the forms in which it meets others.
type queryWord struct {
	lang.Token
	forms []lang.Variant
	parts []string // of a compound, which only together are as good as the word
	code  bool     // may be the code of a country
}

// word finds the forms of a query's word. A code stands in capitals, or is all there is.
func (x *Index) word(t lang.Token, alone bool) queryWord {
	w := queryWord{Token: t, forms: t.Variants(graph.Undetermined), code: len(t.Text) == 2 && (t.Capitals || alone)}
	if !t.Exact {
		w.parts = lang.Compound(t.Text, graph.Undetermined, x.knows)
	}
	return w
}

// knows says whether a word is one that compounds are split into.
func (x *Index) knows(word string) bool {
	term, found := x.terms.find(word)
	return found && x.vocabulary.Contains(term)
}

// fieldsFor are the fields in which a word of its own may stand: all, which is none, but for the code of a country that stands out
// in its capitals. Such a one is not the word that is spelled alike (IT, TO, DE).
func (x *Index) fieldsFor(w *queryWord) fieldSet {
	if !w.code || !w.Exact {
		return 0
	}
	term, found := x.terms.find(w.Text)
	if !found || !x.postings.has(term, countryCode) {
		return 0
	}
	return 1<<countryCode | 1<<acronym
}

// shortest is the form of the word that stands for all others where names are compared.
func (w *queryWord) shortest() string {
	if w.Exact {
		return shortestForm(w.Text)
	}
	return shortestOf(w.Text, w.forms)
}

// reach is how far a word's forms may lead.
type reach struct {
	farthest lang.Tier // of the tiers
	linked   bool      // to the reports that lead to what the word names
	things   bool      // only things that are no reports count, and what stands in their names
	only     fieldSet  // the fields that count; all when there are none
}

// fieldSet has a bit for each field.
type fieldSet uint16

// excludes says that a field is not among those that count; when none are named, all do.
func (s fieldSet) excludes(f field) bool { return s != 0 && s>>f&1 == 0 }

// everywhere is what a word of a query meets.
var everywhere = reach{farthest: lang.Derived, linked: true}

// ownTexts is what a word of a query meets without any link.
var ownTexts = reach{farthest: lang.Derived}

// skips says whether what stands in a field, at a tier and by a link, is out of reach.
func (r reach) skips(f field, tier lang.Tier, how link) bool {
	return tier > r.farthest || r.things && !f.naming() || !r.linked && how != itself || r.only.excludes(f)
}

// meet finds what meets one word.
func (x *Index) meet(w *queryWord, r reach) *layers {
	l := &layers{}
	for _, form := range w.forms {
		if form.Tier > r.farthest {
			break // the nearest come first
		}
		if term, found := x.terms.find(form.Form); found {
			x.addTerm(l, term, form.Tier, w.code, r)
		}
	}
	if len(w.parts) > 1 && r.farthest >= lang.Part {
		x.addParts(l, w, r)
	}
	return l
}

// addTerm adds the lists of a term to what meets a word. From is the tier at which the term is a form of the word.
func (x *Index) addTerm(l *layers, term uint32, from lang.Tier, code bool, r reach) {
	start, end := x.postings.span(term)
	find := r.linked && !x.postings.linked.Contains(term)
	for i := start; i < end; i++ {
		c := x.postings.classes[i]
		f, tier := c.field(), max(c.tier(), from)
		if f == countryCode && !code || r.skips(f, tier, c.link()) {
			continue
		}
		weight := fieldWeights[f].within
		short, long := x.postings.of(i)
		switch p := points(weight, tier, c.link()); {
		case r.things:
			l.addNodes(p, x.things(short, long)...)
		case long != nil:
			l.addBitmap(p, long)
		default:
			l.addNodes(p, short...)
		}
		if find && f.naming() {
			x.addLinked(l, x.things(short, long), weight, tier)
		}
	}
}

// firstThing is the first node that is no report.
func (x *Index) firstThing() view.Node { return view.Node(x.view.Count(graph.KindReport)) }

// things are the nodes of a list that are no reports.
func (x *Index) things(short []uint32, long *roaring.Bitmap) []uint32 {
	if long == nil {
		return thingsIn(short, x.firstThing())
	}
	var list []uint32
	it := long.Iterator()
	for it.AdvanceIfNeeded(uint32(x.firstThing())); it.HasNext(); {
		list = append(list, it.Next())
	}
	return list
}

// addLinked adds the reports that lead to some things, whose names are met in a field of a weight and at a tier.
func (x *Index) addLinked(l *layers, things []uint32, weight int, tier lang.Tier) {
	var sets []view.Set
	for _, n := range things {
		for how := about; how < linkCount; how++ {
			sets = x.links.appendSets(sets[:0], view.Node(n), how)
			for _, s := range sets {
				l.addSet(points(weight, tier, how), s)
			}
		}
	}
}

// addParts adds what meets all parts of a compound itself, and the reports that lead to what has all of them in its name.
func (x *Index) addParts(l *layers, w *queryWord, r reach) {
	parts := make([]queryWord, len(w.parts))
	for i, part := range w.parts {
		parts[i] = partOf(part)
	}
	own := r
	own.linked = false
	met := x.meetAll(parts, own)
	if r.linked {
		x.addNamedTogether(met, parts)
	}
	for p := exactPoints; p > 0; p-- {
		if bits := met.at(p); bits != nil {
			l.addBitmap(points(100*p/steps, lang.Part, itself), bits)
		}
	}
}

// partOf is a part of a compound as a word of its own.
func partOf(part string) queryWord {
	return queryWord{Token: lang.Token{Text: part}, forms: lang.Variants(part, graph.German)}
}

// meetAll finds what meets all of some words, by the points of the word that is met worst.
func (x *Index) meetAll(words []queryWord, r reach) *layers {
	each := make([]*layers, len(words))
	for i := range words {
		each[i] = x.meet(&words[i], r)
	}
	return &layers{together: newTogether(each)}
}
