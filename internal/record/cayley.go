package record

import (
	"bytes"
	"context"
	"fmt"
	"iter"

	cayley "github.com/cayleygraph/cayley/graph"
	cayleykv "github.com/cayleygraph/cayley/graph/kv"
	"github.com/hidal-go/hidalgo/kv"
	"github.com/hidal-go/hidalgo/kv/flat"
)

// quadKV is the store that Cayley is given: the quads bucket of an engine, as hidalgo's flat.KV.
//
// While outer is set, every transaction that Cayley begins is a part of that one: it sees what was written before and
// its commit does nothing. So several of Cayley's operations and our own buckets make one transaction of the engine.
// The store's lock guards outer.
type quadKV struct {
	engine engine
	outer  engineTx
}

// cayleyOptions: bloom filters cost more memory and start-up time than they save here.
var cayleyOptions = cayley.Options{cayleykv.OptNoBloom: true}

// openCayley opens the quad store in the bucket. In a record without changes it makes one when the bucket is empty;
// in another one that is damage.
func openCayley(db *quadKV, unchanged bool) (cayley.QuadStore, error) {
	upgraded := flat.Upgrade(db)
	if unchanged {
		err := cayleykv.Init(upgraded, cayleyOptions)
		if err != nil && err != cayley.ErrDatabaseExists { //nolint:errorlint // Cayley returns the bare value
			return nil, err
		}
	}
	quads, err := cayleykv.New(upgraded, cayleyOptions)
	if err != nil {
		return nil, &DamageError{fmt.Sprintf("Cayley can't open its quads: %v", err)}
	}
	return quads, nil
}

// Close leaves the engine open: the store closes it.
func (db *quadKV) Close() error { return nil }

func (db *quadKV) Tx(write bool) (flat.Tx, error) {
	if db.outer != nil {
		return quadTx{db.outer, true}, nil
	}
	tx, err := db.engine.begin(write)
	if err != nil {
		return nil, err
	}
	return quadTx{tx, false}, nil
}

type quadTx struct {
	tx     engineTx
	nested bool
}

func (t quadTx) Commit(context.Context) error {
	if t.nested {
		return nil
	}
	return t.tx.commit()
}

func (t quadTx) Close() error {
	if !t.nested {
		t.tx.rollback()
	}
	return nil
}

func (t quadTx) Get(_ context.Context, key flat.Key) (flat.Value, error) {
	v := t.tx.get(bucketQuads, key)
	if v == nil {
		return nil, flat.ErrNotFound
	}
	return bytes.Clone(v), nil
}

func (t quadTx) GetBatch(ctx context.Context, keys []flat.Key) ([]flat.Value, error) {
	return flat.GetBatch(ctx, t, keys)
}

func (t quadTx) Put(key flat.Key, value flat.Value) error { return t.tx.put(bucketQuads, key, value) }

func (t quadTx) Del(key flat.Key) error { return t.tx.del(bucketQuads, key) }

func (t quadTx) Scan(prefix flat.Key) flat.Iterator {
	next, stop := iter.Pull2(t.tx.scan(bucketQuads, prefix))
	return &quadScan{next: next, stop: stop}
}

type quadScan struct {
	next  func() ([]byte, []byte, bool)
	stop  func()
	key   []byte
	value []byte
}

func (s *quadScan) Next(ctx context.Context) bool {
	if ctx.Err() != nil {
		return false
	}
	var more bool
	s.key, s.value, more = s.next()
	return more
}

func (s *quadScan) Err() error { return nil }

func (s *quadScan) Close() error {
	s.stop()
	return nil
}

func (s *quadScan) Key() flat.Key { return s.key }

func (s *quadScan) Val() kv.Value { return s.value }
