package handles

import (
	"context"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/view"
)

// Subgraph is the part of the graph around an entity.
type Subgraph struct {
	s     *Session
	found view.Subgraph
}

// Neighbourhood finds what lies around an entity.
func (s *Session) Neighbourhood(ctx context.Context, id string, depth, limit *int32, kinds []EntityKind, relations []Relation) (Subgraph, error) {
	query := view.NeighbourhoodQuery{ID: graph.ID(id), Depth: numberOr(1, depth), Limit: numberOr(200, limit), Kinds: kindsOf(kinds)}
	for _, r := range relations {
		query.Relations = append(query.Relations, graph.Relation(r))
	}
	found, err := s.reader.Neighbourhood(ctx, query)
	if err == nil && !s.spend(len(found.Nodes)+len(found.Edges)) {
		found = view.Subgraph{}
	}
	return Subgraph{s, found}, err
}

// Nodes are the entities, the nearest first.
func (g Subgraph) Nodes() []SubgraphNode {
	list := make([]SubgraphNode, len(g.found.Nodes))
	for i, n := range g.found.Nodes {
		list[i] = SubgraphNode{g.s, n}
	}
	return list
}

// Edges are the statements between them.
func (g Subgraph) Edges() []SubgraphEdge {
	list := make([]SubgraphEdge, len(g.found.Edges))
	for i, e := range g.found.Edges {
		list[i] = SubgraphEdge{g.s, e}
	}
	return list
}

// Available is what the entity in the middle is joined with.
func (g Subgraph) Available() []RelationCount {
	list := make([]RelationCount, len(g.found.Available))
	for i, c := range g.found.Available {
		list[i] = RelationCount{g.s, c}
	}
	return list
}

// Truncated says that there are more nodes than are shown.
func (g Subgraph) Truncated() bool { return g.found.Truncated }

// TotalNodes is how many nodes there are in all.
func (g Subgraph) TotalNodes() int32 { return int32(g.found.TotalNodes) }

// SubgraphNode is one entity of it.
type SubgraphNode struct {
	s    *Session
	node view.SubgraphNode
}

// Entity is the entity.
func (n SubgraphNode) Entity() Entity { return n.s.Entity(n.node.Node) }

// Distance is how many steps it is from the middle.
func (n SubgraphNode) Distance() int32 { return int32(n.node.Distance) }

// Degree is how many entities it is joined with in the whole graph.
func (n SubgraphNode) Degree() int32 { return int32(n.node.Degree) }

// SubgraphEdge is one relation in it.
type SubgraphEdge struct {
	s    *Session
	edge view.SubgraphEdge
}

// From is where the relation begins.
func (e SubgraphEdge) From() string { return string(e.s.view.ID(e.edge.From)) }

// To is where it ends.
func (e SubgraphEdge) To() string { return string(e.s.view.ID(e.edge.To)) }

// Relation is the relation.
func (e SubgraphEdge) Relation() Relation { return Relation(e.edge.Relation) }

// Label is the relation in words.
func (e SubgraphEdge) Label(languages []LanguageTag) Text {
	return e.s.written(languages, e.edge.Relation.Labels())
}

// RelationCount is how many entities of a kind a relation leads to.
type RelationCount struct {
	s     *Session
	count view.RelationCount
}

// Relation is the relation.
func (c RelationCount) Relation() Relation { return Relation(c.count.Relation) }

// Kind is what stands at its other end.
func (c RelationCount) Kind() EntityKind { return EntityKind(c.count.Kind) }

// Count is how many.
func (c RelationCount) Count() int32 { return int32(c.count.Count) }

// Label is the relation in words.
func (c RelationCount) Label(languages []LanguageTag) Text {
	return c.s.written(languages, c.count.Relation.Labels())
}
