package view

import (
	"cmp"
	"context"
	"slices"
)

// pathChoice chooses the paths of an answer: first those that have no entity between their ends in common, the best each
// time, and when there are no more of these, the best of all others.
type pathChoice struct {
	*pathSearch
	from, to Node
	first    int // how many are wanted
	most     int // steps of a path
	routes   []route
}

// choose finds the paths, the best first.
func (c *pathChoice) choose(ctx context.Context) error {
	err := c.apart(ctx)
	// Paths of two steps can have nothing in common, so that there is no rest of them.
	if err == nil && len(c.routes) > 0 && len(c.routes) < c.first && c.most > 2 && !c.cut {
		err = c.rest(ctx)
	}
	slices.SortFunc(c.routes, compareRoutes)
	return err
}

// compareRoutes puts the lightest first; weights count the steps too.
func compareRoutes(a, b route) int {
	return cmp.Or(cmp.Compare(a.weight, b.weight), slices.Compare(a.nodes, b.nodes))
}

// apart finds paths that have nothing between their ends in common.
func (c *pathChoice) apart(ctx context.Context) error {
	c.blockShared()
	var banned []Node
	for len(c.routes) < c.first && !c.cut {
		r, found, err := c.find(ctx, c.from, c.to, c.most, banned, unreached)
		if err != nil || !found {
			return err
		}
		c.routes = append(c.routes, r)
		c.block(r.nodes[1 : len(r.nodes)-1]...)
		if len(r.nodes) == 2 {
			banned = []Node{c.to} // nothing lies between that could be blocked
		}
	}
	return nil
}

// blockShared blocks what all reports share, and nothing else.
func (c *pathChoice) blockShared() {
	c.nextBlock()
	c.block(c.view.shared...)
}

// rest goes through all paths, the best first, as Yen and Lawler do it: each next path leaves one of those before at some
// entity, and is the best that takes another step from there.
func (c *pathChoice) rest(ctx context.Context) error {
	passed := []route{c.routes[0]}
	var waiting []route // the best first
	for len(c.routes) < c.first {
		var err error
		if waiting, err = c.branches(ctx, passed, waiting); err != nil || c.cut || len(waiting) == 0 {
			return err
		}
		next := waiting[0]
		waiting = waiting[1:]
		passed = append(passed, next)
		if !c.chosen(next) {
			c.routes = append(c.routes, next)
		}
	}
	return nil
}

func (c *pathChoice) chosen(r route) bool {
	return slices.ContainsFunc(c.routes, func(have route) bool { return slices.Equal(have.nodes, r.nodes) })
}

// branches adds the best paths that leave the latest of some at each of its entities, from where it left an earlier one.
func (c *pathChoice) branches(ctx context.Context, passed, waiting []route) ([]route, error) {
	latest := passed[len(passed)-1]
	for at := latest.branch; at < len(latest.nodes)-1; at++ {
		root := latest.nodes[:at+1]
		c.blockShared()
		c.block(root[:at]...)
		before := uint64(c.view.weightBetween(latest.nodes[:at+2])) // that of what lies between the start and the next step
		bound := c.bound(waiting)
		if bound <= before {
			continue
		}
		branch, found, err := c.find(ctx, root[at], c.to, c.most-at, stepsAfter(root, passed), bound-before)
		if err != nil || c.cut {
			return nil, err
		}
		if found {
			nodes := slices.Concat(root[:at], branch.nodes)
			waiting = append(waiting, route{nodes, c.view.weightBetween(nodes), at})
			slices.SortFunc(waiting, compareRoutes)
		}
	}
	return waiting, nil
}

// stepsAfter lists where those of the paths lead next that begin with some entities.
func stepsAfter(root []Node, passed []route) []Node {
	var list []Node
	for _, r := range passed {
		if len(r.nodes) > len(root) && slices.Equal(r.nodes[:len(root)], root) {
			list = append(list, r.nodes[len(root)])
		}
	}
	return list
}

// bound is the weight from which on a path is of no use: as many as are wanted are waiting that are not heavier.
func (c *pathChoice) bound(waiting []route) uint64 {
	missing := c.first - len(c.routes)
	for _, r := range waiting {
		if c.chosen(r) {
			continue
		}
		if missing--; missing == 0 {
			return uint64(r.weight)
		}
	}
	return unreached
}
