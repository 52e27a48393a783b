package view

import "sync"

// pathMark is what a search knows of a node. The numbers of the search and of the block say whether it is of use.
type pathMark struct {
	search  uint32   // the search that labels belongs to
	blocked uint32   // the block that the node is in
	labels  [2]int32 // by side: its latest label, -1 for none
}

// pathScratch is the memory of a search, lent by a pool. Marks of an earlier search are not cleared: their numbers are old.
type pathScratch struct {
	marks   []pathMark // by node
	search  uint32
	blocked uint32
	sides   [2]pathSide
	links   []link
}

var pathScratches = sync.Pool{New: func() any { return new(pathScratch) }}

// borrowPathScratch lends memory for a graph with so many nodes.
func borrowPathScratch(nodes int) *pathScratch {
	s := pathScratches.Get().(*pathScratch)
	if len(s.marks) < nodes {
		s.marks = make([]pathMark, nodes)
	}
	return s
}

// nextSearch makes all labels void.
func (s *pathScratch) nextSearch() {
	s.search++
	if s.search == 0 {
		clear(s.marks)
		s.search, s.blocked = 1, 1
	}
}

// nextBlock unblocks all nodes.
func (s *pathScratch) nextBlock() {
	s.blocked++
	if s.blocked == 0 {
		clear(s.marks)
		s.search, s.blocked = 1, 1
	}
}

func (s *pathScratch) block(nodes ...Node) {
	for _, n := range nodes {
		s.marks[n].blocked = s.blocked
	}
}

// pathLabel is one way to get from a side's end to a node: what it weighs, the node's own weight included, and its steps.
type pathLabel struct {
	weight uint32
	node   Node
	parent int32 // the label of the node before; -1 at the end
	next   int32 // another label of the same node; -1 for none
	steps  uint8
}

// pathQueue is a heap of labels, the lightest first: the weight in the upper half, the label in the lower one.
type pathQueue []uint64

func (q *pathQueue) push(weight uint32, label int) {
	*q = append(*q, uint64(weight)<<32|uint64(uint32(label)))
	h := *q
	for i := len(h) - 1; i > 0; {
		up := (i - 1) / 2
		if h[up] <= h[i] {
			return
		}
		h[up], h[i] = h[i], h[up]
		i = up
	}
}

// pop takes the lightest label. There must be one.
func (q *pathQueue) pop() (label int) {
	h := *q
	label = int(uint32(h[0]))
	last := len(h) - 1
	h[0] = h[last]
	h = h[:last]
	*q = h
	for i := 0; ; {
		least := i
		for child := 2*i + 1; child <= 2*i+2 && child < last; child++ {
			if h[child] < h[least] {
				least = child
			}
		}
		if least == i {
			return label
		}
		h[i], h[least] = h[least], h[i]
		i = least
	}
}
