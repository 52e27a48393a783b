package view

import (
	"cmp"
	"context"
	"slices"

	"github.com/wasl-graph/wasl/graph"
)

// Lineage is where a project comes from and what became of it.
type Lineage struct {
	// Predecessors are the projects that it continues, over any number of steps, Successors those that continue it: the
	// nearest first, then by label. Each stands at the end of a path from the project, whose hops are the steps of the lineage
	// with their statements; [Reader.PathText] tells it in a sentence.
	Predecessors, Successors []Path
}

// Lineage finds the predecessors and successors of a project. A project that comes before itself by way of others is named
// once for each side, and never as its own. What is no project has none. It takes at most [View.LineageCost] steps; a
// cancelled context ends it.
func (r *Reader) Lineage(ctx context.Context, project Node) (Lineage, error) {
	return r.lineage(ctx, new(effort), project)
}

func (r *Reader) lineage(ctx context.Context, e *effort, project Node) (Lineage, error) {
	var l Lineage
	var err error
	if l.Predecessors, err = r.line(ctx, e, project, false); err != nil {
		return Lineage{}, err
	}
	if l.Successors, err = r.line(ctx, e, project, true); err != nil {
		return Lineage{}, err
	}
	return l, nil
}

// line goes along the lineage in one direction, in breadth.
func (r *Reader) line(ctx context.Context, e *effort, project Node, later bool) ([]Path, error) {
	list, seen := []Path{{Start: project, Score: 1}}, map[Node]bool{project: true}
	var next []Node
	for i := 0; i < len(list); i++ {
		p := list[i]
		next = r.follows(next[:0], p.End(), later)
		if err := e.spend(ctx, len(next)+1); err != nil {
			return nil, err
		}
		for _, n := range next {
			if !seen[n] {
				seen[n] = true
				list = append(list, r.extended(p, n, later))
			}
		}
	}
	list = list[1:]
	slices.SortFunc(list, func(a, b Path) int {
		return cmp.Or(cmp.Compare(len(a.Hops), len(b.Hops)), cmp.Compare(r.order.rank[a.End()], r.order.rank[b.End()]))
	})
	return list, nil
}

// End is where a path leads.
func (p Path) End() Node {
	if len(p.Hops) == 0 {
		return p.Start
	}
	return p.Hops[len(p.Hops)-1].Node
}

// follows appends the projects directly before or after one, by label.
func (r *Reader) follows(dst []Node, project Node, later bool) []Node {
	if later {
		dst = append(dst, r.Subjects(project, graph.Follows)...)
	} else {
		dst = r.Objects(dst, project, graph.Follows)
	}
	r.InOrder(dst)
	return dst
}

// extended is a path with one step of the lineage more.
func (v *View) extended(p Path, n Node, later bool) Path {
	subject, object := p.End(), n
	if later {
		subject, object = object, subject
	}
	h := Hop{Relation: graph.Follows, Reversed: later, Node: n, Statements: v.between(subject, object)}
	hops := append(slices.Clone(p.Hops), h)
	return Path{Start: p.Start, Hops: hops, Score: scoreOf(v.weightBetween(nodesAlong(p.Start, hops)))}
}

func nodesAlong(start Node, hops []Hop) []Node {
	nodes := []Node{start}
	for _, h := range hops {
		nodes = append(nodes, h.Node)
	}
	return nodes
}

// LineageCost is how many steps [Reader.Lineage] takes at most: a look at each project and at each statement that one follows
// another, in both directions.
func (v *View) LineageCost(project Node) int {
	if len(v.Subjects(project, graph.Follows))+len(v.table.objectsOf(project, graph.Follows)) == 0 {
		return 2
	}
	return 2 * (v.Count(graph.KindProject) + len(v.incoming[graph.Follows].nodes))
}
