package view

import (
	"hash/maphash"
	"sort"

	"github.com/wasl-graph/wasl/graph"
)

// Node is the number of an entity within one view. Reports come first, the newest first, so that a list of reports in
// ascending order is a list of reports by date. The other kinds follow, each in the order of its ids. A number means
// nothing in another view.
type Node uint32

// none stands where there is no node.
const none = ^Node(0)

// nodeTable holds the ids of all nodes and finds a node by its id.
type nodeTable struct {
	ids   column
	first []Node   // by kind: its first node; the last element is the number of nodes
	slots []uint32 // open addressing: node + 1, 0 for a free slot
}

// hashSeed is one for all views of the process, so that equal views are equal in every field.
var hashSeed = maphash.MakeSeed()

func newNodeTable(ids []graph.ID, first []Node) nodeTable {
	var b columnBuilder
	for _, id := range ids {
		b.add(string(id))
	}
	t := nodeTable{ids: b.column(), first: first}
	size := 16
	for size < 2*len(ids) {
		size *= 2
	}
	t.slots = make([]uint32, size)
	for n := range ids {
		i := t.slot(string(ids[n]))
		for t.slots[i] != 0 {
			i = (i + 1) % uint64(size)
		}
		t.slots[i] = uint32(n) + 1
	}
	return t
}

func (t *nodeTable) slot(id string) uint64 {
	return maphash.String(hashSeed, id) % uint64(len(t.slots))
}

func (t *nodeTable) find(id graph.ID) (Node, bool) {
	for i := t.slot(string(id)); t.slots[i] != 0; i = (i + 1) % uint64(len(t.slots)) {
		if n := t.slots[i] - 1; t.ids.at(n) == string(id) {
			return Node(n), true
		}
	}
	return none, false
}

func (t *nodeTable) id(n Node) graph.ID { return graph.ID(t.ids.at(uint32(n))) }

func (t *nodeTable) kind(n Node) graph.Kind {
	return graph.Kind(sort.Search(len(t.first)-1, func(k int) bool { return t.first[k+1] > n }))
}

func (t *nodeTable) len() int { return t.ids.len() }

// Find returns the entity with this id. It is an entity when it is the subject or the object of a statement. The id of one
// that was merged leads to the one that replaces it.
func (v *View) Find(id graph.ID) (Node, bool) {
	if n, found := v.nodes.find(id); found {
		return n, true
	}
	if m, found := v.MergedInto(id); found {
		return v.nodes.find(m.Final)
	}
	return none, false
}

// ID is the entity's id.
func (v *View) ID(n Node) graph.ID { return v.nodes.id(n) }

// Kind is what the entity is.
func (v *View) Kind(n Node) graph.Kind { return v.nodes.kind(n) }

// Count is how many entities of a kind there are.
func (v *View) Count(k graph.Kind) int { return int(v.nodes.first[k+1] - v.nodes.first[k]) }
