package view

import (
	"context"
	"slices"
	"sync"

	"github.com/wasl-graph/wasl/graph"
)

// neighbourhoodMark is what a walk knows of a node. The number of the walk says whether it is of use.
type neighbourhoodMark struct {
	walk     uint32
	relation graph.Relation // the first by which the node is reached
	distance uint8
}

// neighbourhoodScratch is the memory of a walk, lent by a pool.
type neighbourhoodScratch struct {
	marks []neighbourhoodMark // by node
	walk  uint32
	seen  []Node   // in the order in which they were reached
	shown []uint64 // a bit for each node; all are 0 between two walks
	least leastKeys
}

var neighbourhoodScratches = sync.Pool{New: func() any { return new(neighbourhoodScratch) }}

// walk goes through a neighbourhood, one distance after the other.
type walk struct {
	*neighbourhoodScratch
	reader    *Reader
	kinds     kindFilter
	relations *relationSet // those that are followed
	effort    effort

	distance uint8
	nodes    []SubgraphNode
	edges    []SubgraphEdge
	total    int
	crowd    crowd
}

func newWalk(r *Reader, q NeighbourhoodQuery) *walk {
	w := &walk{
		neighbourhoodScratch: neighbourhoodScratches.Get().(*neighbourhoodScratch),
		reader:               r, kinds: filterOf(q.Kinds), relations: joining,
	}
	if len(q.Relations) > 0 {
		w.relations = new(relationSet)
		for _, relation := range q.Relations {
			w.relations[relation] = joining[relation]
		}
	}
	if len(w.marks) < r.nodes.len() {
		w.marks = make([]neighbourhoodMark, r.nodes.len())
		w.shown = make([]uint64, r.nodes.len()/64+1)
	}
	w.seen = w.seen[:0]
	if w.walk++; w.walk == 0 {
		clear(w.marks)
		w.walk = 1
	}
	return w
}

// giveBack gives back the memory of the walk.
func (w *walk) giveBack() {
	for _, n := range w.nodes {
		w.shown[n.Node/64] = 0
	}
	neighbourhoodScratches.Put(w.neighbourhoodScratch)
}

// run goes from the middle outwards. All that is within the depth is reached, so that it is counted; what is shown is chosen
// from each distance in turn.
func (w *walk) run(ctx context.Context, middle Node, q NeighbourhoodQuery) error {
	w.nodes = make([]SubgraphNode, 0, min(q.Limit, w.reader.nodes.len()))
	w.edges = make([]SubgraphEdge, 0, cap(w.nodes)) // at least one for each but the middle
	w.marks[middle] = neighbourhoodMark{walk: w.walk}
	w.seen = append(w.seen, middle)
	w.show(middle)
	from := 0
	for w.distance < uint8(q.Depth) && from < len(w.seen) {
		w.distance++
		to := len(w.seen)
		w.crowd = w.findCrowd(w.seen[from:to], w.distance == uint8(q.Depth))
		for _, n := range w.seen[from:to] {
			if err := w.follow(ctx, n); err != nil {
				return err
			}
		}
		w.total += w.crowd.outside(w)
		if err := w.choose(ctx, w.seen[to:], q.Limit-len(w.nodes)); err != nil {
			return err
		}
		from = to
	}
	w.total += len(w.seen)
	return nil
}

// follow reaches all that a node has links with.
func (w *walk) follow(ctx context.Context, n Node) error {
	v := w.reader.View
	if err := w.effort.spend(ctx, v.Degree(n)); err != nil {
		return err
	}
	start, end := v.table.of(n)
	objects := v.table.objects[start:end]
	for i, r := range v.table.relations[start:end] {
		if o := objects[i]; w.relations[r] && o&textBit == 0 && w.takes(Node(o)) {
			w.reach(Node(o), r)
		}
	}
	for _, r := range arriving[v.Kind(n)] {
		if !w.relations[r] || w.crowd.is(n, r) {
			continue
		}
		for _, s := range v.incoming[r].of(n) {
			if w.takes(s) {
				w.reach(s, r)
			}
		}
	}
	return nil
}

func (w *walk) takes(n Node) bool { return w.kinds == nil || w.kinds[w.reader.Kind(n)] }

func (w *walk) reach(n Node, r graph.Relation) {
	mark := &w.marks[n]
	if mark.walk != w.walk {
		*mark = neighbourhoodMark{walk: w.walk, relation: r, distance: w.distance}
		w.seen = append(w.seen, n)
	} else if mark.distance == w.distance {
		mark.relation = min(mark.relation, r)
	}
}

// show adds a node to the answer.
func (w *walk) show(n Node) {
	w.shown[n/64] |= 1 << (n % 64)
	w.nodes = append(w.nodes, SubgraphNode{n, int(w.distance), w.reader.Degree(n)})
}

// choose shows so many of the nodes at a distance, the first in order.
func (w *walk) choose(ctx context.Context, found []Node, room int) error {
	if err := w.effort.spend(ctx, len(found)); err != nil || room <= 0 {
		return err
	}
	w.least.reset(room)
	var kind kindRange
	rank := w.reader.order.rank
	for _, n := range found {
		kind.find(w.reader.View, n)
		if base := keyBase(w.marks[n].relation, kind.kind); base < w.least.worst() {
			w.least.offer(base | uint64(rank[n]))
		}
	}
	if err := w.crowd.offer(ctx, w); err != nil {
		return err
	}
	for _, key := range w.least.sorted() {
		w.show(w.reader.keyed(key))
	}
	return nil
}

// join finds the statements between the nodes that are shown. A subject's statements are in the order of their relations.
func (w *walk) join(ctx context.Context) error {
	v := w.reader.View
	for _, subject := range w.nodes {
		start, end := v.table.of(subject.Node)
		if err := w.effort.spend(ctx, int(end-start)); err != nil {
			return err
		}
		objects := v.table.objects[start:end]
		for i, r := range v.table.relations[start:end] {
			if !w.relations[r] {
				continue
			}
			if o := objects[i]; o&textBit == 0 && w.isShown(Node(o)) && Node(o) != subject.Node {
				w.edges = append(w.edges, SubgraphEdge{subject.Node, Node(o), r, Statement{start + uint32(i)}})
			}
		}
	}
	return nil
}

func (w *walk) isShown(n Node) bool { return w.shown[n/64]>>(n%64)&1 != 0 }

// A key orders nodes by relation, kind and label. It names the node as well: the label's place is that of no other of the
// kind. keyBase is a key without the place.
func keyBase(r graph.Relation, k graph.Kind) uint64 { return uint64(r)<<40 | uint64(k)<<32 }

func (r *Reader) keyed(key uint64) Node {
	return r.order.sorted[r.nodes.first[graph.Kind(key>>32&0xff)]+Node(uint32(key))]
}

// kindRange is a kind with its nodes. Neighbours in a list are mostly of one kind, so that it is rarely searched for.
type kindRange struct {
	kind        graph.Kind
	first, last Node // from the first to before the last
}

func (k *kindRange) find(v *View, n Node) {
	if n < k.first || n >= k.last {
		k.kind = v.Kind(n)
		k.first, k.last = v.nodes.first[k.kind], v.nodes.first[k.kind+1]
	}
}

// leastKeys keeps the smallest of many keys: a heap with the largest of them on top.
type leastKeys struct {
	keys []uint64
	room int
}

func (l *leastKeys) reset(room int) { l.keys, l.room = l.keys[:0], room }

// worst is what a key has to be smaller than.
func (l *leastKeys) worst() uint64 {
	if len(l.keys) < l.room {
		return ^uint64(0)
	}
	return l.keys[0]
}

// end is the place from which on a key with this base is of no use.
func (l *leastKeys) end(base uint64) uint32 {
	worst := l.worst()
	if worst <= base {
		return 0
	}
	return uint32(min(worst-base, 1<<32-1))
}

func (l *leastKeys) offer(key uint64) {
	if len(l.keys) < l.room {
		l.keys = append(l.keys, key)
		for i := len(l.keys) - 1; i > 0 && l.keys[(i-1)/2] < l.keys[i]; i = (i - 1) / 2 {
			l.keys[i], l.keys[(i-1)/2] = l.keys[(i-1)/2], l.keys[i]
		}
		return
	}
	if key >= l.keys[0] {
		return
	}
	l.keys[0] = key
	for i := 0; ; {
		largest := i
		for child := 2*i + 1; child <= 2*i+2 && child < len(l.keys); child++ {
			if l.keys[child] > l.keys[largest] {
				largest = child
			}
		}
		if largest == i {
			return
		}
		l.keys[i], l.keys[largest] = l.keys[largest], l.keys[i]
		i = largest
	}
}

func (l *leastKeys) sorted() []uint64 {
	slices.Sort(l.keys)
	return l.keys
}
