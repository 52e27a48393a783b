package record

import (
	"fmt"

	"github.com/wasl-graph/wasl/graph"
)

// ApplyGroup records the changes of several turns in their order, each as [Store.Apply] would, and waits for the disk once
// for all of them. It says in each turn what became of it. A change that is refused, or that comes to nothing, takes no
// number and does not touch the others. When the disk fails, nothing is recorded of the turns that waited for it, and
// those behind them fail too.
//
// The state must be that of the store's revision; every change is held against it and against the turns before. More than
// fits into one transaction takes several: what one of them has recorded stays recorded when the next one fails.
func (s *Store) ApplyGroup(turns []graph.Turn, state graph.State) {
	s.mu.Lock()
	defer s.mu.Unlock()
	g := group{store: s, state: newProgress(state, s.revision)}
	for i := range turns {
		g.take(&turns[i])
	}
	g.record()
}

// textsTogether is how many bytes of texts go into one transaction of a group, unless a single change brings more.
const textsTogether = 8 << 20

// group is what is recorded together.
type group struct {
	store   *Store
	state   *progress
	waiting []*graph.Turn // for the disk
	quads   int           // of these
	texts   int           // bytes of their documents
	failed  error         // why nothing more can be recorded: a transaction failed, and what follows rests on it
}

// take settles the change of a turn and lets it wait for the disk.
func (g *group) take(turn *graph.Turn) {
	applied, err := g.settle(turn)
	if err != nil || nothing(applied) {
		turn.Applied, turn.Err = graph.Applied{}, err
		return
	}
	quads, texts := len(applied.Asserted)+len(applied.Retracted), 0
	for _, d := range applied.Documents {
		texts += len(d.Text)
	}
	if g.quads+quads > g.store.batch || g.texts+texts > textsTogether {
		g.record()
	}
	turn.Applied, turn.Err = applied, nil
	g.waiting, g.quads, g.texts = append(g.waiting, turn), g.quads+quads, g.texts+texts
	g.state.enter(applied)
}

// settle prepares a change and works out what it comes to after the turns before.
func (g *group) settle(turn *graph.Turn) (graph.Applied, error) {
	if g.store.unusable != nil {
		return graph.Applied{}, g.store.unusable
	}
	if g.failed != nil {
		return graph.Applied{}, g.failed
	}
	c, err := turn.Prepare(g.state.revision)
	if err != nil {
		return graph.Applied{}, err
	}
	if err := checkChange(c, g.state); err != nil {
		return graph.Applied{}, err
	}
	return g.store.settle(c, g.state)
}

// record writes the changes that wait, and lets them fail together.
func (g *group) record() {
	if len(g.waiting) == 0 {
		return
	}
	last := g.waiting[len(g.waiting)-1].Applied.Revision
	err := g.failed
	if err == nil {
		err = g.write()
	}
	if err == nil {
		g.store.revision = last
	}
	for _, turn := range g.waiting {
		if err != nil {
			turn.Err = fmt.Errorf("change %d is not recorded: %w", turn.Applied.Revision.Number, err)
			turn.Applied = graph.Applied{}
		}
	}
	g.waiting, g.quads, g.texts, g.failed = nil, 0, 0, err
}

// write brings the changes that wait to the disk: in one transaction, or a single one that is too large for that by way
// of the journal.
func (g *group) write() error {
	if g.quads > g.store.batch {
		return g.store.applyLarge(g.waiting[0].Applied)
	}
	return g.store.transaction(func(tx engineTx) error {
		for _, turn := range g.waiting {
			if err := g.store.write(tx, turn.Applied); err != nil {
				return err
			}
		}
		return nil
	})
}
