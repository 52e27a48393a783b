package handles

import (
	"context"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/view"
)

// PathResult is how two entities hang together.
type PathResult struct {
	s     *Session
	found view.PathResult
}

// Paths finds the best ways from one entity to another.
func (s *Session) Paths(ctx context.Context, from, to string, maxLength, first *int32, through []EntityKind) (PathResult, error) {
	query := view.PathQuery{
		From: graph.ID(from), To: graph.ID(to), MaxLength: numberOr(6, maxLength), First: numberOr(5, first), Through: kindsOf(through),
	}
	found, err := s.view.Paths(ctx, query)
	return PathResult{s, found}, err
}

// numberOr is the number that an argument gives, or another one where it gives none.
func numberOr(otherwise int, given *int32) int {
	if given == nil {
		return otherwise
	}
	return int(*given)
}

// Paths are the ways, the best first.
func (r PathResult) Paths() []Path { return r.s.paths(r.found.Paths) }

// Complete says that no limit cut the search off.
func (r PathResult) Complete() bool { return r.found.Complete }

// Text tells the best path, or that there is none.
func (r PathResult) Text(languages []LanguageTag) Text {
	return r.s.sentence(languages, func(reader *view.Reader) graph.Text { return reader.PathsText(r.found) })
}

func (s *Session) paths(found []view.Path) []Path {
	list := make([]Path, 0, len(found))
	for _, p := range found {
		if s.spend(1 + len(p.Hops)) {
			list = append(list, Path{s, p})
		}
	}
	return list
}

// Path is one way from an entity to another.
type Path struct {
	s    *Session
	path view.Path
}

// Length is how many steps it takes.
func (p Path) Length() int32 { return int32(len(p.path.Hops)) }

// Score is how much it says.
func (p Path) Score() float64 { return p.path.Score }

// Start is where it begins.
func (p Path) Start() Entity { return p.s.Entity(p.path.Start) }

// Hops are the steps.
func (p Path) Hops() []Hop {
	list := make([]Hop, len(p.path.Hops))
	for i, h := range p.path.Hops {
		list[i] = Hop{p.s, h}
	}
	return list
}

// Text tells the whole path.
func (p Path) Text(languages []LanguageTag) Text {
	return p.s.sentence(languages, func(reader *view.Reader) graph.Text { return reader.PathText(p.path) })
}

// Hop is one step of a path.
type Hop struct {
	s   *Session
	hop view.Hop
}

// Relation joins the two entities.
func (h Hop) Relation() Relation { return Relation(h.hop.Relation) }

// Label is the relation in words.
func (h Hop) Label(languages []LanguageTag) Text {
	return h.s.written(languages, h.hop.Relation.Labels())
}

// Reversed says that the relation is asserted from this entity to the one before.
func (h Hop) Reversed() bool { return h.hop.Reversed }

// Entity is where the step leads.
func (h Hop) Entity() Entity { return h.s.Entity(h.hop.Node) }

// Statements are what is behind the step.
func (h Hop) Statements() []Statement { return h.s.allStatements(h.hop.Statements) }

// allStatements are the handles of statements, each in its place.
func (s *Session) allStatements(found []view.Statement) []Statement {
	if !s.spend(len(found)) {
		return []Statement{}
	}
	list := make([]Statement, len(found))
	for i, st := range found {
		list[i] = s.statement(st)
	}
	return list
}
