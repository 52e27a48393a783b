package view

import (
	"cmp"
	"context"
	"slices"
	"sort"

	"github.com/wasl-graph/wasl/graph"
)

// Build reads a snapshot and makes the view of it. Equal snapshots make equal views, in whatever order their assertions
// come. The error is the snapshot's or the context's.
func Build(ctx context.Context, s graph.Snapshot) (*View, error) {
	v := &View{revision: s.Revision, changes: s.Changes, sources: slices.Clone(s.Sources)}
	slices.SortFunc(v.sources, func(a, b graph.Source) int { return cmp.Compare(a.ID, b.ID) })
	in := newIntake(v.sources)
	if err := in.read(ctx, s); err != nil {
		return nil, err
	}
	in.merge(v)
	newAssembly(in, v).run()
	v.countLinks()
	v.indexReports()
	v.findShared()
	v.indexProjects()
	v.indexCodes()
	v.sortLabels()
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	return v, nil
}

func findSource(sources []graph.Source, id graph.SourceID) (int, bool) {
	i := sort.Search(len(sources), func(i int) bool { return sources[i].ID >= id })
	return i, i < len(sources) && sources[i].ID == id
}
