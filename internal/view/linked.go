package view

import (
	"github.com/wasl-graph/wasl/graph"
)

// Nodes is how many entities of all kinds there are. Their numbers run from 0.
func (v *View) Nodes() int { return v.nodes.len() }

// Range are the numbers of the entities of a kind: from first to before end.
func (v *View) Range(k graph.Kind) (first, end Node) { return v.nodes.first[k], v.nodes.first[k+1] }

// Leading is the set of the reports that lead to n by a relation. Of a node with many it is ready.
func (v *View) Leading(n Node, r graph.Relation) Set { return v.leading(n, r) }

// TakingPart is the set of the reports in which an agent has part in any role, or as the affiliation printed behind a name.
func (v *View) TakingPart(agent Node) Set { return v.takingPart(agent) }

// Agents are the people and organisations that have part in a report, ascending: the other way round of
// [View.TakingPart]. The list must not be changed.
func (v *View) Agents(report Node) []Node {
	return v.reports.values[graph.ByPerson].of(report)
}

// Spoken is a text of the program's own as if it had been served: a date, a word. It has no source.
func Spoken(t graph.Text) Served { return Served{Text: t, standIn: true} }
