package record

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/cayleygraph/cayley/graph/proto"
	"github.com/cayleygraph/quad"
	"pgregory.net/rapid"
)

// An index is harmed where report:r-7 is: as the subject of one quad, and as a node.

// keysOf are the keys of report:r-7: where its number stands, where its uses are counted, and the list of its quads by
// an index.
func keysOf(tx engineTx) (number, uses []byte, lists [][]byte) {
	hash := quad.HashOf(quad.IRI("report:r-7"))
	number, uses = hashKey(letterOfHash, hash), hashKey(letterOfUses, hash)
	id, _ := binary.Uvarint(tx.get(bucketQuads, number))
	for _, value := range tx.scan(bucketQuads, joinKey(prefixLog, nil)) {
		if p, err := readPrimitive(value); err == nil && p.Subject == id {
			for _, index := range indexesKept {
				lists = append(lists, quadIndexKey(index, p))
			}
		}
	}
	return number, uses, lists
}

func uvarint(n uint64) []byte { return binary.AppendUvarint(nil, n) }

// putPrimitive writes past the indexes into the log.
func putPrimitive(tx engineTx, p *proto.Primitive) error {
	value, err := p.Marshal()
	if err != nil {
		return err
	}
	return tx.put(bucketQuads, logKey(p.ID), value)
}

var indexHarms = map[string]harm{
	"a value is not found": {func(_ *Store, tx engineTx) error {
		number, _, _ := keysOf(tx)
		return tx.del(bucketQuads, number)
	}, "the index of values does not lead to node"},
	"a value leads to another node": {func(_ *Store, tx engineTx) error {
		number, _, _ := keysOf(tx)
		return tx.put(bucketQuads, number, uvarint(1))
	}, "the index of values leads from"},
	"a value leads to a quad": {func(_ *Store, tx engineTx) error {
		number, _, _ := keysOf(tx)
		return tx.put(bucketQuads, number, uvarint(binary.LittleEndian.Uint64(tx.get(bucketQuads, joinKey(prefixMeta, horizonName)))))
	}, "the index of values leads from"},
	"a value that is gone leads to nothing": {func(_ *Store, tx engineTx) error {
		return tx.put(bucketQuads, hashKey(letterOfHash, quad.HashOf(quad.IRI("report:r-3"))), uvarint(3))
	}, "the index of values leads from"},
	"the number of a value can't be read": {func(_ *Store, tx engineTx) error {
		number, _, _ := keysOf(tx)
		return tx.put(bucketQuads, number, bytes.Repeat([]byte{0xff}, 11))
	}, "the index of values leads from"},
	"uses are forgotten": {func(_ *Store, tx engineTx) error {
		_, uses, _ := keysOf(tx)
		return tx.del(bucketQuads, uses)
	}, "report:r-7>, is counted as used 0 times, but is used 1 times"},
	"uses are too many": {func(_ *Store, tx engineTx) error {
		_, uses, _ := keysOf(tx)
		return tx.put(bucketQuads, uses, uvarint(2))
	}, "report:r-7>, is counted as used 2 times, but is used 1 times"},
	"uses of nothing are counted": {func(_ *Store, tx engineTx) error {
		return tx.put(bucketQuads, hashKey(letterOfUses, quad.HashOf(quad.IRI("report:r-3"))), uvarint(1))
	}, "are counted, which is no value of a node"},
	"a quad is not found by its subject": {func(_ *Store, tx engineTx) error {
		_, _, lists := keysOf(tx)
		return tx.del(bucketQuads, lists[0])
	}, "the index by subject and predicate does not list quad"},
	"a quad is not found by its object": {func(_ *Store, tx engineTx) error {
		_, _, lists := keysOf(tx)
		return tx.del(bucketQuads, lists[1])
	}, "the index by object and predicate and subject does not list quad"},
	"a list is empty": {func(_ *Store, tx engineTx) error {
		_, _, lists := keysOf(tx)
		return tx.put(bucketQuads, lists[0], []byte{})
	}, "Report 7"},
	"a list has a stranger": {func(_ *Store, tx engineTx) error {
		_, _, lists := keysOf(tx)
		return tx.put(bucketQuads, lists[1], append(uvarint(1), tx.get(bucketQuads, lists[1])...))
	}, "lists number 1, which is not a quad that belongs there"},
	"a list is out of order": {func(_ *Store, tx engineTx) error {
		_, _, lists := keysOf(tx)
		return tx.put(bucketQuads, lists[0], append(slices.Clone(tx.get(bucketQuads, lists[0])), 1))
	}, "has a list that can't be read"},
	"a list ends in the middle of a number": {func(_ *Store, tx engineTx) error {
		_, _, lists := keysOf(tx)
		return tx.put(bucketQuads, lists[0], append(slices.Clone(tx.get(bucketQuads, lists[0])), 0x80))
	}, "has a list that can't be read"},
	"the count of quads is wrong": {func(_ *Store, tx engineTx) error {
		return tx.put(bucketQuads, joinKey(prefixMeta, sizeName), binary.LittleEndian.AppendUint64(nil, 11))
	}, "11 quads are counted, but 10 are there"},
	"the list of indexes is another": {func(_ *Store, tx engineTx) error {
		return tx.put(bucketQuads, joinKey(prefixMeta, indexesName), []byte(`[{"dirs":"AQI=","unique":true}]`))
	}, "list of the indexes"},
	"an entry is none of Cayley's": {func(_ *Store, tx engineTx) error {
		return tx.put(bucketQuads, []byte("x/y/z"), []byte("1"))
	}, "782f792f7a"},
	"a node stands alone": {func(_ *Store, tx engineTx) error {
		free := uint64(1)
		for tx.get(bucketQuads, logKey(free)) != nil {
			free++
		}
		return putPrimitive(tx, &proto.Primitive{ID: free, Value: []byte{0x0a, 0x01, 'x'}})
	}, `"x", is used by no quad`},
}

func TestACheckFindsIndexesThatDoNotFit(t *testing.T) {
	for name, harm := range indexHarms {
		t.Run(name, func(t *testing.T) {
			b := inMemory(t)
			b.apply(change(many(12, 0)...))
			b.apply(retraction(many(2, 3)...))
			b.verify()
			tamper(t, b.Store, func(tx engineTx) error { return harm.do(b.Store, tx) })
			problems, err := b.Check(t.Context())
			if err != nil || len(problems) == 0 {
				t.Fatalf("the check says %q, %v", problems, err)
			}
			if said := errors.Join(problems...).Error(); !strings.Contains(said, harm.says) {
				t.Errorf("the check says %q, want %q", said, harm.says)
			}
			if last := problems[len(problems)-1]; !errors.Is(last, errIndexes) {
				t.Errorf("it does not say what to do, but %q", last)
			}
		})
	}
}

// TestAnyEntryThatIsLostIsMissed: of the whole quads bucket, entry by entry.
func TestAnyEntryThatIsLostIsMissed(t *testing.T) {
	keys := func(b *book) (list [][]byte) {
		tx, err := b.engine.begin(false)
		if err != nil {
			t.Fatal(err)
		}
		defer tx.rollback()
		for key := range tx.scan(bucketQuads, nil) {
			_, second, _ := splitKey(key)
			if len(second) > 0 && string(key) != "meta/version" { // without which it would not have been opened
				list = append(list, slices.Clone(key))
			}
		}
		return list
	}
	fresh := func() *book {
		b := inMemory(t)
		b.apply(change(many(3, 0)...))
		b.apply(retraction(many(1, 0)...))
		return b
	}
	for _, key := range keys(fresh()) {
		b := fresh()
		tamper(t, b.Store, func(tx engineTx) error { return tx.del(bucketQuads, key) })
		if problems, err := b.Check(t.Context()); err != nil || len(problems) == 0 {
			t.Errorf("without %q: %v, %v", key, problems, err)
		}
	}
}

// TestWhatAWriteDoesWithoutItsIndexes shows why the check looks at them: the facts are whole, and a change that was
// acknowledged is not made.
func TestWhatAWriteDoesWithoutItsIndexes(t *testing.T) {
	b := inMemory(t)
	b.apply(change(many(12, 0)...))
	tamper(t, b.Store, func(tx engineTx) error {
		_, _, lists := keysOf(tx)
		return tx.del(bucketQuads, lists[0])
	})
	if err := b.Snapshot(t.Context(), readAll); err != nil {
		t.Fatalf("the facts themselves are harmed: %v", err)
	}
	if _, err := b.Apply(t.Context(), retraction(many(1, 7)...), &b.ledger); err != nil {
		t.Fatal(err)
	}
	if err := b.Snapshot(t.Context(), readAll); err == nil {
		t.Error("the fact went although nothing leads to it: the check need not look")
	}
}

// TestUsesAreCountedInParts comes to the same as counting them at once.
func TestUsesAreCountedInParts(t *testing.T) {
	for _, atOnce := range []uint64{1, 3, 1000} {
		b := inMemory(t)
		b.apply(change(every()...))
		b.apply(retraction(every()[:50]...))
		for harmed, want := range []int{0, 1} {
			if harmed > 0 {
				tamper(t, b.Store, func(tx engineTx) error {
					return tx.put(bucketQuads, hashKey(letterOfUses, quad.HashOf(quad.IRI("report:a-1.b_C"))), uvarint(3))
				})
			}
			tx, err := b.engine.begin(false)
			if err != nil {
				t.Fatal(err)
			}
			c := &indexChecker{ctx: t.Context(), tx: tx, usesAtOnce: atOnce}
			if err := c.run(); err != nil || len(c.problems) != want {
				t.Errorf("%d at once: %v, %v", atOnce, c.problems, err)
			}
			tx.rollback()
		}
	}
}

func TestManyProblemsOfIndexesAreNotAllSaid(t *testing.T) {
	b := inMemory(t)
	b.apply(change(many(100, 0)...))
	tamper(t, b.Store, func(tx engineTx) error {
		for key := range tx.scan(bucketQuads, []byte("sp/")) {
			if err := tx.del(bucketQuads, key); err != nil {
				return err
			}
		}
		return nil
	})
	problems, err := b.Check(t.Context())
	if err != nil || len(problems) != indexProblems+2 {
		t.Errorf("%d problems are said, %v", len(problems), err)
	}
}

func TestACheckOfIndexesCanBeCancelled(t *testing.T) {
	b := inMemory(t)
	b.apply(change(many(100, 0)...))
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if problems, err := b.checkIndexes(ctx); !errors.Is(err, context.Canceled) || len(problems) > 0 {
		t.Errorf("it ended with %v and %v", problems, err)
	}
}

func TestKeysComeBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		halves := rapid.SliceOfN(rapid.SliceOf(rapid.SampledFrom([]byte(`ab/\`))), 2, 2).Draw(t, "halves")
		first, second, ok := splitKey(joinKey(halves[0], halves[1]))
		if !ok || !bytes.Equal(first, halves[0]) || !bytes.Equal(second, halves[1]) {
			t.Fatalf("%q came back as %q and %q, %t", halves, first, second, ok)
		}
	})
}
