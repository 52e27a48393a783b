package search

import "github.com/wasl-graph/wasl/internal/view"

// frontier finds the places of a span in the order of their standing, without looking at most of them: it opens the block
// with the best standing first.
type frontier struct {
	index       *Index
	completions *completions
	wanted      [kinds]bool
	start, end  int
	open        []candidate
}

// candidate is a place, or a block of places, with the best standing in it. Level 0 is a place.
type candidate struct {
	standing uint32
	level    int
	at       int
}

// before says which of two candidates comes first.
func (c candidate) before(d candidate) bool {
	if c.standing != d.standing {
		return c.standing < d.standing
	}
	if c.level != d.level {
		return c.level < d.level
	}
	return c.at < d.at
}

// begin opens the highest level.
func (q *frontier) begin() {
	if q.start >= q.end {
		return
	}
	top := len(q.completions.best)
	for at := range q.completions.best[top-1] {
		q.consider(top, at)
	}
}

// next is the place with the best standing that is left.
func (q *frontier) next() (view.Node, bool) {
	for len(q.open) > 0 {
		c := q.pop()
		if c.level == 0 {
			return view.Node(q.completions.nodes[c.at]), true
		}
		for at := c.at * blockSize; at < (c.at+1)*blockSize; at++ {
			q.consider(c.level-1, at)
		}
	}
	return 0, false
}

// push and pop keep open as a heap: no candidate comes before the one at half its place.
func (q *frontier) push(c candidate) {
	q.open = append(q.open, c)
	for i := len(q.open) - 1; i > 0; {
		above := (i - 1) / 2
		if !q.open[i].before(q.open[above]) {
			return
		}
		q.open[i], q.open[above] = q.open[above], q.open[i]
		i = above
	}
}

func (q *frontier) pop() candidate {
	first, last := q.open[0], len(q.open)-1
	q.open[0] = q.open[last]
	q.open = q.open[:last]
	for i := 0; ; {
		below := 2*i + 1
		if below >= last {
			return first
		}
		if below+1 < last && q.open[below+1].before(q.open[below]) {
			below++
		}
		if !q.open[below].before(q.open[i]) {
			return first
		}
		q.open[i], q.open[below] = q.open[below], q.open[i]
		i = below
	}
}

// consider adds a place or a block, if it is in the span and has something that is wanted.
func (q *frontier) consider(level, at int) {
	size := 1
	for range level {
		size *= blockSize
	}
	if at*size >= q.end || (at+1)*size <= q.start {
		return
	}
	if standing := q.standing(level, at); standing != none {
		q.push(candidate{standing, level, at})
	}
}

func (q *frontier) standing(level, at int) uint32 {
	best := none
	if level == 0 {
		if n := view.Node(q.completions.nodes[at]); q.wanted[q.index.view.Kind(n)] {
			best = q.index.standingOf(n)
		}
		return best
	}
	blocks := q.completions.best[level-1]
	if at >= len(blocks) {
		return none
	}
	for k, standing := range blocks[at] {
		if q.wanted[k] {
			best = min(best, standing)
		}
	}
	return best
}
