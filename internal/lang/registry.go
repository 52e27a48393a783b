package lang

import (
	"slices"

	"golang.org/x/text/language"

	"github.com/wasl-graph/wasl/graph"
)

// languages holds the languages in which labels are served and lists are sorted, in default order: an answer for a
// reader who asked for nothing is looked for in this order. To serve one more, write its definition in a file of its
// own (language_fr.go), name it here, and add rows to the tables in testdata.
var languages = newRegistry(english(), arabic(), german())

// definition is all that this package knows about one served language.
type definition struct {
	// tag is the base language, without region or script.
	tag graph.Tag
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

// Served lists the languages in which labels are served and lists are sorted, in default order: en, ar, de. The slice
// is the caller's own.
func Served() []graph.Tag { return slices.Clone(languages.tags) }

// SortIndex is the position in [Served] of the language in whose order a list is sorted for a reader of tag, for tables
// that are kept per served language. It is always a valid position: that of the language itself, of the one that its
// readers read (Arabic for "acm-IQ"), and else of the first.
func SortIndex(tag graph.Tag) int {
	i, _ := languages.find(tag)
	return i
}
