package record

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"slices"
	"strings"

	cayleykv "github.com/cayleygraph/cayley/graph/kv"
	"github.com/cayleygraph/cayley/graph/proto"
	"github.com/cayleygraph/quad"
	"github.com/cayleygraph/quad/pquads"
)

// indexProblems is how many problems of Cayley's indexes are said one by one.
const indexProblems = 20

var errIndexes = errors.New("what the facts are found by when they change does not fit them: a change could be lost or written twice without " +
	"a word; make no more changes, and restore the last backup into a new folder")

// checkIndexes holds Cayley's indexes against its log, both ways. A snapshot reads the log alone and does not notice when
// they are wrong; a write trusts them, and takes a fact that they do not lead to for one that is not there.
func (s *Store) checkIndexes(ctx context.Context) (problems []error, err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.unusable != nil {
		return nil, s.unusable
	}
	err = guarded(func() error {
		tx, err := s.engine.begin(false)
		if err != nil {
			return err
		}
		defer tx.rollback()
		c := &indexChecker{ctx: ctx, tx: tx, usesAtOnce: usesAtOnce}
		err = c.run()
		problems = c.problems
		return err
	})
	if errors.Is(err, errStop) {
		err = nil
	}
	if len(problems) > 0 {
		problems = append(problems, errIndexes)
	}
	return problems, err
}

// indexChecker reads the quads bucket several times from end to end, and holds no more in memory than it counts at once.
type indexChecker struct {
	ctx        context.Context //nolint:containedctx // lives as long as one call
	tx         engineTx
	usesAtOnce uint64
	live       uint64 // quads that are not deleted
	highest    uint64 // number in the log
	problems   []error
}

// complain notes a problem. Its error ends the check: enough was said.
func (c *indexChecker) complain(format string, args ...any) error {
	if len(c.problems) == indexProblems {
		c.problems = append(c.problems, errors.New("there is more of that kind"))
		return errStop
	}
	c.problems = append(c.problems, fmt.Errorf(format, args...))
	return nil
}

func (c *indexChecker) run() error {
	for key, value := range c.tx.scan(bucketQuads, nil) {
		if err := c.entry(key, value); err != nil {
			return err
		}
	}
	if err := c.totals(); err != nil {
		return err
	}
	for from := uint64(1); from <= c.highest; from += c.usesAtOnce {
		if err := c.uses(from); err != nil {
			return err
		}
	}
	return nil
}

// entry looks at whatever stands in the bucket.
func (c *indexChecker) entry(key, value []byte) error {
	if err := c.ctx.Err(); err != nil {
		return err
	}
	first, second, ok := splitKey(key)
	switch {
	case ok && bytes.Equal(first, prefixMeta), ok && len(second) == 0:
		return nil
	case ok && bytes.Equal(first, prefixLog):
		return c.logged(second, value)
	case ok && isHashKey(first, second) && first[0] == letterOfHash:
		return c.hashed(second, value)
	case ok && isHashKey(first, second):
		return c.counted(second)
	}
	for _, index := range indexesKept {
		if kept := index.Key(nil)[0]; ok && bytes.Equal(first, kept) {
			return c.listed(index, key, value)
		}
	}
	return c.complain("there is an entry of %d bytes, beginning with %.12x, that leads nowhere", len(key), key)
}

// logged looks from the log into the indexes.
func (c *indexChecker) logged(second, value []byte) error {
	p, err := readPrimitive(value)
	if err != nil || len(second) != numberSize || p.ID != binary.BigEndian.Uint64(second) {
		return c.complain("entry %.8x, a node or a quad, can't be read", second)
	}
	c.highest = max(c.highest, p.ID)
	if p.IsNode() {
		return c.node(p)
	}
	if !p.Deleted {
		c.live++
	}
	for _, index := range indexesKept {
		list, _ := decodeNumbers(c.tx.get(bucketQuads, quadIndexKey(index, p)))
		if _, found := slices.BinarySearch(list, p.ID); !found {
			if err := c.complain("the index by %s does not list quad %d%s", directions(index), p.ID, c.told(p)); err != nil {
				return err
			}
		}
	}
	return nil
}

func (c *indexChecker) node(p *proto.Primitive) error {
	value, err := pquads.UnmarshalValue(p.Value)
	if err != nil || value == nil {
		return c.complain("node %d has no value that can be read", p.ID)
	}
	number, _ := binary.Uvarint(c.tx.get(bucketQuads, hashKey(letterOfHash, quad.HashOf(value))))
	if number != p.ID {
		return c.complain("the index of values does not lead to node %d, %.100v", p.ID, value)
	}
	return nil
}

// hashed looks from the index of values into the log.
func (c *indexChecker) hashed(hash, value []byte) error {
	number, n := binary.Uvarint(value)
	if n == len(value) && n > 0 {
		if p := c.primitive(number); p != nil && p.IsNode() {
			if v, err := pquads.UnmarshalValue(p.Value); err == nil && v != nil && bytes.Equal(quad.HashOf(v), hash) {
				return nil
			}
		}
	}
	return c.complain("the index of values leads from %x to number %d, which is not a node of this value", hash, number)
}

// counted expects that there is a node whose uses are counted.
func (c *indexChecker) counted(hash []byte) error {
	if c.tx.get(bucketQuads, hashKey(letterOfHash, hash)) == nil {
		return c.complain("the uses of %x are counted, which is no value of a node", hash)
	}
	return nil
}

// listed looks from an index of quads into the log.
func (c *indexChecker) listed(index cayleykv.QuadIndex, key, value []byte) error {
	list, ok := decodeNumbers(value)
	if !ok {
		return c.complain("the index by %s has a list that can't be read", directions(index))
	}
	for _, number := range list {
		p := c.primitive(number)
		if p != nil && !p.IsNode() && bytes.Equal(quadIndexKey(index, p), key) {
			continue
		}
		if err := c.complain("the index by %s lists number %d, which is not a quad that belongs there", directions(index), number); err != nil {
			return err
		}
	}
	return nil
}

// log visits everything in the log that can be read.
func (c *indexChecker) log(visit func(*proto.Primitive) error) error {
	for _, value := range c.tx.scan(bucketQuads, joinKey(prefixLog, nil)) {
		if err := c.ctx.Err(); err != nil {
			return err
		}
		if p, err := readPrimitive(value); err == nil {
			if err := visit(p); err != nil {
				return err
			}
		}
	}
	return nil
}

// primitive is what stands under a number; nil for nothing.
func (c *indexChecker) primitive(number uint64) *proto.Primitive {
	p, err := readPrimitive(c.tx.get(bucketQuads, logKey(number)))
	if err != nil || p.ID != number {
		return nil
	}
	return p
}

// told is the quad in words, where its nodes can be read.
func (c *indexChecker) told(p *proto.Primitive) string {
	var q quad.Quad
	for _, d := range quad.Directions {
		node := c.primitive(p.GetDirection(d))
		if node == nil {
			return ""
		}
		value, err := pquads.UnmarshalValue(node.Value)
		if err != nil {
			return ""
		}
		q.Set(d, value)
	}
	return fmt.Sprintf(", %.200v", q)
}

var errNoPrimitive = errors.New("nothing is there")

func readPrimitive(value []byte) (*proto.Primitive, error) {
	if len(value) == 0 { // the beginning of the log
		return nil, errNoPrimitive
	}
	p := new(proto.Primitive)
	return p, p.Unmarshal(value)
}

// directions names what an index goes by.
func directions(index cayleykv.QuadIndex) string {
	names := make([]string, len(index.Dirs))
	for i, d := range index.Dirs {
		names[i] = d.String()
	}
	return strings.Join(names, " and ")
}
