package view

import (
	"github.com/wasl-graph/wasl/graph"
)

// View is the whole graph at one revision, ready to be read. It never changes and may be shared freely.
type View struct {
	revision  graph.Revision
	changes   []graph.Recorded
	sources   []graph.Source // by id
	languages []graph.Tag    // sorted; texts name them by index
	dates     []graph.Date   // sorted
	nodes     nodeTable
	texts     textTable
	words     column   // quotations, printed names, rules: what only evidence holds
	grounds   []ground // sorted
	printed   []printed
	table     table
	incoming  []adjacency // by relation
	degrees   []uint32    // by node: how many links it has
	links     int         // between all nodes
	widest    int         // how many statements the subject with the most has
	shared    []Node      // what all reports share, see pathshared.go
	merged    *merged     // nil when nothing is merged

	reports  reportIndex
	projects projectIndex
	orders   []labelOrder // by served language
	codes    codeIndex
}

// Revision is the revision that the view shows.
func (v *View) Revision() graph.Revision { return v.revision }

// Statements is the number of statements; several pieces of evidence for one count once.
func (v *View) Statements() int { return v.table.len() }

// Changes are all changes that made the view, the oldest first. The list must not be changed.
func (v *View) Changes() []graph.Recorded { return v.changes }

// Sources are all sources, by id. The list must not be changed.
func (v *View) Sources() []graph.Source { return v.sources }

// Source returns the source with the id.
func (v *View) Source(id graph.SourceID) (graph.Source, bool) {
	if i, found := findSource(v.sources, id); found {
		return v.sources[i], true
	}
	return graph.Source{}, false
}
