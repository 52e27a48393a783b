package curation

import (
	"context"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/view"
)

// MergeEntities makes two entities one. The loser's id answers with the winner from then on, and what is recorded of the loser
// is read as the winner's.
type MergeEntities struct {
	Winner, Loser string // ids

	winner, loser graph.ID
}

func (m *MergeEntities) check(context.Context, *view.View) (err error) {
	if m.winner, err = identified("winner", m.Winner); err != nil {
		return err
	}
	m.loser, err = identified("loser", m.Loser)
	return err
}

// concerns is the whole graph: all that leads to the loser leads to the winner.
func (m *MergeEntities) concerns() []graph.ID { return nil }

func (m *MergeEntities) change(_ context.Context, v *view.View) (graph.Change, error) {
	if err := view.CheckMerge(v, m.winner, m.loser); err != nil {
		return graph.Change{}, err
	}
	winner, err := known(v, "winner", m.winner)
	if err != nil {
		return graph.Change{}, err
	}
	s := graph.Statement{Subject: v.ID(winner), Relation: graph.Replaces, Object: graph.CodeObject(string(m.loser))}
	return graph.Change{Assert: []graph.Assertion{{Statement: s, Evidence: entered()}}}, nil
}
