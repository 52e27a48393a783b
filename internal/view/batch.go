package view

import "slices"

// batchSize is how many reports are looked at before the steps are counted: few enough that with all that they are tied to
// they are not many more steps than patience allows.
const batchSize = 256

// batches calls visit with the reports of the set, ascending, some at a time, until it returns an error. What it is called
// with is good until it returns.
func (s Set) batches(visit func([]Node) error) error {
	if s.bits == nil {
		for batch := range slices.Chunk(s.list, batchSize) {
			if err := visit(batch); err != nil {
				return err
			}
		}
		return nil
	}
	numbers, batch := make([]uint32, batchSize), make([]Node, batchSize)
	for it := s.bits.ManyIterator(); ; {
		count := it.NextMany(numbers)
		if count == 0 {
			return nil
		}
		for i, n := range numbers[:count] {
			batch[i] = Node(n)
		}
		if err := visit(batch[:count]); err != nil {
			return err
		}
	}
}
