package curation

import (
	"context"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/view"
)

// SplitEntity undoes a merge: what is recorded of the entity is its own again.
type SplitEntity struct {
	Merged string // the id that was merged into another

	id graph.ID
}

func (m *SplitEntity) check(context.Context, *view.View) (err error) {
	m.id, err = identified("mergedId", m.Merged)
	return err
}

// concerns is the whole graph: what leads to the winner may lead to the other one again.
func (m *SplitEntity) concerns() []graph.ID { return nil }

func (m *SplitEntity) change(_ context.Context, v *view.View) (graph.Change, error) {
	if err := view.CheckSplit(v, m.id); err != nil {
		return graph.Change{}, err
	}
	return graph.Change{Retract: v.MergeFacts(m.id)}, nil
}
