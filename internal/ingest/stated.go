package ingest

import (
	"crypto/sha256"
	"encoding/binary"
	"iter"

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
	// curators keep what they say, in its place only while the text is the same.
	curators *curators
	moved    bool
	sha256   string // of the text before
}

// statedIn goes through what a graph holds of a source.
func statedIn(g Graph, source graph.Source, u *curators) statedBefore {
	b := statedBefore{source: source.ID, winners: u.winners, again: map[digest]bool{}, curators: u}
	known, found := g.Source(source.ID)
	if !found {
		return b
	}
	b.moved, b.sha256 = known.SHA256 != source.SHA256, known.SHA256
	for a := range g.AssertionsAsRecorded() {
		if a.Evidence.Source == source.ID {
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

// knows says whether an assertion was made before.
func (b *statedBefore) knows(a graph.Assertion) bool {
	_, before := b.again[b.digest(a)]
	return before
}

// said says whether an assertion that was made before is made again.
func (b *statedBefore) said(a graph.Assertion) bool { return b.again[b.digest(a)] }

// stays says that an assertion is not the document's to take back.
func (b *statedBefore) stays(a graph.Assertion) bool {
	return (!b.moved || a.Evidence.Place == graph.Place{}) && b.curators.keep(a.Statement)
}

// unsaid yields what the source said before and has not said again so far, without what curators keep.
func (b *statedBefore) unsaid(g Graph) iter.Seq[graph.Assertion] {
	return func(yield func(graph.Assertion) bool) {
		if len(b.again) == 0 {
			return
		}
		for a := range g.AssertionsAsRecorded() {
			if a.Evidence.Source == b.source && !b.again[b.digest(a)] && !b.stays(a) && !yield(a) {
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
