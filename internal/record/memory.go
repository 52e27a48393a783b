package record

import (
	"iter"
	"maps"
	"slices"
	"strings"
	"sync"
)

// memoryEngine keeps the buckets in a map: for tests and for graphs that need not outlive the process.
type memoryEngine struct {
	write sync.Mutex // held by the transaction that writes
	mu    sync.RWMutex
	data  map[string]string // bucket, a zero byte, key
}

func newMemoryEngine() *memoryEngine { return &memoryEngine{data: map[string]string{}} }

func (e *memoryEngine) begin(write bool) (engineTx, error) {
	if write {
		e.write.Lock()
	}
	return &memoryTx{engine: e, writes: write, pending: map[string]*string{}}, nil
}

func (e *memoryEngine) check() []error { return nil }

func (e *memoryEngine) close() error { return nil }

// memoryTx collects its writes and carries them over on commit. Readers see the committed state only.
type memoryTx struct {
	engine  *memoryEngine
	writes  bool
	over    bool
	pending map[string]*string // nil for a deleted key
}

func memoryKey(bucket, key []byte) string { return string(bucket) + "\x00" + string(key) }

func (t *memoryTx) get(bucket, key []byte) []byte {
	k := memoryKey(bucket, key)
	if v, changed := t.pending[k]; changed {
		if v == nil {
			return nil
		}
		return []byte(*v)
	}
	t.engine.mu.RLock()
	defer t.engine.mu.RUnlock()
	if v, found := t.engine.data[k]; found {
		return []byte(v)
	}
	return nil
}

func (t *memoryTx) put(bucket, key, value []byte) error {
	v := string(value)
	t.pending[memoryKey(bucket, key)] = &v
	return nil
}

func (t *memoryTx) del(bucket, key []byte) error {
	t.pending[memoryKey(bucket, key)] = nil
	return nil
}

func (t *memoryTx) scan(bucket, prefix []byte) iter.Seq2[[]byte, []byte] {
	return func(yield func(k, v []byte) bool) {
		head, want := memoryKey(bucket, nil), memoryKey(bucket, prefix)
		found := map[string]string{}
		t.engine.mu.RLock()
		for k, v := range t.engine.data {
			if strings.HasPrefix(k, want) {
				found[k] = v
			}
		}
		t.engine.mu.RUnlock()
		for k, v := range t.pending {
			if v == nil {
				delete(found, k)
			} else if strings.HasPrefix(k, want) {
				found[k] = *v
			}
		}
		for _, k := range slices.Sorted(maps.Keys(found)) {
			if !yield([]byte(k[len(head):]), []byte(found[k])) {
				return
			}
		}
	}
}

func (t *memoryTx) commit() error {
	t.engine.mu.Lock()
	for k, v := range t.pending {
		if v == nil {
			delete(t.engine.data, k)
		} else {
			t.engine.data[k] = *v
		}
	}
	t.engine.mu.Unlock()
	t.rollback()
	return nil
}

func (t *memoryTx) rollback() {
	if t.writes && !t.over {
		t.engine.write.Unlock()
	}
	t.over = true
}
