package view

import (
	"cmp"

	"github.com/wasl-graph/wasl/graph"
)

// evidence is one piece of evidence in 24 bytes.
type evidence struct {
	source     uint32 // index into View.sources
	change     uint32
	start, end uint32
	extra      uint32 // index into View.words, or with printedBit into View.printed
	ground     uint8  // index into View.grounds
	unit       graph.PlaceUnit
	kind       graph.TextKind // of the text that it is evidence for
	standing   graph.LabelStanding
}

// printedBit marks evidence that has more than words.
const printedBit = 1 << 31

// printed is what only the evidence for an agent's part in something has.
type printed struct {
	words         uint32 // index into View.words, as are the other two
	as            uint32
	affiliationAs uint32
	affiliation   Node // none for none
	position      uint32
}

// ground is how a fact was taken from its source: the method, and the rule where it was inferred. A graph has a handful
// of them.
type ground struct {
	method graph.Method
	rule   graph.Rule
}

// maxGrounds is how many grounds there can be: their numbers are single bytes.
const maxGrounds = 256

func (g ground) confidence() float64 {
	return graph.Evidence{Method: g.method, Rule: g.rule}.Confidence()
}

func compareGrounds(a, b ground) int {
	return cmp.Or(cmp.Compare(a.method, b.method), cmp.Compare(a.rule, b.rule))
}

// extra is what a piece of evidence quotes and what is printed beside it.
func (v *View) extra(e evidence) printed {
	if e.extra&printedBit == 0 {
		return printed{words: e.extra, affiliation: none}
	}
	return v.printed[e.extra&^printedBit]
}

// evidence is one piece of evidence in the domain's form.
func (v *View) evidence(e evidence) graph.Evidence {
	ground, x := v.grounds[e.ground], v.extra(e)
	out := graph.Evidence{
		Source:  v.sources[e.source].ID,
		Method:  ground.method,
		Rule:    ground.rule,
		Place:   graph.Place{Unit: e.unit, Start: int(e.start), End: int(e.end)},
		Words:   v.words.at(x.words),
		Printed: graph.Printed{Position: int(x.position), As: v.words.at(x.as), AffiliationAs: v.words.at(x.affiliationAs)},
		Change:  e.change,
	}
	if x.affiliation != none {
		out.Printed.Affiliation = v.ID(x.affiliation)
	}
	return out
}

// affiliations appends the organisations that an agent is printed with in one statement.
func (v *View) affiliations(dst []Node, statement uint32) []Node {
	for _, e := range v.table.proofs.of(statement) {
		if x := v.extra(e); x.affiliation != none {
			dst = append(dst, x.affiliation)
		}
	}
	return dst
}
