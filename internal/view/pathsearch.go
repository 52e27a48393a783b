package view

import (
	"context"
	"math"
	"slices"

	"github.com/wasl-graph/wasl/graph"
)

// pathSearch finds the best path between two entities, from both ends at once. Each side grows from its lightest label, so
// that hubs come late and are mostly met, not walked through. A node has several labels where one is lighter and another has
// fewer steps, because the steps of a path are limited. The sides share the steps between them: what a side reaches with
// all of its own is not followed any further.
type pathSearch struct {
	*pathScratch
	view    *View
	effort  effort
	limit   int // of all steps together
	cut     bool
	through kindFilter

	from, to Node
	banned   []Node // what the path may not lead to as the first step
	best     uint64 // the weight of the best path so far, at first the bound
	meeting  [2]int32
}

// kindFilter says by kind what may lie between the ends; nil for everything.
type kindFilter []bool

// pathSide is one end of a search.
type pathSide struct {
	labels []pathLabel
	queue  pathQueue
	most   int    // steps
	capped uint64 // the least weight of a label that is not followed because of its steps
}

// unreached is more than any weight.
const unreached = math.MaxInt64 / 2

// route is a path as a search finds it.
type route struct {
	nodes  []Node // from the first to the last
	weight uint32
	branch int // where it was made to leave a better one
}

// find finds the best path with at most so many steps that is lighter than the bound, avoids what is blocked, and leads to
// none of the banned first. Its ends differ. When the limit ends the search, cut is set, and the route is the best that was
// found until then.
func (s *pathSearch) find(ctx context.Context, from, to Node, most int, banned []Node, bound uint64) (route, bool, error) {
	s.begin(from, to, most, banned)
	s.best = bound
	for s.least() < s.best {
		side := s.cheaper()
		if s.effort.steps+s.sides[side].expense(s.view) > s.limit {
			s.cut = true
			break
		}
		if err := s.grow(ctx, side); err != nil {
			return route{}, false, err
		}
	}
	if s.best == bound {
		return route{}, false, nil
	}
	return s.route(), true, nil
}

func (s *pathSearch) begin(from, to Node, most int, banned []Node) {
	s.nextSearch()
	s.from, s.to, s.banned = from, to, banned
	half := most / 2
	if s.view.degrees[from] <= s.view.degrees[to] {
		half = most - half
	}
	for i, n := range []Node{from, to} {
		side := &s.sides[i]
		side.labels, side.queue, side.capped = side.labels[:0], side.queue[:0], unreached
		side.most = [2]int{half, most - half}[i]
		side.labels = append(side.labels, pathLabel{node: n, parent: -1, next: -1})
		if side.most > 0 {
			side.queue.push(0, 0)
		} else {
			side.capped = 0
		}
	}
	s.marks[from] = pathMark{search: s.search, labels: [2]int32{0, -1}}
	s.marks[to] = pathMark{search: s.search, labels: [2]int32{-1, 0}}
}

// top is the weight of the lightest label that is not followed yet.
func (s *pathSide) top() uint64 {
	if len(s.queue) == 0 {
		return unreached
	}
	return s.queue[0] >> 32
}

// least is what a path that is not found yet weighs at least. Between the part that one side has followed and the part that
// the other has, it has a label of each that is not followed; one of the two may have used up its steps, but not both.
func (s *pathSearch) least() uint64 {
	a, b := &s.sides[0], &s.sides[1]
	return min(a.top()+b.rest(), b.top()+a.rest())
}

// unevenLinks is how many times as many links one of two entities must have to wait for the other, even if it is nearer to
// its end.
const unevenLinks = 16

// cheaper is the side to grow: the one whose next label is lighter, so that both get equally far, unless it is a hub and the
// other's is not.
func (s *pathSearch) cheaper() int {
	a, b := &s.sides[0], &s.sides[1]
	if len(b.queue) == 0 {
		return 0
	}
	if len(a.queue) == 0 {
		return 1
	}
	first, second := s.view.degrees[a.next()], s.view.degrees[b.next()]
	switch {
	case second > unevenLinks*first:
		return 0
	case first > unevenLinks*second || b.top() < a.top():
		return 1
	}
	return 0
}

func (s *pathSide) next() Node { return s.labels[uint32(s.queue[0])].node }

// expense is how many steps it takes to follow the next label.
func (s *pathSide) expense(v *View) int { return v.Degree(s.next()) + 1 }

// grow follows the lightest label of a side.
func (s *pathSearch) grow(ctx context.Context, i int) error {
	side := &s.sides[i]
	number := side.queue.pop()
	label := side.labels[number]
	s.links = s.view.appendLinks(s.links[:0], label.node)
	if err := s.effort.spend(ctx, len(s.links)+1); err != nil {
		return err
	}
	for _, l := range s.links {
		if s.allowed(i, label.node, l.to) {
			s.reach(i, l.to, label.weight, label.steps+1, int32(number))
		}
	}
	return nil
}

// allowed says whether a side may go from one node to another.
func (s *pathSearch) allowed(side int, here, there Node) bool {
	if len(s.banned) > 0 && s.isBanned(side, here, there) {
		return false
	}
	if there == s.from || there == s.to {
		return true
	}
	return s.marks[there].blocked != s.blocked && (s.through == nil || s.through[s.view.Kind(there)])
}

func (s *pathSearch) isBanned(side int, here, there Node) bool {
	if side == 1 {
		here, there = there, here
	}
	return here == s.from && slices.Contains(s.banned, there)
}

// reach labels a node and looks whether the other side was there. It leaves out what can't become the best path any more:
// what the other side has not followed yet adds at least its rest.
func (s *pathSearch) reach(i int, n Node, before uint32, steps uint8, parent int32) {
	mark, side := &s.marks[n], &s.sides[i]
	end := n == s.from || n == s.to
	own := uint32(0)
	if !end {
		own = weightOf(s.view.degrees[n])
	}
	weight := before + own
	late := uint64(weight)+s.sides[1-i].rest() >= s.best
	if mark.search != s.search {
		if late {
			return
		}
		mark.search, mark.labels = s.search, [2]int32{-1, -1}
	} else if uint64(weight) >= s.best || side.outdone(mark.labels[i], weight, steps) {
		return
	}
	number := int32(len(side.labels))
	if met := s.meet(i, number, n, before); late && !met {
		return
	}
	side.labels = append(side.labels, pathLabel{weight, n, parent, mark.labels[i], steps})
	mark.labels[i] = number
	switch {
	case end: // a path ends here
	case int(steps) == side.most:
		side.capped = min(side.capped, uint64(weight))
	default:
		side.queue.push(weight, int(number))
	}
}

// rest is the least weight of a label that is not followed.
func (s *pathSide) rest() uint64 { return min(s.top(), s.capped) }

// outdone says that a node has a label already that is no heavier and has no more steps.
func (s *pathSide) outdone(label int32, weight uint32, steps uint8) bool {
	for ; label >= 0; label = s.labels[label].next {
		if l := &s.labels[label]; l.weight <= weight && l.steps <= steps {
			return true
		}
	}
	return false
}

// meet joins a label that is about to be made with those of the other side at its node, which have the node's weight in
// them. The steps of both sides together are never too many. It says whether that makes the best path so far.
func (s *pathSearch) meet(i int, number int32, n Node, before uint32) bool {
	met, other := false, &s.sides[1-i]
	for o := s.marks[n].labels[1-i]; o >= 0; o = other.labels[o].next {
		if weight := uint64(before) + uint64(other.labels[o].weight); weight < s.best {
			s.best, s.meeting[i], s.meeting[1-i] = weight, number, o
			met = true
		}
	}
	return met
}

// route reads off the best path. Only a search that was cut off may have found one that comes by the same entity twice; what
// lies between is then left out.
func (s *pathSearch) route() route {
	var nodes []Node
	for l := s.meeting[0]; l >= 0; l = s.sides[0].labels[l].parent {
		nodes = append(nodes, s.sides[0].labels[l].node)
	}
	slices.Reverse(nodes)
	for l := s.sides[1].labels[s.meeting[1]].parent; l >= 0; l = s.sides[1].labels[l].parent {
		nodes = append(nodes, s.sides[1].labels[l].node)
	}
	nodes = withoutLoops(nodes)
	return route{nodes: nodes, weight: s.view.weightBetween(nodes)}
}

func withoutLoops(nodes []Node) []Node {
	straight := nodes[:0]
	for _, n := range nodes {
		if at := slices.Index(straight, n); at >= 0 {
			straight = straight[:at]
		}
		straight = append(straight, n)
	}
	return straight
}

// weightBetween is what a path weighs.
func (v *View) weightBetween(nodes []Node) uint32 {
	weight := uint32(0)
	for _, n := range nodes[1 : len(nodes)-1] {
		weight += weightOf(v.degrees[n])
	}
	return weight
}

func filterOf(kinds []graph.Kind) kindFilter {
	if len(kinds) == 0 {
		return nil
	}
	filter := make(kindFilter, len(graph.Kinds()))
	for _, k := range kinds {
		filter[k] = true
	}
	return filter
}
