package view

import (
	"slices"

	"github.com/wasl-graph/wasl/graph"
)

// assembly turns the rows of an intake into the table of a view.
type assembly struct {
	in       *intake
	v        *View
	nodes    []Node   // provisional to final
	dates    []uint32 // provisional to final
	textRank []uint32 // provisional to rank, by which texts are ordered
	grounds  []uint8  // provisional to final

	texts *textNumbers
	words *renumbering
}

func newAssembly(in *intake, v *View) *assembly {
	return &assembly{
		in: in, v: v,
		nodes: in.numberNodes(v), dates: in.numberDates(v), textRank: in.rankTexts(), grounds: in.numberGrounds(v),
		texts: newTextNumbers(in, v), words: newRenumbering(in.words.values),
	}
}

// run lays out the statements, one subject after the other.
func (a *assembly) run() {
	t := &a.v.table
	t.ends = make([]uint32, 1, len(a.nodes)+1)
	t.relations = make([]graph.Relation, 0, len(a.in.rows))
	t.objects = make([]uint32, 0, len(a.in.rows))
	t.proofs = proofs{ends: make([]uint32, 1, len(a.in.rows)+1), list: make([]evidence, 0, len(a.in.rows))}
	g := grouping{assembly: a}
	for rows := range a.bySubject() {
		for _, s := range g.statements(rows) {
			a.add(t, s)
		}
		t.ends = append(t.ends, uint32(len(t.objects)))
	}
	t.shrink()
	a.texts.finish(a.v)
	a.v.words = a.words.column()
	a.v.printed = slices.Clone(a.v.printed)
	a.v.incoming = a.v.turnAround()
}

// bySubject yields the rows of each node as a subject, in the order of the nodes.
func (a *assembly) bySubject() func(yield func([]uint32) bool) {
	return func(yield func([]uint32) bool) {
		ends := make([]uint32, len(a.nodes)+1)
		for _, r := range a.in.rows {
			ends[a.nodes[r.subject]+1]++
		}
		for i := 1; i < len(ends); i++ {
			ends[i] += ends[i-1]
		}
		next, sorted := slices.Clone(ends), make([]uint32, len(a.in.rows))
		for i, r := range a.in.rows {
			place := &next[a.nodes[r.subject]]
			sorted[*place] = uint32(i)
			*place++
		}
		for n := range len(a.nodes) {
			if !yield(sorted[ends[n]:ends[n+1]]) {
				return
			}
		}
	}
}

// add appends a statement with its evidence.
func (a *assembly) add(t *table, s statement) {
	if a.v.merged != nil {
		a.addMerged(t, s)
		return
	}
	for _, k := range s.rows {
		t.proofs.list = append(t.proofs.list, a.proof(a.in.rows[k.number]))
	}
	a.endStatement(t, s)
}

// endStatement appends a statement of which the evidence is appended already.
func (a *assembly) endStatement(t *table, s statement) {
	first := a.in.rows[s.rows[0].number]
	object := s.rows[0].object
	if first.form == graph.ToText {
		object = a.texts.number(first) | object&textBit
	}
	t.relations = append(t.relations, first.relation)
	t.objects = append(t.objects, object)
	t.proofs.ends = append(t.proofs.ends, uint32(len(t.proofs.list)))
}

// proof is the evidence of a row in final numbers.
func (a *assembly) proof(r row) evidence {
	e := r.proof
	e.ground = a.grounds[e.ground]
	if e.extra&printedBit == 0 {
		e.extra = a.words.number(e.extra)
		return e
	}
	x := a.in.printed[e.extra&^printedBit]
	x.words, x.as, x.affiliationAs = a.words.number(x.words), a.words.number(x.as), a.words.number(x.affiliationAs)
	x.affiliation = a.node(x.affiliation)
	e.extra = uint32(len(a.v.printed)) | printedBit
	a.v.printed = append(a.v.printed, x)
	return e
}

// node is the final number of what may be no node.
func (a *assembly) node(provisional Node) Node {
	if provisional == none {
		return none
	}
	return a.nodes[provisional]
}

// shrink gives back what was reserved for more statements than there are.
func (t *table) shrink() {
	t.relations, t.objects = slices.Clone(t.relations), slices.Clone(t.objects)
	if len(t.proofs.list) == len(t.objects) {
		t.proofs.ends = nil
	}
	t.proofs.ends = slices.Clone(t.proofs.ends)
}

// turnAround lists the subjects of each relation between entities.
func (v *View) turnAround() []adjacency {
	found := make([]links, len(graph.Relations()))
	for n := range Node(v.nodes.len()) {
		start, end := v.table.of(n)
		for i := start; i < end; i++ {
			r, o := v.table.relations[i], v.table.objects[i]
			if r.Form() == graph.ToEntity && o&textBit == 0 {
				found[r].add(n, Node(o))
			}
		}
	}
	all := make([]adjacency, len(found))
	for r := range all {
		all[r] = found[r].incoming()
	}
	return all
}
