package view

import (
	"cmp"
	"slices"
	"strings"

	"github.com/wasl-graph/wasl/graph"
)

// codeIndex finds entities by the identifiers that others give them. It holds (text, node) sorted by the text's value.
type codeIndex []codeEntry

type codeEntry struct {
	text uint32
	node Node
}

func (v *View) indexCodes() {
	for n := range Node(v.nodes.len()) {
		for _, text := range v.table.objectsOf(n, graph.IdentifiedBy) {
			v.codes = append(v.codes, codeEntry{text, n})
		}
	}
	slices.SortFunc(v.codes, func(a, b codeEntry) int {
		return cmp.Or(strings.Compare(v.texts.values.at(a.text), v.texts.values.at(b.text)), cmp.Compare(a.node, b.node))
	})
}

// Identified finds the entity with an identifier such as "wikidata:Q796" or "doi:10.1000/182". Of several the first in
// the view's order is meant.
func (v *View) Identified(code string) (Node, bool) {
	i, found := slices.BinarySearchFunc(v.codes, code, func(e codeEntry, code string) int {
		return strings.Compare(v.texts.values.at(e.text), code)
	})
	if !found {
		return none, false
	}
	return v.codes[i].node, true
}
