package ingest

import (
	"crypto/sha256"
	"encoding/binary"
	"iter"
	"maps"

	"github.com/wasl-graph/wasl/graph"
)

// digest stands for an assertion: what the document said before need not be held as a whole.
type digest [16]byte

// statedBefore is what a source said in an earlier import, and whether it says so again.
type statedBefore struct {
	source  graph.SourceID
	winners map[graph.ID]graph.ID // by the ids of what was merged: a fact is the same whichever of them it has
	again   map[digest]bool
	scratch []byte
}

// statedIn goes through what a graph holds of a source.
func statedIn(g Graph, source graph.SourceID) statedBefore {
	b := statedBefore{source: source, winners: maps.Collect(g.Redirects()), again: map[digest]bool{}}
	if _, known := g.Source(source); !known {
		return b
	}
	for a := range g.AssertionsAsRecorded() {
		if a.Evidence.Source == source {
			b.again[b.digest(a)] = false
		}
	}
	return b
}

// say keeps that an assertion is made, and tells whether it was made before.
func (b *statedBefore) say(a graph.Assertion) (before bool) {
	if len(b.again) == 0 {
		return false
	}
	d := b.digest(a)
	if _, before = b.again[d]; before {
		b.again[d] = true
	}
	return before
}

// unsaid yields what the source said before and has not said again so far.
func (b *statedBefore) unsaid(g Graph) iter.Seq[graph.Assertion] {
	return func(yield func(graph.Assertion) bool) {
		if len(b.again) == 0 {
			return
		}
		for a := range g.AssertionsAsRecorded() {
			if a.Evidence.Source == b.source && !b.again[b.digest(a)] && !yield(a) {
				return
			}
		}
	}
}

// digest is taken of all that tells two assertions of one source apart.
func (b *statedBefore) digest(a graph.Assertion) digest {
	s, e := b.scratch[:0], a.Evidence
	for _, part := range []string{
		b.final(a.Subject), b.final(a.Object.Entity), a.Object.Text.Value, string(a.Object.Text.Language), a.Object.Date.String(),
		string(e.Rule), e.Words, e.Printed.As, b.final(e.Printed.Affiliation), e.Printed.AffiliationAs,
	} {
		s = binary.AppendUvarint(s, uint64(len(part)))
		s = append(s, part...)
	}
	for _, n := range []int{
		int(a.Relation), int(a.Object.Text.Kind), int(a.Object.Text.Standing), int(e.Method), int(e.Place.Unit), e.Place.Start, e.Place.End,
		e.Printed.Position,
	} {
		s = binary.AppendUvarint(s, uint64(n))
	}
	b.scratch = s
	sum := sha256.Sum256(s)
	return digest(sum[:16])
}

// final is the id that answers for an id.
func (b *statedBefore) final(id graph.ID) string {
	if winner, merged := b.winners[id]; merged {
		return string(winner)
	}
	return string(id)
}
