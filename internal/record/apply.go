package record

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/wasl-graph/wasl/graph"
)

// batchSize is how many quads are handed to Cayley at once; 200,000 in one batch did not finish in five minutes.
const batchSize = 5000

// Apply records a change, all of it or nothing, and returns what it came to: without assertions that the state holds
// already, without retractions of what it does not hold, and without pairs that cancel each other. A change that comes
// to nothing makes no revision, and Applied is empty.
//
// The state must be that of the store's revision. When Apply returns without an error the change is on disk. After an
// error nothing of the change is in the record, and the error is a [graph.Error] when the change itself is wrong. There
// is one exception: when the file itself fails in the middle, the store refuses everything from then on, and the next
// [Open] either finds nothing of the change or finishes it.
//
// An assertion wins over a retraction of the same in one change.
func (s *Store) Apply(ctx context.Context, c graph.Change, state graph.State) (graph.Applied, error) {
	turn := []graph.Turn{{Prepare: func(graph.Revision) (graph.Change, error) { return c, ctx.Err() }}}
	s.ApplyGroup(turn, state)
	return turn[0].Applied, turn[0].Err
}

// checkChange refuses assertions and sources that are wrong on their own, assertions that rest on a source that nobody
// knows, and what the change log could not keep as it is.
func checkChange(c graph.Change, state graph.State) error {
	knows, err := checkSources(c, state)
	if err != nil {
		return err
	}
	for _, a := range c.Assert {
		if err := checkAssertion(a, knows); err != nil {
			return err
		}
	}
	return nil
}

// checkSources checks everything of a change but its assertions, and says which sources these may rest on.
func checkSources(c graph.Change, state graph.State) (knows func(graph.SourceID) bool, err error) {
	if !utf8.ValidString(c.Author) || !utf8.ValidString(c.Reason) {
		return nil, graph.Invalid("change", strings.ToValidUTF8(c.Author+": "+c.Reason, "\uFFFD"), graph.ExpectChangeInUTF8)
	}
	fresh := make(map[graph.SourceID]graph.Source, len(c.Sources))
	for _, src := range c.Sources {
		if err := src.Check(); err != nil {
			return nil, err
		}
		if other, twice := fresh[src.ID]; twice && !sameSource(src, other) {
			return nil, graph.Invalid("source", string(src.ID), graph.ExpectOneSource)
		}
		fresh[src.ID] = src
	}
	if err := checkDocuments(c); err != nil {
		return nil, err
	}
	return func(id graph.SourceID) bool {
		_, known := state.Source(id)
		_, comes := fresh[id]
		return known || comes
	}, nil
}

func checkAssertion(a graph.Assertion, knows func(graph.SourceID) bool) error {
	if err := a.Check(); err != nil {
		return err
	}
	if !knows(a.Evidence.Source) {
		return graph.Invalid("source", string(a.Evidence.Source), graph.ExpectKnownSource)
	}
	return nil
}

// settle works out what the change comes to on the state.
func (s *Store) settle(c graph.Change, state *progress) (graph.Applied, error) {
	number := state.revision.Number + 1
	asserting := make(map[graph.Assertion]bool, len(c.Assert))
	for _, a := range c.Assert {
		asserting[a.Key()] = true
		for _, have := range state.AsRecorded(a) {
			asserting[have.Key()] = true
		}
	}
	applied := graph.Applied{Recorded: graph.Recorded{Author: c.Author, Reason: c.Reason, Time: c.Time.UTC(), Curated: c.Curated}}
	retracting := make(map[graph.Assertion]bool, len(c.Retract))
	for _, a := range c.Retract {
		for _, have := range state.AsRecorded(a) {
			if key := have.Key(); !asserting[key] && !retracting[key] {
				retracting[key] = true
				applied.Retracted = append(applied.Retracted, have)
			}
		}
	}
	for _, a := range c.Assert {
		key := a.Key()
		if _, found := state.Recorded(key); !found && asserting[key] {
			delete(asserting, key) // once
			a.Evidence.Change = number
			applied.Asserted = append(applied.Asserted, a)
		}
	}
	applied.Sources = newSources(c.Sources, state)
	var err error
	if applied.Documents, err = s.newDocuments(c.Documents, state.texts); err != nil {
		return applied, err
	}
	applied.Added = len(applied.Asserted)
	var digest [8]byte
	digest, err = digestOf(state.revision.Digest, applied)
	applied.Revision = graph.Revision{Number: number, Digest: digest}
	return applied, err
}

// newSources are those that the state does not have, or has otherwise, each once.
func newSources(list []graph.Source, state graph.State) []graph.Source {
	var fresh []graph.Source
	seen := make(map[graph.SourceID]bool, len(list))
	for _, src := range list {
		known, found := state.Source(src.ID)
		if seen[src.ID] || found && sameSource(known, src) {
			continue
		}
		seen[src.ID] = true
		src.Imported = src.Imported.UTC()
		fresh = append(fresh, src)
	}
	return fresh
}

// sameSource ignores when the source was read: reading the same document again is no news.
func sameSource(a, b graph.Source) bool {
	a.Imported = b.Imported
	return a == b
}

func nothing(a graph.Applied) bool {
	return len(a.Asserted) == 0 && len(a.Retracted) == 0 && len(a.Sources) == 0 && len(a.Documents) == 0
}

// transaction runs f in one transaction of the engine. On any error it rolls back and opens Cayley anew.
func (s *Store) transaction(f func(engineTx) error) error {
	err := guarded(func() error {
		tx, err := s.engine.begin(true)
		if err != nil {
			return err
		}
		defer tx.rollback()
		if err := f(tx); err != nil {
			return err
		}
		return tx.commit()
	})
	if err == nil {
		return nil
	}
	if damage := new(DamageError); errors.As(err, &damage) {
		s.unusable = damage // and nothing more is tried on such a file
		return err
	}
	if reopenErr := guarded(s.reopen); reopenErr != nil {
		s.unusable = fmt.Errorf("a change failed and the record can't be read again; restart to recover: %w", reopenErr)
		return fmt.Errorf("%w; %w", err, s.unusable)
	}
	return err
}
