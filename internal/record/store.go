package record

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"iter"
	"sync"

	cayley "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/iterator"
	"github.com/cayleygraph/quad"

	"github.com/wasl-graph/wasl/graph"
)

// Store is an open record. It may be shared between goroutines; one method runs at a time.
type Store struct {
	mu       sync.Mutex
	engine   engine
	db       *quadKV
	quads    cayley.QuadStore
	revision graph.Revision
	folder   string // "" in memory
	files    files
	batch    int // quads that are handed to Cayley at once
	together int // batches in one transaction of a large change
	// upgradedFrom is the format version that the record had before it was opened, 0 when it was up to date.
	upgradedFrom int
	// unusable says why nothing more can be done: the record is closed, or could not be brought back to a known state.
	unusable error
}

var errClosed = errors.New("the record is closed")

// OpenMemory makes an empty record in memory.
func OpenMemory() (*Store, error) {
	return open(newMemoryEngine(), "")
}

// open reads the state of an engine, and makes a new one ready. A folder must hold a graph already.
func open(e engine, folder string) (*Store, error) {
	s := &Store{engine: e, db: &quadKV{engine: e}, folder: folder, files: diskFiles, batch: batchSize, together: batchesTogether}
	if err := s.upgrade(); err != nil {
		return nil, err
	}
	if err := s.readMeta(); err != nil {
		return nil, err
	}
	if folder != "" && s.revision.Number == 0 {
		return nil, fmt.Errorf("%w: %s holds no revision", ErrForeign, graphName)
	}
	var err error
	if s.quads, err = openCayley(s.db, s.revision.Number == 0); err != nil {
		return nil, err
	}
	return s, nil
}

// reopen opens Cayley anew after a transaction that failed: its cache may name nodes that were rolled back. It returns an
// error when the failed transaction reached the disk all the same.
func (s *Store) reopen() error {
	before := s.revision
	if err := s.readMeta(); err != nil {
		return err
	}
	if s.revision != before {
		s.revision = before
		return errors.New("the change reached the disk all the same")
	}
	quads, err := openCayley(s.db, before.Number == 0)
	if err != nil {
		return err
	}
	s.quads = quads
	return nil
}

// Revision is the revision that the record is at.
func (s *Store) Revision() graph.Revision {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.revision
}

// Close lets go of the record. Every change that [Store.Apply] has acknowledged is on disk already.
func (s *Store) Close() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	// A panic in a damaged file may have left bbolt's locks behind, for which closing would wait: the end of the process
	// lets go of the file.
	var damage *DamageError
	if errors.As(s.unusable, &damage) {
		return nil
	}
	s.unusable = errClosed
	return errors.Join(s.quads.Close(), s.engine.close())
}

// Snapshot hands everything that the record holds to visit, which must not keep the snapshot's sequence nor call the
// store. It returns the error of visit, or its own when the record can't be read. A cancelled context ends the
// sequence with the context's error.
func (s *Store) Snapshot(ctx context.Context, visit func(graph.Snapshot) error) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.unusable != nil {
		return s.unusable
	}
	snapshot := graph.Snapshot{Revision: s.revision}
	err := guarded(func() (err error) {
		if snapshot.Changes, err = s.changes(); err == nil {
			snapshot.Sources, err = s.sources()
		}
		return err
	})
	if err != nil {
		return err
	}
	snapshot.Assertions = counted(s.assertions(ctx, addedBy(snapshot.Changes)), snapshot.Changes)
	return visit(snapshot)
}

// counted ends a sequence with an error when it has not as many assertions as the change log says: Cayley takes a damaged
// entry for the end of its quads.
func counted(list iter.Seq2[graph.Assertion, error], changes []graph.Recorded) iter.Seq2[graph.Assertion, error] {
	want := 0
	for _, change := range changes {
		want += change.Added - len(change.Retracted)
	}
	return func(yield func(graph.Assertion, error) bool) {
		n := 0
		for a, err := range list {
			n++
			if !yield(a, err) || err != nil {
				return
			}
		}
		if n != want {
			yield(graph.Assertion{}, &DamageError{fmt.Sprintf("%d assertions are there where the change log has %d", n, want)})
		}
	}
}

func addedBy(changes []graph.Recorded) int {
	added := 0
	for _, change := range changes {
		added += change.Added
	}
	return added
}

// assertions reads everything that Cayley holds. Added is how many assertions have ever been given to it, at the most.
func (s *Store) assertions(ctx context.Context, added int) iter.Seq2[graph.Assertion, error] {
	return func(yield func(graph.Assertion, error) bool) {
		if err := s.checkHorizon(added); err != nil {
			yield(graph.Assertion{}, err)
			return
		}
		for q, err := range s.readQuads(ctx) {
			var a graph.Assertion
			if err == nil {
				if a, err = decode(q); err != nil {
					err = &DamageError{fmt.Sprintf("quad %v: %v", q, err)}
				}
			}
			if !yield(a, err) || err != nil {
				return
			}
		}
	}
}

// idsPerQuad is how many numbers Cayley gives away for a quad at the most: one for itself and one for each of its parts.
const idsPerQuad = 5

// horizonKey is where Cayley keeps the highest number that it has given away.
var horizonKey = []byte("meta/horizon")

// checkHorizon refuses a highest number that can't be: Cayley counts up to it when it reads, for years if need be, and
// asks nobody whether to go on.
func (s *Store) checkHorizon(added int) error {
	return guarded(func() error {
		tx, err := s.engine.begin(false)
		if err != nil {
			return err
		}
		defer tx.rollback()
		value := tx.get(bucketQuads, horizonKey)
		if value == nil {
			return nil
		}
		if len(value) != 8 || binary.LittleEndian.Uint64(value) > uint64(added)*idsPerQuad {
			return &DamageError{"the number of quads that were ever recorded is impossible"}
		}
		return nil
	})
}

// readBatch is how many node ids are turned into values at once.
const readBatch = 4096

// readQuads reads first all nodes and then all quads, which is the one order in which Cayley reads them without a lookup
// for each. Its iterators ignore the context and swallow errors at their end, so both are asked for here.
func (s *Store) readQuads(ctx context.Context) iter.Seq2[quad.Quad, error] {
	return func(yield func(quad.Quad, error) bool) {
		var nodes map[cayley.Ref]quad.Value
		err := guarded(func() (err error) {
			nodes, err = s.readNodes(ctx)
			return err
		})
		if err != nil {
			yield(quad.Quad{}, unreadable(ctx, err))
			return
		}
		err = s.each(ctx, s.quads.QuadsAllIterator(), func(ref cayley.Ref) error {
			var q quad.Quad
			for _, d := range quad.Directions {
				node, err := s.quads.QuadDirection(ref, d)
				if err != nil {
					return err
				}
				value := nodes[node]
				if value == nil {
					return &DamageError{fmt.Sprintf("a quad has no %v", d)}
				}
				q.Set(d, value)
			}
			if !yield(q, nil) {
				return errStop
			}
			return nil
		})
		if err != nil && !errors.Is(err, errStop) {
			yield(quad.Quad{}, unreadable(ctx, err))
		}
	}
}

// unreadable is an error of Cayley's as one of the record: what it can't read is damaged.
func unreadable(ctx context.Context, err error) error {
	if damage := new(DamageError); ctx.Err() != nil || errors.As(err, &damage) {
		return err
	}
	return &DamageError{fmt.Sprintf("%s: %v", graphName, err)}
}

// errStop ends an iteration whose consumer has had enough.
var errStop = errors.New("stop")

func (s *Store) readNodes(ctx context.Context) (map[cayley.Ref]quad.Value, error) {
	nodes := map[cayley.Ref]quad.Value{}
	batch := make([]cayley.Ref, 0, readBatch)
	flush := func() error {
		values, err := s.quads.(interface {
			ValuesOf(context.Context, []cayley.Ref) ([]quad.Value, error)
		}).ValuesOf(ctx, batch)
		for i, value := range values {
			nodes[batch[i]] = value
		}
		batch = batch[:0]
		return err
	}
	err := s.each(ctx, s.quads.NodesAllIterator(), func(ref cayley.Ref) error {
		if batch = append(batch, ref); len(batch) == readBatch {
			return flush()
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return nodes, flush()
}

func (s *Store) each(ctx context.Context, shape iterator.Shape, visit func(cayley.Ref) error) error {
	it := shape.Iterate()
	err := func() error {
		for {
			more := false
			err := guarded(func() error {
				more = it.Next(ctx)
				return errors.Join(it.Err(), ctx.Err())
			})
			if err != nil || !more {
				return err
			}
			if err := visit(it.Result()); err != nil {
				return err
			}
		}
	}()
	return errors.Join(err, it.Close())
}
