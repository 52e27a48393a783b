package handles

import (
	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/view"
)

// What the view says of the entity. It says nothing of one that is gone, which has no place in it.

// objects are the entities that the entity leads to, in printed order where there is one. The list is the caller's own.
func (e entity) objects(relations ...graph.Relation) []view.Node {
	if e.gone != "" {
		return nil
	}
	var nodes []view.Node
	for _, r := range relations {
		nodes = e.s.view.Objects(nodes, e.n, r)
	}
	return nodes
}

// inPrintedOrder are the facts of a relation in printed order. Those that have no place in it follow, by label.
func (e entity) inPrintedOrder(r graph.Relation) []view.Statement {
	list := e.statements(r)
	placed := 0
	for placed < len(list) && e.s.view.HasPlace(list[placed]) {
		placed++
	}
	view.SortBy(e.s.reader, list[placed:], func(st view.Statement) string {
		object := e.s.view.Statement(st).Object
		if n, found := e.s.view.Find(object.Entity); found {
			return e.s.reader.SortLabel(n)
		}
		return object.Text.Value
	})
	return list
}

// agents are the people and organisations of a relation, in printed order. Groups without a name are left out.
func (e entity) agents(r graph.Relation) []Agent {
	list := []Agent{}
	for _, st := range e.inPrintedOrder(r) {
		if n, found := e.s.view.Find(e.s.view.Statement(st).Object.Entity); found {
			list = append(list, e.s.agent(n))
		}
	}
	return list
}

// subjects are the entities that lead to the entity. The list must not be changed.
func (e entity) subjects(r graph.Relation) []view.Node {
	if e.gone != "" {
		return nil
	}
	return e.s.view.Subjects(e.n, r)
}

// around are all that the entity is a part of and all that is a part of it, over any number of steps.
func (e entity) around() []view.Node {
	if e.gone != "" {
		return nil
	}
	return append(e.s.view.Above(e.n, graph.PartOf), e.s.view.Below(e.n, graph.PartOf)...)
}

// values are the texts of a relation, in printed order where there is one.
func (e entity) values(r graph.Relation) []graph.Text {
	if e.gone != "" {
		return nil
	}
	return e.s.view.Texts(nil, e.n, r)
}

// date is the date of a relation, nil when there is none.
func (e entity) date(r graph.Relation) *Date {
	if e.gone != "" {
		return nil
	}
	date := e.s.view.Date(e.n, r)
	if date.IsZero() {
		return nil
	}
	out := Date(date)
	return &out
}

// statements are the facts that have the entity as their subject, of all relations when none is named.
func (e entity) statements(relations ...graph.Relation) []view.Statement {
	if e.gone != "" {
		return nil
	}
	return e.s.view.StatementsOf(nil, e.n, relations...)
}
