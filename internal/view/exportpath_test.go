package view

import "context"

// Shared are the entities that all reports share.
func Shared(v *View) []Node { return v.shared }

// CountedPaths is [View.Paths] with the number of steps that it took.
func (v *View) CountedPaths(ctx context.Context, q PathQuery) (PathResult, int, error) {
	return v.pathsWithin(ctx, q, v.PathsCost(q))
}

// PathsWithin is [View.Paths] in at most so many steps.
func (v *View) PathsWithin(ctx context.Context, q PathQuery, steps int) (PathResult, error) {
	result, _, err := v.pathsWithin(ctx, q, steps)
	return result, err
}

// CountedNeighbourhood is [Reader.Neighbourhood] with the number of steps that it took.
func (r *Reader) CountedNeighbourhood(ctx context.Context, q NeighbourhoodQuery) (Subgraph, int, error) {
	return r.countedNeighbourhood(ctx, q)
}

// CountedLineage is [Reader.Lineage] with the number of steps that it took.
func (r *Reader) CountedLineage(ctx context.Context, project Node) (Lineage, int, error) {
	var e effort
	l, err := r.lineage(ctx, &e, project)
	return l, e.steps, err
}

// CountedSisters is [Reader.Sisters] with the number of steps that it took.
func (r *Reader) CountedSisters(ctx context.Context, project Node, first int) ([]ProjectRelation, int, error) {
	var e effort
	list, err := r.sisters(ctx, &e, project, first)
	return list, e.steps, err
}
