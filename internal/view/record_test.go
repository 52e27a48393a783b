package view_test

import (
	"context"
	"slices"

	"github.com/wasl-graph/wasl/graph"
)

// memory is a record that keeps everything in lists, and with it the whole of what was ever done.
type memory struct {
	revision graph.Revision
	changes  []graph.Recorded
	sources  []graph.Source
	held     []graph.Assertion            // with the change that recorded it
	asserted map[uint32][]graph.Assertion // by change
	fail     error                        // what every call returns when it is set
}

func newMemory() *memory { return &memory{asserted: map[uint32][]graph.Assertion{}} }

func (m *memory) snapshot() graph.Snapshot {
	held := slices.Clone(m.held)
	return graph.Snapshot{
		Revision: m.revision, Changes: slices.Clone(m.changes), Sources: slices.Clone(m.sources), Assertions: each(held),
	}
}

// each yields assertions as a snapshot does.
func each(list []graph.Assertion) func(yield func(graph.Assertion, error) bool) {
	return func(yield func(graph.Assertion, error) bool) {
		for _, a := range list {
			if !yield(a, nil) {
				return
			}
		}
	}
}

func (m *memory) Snapshot(_ context.Context, visit func(graph.Snapshot) error) error {
	if m.fail != nil {
		return m.fail
	}
	return visit(m.snapshot())
}

// find is the place of an assertion among those that are held, -1 when it is not.
func (m *memory) find(a graph.Assertion) int {
	return slices.IndexFunc(m.held, func(have graph.Assertion) bool { return have.Key() == a.Key() })
}

// asRecorded is what a state reads as an assertion; without a state the assertion itself.
func (m *memory) asRecorded(a graph.Assertion, state graph.State) []graph.Assertion {
	if state != nil {
		return state.AsRecorded(a)
	}
	if i := m.find(a); i >= 0 {
		return []graph.Assertion{m.held[i]}
	}
	return nil
}

func (m *memory) Apply(_ context.Context, c graph.Change, state graph.State) (graph.Applied, error) {
	if m.fail != nil {
		return graph.Applied{}, m.fail
	}
	number := m.revision.Number + 1
	applied := graph.Applied{Recorded: graph.Recorded{Author: c.Author, Reason: c.Reason, Time: c.Time, Curated: c.Curated}}
	var kept, retract []graph.Assertion
	for _, a := range c.Assert {
		kept = append(kept, m.asRecorded(a, state)...)
	}
	for _, a := range c.Retract {
		retract = append(retract, m.asRecorded(a, state)...)
	}
	for _, a := range retract {
		again := slices.ContainsFunc(slices.Concat(kept, c.Assert), func(b graph.Assertion) bool { return a.Key() == b.Key() })
		if i := m.find(a); i >= 0 && !again {
			applied.Retracted = append(applied.Retracted, m.held[i])
			m.held = slices.Delete(m.held, i, i+1)
		}
	}
	for _, a := range c.Assert {
		if len(m.asRecorded(a, state)) == 0 && m.find(a) < 0 {
			a.Evidence.Change = number
			m.held = append(m.held, a)
			applied.Asserted = append(applied.Asserted, a)
		}
	}
	for _, source := range c.Sources {
		if !slices.Contains(m.sources, source) {
			m.sources = slices.DeleteFunc(m.sources, func(s graph.Source) bool { return s.ID == source.ID })
			m.sources = append(m.sources, source)
			applied.Sources = append(applied.Sources, source)
		}
	}
	if len(applied.Asserted)+len(applied.Retracted)+len(applied.Sources) == 0 {
		return graph.Applied{}, nil
	}
	applied.Added = len(applied.Asserted)
	applied.Revision = graph.Revision{Number: number, Digest: [8]byte{byte(number)}}
	m.revision = applied.Revision
	m.changes = append(m.changes, applied.Recorded)
	m.asserted[number] = applied.Asserted
	return applied, nil
}

// ApplyGroup applies one change after the other.
func (m *memory) ApplyGroup(turns []graph.Turn, state graph.State) {
	for i := range turns {
		turn := &turns[i]
		c, err := turn.Prepare(m.revision)
		if err == nil {
			turn.Applied, err = m.Apply(context.Background(), c, state)
		}
		turn.Err = err
	}
}

// ApplyBulk applies a change as it would any other: the graphs of these tests keep no texts.
func (m *memory) ApplyBulk(ctx context.Context, c graph.BulkChange, state graph.State) (graph.Recorded, error) {
	change := graph.Change{Author: c.Author, Reason: c.Reason, Time: c.Time, Sources: c.Sources}
	for a, err := range c.Assert {
		if err != nil {
			return graph.Recorded{}, err
		}
		change.Assert = append(change.Assert, a)
	}
	change.Retract = slices.Collect(c.Retract)
	applied, err := m.Apply(ctx, change, state)
	return applied.Recorded, err
}

func (m *memory) Quote(string, graph.Place) (string, bool, error) { return "", false, nil }
