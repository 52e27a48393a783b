package record

import "github.com/wasl-graph/wasl/graph"

// progress is the state of the graph in the middle of a group: the state before it, and what its turns did so far.
type progress struct {
	graph.State
	revision graph.Revision
	facts    map[graph.Assertion]uint32 // by key: the change that recorded it in this group, 0 when it went
	sources  map[graph.SourceID]graph.Source
	texts    map[string]bool // by the SHA-256 of the document
}

func newProgress(before graph.State, revision graph.Revision) *progress {
	return &progress{
		State: before, revision: revision,
		facts: map[graph.Assertion]uint32{}, sources: map[graph.SourceID]graph.Source{}, texts: map[string]bool{},
	}
}

// Recorded says whether an assertion is in the graph by now, and by which change it came there.
func (p *progress) Recorded(a graph.Assertion) (change uint32, found bool) {
	if change, touched := p.facts[a.Key()]; touched {
		return change, change > 0
	}
	return p.State.Recorded(a)
}

// AsRecorded lists the assertions of the record that are read as this one by now.
func (p *progress) AsRecorded(a graph.Assertion) []graph.Assertion {
	var list []graph.Assertion
	for _, have := range p.State.AsRecorded(a) {
		if _, touched := p.facts[have.Key()]; !touched {
			list = append(list, have)
		}
	}
	if change := p.facts[a.Key()]; change > 0 {
		a.Evidence.Change = change
		list = append(list, a)
	}
	return list
}

// Source is the source with the id as it is by now.
func (p *progress) Source(id graph.SourceID) (graph.Source, bool) {
	if src, touched := p.sources[id]; touched {
		return src, true
	}
	return p.State.Source(id)
}

// enter notes what a turn did.
func (p *progress) enter(a graph.Applied) {
	p.revision = a.Revision
	for _, gone := range a.Retracted {
		p.facts[gone.Key()] = 0
	}
	for _, come := range a.Asserted {
		p.facts[come.Key()] = a.Revision.Number
	}
	for _, src := range a.Sources {
		p.sources[src.ID] = src
	}
	for _, d := range a.Documents {
		p.texts[d.SHA256] = true
	}
}
