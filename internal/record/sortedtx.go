package record

import (
	"bytes"
	"iter"
	"slices"
	"strings"
)

// sortedTx collects what is written into one bucket and hands it over in the order of the keys. Cayley writes the hashes of
// nodes in no order; in bbolt each such write moves what stands behind it in its page, and sorted ones move little.
type sortedTx struct {
	engineTx
	bucket  []byte
	pending map[string][]byte // nil for a key that is to be deleted
}

func newSortedTx(tx engineTx, bucket []byte) *sortedTx {
	return &sortedTx{tx, bucket, map[string][]byte{}}
}

func (t *sortedTx) get(bucket, key []byte) []byte {
	if bytes.Equal(bucket, t.bucket) {
		if value, changed := t.pending[string(key)]; changed {
			return value
		}
	}
	return t.engineTx.get(bucket, key)
}

func (t *sortedTx) put(bucket, key, value []byte) error {
	if !bytes.Equal(bucket, t.bucket) {
		return t.engineTx.put(bucket, key, value)
	}
	if value == nil {
		value = []byte{}
	}
	t.pending[string(key)] = value
	return nil
}

func (t *sortedTx) del(bucket, key []byte) error {
	if !bytes.Equal(bucket, t.bucket) {
		return t.engineTx.del(bucket, key)
	}
	t.pending[string(key)] = nil
	return nil
}

// scan hands over what is pending first: it reads what was written before.
func (t *sortedTx) scan(bucket, prefix []byte) iter.Seq2[[]byte, []byte] {
	if err := t.flush(); err != nil {
		panic(err) // bbolt refuses only keys and values that are too large, which no quad has
	}
	return t.engineTx.scan(bucket, prefix)
}

// flush hands over everything that is pending.
func (t *sortedTx) flush() error {
	type entry struct {
		key   string
		value []byte
	}
	entries := make([]entry, 0, len(t.pending))
	for key, value := range t.pending {
		entries = append(entries, entry{key, value})
	}
	clear(t.pending)
	slices.SortFunc(entries, func(a, b entry) int { return strings.Compare(a.key, b.key) })
	for _, e := range entries {
		err := t.write([]byte(e.key), e.value)
		if err != nil {
			return err
		}
	}
	return nil
}

func (t *sortedTx) write(key, value []byte) error {
	if value == nil {
		return t.engineTx.del(t.bucket, key)
	}
	return t.engineTx.put(t.bucket, key, value)
}
