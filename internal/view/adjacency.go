package view

import "slices"

// adjacency lists for each node others that it hangs together with, ascending or in the order of the statements.
type adjacency struct {
	lists
	nodes []Node
}

// of are the nodes that belong to n. The list must not be changed.
func (a *adjacency) of(n Node) []Node {
	start, end := a.lists.of(n)
	return a.nodes[start:end]
}

// most is how many nodes can belong to so many others together.
func (a *adjacency) most(others int) int { return min(others*a.longest, len(a.nodes)) }

// lists cuts an array into one piece for each node of a range.
type lists struct {
	first   Node
	ends    []uint32 // one more than there are nodes in the range; ends[0] is 0
	longest int      // the length of the longest piece
}

// of is the piece of node n, as a half-open interval of positions.
func (l *lists) of(n Node) (start, end uint32) {
	i := int(n) - int(l.first)
	if i < 0 || i+1 >= len(l.ends) {
		return 0, 0
	}
	return l.ends[i], l.ends[i+1]
}

// makeLists gives every target its place in an array of all pieces.
func makeLists(targets []Node) lists {
	first, last := targets[0], targets[0]
	for _, n := range targets {
		first, last = min(first, n), max(last, n)
	}
	l := lists{first: first, ends: make([]uint32, last-first+2)}
	for _, n := range targets {
		l.ends[n-first+1]++
	}
	for i := 1; i < len(l.ends); i++ {
		l.longest = max(l.longest, int(l.ends[i]))
		l.ends[i] += l.ends[i-1]
	}
	return l
}

// links are pairs of nodes, in ascending order of the subjects.
type links struct {
	subjects, targets []Node
}

func (l *links) add(subject Node, targets ...Node) {
	for _, target := range targets {
		l.subjects, l.targets = append(l.subjects, subject), append(l.targets, target)
	}
}

// outgoing lists the targets of each subject.
func (l *links) outgoing() adjacency {
	if len(l.subjects) == 0 {
		return adjacency{}
	}
	return adjacency{makeLists(l.subjects), slices.Clone(l.targets)}
}

// incoming lists the subjects of each target, ascending.
func (l *links) incoming() adjacency {
	if len(l.targets) == 0 {
		return adjacency{}
	}
	a := adjacency{makeLists(l.targets), make([]Node, len(l.targets))}
	next := slices.Clone(a.ends)
	for i, target := range l.targets {
		place := &next[target-a.first]
		a.nodes[*place] = l.subjects[i]
		*place++
	}
	return a
}
