package record

import (
	"crypto/sha256"
	"fmt"
	"math"

	"github.com/wasl-graph/wasl/graph"
)

// verifier makes the digests of all revisions anew from what the record holds.
type verifier struct {
	asserted map[uint32][][sha256.Size]byte // by the change that recorded them
	problems []error
}

func newVerifier() *verifier { return &verifier{asserted: map[uint32][][sha256.Size]byte{}} }

// note takes in an assertion that is there, or that was there until a later change.
func (v *verifier) note(a graph.Assertion) {
	digest, err := digestAssertion(a)
	if err != nil {
		v.problems = append(v.problems, err)
		return
	}
	v.asserted[a.Evidence.Change] = append(v.asserted[a.Evidence.Change], digest)
}

// verify makes the digests of all revisions anew. The store is locked already.
func (s *Store) verify(v *verifier, sources []graph.Source) (problems []error, err error) {
	err = guarded(func() error {
		tx, err := s.engine.begin(false)
		if err != nil {
			return err
		}
		defer tx.rollback()
		problems = v.changes(tx, sources)
		return nil
	})
	return problems, err
}

// changes goes through the change log. Every change must lead from the revision before to its own, and what the changes
// brought last must be what is there now.
func (v *verifier) changes(tx engineTx, sources []graph.Source) []error {
	var before [8]byte
	latest := map[graph.SourceID]graph.Source{}
	for key, value := range tx.scan(bucketChanges, nil) {
		number, entry, err := readEntry(key, value)
		if err == nil {
			err = v.change(tx, number, entry, before)
		}
		if err != nil {
			return append(v.problems, err) // what follows rests on this one
		}
		before = entry.Digest
		for _, src := range entry.Sources {
			latest[src.ID] = src
		}
	}
	for _, src := range sources {
		if latest[src.ID] != src {
			v.problems = append(v.problems, fmt.Errorf("%s is not what it was when it was recorded", src.ID))
		}
		delete(latest, src.ID)
	}
	for id := range latest {
		v.problems = append(v.problems, fmt.Errorf("%s was recorded and is not there", id))
	}
	return v.problems
}

func (v *verifier) change(tx engineTx, number uint32, e logEntry, before [8]byte) error {
	retracted, err := unpack(e.Retracted)
	if err != nil {
		return err
	}
	c, err := contentsOf(graph.Applied{Recorded: graph.Recorded{Retracted: retracted}, Sources: e.Sources})
	if err != nil {
		return err
	}
	c.asserted, c.texts = v.asserted[number], e.Texts
	digest, err := c.after(before)
	if err != nil {
		return err
	}
	if digest != e.Digest {
		return fmt.Errorf("what change %d did is not what it was: its digest is %x, recorded is %x", number, digest, e.Digest)
	}
	for _, text := range e.Texts {
		kept, _ := readText(tx, text.Document, 0, math.MaxInt32)
		if got := digestText(graph.Document{SHA256: text.Document, Text: kept}); got != text {
			return fmt.Errorf("the text of document %s is not what it was", text.Document)
		}
	}
	return nil
}
