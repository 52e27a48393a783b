package view

import (
	"bytes"
	"cmp"
	"slices"
	"sort"
	"sync"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/lang"
)

// labelOrder is one order of all entities by their label, within each kind.
type labelOrder struct {
	tag    graph.Tag // one of lang.Orders
	sorted []Node    // the nodes of a kind stand where their numbers are: kind k from first[k] on
	rank   []uint32  // by node: its place within its kind
}

// sortLabels makes every order that lists are kept in. Sort keys are made once and dropped: they are several times as
// large as the labels.
func (v *View) sortLabels() {
	tags := lang.Orders()
	orders := make([]labelOrder, len(tags))
	var wait sync.WaitGroup
	for i, tag := range tags {
		wait.Go(func() { orders[i] = v.sortBy(tag) })
	}
	wait.Wait()
	v.orders = orders // only now: the readers that sort look for an order of theirs, and find none
}

func (v *View) sortBy(tag graph.Tag) labelOrder {
	reader := v.unordered(lang.FromTags([]graph.Tag{tag}))
	sorter := lang.NewSorter(tag)
	count := v.nodes.len()
	var keys []byte
	ends := make([]int, count+1)
	for n := range count {
		keys = sorter.Key(keys, reader.Label(Node(n)).Value)
		ends[n+1] = len(keys)
	}
	key := func(n Node) []byte { return keys[ends[n]:ends[n+1]] }
	order := labelOrder{tag: tag, sorted: make([]Node, count), rank: make([]uint32, count)}
	for n := range order.sorted {
		order.sorted[n] = Node(n)
	}
	for k := range len(v.nodes.first) - 1 {
		part := order.sorted[v.nodes.first[k]:v.nodes.first[k+1]]
		slices.SortFunc(part, func(a, b Node) int {
			return cmp.Or(bytes.Compare(key(a), key(b)), cmp.Compare(v.ID(a), v.ID(b)))
		})
		for rank, n := range part {
			order.rank[n] = uint32(rank)
		}
	}
	return order
}

func (v *View) orderFor(tag graph.Tag) *labelOrder {
	for i := range v.orders {
		if v.orders[i].tag == tag {
			return &v.orders[i]
		}
	}
	return nil
}

// InOrder sorts entities of one kind by their labels in the reader's language.
func (r *Reader) InOrder(nodes []Node) {
	rank := r.order.rank
	slices.SortFunc(nodes, func(a, b Node) int { return cmp.Compare(rank[a], rank[b]) })
}

// Labelled are all entities of a kind in the order of their labels in the reader's language. The list must not be changed.
func (r *Reader) Labelled(k graph.Kind) []Node {
	return r.order.sorted[r.nodes.first[k]:r.nodes.first[k+1]]
}

// SortLabel is the label by which the reader's lists place an entity. It is that of the first label language of the
// chain, which the reader's own label may differ from.
func (r *Reader) SortLabel(n Node) string { return r.sortReader().Label(n).Value }

// Place finds where an entity with this sort label and id stands, or would stand, in a list that is ordered by label.
func (r *Reader) Place(list []Node, label string, id graph.ID) int {
	sorter, reader := lang.NewSorter(r.order.tag), r.sortReader()
	key := sorter.Key(nil, label)
	return sort.Search(len(list), func(i int) bool {
		other := sorter.Key(nil, reader.Label(list[i]).Value)
		return cmp.Or(bytes.Compare(other, key), cmp.Compare(r.ID(list[i]), id)) >= 0
	})
}

func (r *Reader) sortReader() *Reader {
	return r.View.For(lang.FromTags([]graph.Tag{r.order.tag}))
}
