package view

import (
	"context"
	"slices"

	"github.com/wasl-graph/wasl/graph"
)

// neighbourCount counts for each entity how many reports it shares with another one.
type neighbourCount struct {
	view   *View
	of     Node
	by     *graph.Relation
	joined []graph.Relation
	wanted []bool       // by kind
	lists  []*adjacency // from a report to what it is tied to, as far as that is wanted
	lent   *[]uint32
	counts []uint32 // by node: 1 more than the reports that are shared, 0 when it is no neighbour
	found  []Node   // those with a count
}

func newNeighbourCount(v *View, n Node, o NeighbourOptions) *neighbourCount {
	c := &neighbourCount{view: v, of: n, by: o.Relation, joined: o.joining(), lists: v.listsFor(o)}
	for _, k := range graph.Kinds() {
		c.wanted = append(c.wanted, o.wants(k))
	}
	c.lent, c.counts = borrow(v.nodes.len())
	return c
}

// wants says whether neighbours of a kind are meant.
func (o NeighbourOptions) wants(k graph.Kind) bool {
	return len(o.Kinds) == 0 || slices.Contains(o.Kinds, k)
}

// listsFor lead from a report to what it is tied to, as far as it may be meant.
func (v *View) listsFor(o NeighbourOptions) []*adjacency {
	list := []*adjacency{&v.reports.ties.mentions}
	for _, k := range graph.Kinds() {
		wanted := o.wants(k)
		if o.Relation != nil && ofReports(*o.Relation) {
			wanted = o.Relation.Object(k)
		}
		if ties := v.tieList(k); wanted && ties != nil && !slices.Contains(list, ties) { // two kinds share one
			list = append(list, ties)
		}
	}
	return list
}

func (c *neighbourCount) giveBack() {
	for _, n := range c.found {
		c.counts[n] = 0
	}
	giveBack(c.lent)
}

// meet makes entities neighbours, without a report that they share.
func (c *neighbourCount) meet(n Node) {
	if c.counts[n] == 0 {
		c.counts[n] = 1
		c.found = append(c.found, n)
	}
}

// join meets those that are joined.
func (c *neighbourCount) join(ctx context.Context, e *effort) error {
	err := ctx.Err()
	c.view.joins(c.of, c.joined, func(n Node, _ graph.Relation) bool {
		c.meet(n)
		err = e.spend(ctx, 1)
		return err == nil
	})
	return err
}

// share counts the entities of each report.
func (c *neighbourCount) share(ctx context.Context, e *effort, reports Set) error {
	count := c.countAny
	switch {
	case c.by == nil:
	case ofReports(*c.by):
		count = c.countBy
	default:
		count = c.countJoined
	}
	return reports.batches(func(batch []Node) error {
		steps := 0
		for _, report := range batch {
			steps += 1 + count(report)
		}
		return e.spend(ctx, steps)
	})
}

// countAny counts everything that a report is tied to, and the report.
func (c *neighbourCount) countAny(report Node) (steps int) {
	for _, list := range c.lists {
		nodes := list.of(report)
		for _, n := range nodes {
			c.meet(n)
			c.counts[n]++
		}
		steps += len(nodes)
	}
	c.meet(report)
	c.counts[report]++
	return steps + 1
}

// countJoined counts those of them that are neighbours already.
func (c *neighbourCount) countJoined(report Node) (steps int) {
	for _, list := range c.lists {
		nodes := list.of(report)
		for _, n := range nodes {
			if c.counts[n] > 0 {
				c.counts[n]++
			}
		}
		steps += len(nodes)
	}
	if c.counts[report] > 0 {
		c.counts[report]++
	}
	return steps + 1
}

// countBy counts what a report leads to by the relation, and the report where the relation tells of the entity itself.
func (c *neighbourCount) countBy(report Node) (steps int) {
	for _, o := range c.view.table.objectsOf(report, *c.by) {
		if o&textBit == 0 && Node(o) != report {
			c.meet(Node(o))
			c.counts[o]++
			steps++
		}
	}
	if c.view.tells(*c.by, c.of) {
		c.meet(report)
		c.counts[report]++
	}
	return steps + 1
}

// ranked puts the neighbours in order: those with the most reports first, then by kind, then by label.
func (c *neighbourCount) ranked(ctx context.Context, e *effort, r *Reader) (ranking, error) {
	var list ranking
	for batch := range slices.Chunk(c.found, patience) {
		if err := e.spend(ctx, len(batch)); err != nil {
			return nil, err
		}
		for _, n := range batch {
			if k := r.Kind(n); c.wanted[k] && n != c.of {
				list = append(list, rankOf(c.counts[n]-1, uint32(r.nodes.first[k])+r.order.rank[n]))
			}
		}
	}
	return list, nil
}
