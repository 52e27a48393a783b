package record

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"slices"

	"github.com/wasl-graph/wasl/graph"
)

// finishJournal brings a change to its end that an earlier process began. It asks the record itself what is still
// missing: a quad that is handed to Cayley twice leaks.
func (s *Store) finishJournal(ctx context.Context) error {
	// What was never renamed was never begun.
	if err := ignoreMissing(os.Remove(filepath.Join(s.folder, journalNewName))); err != nil {
		return err
	}
	j, err := readJournal(s.folder)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	log, err := s.changes()
	if err != nil {
		return err
	}
	if slices.ContainsFunc(log, func(r graph.Recorded) bool { return r.Revision == j.head.Revision }) {
		return s.files.removeJournal(s.folder) // all of it was done but this
	}
	if err := s.finish(ctx, j, addedBy(log)); err != nil {
		if s.unusable != nil {
			return err // which says it
		}
		return fmt.Errorf("there is a large change that is not finished, and it can't be finished now: %w", err)
	}
	s.revision = j.head.Revision
	return s.files.removeJournal(s.folder)
}

// finish does what is left of a journal's change. Added is how many assertions were ever recorded before it.
func (s *Store) finish(ctx context.Context, j *journal, added int) error {
	retracted, err := unpack(j.head.Entry.Retracted)
	if err != nil {
		return &DamageError{fmt.Sprintf("the journal: %v", err)}
	}
	documents, err := j.texts()
	if err != nil {
		return err
	}
	missing, err := s.fits(j, retracted, documents)
	if err != nil {
		return err
	}
	doomed, err := s.undone(ctx, missing, retracted, added+j.head.Asserted)
	if err != nil {
		return err
	}
	return s.applyBatches(doomed, onlyMissing(j.quads(), missing), func(tx engineTx) error {
		return writeRest(tx, j.head.Revision, j.head.Entry, documents)
	})
}

type digestSet map[[sha256.Size]byte]bool

// fits says whether a journal continues the record at its revision, and returns the digests of what it asserts.
func (s *Store) fits(j *journal, retracted []graph.Assertion, documents []graph.Document) (digestSet, error) {
	c, err := contentsOf(graph.Applied{Recorded: graph.Recorded{Retracted: retracted}, Sources: j.head.Entry.Sources, Documents: documents})
	if err != nil {
		return nil, err
	}
	asserted := digestSet{}
	for packed, err := range j.quads() {
		if err == nil {
			_, err = packed.assertion()
		}
		if err != nil {
			return nil, &DamageError{fmt.Sprintf("the journal: %v", err)}
		}
		digest := packed.digest()
		c.asserted = append(c.asserted, digest)
		asserted[digest] = true
	}
	digest, err := c.after(s.revision.Digest)
	if err != nil {
		return nil, err
	}
	if want := (graph.Revision{Number: s.revision.Number + 1, Digest: digest}); j.head.Revision != want {
		return nil, &DamageError{fmt.Sprintf("the journal is for revision %v, which does not follow revision %v", j.head.Revision, s.revision)}
	}
	return asserted, nil
}

// undone strikes from the set what the record holds already, and finds which of the retracted it still holds.
func (s *Store) undone(ctx context.Context, missing digestSet, retracted []graph.Assertion, added int) (doomed []graph.Assertion, err error) {
	going := make(map[graph.Assertion]bool, len(retracted))
	for _, a := range retracted {
		going[a] = true
	}
	for a, err := range s.assertions(ctx, added) {
		if err != nil {
			return nil, err
		}
		digest, err := digestAssertion(a)
		if err != nil {
			return nil, err
		}
		delete(missing, digest)
		if going[a] {
			doomed = append(doomed, a)
		}
	}
	return doomed, nil
}

func onlyMissing(quads iter.Seq2[packedQuad, error], missing digestSet) iter.Seq2[packedQuad, error] {
	return func(yield func(packedQuad, error) bool) {
		for packed, err := range quads {
			if (err != nil || missing[packed.digest()]) && !yield(packed, err) {
				return
			}
		}
	}
}
