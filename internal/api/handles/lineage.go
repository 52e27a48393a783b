package handles

import (
	"context"
	"slices"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/view"
)

// maxSisters is how many projects are shown that resemble one.
const maxSisters = 20

// Lineage is where a project comes from and what became of it.
type Lineage struct {
	s     *Session
	found view.Lineage
}

// Lineage is where the project comes from and what became of it.
func (p Project) Lineage(ctx context.Context) (Lineage, error) {
	if p.gone != "" {
		return Lineage{s: p.s}, nil
	}
	found, err := p.s.reader.Lineage(ctx, p.n)
	return Lineage{p.s, found}, err
}

// Predecessors lead to the projects that it continues.
func (l Lineage) Predecessors() []Path { return l.s.paths(l.found.Predecessors) }

// Successors lead to the projects that continue it.
func (l Lineage) Successors() []Path { return l.s.paths(l.found.Successors) }

// Sisters are the projects that resemble it.
func (p Project) Sisters(ctx context.Context) ([]ProjectRelation, error) {
	if p.gone != "" {
		return []ProjectRelation{}, nil
	}
	found, err := p.s.reader.Sisters(ctx, p.n, maxSisters)
	if err != nil || !p.s.spend(len(found)) {
		return []ProjectRelation{}, err
	}
	list := make([]ProjectRelation, len(found))
	for i, f := range found {
		list[i] = ProjectRelation{p.s, f}
	}
	return list, nil
}

// ProjectRelation is how two projects hang together.
type ProjectRelation struct {
	s     *Session
	found view.ProjectRelation
}

// Project is the other project.
func (r ProjectRelation) Project() Project { return Project{entity{s: r.s, n: r.found.Sister}} }

// Score is how close the two are.
func (r ProjectRelation) Score() float64 { return r.found.Score }

// Text is the reason in a sentence.
func (r ProjectRelation) Text(languages []LanguageTag) Text {
	return r.s.sentence(languages, func(reader *view.Reader) graph.Text { return reader.SisterText(r.found) })
}

// Statements are those by which both have what they have in common.
func (r ProjectRelation) Statements(ctx context.Context) ([]Statement, error) {
	var found []view.Statement
	for _, reason := range r.found.Reasons {
		for _, project := range []view.Node{r.found.Project, r.found.Sister} {
			list, err := r.s.view.TraitStatements(ctx, project, reason.ProjectTrait)
			if err != nil {
				return nil, err
			}
			found = append(found, list...)
		}
	}
	return r.s.allStatements(distinct(found)), nil
}

// distinct keeps each statement once, where it stands first.
func distinct(list []view.Statement) []view.Statement {
	seen := make(map[view.Statement]bool, len(list))
	return slices.DeleteFunc(list, func(st view.Statement) bool {
		again := seen[st]
		seen[st] = true
		return again
	})
}
