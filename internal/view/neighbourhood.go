package view

import (
	"context"

	"github.com/wasl-graph/wasl/graph"
)

// Bounds of a [NeighbourhoodQuery].
const (
	MaxNeighbourhoodDepth = 4
	MaxNeighbourhood      = 1000
)

// NeighbourhoodQuery asks for what lies around an entity.
type NeighbourhoodQuery struct {
	ID    graph.ID // or an identifier such as wikidata:Q796
	Depth int      // steps from the entity, from 1 to [MaxNeighbourhoodDepth]
	Limit int      // entities, the one in the middle among them, from 1 to [MaxNeighbourhood]
	// Kinds and Relations are those that are followed; none said is all. What lies behind an entity of another kind is not in
	// the neighbourhood, for nothing would join it with the rest. The entity in the middle may be of any kind.
	Kinds     []graph.Kind
	Relations []graph.Relation
}

// Subgraph is an entity with what lies around it.
type Subgraph struct {
	Nodes []SubgraphNode // by distance, then by the relation that led there first, by kind, and by label
	// Edges are all statements between these nodes by the relations that are followed: by the place of the subject among the
	// nodes, then by relation.
	Edges []SubgraphEdge
	// Available counts what the entity in the middle is joined with, whatever was asked for: what can be loaded.
	Available []RelationCount
	// TotalNodes is how many entities there are in all within the depth; Truncated says that not all of them are shown.
	TotalNodes int
	Truncated  bool
}

// SubgraphNode is an entity of a subgraph.
type SubgraphNode struct {
	Node     Node
	Distance int // steps from the middle
	Degree   int // see [View.Degree]: in the whole graph
}

// SubgraphEdge is a statement between two entities of a subgraph.
type SubgraphEdge struct {
	From, To  Node
	Relation  graph.Relation
	Statement Statement
}

// Neighbourhood finds what lies around an entity, in breadth: all that is one step away comes before what is two steps away,
// up to a limit. It counts what is beyond the limit as well.
//
// The error is BAD_INPUT for a query out of bounds and for what is no id, NOT_FOUND for an id that nobody has, or the
// context's. It takes at most [View.NeighbourhoodCost] steps.
func (r *Reader) Neighbourhood(ctx context.Context, q NeighbourhoodQuery) (Subgraph, error) {
	s, _, err := r.countedNeighbourhood(ctx, q)
	return s, err
}

// countedNeighbourhood also says how many steps it took.
func (r *Reader) countedNeighbourhood(ctx context.Context, q NeighbourhoodQuery) (Subgraph, int, error) {
	middle, err := r.checkNeighbourhood(q)
	if err != nil {
		return Subgraph{}, 0, err
	}
	w := newWalk(r, q)
	defer w.giveBack()
	err = w.run(ctx, middle, q)
	if err == nil {
		err = w.join(ctx)
	}
	if err != nil {
		return Subgraph{}, w.effort.steps, err
	}
	return Subgraph{
		Nodes: w.nodes, Edges: w.edges, Available: r.Available(middle),
		TotalNodes: w.total, Truncated: w.total > len(w.nodes),
	}, w.effort.steps, nil
}

func (v *View) checkNeighbourhood(q NeighbourhoodQuery) (Node, error) {
	if err := within("depth", q.Depth, MaxNeighbourhoodDepth); err != nil {
		return none, err
	}
	if err := within("limit", q.Limit, MaxNeighbourhood); err != nil {
		return none, err
	}
	return v.named("id", q.ID)
}

// NeighbourhoodCost is how many steps [Reader.Neighbourhood] takes at most. It is 0 for a query that is refused.
func (v *View) NeighbourhoodCost(q NeighbourhoodQuery) int {
	n, err := v.checkNeighbourhood(q)
	if err != nil {
		return 0
	}
	// Every link is followed once from each end that is within the depth. To choose among what was found, and to find the
	// edges of what was chosen, every label and every statement is looked at once.
	found, followed := v.Degree(n), v.Degree(n)
	if q.Depth > 1 {
		found, followed = v.nodes.len(), 2*v.links
	}
	return followed + 2*found + min(q.Limit, found+1)*v.widest
}
