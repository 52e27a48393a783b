package view

import "slices"

// ranking is a list of things that are counted, each as one number: the higher the count the lower the number, and of
// equal counts the one with the lower place. No two are equal, so their order is total.
type ranking []uint64

// rankOf is the number for a count and a place among all things.
func rankOf(count, place uint32) uint64 { return uint64(^count)<<32 | uint64(place) }

// unrank is the count and the place of a number.
func unrank(number uint64) (count, place uint32) { return ^uint32(number >> 32), uint32(number) }

// top is the beginning of the list in its order, in a list of its own.
func (r ranking) top(first int) ranking {
	t := newTop(min(first, len(r)))
	for _, number := range r {
		t.add(number)
	}
	return t.sorted()
}

// before is how many numbers of the list are lower.
func (r ranking) before(number uint64) int {
	count := 0
	for _, other := range r {
		if other < number {
			count++
		}
	}
	return count
}

// top keeps the lowest of many numbers. It sorts only what may be among them.
type top struct {
	first int
	limit uint64 // what is not lower does not belong here
	found ranking
}

// newTop keeps the first so many numbers.
func newTop(first int) top {
	first = max(first, 0)
	if first == 0 {
		return top{}
	}
	return top{first: first, limit: ^uint64(0), found: make(ranking, 0, 2*min(first, 1024))}
}

func (t *top) add(number uint64) {
	if number >= t.limit {
		return
	}
	if t.found = append(t.found, number); len(t.found) >= 2*t.first {
		t.cut()
	}
}

// cut drops what is not among the first.
func (t *top) cut() {
	slices.Sort(t.found)
	if len(t.found) >= t.first {
		t.found = t.found[:t.first]
		t.limit = t.found[t.first-1]
	}
}

// sorted are the numbers that were kept, in their order.
func (t *top) sorted() ranking {
	slices.Sort(t.found)
	return t.found[:min(t.first, len(t.found))]
}
