package view

import (
	"context"

	"github.com/wasl-graph/wasl/graph"
)

// Bounds of a [PathQuery].
const (
	MaxPathLength = 8
	MaxPaths      = 100
)

// PathQuery asks how two entities hang together.
type PathQuery struct {
	From, To  graph.ID     // ids, or identifiers such as wikidata:Q796
	MaxLength int          // steps of a path, from 1 to [MaxPathLength]
	First     int          // paths, from 1 to [MaxPaths]
	Through   []graph.Kind // what may lie between the two; nothing said is anything
}

// PathResult is how two entities hang together.
type PathResult struct {
	From, To Node
	Paths    []Path // the best first; none where the two do not hang together
	// Complete says that no limit cut the search off: there are no better paths, and if there are fewer than were asked for,
	// there are no others.
	Complete  bool
	MaxLength int // as it was asked for
}

// Path is one way in which two entities hang together.
type Path struct {
	Start Node
	Hops  []Hop   // none from an entity to itself
	Score float64 // from above 0 to 1, see pathscore.go; paths of different questions compare
}

// Hop is one step of a path.
type Hop struct {
	Relation graph.Relation
	Reversed bool // the relation is asserted from Node to the entity before
	Node     Node // where the step leads
	// Statements are all that join the two entities, in either direction: those of the relation as it is told here first.
	Statements []Statement
}

// Paths finds how two entities hang together: the best few paths between them on the whole graph, whatever the direction of
// the statements. No path comes by an entity twice, or leads through what all reports share (see pathshared.go). Paths that
// have nothing but their ends in common come before better ones that have; in the result all are in the order of their
// scores. From an entity to itself there is one path, without a step.
//
// The error is BAD_INPUT for a query out of bounds and for what is no id, NOT_FOUND for an id that nobody has, or the
// context's. It takes at most [View.PathsCost] steps.
func (v *View) Paths(ctx context.Context, q PathQuery) (PathResult, error) {
	result, _, err := v.pathsWithin(ctx, q, v.PathsCost(q))
	return result, err
}

// pathsWithin finds paths in at most so many steps, and says how many it took.
func (v *View) pathsWithin(ctx context.Context, q PathQuery, limit int) (PathResult, int, error) {
	from, to, err := v.checkPaths(q)
	if err != nil {
		return PathResult{}, 0, err
	}
	result := PathResult{From: from, To: to, Complete: true, MaxLength: q.MaxLength}
	if from == to {
		result.Paths = []Path{{Start: from, Score: 1}}
		return result, 0, ctx.Err()
	}
	scratch := borrowPathScratch(v.nodes.len())
	defer pathScratches.Put(scratch)
	search := pathSearch{pathScratch: scratch, view: v, limit: limit, through: filterOf(q.Through)}
	choice := pathChoice{pathSearch: &search, from: from, to: to, first: q.First, most: q.MaxLength}
	if err := choice.choose(ctx); err != nil {
		return PathResult{}, search.effort.steps, err
	}
	result.Complete = !search.cut
	for _, r := range choice.routes {
		result.Paths = append(result.Paths, v.path(r))
	}
	return result, search.effort.steps, nil
}

func (v *View) checkPaths(q PathQuery) (from, to Node, err error) {
	if err = within("maxLength", q.MaxLength, MaxPathLength); err != nil {
		return none, none, err
	}
	if err = within("first", q.First, MaxPaths); err != nil {
		return none, none, err
	}
	if from, err = v.named("from", q.From); err != nil {
		return none, none, err
	}
	to, err = v.named("to", q.To)
	return from, to, err
}

// within refuses a number that is not from 1 to the highest.
func within(argument string, value, highest int) error {
	if value >= 1 && value <= highest {
		return nil
	}
	return graph.NewError(graph.BadInput, "page.range",
		"{argument}: {value} is not possible; it must be from {min} to {max}",
		graph.Params{"argument": argument, "value": value, "min": 1, "max": highest})
}

// named finds what an argument names by its id or by an identifier of somebody else's.
func (v *View) named(argument string, id graph.ID) (Node, error) {
	if n, found := v.Find(id); found {
		return n, nil
	}
	if n, found := v.Identified(string(id)); found {
		return n, nil
	}
	if _, err := graph.ParseID(string(id)); err != nil {
		return none, graph.Invalid(argument, string(id), graph.ExpectID)
	}
	return none, unknownEntity(argument, id)
}

func unknownEntity(argument string, id graph.ID) error {
	return graph.NewError(graph.NotFound, "entity.unknown", `{argument}: there is no entity "{value}"`,
		graph.Params{"argument": argument, "value": string(id)})
}

// path says what the steps of a route rest on.
func (v *View) path(r route) Path {
	p := Path{Start: r.nodes[0], Hops: make([]Hop, 0, len(r.nodes)-1), Score: scoreOf(r.weight)}
	for i, n := range r.nodes[1:] {
		p.Hops = append(p.Hops, v.hop(r.nodes[i], n))
	}
	return p
}

// hop tells of two joined entities what the first of the relations between them says.
func (v *View) hop(here, there Node) Hop {
	along, against := v.between(here, there), v.between(there, here)
	h := Hop{Node: there}
	if len(along) == 0 || len(against) > 0 && v.relation(against[0]) < v.relation(along[0]) {
		h.Reversed = true
		along, against = against, along
	}
	h.Relation = v.relation(along[0])
	h.Statements = append(along, against...)
	return h
}

func (v *View) relation(s Statement) graph.Relation { return v.table.relations[s.index] }
