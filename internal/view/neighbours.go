package view

import (
	"context"

	"github.com/wasl-graph/wasl/graph"
)

// NeighbourOptions says which neighbours are meant. The zero value means all.
type NeighbourOptions struct {
	// Kinds are those of the neighbours; none are all kinds.
	Kinds []graph.Kind
	// Relation is how the two hang together, nil for in any way. By a relation of reports, such as AUTHOR, those are meant that
	// reports lead to by it, as they lead to the entity: by the same relation where it can lead there, so that a person's
	// neighbours by AUTHOR are those who wrote with them, and else in any way, so that a country's neighbours by ABOUT_THEME
	// are the themes of the reports that it comes up in. By any other relation, those are meant whom it joins with the entity.
	Relation *graph.Relation
}

// Neighbour is an entity that hangs together with another one.
type Neighbour struct {
	Node Node
	// Count is the number of reports that they share: those in which both come up, where an entity comes up in every report
	// that leads to it in any way, and a report in itself.
	Count int
	// Relation is the one that was asked for; else the first by which a statement leads from one to the other; else the first
	// by which they stand side by side in a project or an event; else the first by which all the reports that they share lead
	// to the neighbour.
	Relation graph.Relation
	// HasRelation says that there is such a relation. There is none when reports lead to the neighbour in several ways.
	HasRelation bool
}

// Neighbours finds the entities that an entity hangs together with: those that come up in the same reports, and those that
// are joined with it. Joined are two entities when a statement leads from one to the other, and when they are partners in
// one project or took part in one event; they are neighbours even if they share no report.
//
// It takes one step for each report that the entity comes up in and for each entity that such a report leads to; a
// cancelled context ends it.
func (r *Reader) Neighbours(ctx context.Context, n Node, o NeighbourOptions) (NeighbourList, error) {
	return r.neighbours(ctx, new(effort), n, o)
}

func (r *Reader) neighbours(ctx context.Context, e *effort, n Node, o NeighbourOptions) (NeighbourList, error) {
	l := NeighbourList{reader: r, of: n, by: o.Relation, reports: r.sharing(n, o.Relation)}
	c := newNeighbourCount(r.View, n, o)
	defer c.giveBack()
	if err := c.join(ctx, e); err != nil {
		return NeighbourList{}, err
	}
	if err := c.share(ctx, e, l.reports); err != nil {
		return NeighbourList{}, err
	}
	var err error
	l.ranked, err = c.ranked(ctx, e, r)
	return l, err
}

// NeighboursCost is how many steps [Reader.Neighbours] takes at most.
func (v *View) NeighboursCost(n Node, o NeighbourOptions) int {
	reports, joined := v.withTies(n)+1, 0
	if by := o.Relation; by != nil && ofReports(*by) && v.tells(*by, n) {
		reports = len(v.Subjects(n, *by)) + 1
	}
	ties := reports // each is tied to itself
	for _, list := range v.listsFor(o) {
		ties += list.most(reports)
	}
	v.joins(n, o.joining(), func(Node, graph.Relation) bool {
		joined++
		return true
	})
	return reports + 2*(ties+joined)
}

// ofReports says that a relation leads from reports to entities, and from nothing else.
func ofReports(r graph.Relation) bool {
	return r.Form() == graph.ToEntity && r.Subject(graph.KindReport) && !r.Subject(graph.KindProject)
}

// sharing is the set of the reports that an entity can share with others.
func (v *View) sharing(n Node, by *graph.Relation) Set {
	if by != nil && ofReports(*by) && v.tells(*by, n) {
		return v.leadingBy(n, *by)
	}
	return v.comingUp(n)
}

// tells says that a relation of reports can tell of an entity itself: it leads to its kind, or from it.
func (v *View) tells(by graph.Relation, n Node) bool {
	k := v.Kind(n)
	return k == graph.KindReport || by.Object(k)
}

// leadingBy is the set of the reports that lead to an entity by a relation of reports, and a report itself.
func (v *View) leadingBy(n Node, by graph.Relation) Set {
	if v.Kind(n) == graph.KindReport {
		return unite(setOf([]Node{n}), v.leadingTo(n, by))
	}
	return v.leadingTo(n, by)
}

// leadingTo is the set of the reports that lead to an entity by a relation of reports.
func (v *View) leadingTo(n Node, by graph.Relation) Set {
	if by == byAgent { // the bitmaps under it are for all relations to agents
		return setOf(v.Subjects(n, by))
	}
	return v.leading(n, by)
}
