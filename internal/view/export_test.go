package view

import (
	"context"

	"github.com/wasl-graph/wasl/graph"
)

// TextBytes is how many bytes of a view are the texts themselves: labels, descriptions, codes, and the words and names
// that evidence quotes. Ids are not among them.
func (v *View) TextBytes() int { return len(v.texts.values.data) + len(v.words.data) }

// Patience is how many steps are taken at most between two looks at the context, but for those of one batch.
const Patience = patience

// RelatedSteps is how many steps Related takes, and its error.
func (v *View) RelatedSteps(ctx context.Context, n Node, o RelatedOptions) (int, error) {
	var e effort
	_, err := v.related(ctx, &e, n, o)
	return e.steps, err
}

// NeighboursSteps is how many steps Neighbours takes, and its error.
func (r *Reader) NeighboursSteps(ctx context.Context, n Node, o NeighbourOptions) (int, error) {
	var e effort
	_, err := r.neighbours(ctx, &e, n, o)
	return e.steps, err
}

// CoverageSteps is how many steps Coverage takes, and its error.
func (r *Reader) CoverageSteps(ctx context.Context, s Set, rows, columns graph.Dimension, first int) (int, error) {
	var e effort
	_, err := r.coverage(ctx, &e, s, [2]graph.Dimension{rows, columns}, [2]int{first, first})
	return e.steps, err
}

// FacetSteps is how many steps Facet takes, and its error.
func (r *Reader) FacetSteps(ctx context.Context, s Set, by graph.Dimension) (int, error) {
	var e effort
	_, err := r.facet(ctx, &e, s, by, 10)
	return e.steps, err
}

// Plain is the view without its memory of what is merged, as it would be if everything had been recorded as it is read.
func (v *View) Plain() *View {
	plain := *v
	plain.merged = nil
	return &plain
}

// Apart are the recorded facts that are left out because their ends are one entity now.
func (v *View) Apart() []graph.Assertion {
	if v.merged == nil {
		return nil
	}
	return v.merged.apart
}

// Aside is how many statements give way to others.
func (v *View) Aside() int {
	if v.merged == nil {
		return 0
	}
	return len(v.merged.aside)
}
