package view

import (
	"context"
	"slices"
)

// batch is how many reports are counted between two looks at the context.
const batch = 4096

// tallyNodes counts, for the values from first on, in how many reports of a set each is among the report's values, and how many
// reports have none of them. Broad sets are counted whole batches at a time: a call for each report would cost more than the
// counting.
func tallyNodes(ctx context.Context, s Set, values adjacency, first Node, counts []int) (missing int, err error) {
	if s.bits == nil {
		for nodes := range slices.Chunk(s.list, batch) {
			missing += tallyBatch(nodes, &values, first, counts)
			if err = ctx.Err(); err != nil {
				return missing, err
			}
		}
		return missing, nil
	}
	buffer := make([]uint32, batch)
	for it := s.bits.ManyIterator(); ; {
		n := it.NextMany(buffer)
		if n == 0 {
			return missing, nil
		}
		missing += tallyBatch(buffer[:n], &values, first, counts)
		if err = ctx.Err(); err != nil {
			return missing, err
		}
	}
}

func tallyBatch[N ~uint32](reports []N, values *adjacency, first Node, counts []int) (missing int) {
	for _, n := range reports {
		found := false
		for _, value := range values.of(Node(n)) {
			if i := uint32(value) - uint32(first); i < uint32(len(counts)) { // people and organisations share a list
				counts[i]++
				found = true
			}
		}
		if !found {
			missing++
		}
	}
	return missing
}
