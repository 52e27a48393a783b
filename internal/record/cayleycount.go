package record

import (
	"encoding/binary"
	"encoding/json"
	"errors"
	"slices"

	cayleykv "github.com/cayleygraph/cayley/graph/kv"
	"github.com/cayleygraph/cayley/graph/proto"
	"github.com/cayleygraph/quad"
	"github.com/cayleygraph/quad/pquads"
)

// usesAtOnce is how many nodes have their uses counted in one pass over the log: four bytes each are held in memory.
const usesAtOnce = 1 << 22

// totals holds what Cayley knows of its size against what is there.
func (c *indexChecker) totals() error {
	var err error
	if size := c.number(sizeName); size != c.live {
		err = c.complain("%d quads are counted, but %d are there", size, c.live)
	}
	if horizon := c.number(horizonName); horizon < c.highest {
		err = errors.Join(err, c.complain("the numbers up to %d are given away, but %d is there", horizon, c.highest))
	}
	var kept []cayleykv.QuadIndex
	same := func(a, b cayleykv.QuadIndex) bool { return a.Unique == b.Unique && slices.Equal(a.Dirs, b.Dirs) }
	if json.Unmarshal(c.tx.get(bucketQuads, joinKey(prefixMeta, indexesName)), &kept) != nil || !slices.EqualFunc(kept, indexesKept, same) {
		err = errors.Join(err, c.complain("the list of the indexes is not what it should be"))
	}
	return err
}

// uses holds the counted uses of some nodes, from one number on, against the quads.
func (c *indexChecker) uses(from uint64) error {
	count := make([]uint32, min(c.usesAtOnce, c.highest-from+1))
	err := c.log(func(p *proto.Primitive) error {
		if p.IsNode() || p.Deleted {
			return nil
		}
		for _, d := range quad.Directions {
			if node := p.GetDirection(d); node >= from && node-from < uint64(len(count)) {
				count[node-from]++
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	return c.log(func(p *proto.Primitive) error {
		if !p.IsNode() || p.ID < from || p.ID-from >= uint64(len(count)) {
			return nil
		}
		value, err := pquads.UnmarshalValue(p.Value)
		if err != nil || value == nil {
			return nil //nolint:nilerr // has been said
		}
		counted, _ := binary.Uvarint(c.tx.get(bucketQuads, hashKey(letterOfUses, quad.HashOf(value))))
		want := uint64(count[p.ID-from])
		if want == 0 {
			return c.complain("node %d, %.100v, is used by no quad, and counted as used %d times", p.ID, value, counted)
		}
		if counted != want {
			return c.complain("node %d, %.100v, is counted as used %d times, but is used %d times", p.ID, value, counted, want)
		}
		return nil
	})
}

// number is one that Cayley keeps of itself, 0 when there is none.
func (c *indexChecker) number(name []byte) uint64 {
	value := c.tx.get(bucketQuads, joinKey(prefixMeta, name))
	if len(value) != 8 {
		return 0
	}
	return binary.LittleEndian.Uint64(value)
}
