package view

import (
	"cmp"
	"slices"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/lang"
)

// Reader is a view as one reader sees it: with the languages that they prefer. It is made for a request, is cheap to
// make, and may be shared between the request's goroutines.
type Reader struct {
	*View
	Chain lang.Chain
	turns []turn // by language of the view
	order *labelOrder
}

// turn is when a language has its turn for a reader: the smaller the earlier. A tag of the chain has the even number
// 2 × its place, and the more special forms of it together the odd number behind. Behind all of these come the other
// languages, then those that the reader refuses, the label languages in default order before the others.
type turn uint16

// For is the view as seen by a reader with these languages.
func (v *View) For(chain lang.Chain) *Reader {
	r := v.unordered(chain)
	r.order = v.orderFor(chain.Order())
	return r
}

// unordered is a reader that can read labels, but has no order of them yet: the orders are made with it.
func (v *View) unordered(chain lang.Chain) *Reader {
	r := &Reader{View: v, Chain: chain, turns: make([]turn, len(v.languages))}
	for i, language := range v.languages {
		r.turns[i] = turnOf(chain, language)
	}
	return r
}

func turnOf(chain lang.Chain, language graph.Tag) turn {
	tags, refused := chain.Tags(), chain.Refuses(language)
	for i, tag := range tags {
		switch {
		case language == tag:
			return turn(2 * i)
		case !refused && variantOf(language, tag):
			return turn(2*i + 1)
		}
	}
	if refused {
		return turn(2*len(tags) + 1 + lang.DefaultPlace(language))
	}
	return turn(2 * len(tags))
}

// exact says that texts of this turn are in the very language of a tag, so that the first of them counts.
func (r *Reader) exact(t turn) bool { return t%2 == 0 && int(t) < 2*len(r.Chain.Tags()) }

// tried is how many tags of the chain were tried when this turn came.
func (r *Reader) tried(t turn) int { return min(int(t)/2, len(r.Chain.Tags())) + 1 }

// variantOf says that a tag is a more special form of another: "de-AT" of "de".
func variantOf(tag, of graph.Tag) bool {
	return len(tag) > len(of) && tag[:len(of)] == of && tag[len(of)] == '-'
}

// Served is a text as it was chosen for a reader.
type Served struct {
	graph.Text
	// Tried counts the tags of the chain up to the one that found the text; it is one more than the chain is long when none
	// of them did and any text was taken.
	Tried int
	// statement is where the text comes from, unless it stands in for a missing label.
	statement Statement
	standIn   bool
}

// Label is the entity's label in the reader's language. It is never blank: an entity without any label is called by its
// acronym or its id.
func (r *Reader) Label(n Node) Served {
	if served, found := r.Text(n, graph.Label); found {
		return served
	}
	stand := graph.CodeObject(string(r.ID(n))).Text
	stand.Standing = graph.Unverified // nobody calls it so
	if codes := r.table.objectsOf(n, graph.Acronym); len(codes) > 0 {
		stand.Value, stand.Standing = r.texts.values.at(codes[0]), graph.Attested
	}
	return Served{Text: stand, Tried: len(r.Chain.Tags()) + 1, standIn: true}
}

// Text is the text that a relation to texts gives to the entity, in the reader's language, and whether there is one. Of
// several in one language the first counts.
func (r *Reader) Text(n Node, relation graph.Relation) (Served, bool) {
	start, end := r.table.span(n, relation)
	if start == end || !textual(relation) {
		return Served{}, false
	}
	index, tried := r.pick(r.table.objects, start, end)
	return r.served(index, tried), true
}

func (r *Reader) served(statement uint32, tried int) Served {
	return Served{Text: r.text(r.table.objects[statement] &^ textBit), Tried: tried, statement: Statement{statement}}
}

// pick chooses among the texts at some positions, of which there is at least one: the one whose language has its turn
// first; of several in the very language of a tag the first, else the one with the best standing. It is what [lang.Pick]
// does, on numbers, with those that don't give way to others.
func (r *Reader) pick(texts []uint32, start, end uint32) (index uint32, tried int) {
	index = start
	best := r.texts.traits[texts[start]&^textBit]
	turn := r.turns[best.language]
	for i := start + 1; i < end; i++ {
		next := r.texts.traits[texts[i]&^textBit]
		later := r.turns[next.language]
		if later < turn || later == turn && next.standing > best.standing && !r.exact(turn) && !r.isAside(i) {
			index, best, turn = i, next, later
		}
	}
	return index, r.tried(turn)
}

// All are the texts that a relation to texts gives to the entity, each as it is, in the order in which the reader's languages
// are tried, those of the same turn by tag. Texts in one language stay in printed order where there is one, else in that of
// their bytes.
func (r *Reader) All(n Node, relation graph.Relation) []Served {
	if !textual(relation) {
		return nil
	}
	start, end := r.table.span(n, relation)
	list := make([]Served, 0, end-start)
	for i := start; i < end; i++ {
		list = append(list, r.served(i, 0))
	}
	slices.SortStableFunc(list, func(a, b Served) int {
		return cmp.Or(cmp.Compare(r.turnOf(a), r.turnOf(b)), cmp.Compare(a.Language, b.Language))
	})
	return list
}

func (r *Reader) turnOf(s Served) turn {
	return r.turns[r.texts.traits[r.table.objects[s.statement.index]&^textBit].language]
}

// SourceOf is the source that a served text was read in: that of the surest evidence. It is false for a text that stands
// in for a missing label.
func (v *View) SourceOf(s Served) (graph.Source, bool) {
	if s.standIn {
		return graph.Source{}, false
	}
	return v.sources[v.table.proofs.of(s.statement.index)[0].source], true
}
