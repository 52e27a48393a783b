package view

import (
	"slices"
)

// column is a list of strings in one block of memory: a few large allocations instead of millions of small ones.
type column struct {
	ends []uint64
	data string
}

func (c *column) at(i uint32) string {
	start := uint64(0)
	if i > 0 {
		start = c.ends[i-1]
	}
	return c.data[start:c.ends[i]]
}

func (c *column) len() int { return len(c.ends) }

type columnBuilder struct {
	ends []uint64
	data []byte
}

func (b *columnBuilder) add(s string) uint32 {
	b.data = append(b.data, s...)
	b.ends = append(b.ends, uint64(len(b.data)))
	return uint32(len(b.ends) - 1)
}

// column is what was added, without spare capacity.
func (b *columnBuilder) column() column {
	return column{slices.Clip(slices.Clone(b.ends)), string(b.data)}
}

// renumbering gives strings new numbers in the order in which they are asked for. The first keeps number 0.
type renumbering struct {
	columnBuilder
	old     []string
	numbers []uint32 // old to new + 1; 0 while it was not asked for
}

func newRenumbering(old []string) *renumbering {
	r := &renumbering{old: old, numbers: make([]uint32, len(old))}
	r.number(0)
	return r
}

func (r *renumbering) number(old uint32) uint32 {
	if r.numbers[old] == 0 {
		r.numbers[old] = r.add(r.old[old]) + 1
	}
	return r.numbers[old] - 1
}
