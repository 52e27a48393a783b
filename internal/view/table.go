package view

import "github.com/wasl-graph/wasl/graph"

// table holds all statements. Those of one subject stand side by side, so that what is read of one entity is near; among
// them the order is that of the relations, then the printed one, then that of the objects.
type table struct {
	ends      []uint32         // by subject: where its statements begin; one more for the end of the last
	relations []graph.Relation // by statement
	objects   []uint32         // by statement: a node, a text or a date, as the relation's form says; with textBit a text for a collective
	proofs    proofs
}

// textBit marks an object that is a text although the relation leads to entities.
const textBit = 1 << 31

func (t *table) len() int { return len(t.objects) }

// of are the statements of a subject.
func (t *table) of(n Node) (start, end uint32) { return t.ends[n], t.ends[n+1] }

// span are the statements of a subject and a relation.
func (t *table) span(n Node, r graph.Relation) (start, end uint32) {
	start, end = t.of(n)
	relations := t.relations[start:end]
	first := 0
	for first < len(relations) && relations[first] < r {
		first++
	}
	last := first
	for last < len(relations) && relations[last] == r {
		last++
	}
	return start + uint32(first), start + uint32(last)
}

// objectsOf are the raw objects of a subject and a relation.
func (t *table) objectsOf(n Node, r graph.Relation) []uint32 {
	start, end := t.span(n, r)
	return t.objects[start:end]
}

// proofs holds the evidence of each statement.
type proofs struct {
	ends []uint32 // nil when every statement has exactly one piece
	list []evidence
}

// span are the pieces of evidence of a statement, as places in the list.
func (p *proofs) span(statement uint32) (start, end uint32) {
	if p.ends == nil {
		return statement, statement + 1
	}
	return p.ends[statement], p.ends[statement+1]
}

// of are the pieces of evidence of a statement.
func (p *proofs) of(statement uint32) []evidence {
	start, end := p.span(statement)
	return p.list[start:end]
}
