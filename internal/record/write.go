package record

import (
	"iter"

	cayley "github.com/cayleygraph/cayley/graph"

	"github.com/cayleygraph/quad"

	"github.com/wasl-graph/wasl/graph"
)

// write puts a whole change into one transaction of the engine: what goes, what comes, and the revision.
func (s *Store) write(tx engineTx, a graph.Applied) error {
	if err := s.writeQuads(tx, encodeAll(a.Retracted), cayley.Delete); err != nil {
		return err
	}
	if err := s.writeQuads(tx, encodeAll(a.Asserted), cayley.Add); err != nil {
		return err
	}
	entry, err := newLogEntry(a)
	if err != nil {
		return err
	}
	return writeRest(tx, a.Revision, entry, a.Documents)
}

func encodeAll(list []graph.Assertion) []quad.Quad {
	quads := make([]quad.Quad, len(list))
	for i, a := range list {
		quads[i] = encode(a)
	}
	return quads
}

// writeRest puts everything of a change but its quads into a transaction.
func writeRest(tx engineTx, r graph.Revision, entry logEntry, documents []graph.Document) error {
	for _, src := range entry.Sources {
		if err := writeSource(tx, src); err != nil {
			return err
		}
	}
	if err := writeDocuments(tx, documents); err != nil {
		return err
	}
	if err := writeEntry(tx, r.Number, entry); err != nil {
		return err
	}
	return writeMeta(tx, r)
}

// writeQuads hands quads to Cayley inside the transaction. It only adds or only deletes: Cayley loses a quad that it is
// to delete and to add at once.
func (s *Store) writeQuads(tx engineTx, list []quad.Quad, action cayley.Procedure) error {
	if len(list) == 0 {
		return nil
	}
	deltas := make([]cayley.Delta, len(list))
	for i, q := range list {
		deltas[i] = cayley.Delta{Quad: q, Action: action}
	}
	s.db.outer = tx
	defer func() { s.db.outer = nil }()
	// The two options are for a repaired journal only: the writer sends neither what is there nor what is missing.
	return s.quads.ApplyDeltas(deltas, cayley.IgnoreOpts{IgnoreDup: true, IgnoreMissing: true})
}

// batchesTogether is how many batches of a large change make one transaction. The hashes by which Cayley finds nodes are
// in no order, so a transaction rewrites nearly every page that holds them: fewer transactions write less.
const batchesTogether = 10

// applyBatches takes away and adds quads in batches, and then records the whole change in one last transaction.
func (s *Store) applyBatches(retract []graph.Assertion, assert iter.Seq2[packedQuad, error], rest func(engineTx) error) error {
	gone := func(yield func(quad.Quad, error) bool) {
		for _, a := range retract {
			if !yield(encode(a), nil) {
				return
			}
		}
	}
	if err := s.writeInBatches(gone, cayley.Delete); err != nil {
		return err
	}
	come := func(yield func(quad.Quad, error) bool) {
		for packed, err := range assert {
			var q quad.Quad
			if err == nil {
				q, err = packed.quad()
			}
			if !yield(q, err) {
				return
			}
		}
	}
	if err := s.writeInBatches(come, cayley.Add); err != nil {
		return err
	}
	return s.transaction(rest)
}

// writeInBatches writes quads in transactions of several batches each.
func (s *Store) writeInBatches(quads iter.Seq2[quad.Quad, error], action cayley.Procedure) error {
	var part []quad.Quad
	flush := func() error {
		if len(part) == 0 {
			return nil
		}
		err := s.transaction(func(tx engineTx) error { return s.writePart(tx, part, action) })
		part = part[:0]
		return err
	}
	for q, err := range quads {
		if err != nil {
			return err
		}
		if part = append(part, q); len(part) < s.batch*s.together {
			continue
		}
		if err := flush(); err != nil {
			return err
		}
	}
	return flush()
}

// writePart writes the batches of one transaction.
func (s *Store) writePart(tx engineTx, part []quad.Quad, action cayley.Procedure) error {
	sorted := newSortedTx(tx, bucketQuads)
	for len(part) > 0 {
		n := min(len(part), s.batch)
		if err := s.writeQuads(sorted, part[:n], action); err != nil {
			return err
		}
		part = part[n:]
	}
	return sorted.flush()
}
