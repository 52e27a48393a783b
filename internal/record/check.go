package record

import (
	"context"
	"errors"
	"fmt"

	"github.com/wasl-graph/wasl/graph"
)

// Check looks through the whole record and returns what is wrong with it: damaged pages, quads that can't be read, facts
// that break the rules of their relation, evidence without a source, a change log that does not fit, anything that is no
// longer what it was when its revision was made, and indexes that do not lead to the facts. The error says that the check
// itself could not be carried through.
func (s *Store) Check(ctx context.Context) (problems []error, err error) {
	problems, err = s.checkEngine()
	if err != nil || len(problems) > 0 {
		return problems, err // reading on in a damaged file leads nowhere
	}
	if problems, err = s.checkTokens(); err != nil {
		return problems, err
	}
	err = s.Snapshot(ctx, func(snapshot graph.Snapshot) error {
		c := checker{sources: map[graph.SourceID]bool{}, added: map[uint32]int{}, verifier: newVerifier()}
		for _, src := range snapshot.Sources {
			c.sources[src.ID] = true
		}
		for a, err := range snapshot.Assertions {
			if ctx.Err() != nil {
				return ctx.Err()
			}
			if err != nil {
				c.problems = append(c.problems, err)
				break
			}
			c.assertion(a)
		}
		c.changes(snapshot)
		if problems = append(problems, c.problems...); len(problems) > 0 {
			return nil // what is missing or broken has been said; that the digests differ too is no news
		}
		problems, err = s.verify(c.verifier, snapshot.Sources)
		return err
	})
	if err == nil && len(problems) == 0 { // what is wrong with the facts themselves shows in their indexes too
		problems, err = s.checkIndexes(ctx)
	}
	if damage := new(DamageError); errors.As(err, &damage) {
		return append(problems, damage), nil
	}
	return problems, err
}

func (s *Store) checkEngine() (problems []error, err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.unusable != nil {
		return nil, s.unusable
	}
	return s.engine.check(), nil
}

type checker struct {
	sources  map[graph.SourceID]bool
	added    map[uint32]int // assertions by the change that recorded them
	verifier *verifier
	problems []error
}

func (c *checker) complain(format string, args ...any) {
	c.problems = append(c.problems, fmt.Errorf(format, args...))
}

func (c *checker) assertion(a graph.Assertion) {
	if err := a.Check(); err != nil {
		c.complain("%s %s: %w", a.Subject, a.Relation, err)
	}
	if !c.sources[a.Evidence.Source] {
		c.complain("%s %s: the source %s is not recorded", a.Subject, a.Relation, a.Evidence.Source)
	}
	c.added[a.Evidence.Change]++
	c.verifier.note(a)
}

// changes holds the change log against the quads: every number from 1 to the revision is there, and what a change added
// is either still there or was retracted by a later one.
func (c *checker) changes(s graph.Snapshot) {
	for _, change := range s.Changes {
		for _, a := range change.Retracted {
			c.added[a.Evidence.Change]++
			c.verifier.note(a)
		}
	}
	for i, change := range s.Changes {
		number := uint32(i + 1)
		if change.Revision.Number != number {
			c.complain("the change log has change %d where change %d is due", change.Revision.Number, number)
			return
		}
		if c.added[number] != change.Added {
			c.complain("change %d added %d assertions, but %d are there", number, change.Added, c.added[number])
		}
		delete(c.added, number)
	}
	if n := len(s.Changes); n != int(s.Revision.Number) {
		c.complain("the change log ends at %d, the revision is %d", n, s.Revision.Number)
	} else if n > 0 && s.Changes[n-1].Revision != s.Revision {
		c.complain("the change log ends with %v, the revision is %v", s.Changes[n-1].Revision, s.Revision)
	}
	for number, n := range c.added {
		c.complain("%d assertions name change %d, which is not in the log", n, number)
	}
}
