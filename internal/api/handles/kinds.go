package handles

import (
	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/view"
)

// wrappers make the handle of each kind.
var wrappers = map[graph.Kind]func(entity) Entity{
	graph.KindReport:       func(e entity) Entity { return Report{e} },
	graph.KindPerson:       func(e entity) Entity { return Person{e} },
	graph.KindOrganisation: func(e entity) Entity { return Organisation{e} },
	graph.KindProject:      func(e entity) Entity { return Project{e} },
	graph.KindCountry:      func(e entity) Entity { return Country{e} },
	graph.KindRegion:       func(e entity) Entity { return Region{e} },
	graph.KindTheme:        func(e entity) Entity { return Theme{e} },
	graph.KindEvent:        func(e entity) Entity { return Event{e} },
}

// Entity is the handle of a node.
func (s *Session) Entity(n view.Node) Entity {
	return wrappers[s.view.Kind(n)](entity{s: s, n: n})
}

// entityByID is the handle of an id, also of one that the view no longer has.
func (s *Session) entityByID(id graph.ID) Entity {
	if n, found := s.view.Find(id); found {
		return s.Entity(n)
	}
	return wrappers[id.Kind()](entity{s: s, n: ^view.Node(0), gone: id})
}

// agent is the handle of a person or an organisation.
func (s *Session) agent(n view.Node) Agent {
	agent, _ := s.Entity(n).(Agent) // the relations of agents lead to nothing else
	return agent
}

// each makes handles of nodes.
func each[T any](s *Session, nodes []view.Node, wrap func(entity) T) []T {
	if !s.spend(len(nodes)) {
		nodes = nil
	}
	list := make([]T, len(nodes))
	for i, n := range nodes {
		list[i] = wrap(entity{s: s, n: n})
	}
	return list
}
