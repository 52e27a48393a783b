package lang

import (
	"maps"
	"slices"

	"golang.org/x/text/language"

	"github.com/wasl-graph/wasl/graph"
)

// languages holds the languages in which labels are served and lists are sorted, in default order: an answer for a
// reader who asked for nothing is looked for in this order. To serve one more, write its definition in a file of its
// own (language_fr.go), name it here behind the others, and add rows to the tables in testdata.
var languages = newRegistry(
	english(),
	arabic(),
	german(),
)

// definition is all that this package knows about one served language. A label language needs no more than its tag and
// its standard order; an interface language brings everything but what it has no use for.
type definition struct {
	// tag is the base language, without region or script.
	tag graph.Tag
	// spoken says that the server itself speaks the language, which makes it an interface language: package messages has
	// its sentences. The first language of all is one.
	spoken bool
	// forms are varieties of this language that have a code of their own. Their readers read this language, and a
	// text in it is no substitute to them.
	forms []graph.Tag
	// neighbours are other languages, most of whose readers read this one too. A text in it is a substitute to them.
	neighbours []graph.Tag
	// collations are the orders that golang.org/x/text has for the language, by their -u-co- type; "" is the
	// standard one and must be there. They name no region: with one, a -u-co- type is not applied.
	collations map[string]language.Tag
	// letters adapts that order where it is out of date; nil when it is not.
	letters *letterOrder
	// names are the words that stand in or beside printed names. Without them, names are read with those of the others.
	names NameWords
	// words is how its words vary; nil when they only fold.
	words *wordRules
	// formats are how dates and numbers are written; without them, dates are written as ISO 8601 has them and numbers
	// without groups.
	formats formatTables
	// comma stands between the members of a list, with its space; "" is ", ".
	comma string
}

// registry is the served languages with what is derived from them. It never changes.
type registry struct {
	served  []definition
	tags    []graph.Tag
	index   map[graph.Tag]int // of the served languages themselves
	reads   map[graph.Tag]int // of the languages whose readers read a served one
	forms   map[graph.Tag]int // those among reads that are forms of the served one
	nothing *chain            // of a reader who asked for nothing

	directions []graph.Direction // of the served languages
}

func newRegistry(served ...definition) *registry {
	r := &registry{
		served: served,
		index:  map[graph.Tag]int{},
		reads:  map[graph.Tag]int{},
		forms:  map[graph.Tag]int{},
	}
	for i, d := range served {
		r.tags = append(r.tags, d.tag)
		r.directions = append(r.directions, directionOfScript(d.tag))
		r.index[d.tag] = i
		for _, tag := range d.forms {
			r.reads[tag], r.forms[tag] = i, i
		}
		for _, tag := range d.neighbours {
			r.reads[tag] = i
		}
	}
	r.nothing = r.newChain(nil, refusal{})
	return r
}

// find gives the position of the served language that a reader of tag reads.
func (r *registry) find(tag graph.Tag) (int, bool) {
	base := baseOf(tag)
	if i, ok := r.index[base]; ok {
		return i, true
	}
	i, ok := r.reads[base]
	return i, ok
}

// first is the position of the first served language among the tags of a chain, or of the first that is spoken; that of
// the default where there is none.
func (r *registry) first(tags []graph.Tag, spoken bool) int {
	for _, tag := range tags {
		if i, ok := r.index[baseOf(tag)]; ok && (r.served[i].spoken || !spoken) {
			return i
		}
	}
	return 0
}

// Served lists the label languages, in which labels are served and lists are sorted, in default order: en, ar, de. The
// slice is the caller's own.
func Served() []graph.Tag { return slices.Clone(languages.tags) }

// Spoken lists the interface languages: those label languages in which the server also has sentences of its own, in
// default order. Each has a catalogue in package messages. The slice is the caller's own.
func Spoken() []graph.Tag {
	var list []graph.Tag
	for _, d := range languages.served {
		if d.spoken {
			list = append(list, d.tag)
		}
	}
	return list
}

// Orders lists the orders in which lists are kept, each under the tag that [NewSorter] and [Chain.Order] know it by: the
// served languages in default order, each followed by its other orders, such as the German phone book. The slice is the
// caller's own.
func Orders() []graph.Tag {
	var list []graph.Tag
	for _, d := range languages.served {
		for _, kind := range slices.Sorted(maps.Keys(d.collations)) {
			if tag := d.order(kind); !slices.Contains(list, tag) {
				list = append(list, tag)
			}
		}
	}
	return list
}

// order is the tag of one of the language's orders: its own for the standard one, which is also called so.
func (d definition) order(kind string) graph.Tag {
	if kind == "" || kind == "standard" {
		return d.tag
	}
	return d.tag + "-u-co-" + graph.Tag(kind)
}
