package record

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"os"
	"path/filepath"

	"github.com/wasl-graph/wasl/graph"
)

// applyLarge records a change that is at hand as a whole and too large for one transaction.
func (s *Store) applyLarge(a graph.Applied) error {
	if s.folder != "" {
		if err := s.files.writeJournal(s.folder, a); err != nil {
			return errors.Join(err, s.withdrawJournal())
		}
	}
	entry, err := newLogEntry(a)
	if err != nil {
		return err
	}
	packed := func(yield func(packedQuad, error) bool) {
		for _, assertion := range a.Asserted {
			if !yield(packOne(assertion)) {
				return
			}
		}
	}
	return s.carryOut(a.Retracted, packed, func(tx engineTx) error { return writeRest(tx, a.Revision, entry, a.Documents) })
}

// ApplyBulk records a change of any size as [Store.Apply] does, with the same promises, while it holds a digest of each
// assertion in memory and nothing else of them. It returns the change as the log has it, and an empty one when it comes to
// nothing. The change's sequences are ranged over while the store is locked.
//
// Before it is applied, the change is written to a file: in the data folder, or for a record in memory in the folder
// for temporary files.
func (s *Store) ApplyBulk(ctx context.Context, c graph.BulkChange, state graph.State) (graph.Recorded, error) {
	knows, err := checkSources(graph.Change{Author: c.Author, Reason: c.Reason, Sources: c.Sources, Documents: c.Documents}, state)
	if err != nil {
		return graph.Recorded{}, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.unusable != nil {
		return graph.Recorded{}, s.unusable
	}
	folder := s.folder
	if folder == "" {
		if folder, err = os.MkdirTemp("", "wasl-change-"); err != nil {
			return graph.Recorded{}, err
		}
		defer os.RemoveAll(folder)
	}
	b := bulk{ctx: ctx, state: state, knows: knows, number: s.revision.Number + 1, seen: digestSet{}}
	applied, err := s.spool(folder, &b, c)
	if err != nil || applied.Revision.Number == 0 {
		return graph.Recorded{}, errors.Join(err, s.withdrawJournal())
	}
	if err := s.applyJournal(folder, applied); err != nil {
		return graph.Recorded{}, fmt.Errorf("change %d is not recorded: %w", applied.Revision.Number, err)
	}
	s.revision = applied.Revision
	return applied.Recorded, nil
}

// bulk settles a change of any size against the state before it, assertion by assertion.
type bulk struct {
	ctx      context.Context //nolint:containedctx // lives as long as one call
	state    graph.State
	knows    func(graph.SourceID) bool
	number   uint32
	seen     digestSet // of everything that is asserted, new or not
	contents contents
}

// spool writes what the change comes to into a journal. Without anything to do it returns an empty change and leaves an
// unfinished journal behind, and so it does on an error. What it returns has no assertions.
func (s *Store) spool(folder string, b *bulk, c graph.BulkChange) (applied graph.Applied, err error) {
	w, err := s.files.newJournal(folder)
	if err != nil {
		return applied, err
	}
	defer func() { err = errors.Join(err, w.close()) }()
	if err := b.assert(w, c); err != nil {
		return applied, err
	}
	applied = graph.Applied{Recorded: graph.Recorded{Author: c.Author, Reason: c.Reason, Time: c.Time.UTC(), Added: len(b.contents.asserted)}}
	if applied.Retracted, err = b.retract(c); err != nil {
		return applied, err
	}
	applied.Sources = newSources(c.Sources, b.state)
	if applied.Documents, err = s.newDocuments(c.Documents, nil); err != nil {
		return applied, err
	}
	if applied.Added == 0 && nothing(applied) {
		return graph.Applied{}, nil
	}
	applied.Revision, err = b.seal(w, applied, s.revision.Digest)
	return applied, err
}

// assert writes what is new of the change's assertions, each once.
func (b *bulk) assert(w *journalWriter, c graph.BulkChange) error {
	for a, err := range c.Assert {
		if err == nil {
			err = b.ctx.Err()
		}
		if err == nil {
			err = checkAssertion(a, b.knows)
		}
		if err == nil {
			err = b.assertOne(w, a)
		}
		if err != nil {
			return err
		}
	}
	return b.ctx.Err()
}

func (b *bulk) assertOne(w *journalWriter, a graph.Assertion) error {
	a.Evidence.Change = b.number
	packed, err := packOne(a)
	if err != nil {
		return err
	}
	digest := packed.digest()
	if b.seen[digest] {
		return nil
	}
	b.seen[digest] = true
	if recorded := b.state.AsRecorded(a.Key()); len(recorded) > 0 {
		return b.keep(a, recorded)
	}
	b.contents.asserted = append(b.contents.asserted, digest)
	return w.quad(packed)
}

// retract finds what the change takes away: what is there and is not asserted at the same time, each once.
func (b *bulk) retract(c graph.BulkChange) (list []graph.Assertion, err error) {
	if c.Retract == nil {
		return nil, nil
	}
	for a := range c.Retract {
		if err := b.ctx.Err(); err != nil {
			return nil, err
		}
		for _, have := range b.state.AsRecorded(a) {
			change := have.Evidence.Change
			have.Evidence.Change = b.number
			digest, err := digestAssertion(have)
			if err != nil {
				return nil, err
			}
			if b.seen[digest] {
				continue
			}
			b.seen[digest] = true
			have.Evidence.Change = change
			list = append(list, have)
		}
	}
	return list, nil
}

// keep protects what is recorded already of an assertion from being retracted, with whatever ids it was recorded.
func (b *bulk) keep(a graph.Assertion, recorded []graph.Assertion) error {
	for _, have := range recorded {
		if have.Key() == a.Key() {
			continue // its digest is taken
		}
		have.Evidence.Change = b.number
		digest, err := digestAssertion(have)
		if err != nil {
			return err
		}
		b.seen[digest] = true
	}
	return nil
}

// seal finishes the journal: the change is made. It returns the revision that the change leads to.
func (b *bulk) seal(w *journalWriter, a graph.Applied, before [8]byte) (graph.Revision, error) {
	rest, err := contentsOf(a)
	if err != nil {
		return graph.Revision{}, err
	}
	rest.asserted = b.contents.asserted
	digest, err := rest.after(before)
	if err != nil {
		return graph.Revision{}, err
	}
	a.Revision = graph.Revision{Number: b.number, Digest: digest}
	for _, d := range a.Documents {
		if err := w.text(d); err != nil {
			return graph.Revision{}, err
		}
	}
	entry, err := newLogEntry(a)
	if err != nil {
		return graph.Revision{}, err
	}
	return a.Revision, w.finish(a.Revision, entry)
}

// applyJournal carries out a change whose assertions stand in a journal that was just written.
func (s *Store) applyJournal(folder string, a graph.Applied) error {
	j, err := readJournal(folder)
	if err != nil {
		s.unusable = fmt.Errorf("a journal that was just written can't be read; restart to finish it: %w", err)
		return s.unusable
	}
	return s.carryOut(a.Retracted, j.quads(), func(tx engineTx) error {
		return writeRest(tx, j.head.Revision, j.head.Entry, a.Documents)
	})
}

// carryOut applies a change that a journal holds, and removes the journal.
func (s *Store) carryOut(retract []graph.Assertion, assert iter.Seq2[packedQuad, error], rest func(engineTx) error) error {
	if err := s.applyBatches(retract, assert, rest); err != nil {
		// What of it is applied can't be told apart in memory: the next start finishes the journal, where there is one.
		advice := "; restart to finish it"
		if s.folder == "" {
			advice = ""
		}
		s.unusable = fmt.Errorf("a large change was not finished%s: %w", advice, err)
		return s.unusable
	}
	if s.folder != "" {
		// The change is recorded. A journal that stays is known by its revision when the folder is opened again.
		_ = s.files.removeJournal(s.folder)
	}
	return nil
}

// withdrawJournal removes what there is of a journal that could not be written, so that nobody finishes a change that was
// reported to have failed. One that has its name already must be gone for good: if a power cut brought it back, it would
// not fit what was recorded since.
func (s *Store) withdrawJournal() error {
	if s.folder == "" {
		return nil
	}
	err := ignoreMissing(s.files.remove(filepath.Join(s.folder, journalNewName)))
	err = errors.Join(err, ignoreMissing(s.files.removeJournal(s.folder)))
	if err != nil {
		s.unusable = fmt.Errorf("a journal that could not be written can't be removed; restart to recover: %w", err)
	}
	return s.unusable
}
