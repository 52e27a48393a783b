package record

import (
	"context"
	"fmt"
	"iter"

	"github.com/wasl-graph/wasl/graph"
)

// VerifiedSnapshot is a [Store.Snapshot] of a record that nobody has looked at since it was opened: it reads every page of
// the file, and the sequence of assertions ends with a [DamageError] when the record does not hold what its changes have
// recorded. It takes about half as long again. What [Store.Check] finds beyond that is not served to anybody.
func (s *Store) VerifiedSnapshot(ctx context.Context, visit func(graph.Snapshot) error) error {
	problems, err := s.checkEngine()
	if err != nil {
		return err
	}
	if len(problems) > 0 {
		return problems[0]
	}
	return s.Snapshot(ctx, func(snapshot graph.Snapshot) error {
		snapshot.Assertions = s.verified(snapshot)
		return visit(snapshot)
	})
}

// verified ends the assertions of a snapshot with an error when they are not those that were recorded. The store is locked
// while it is ranged over.
func (s *Store) verified(snapshot graph.Snapshot) iter.Seq2[graph.Assertion, error] {
	return func(yield func(graph.Assertion, error) bool) {
		v := newVerifier()
		for _, change := range snapshot.Changes {
			for _, a := range change.Retracted {
				v.note(a)
			}
		}
		for a, err := range snapshot.Assertions {
			v.note(a)
			if !yield(a, err) || err != nil {
				return
			}
		}
		problems, err := s.verify(v, snapshot.Sources)
		if err == nil && len(problems) > 0 {
			err = &DamageError{fmt.Sprint(problems[0])}
		}
		if err != nil {
			yield(graph.Assertion{}, err)
		}
	}
}
