package resolve

import (
	"slices"

	"github.com/wasl-graph/wasl/graph"
)

// Entities may have been merged. What the document said before is remembered under the ids under which it was recorded, and it
// says it of these again: so it takes nothing back because of a merge, and a merge can be undone. Whatever a name leads to by
// its words is the entity that answers for the others now, with the names of all.

// merges are the ids that answer for others. The zero value is none.
type merges struct {
	winners map[graph.ID]graph.ID // by the id of what was merged
	joined  map[graph.ID]*entity  // what took part in a merge, each on its own
}

func mergesOf(g Graph) merges {
	m := merges{winners: map[graph.ID]graph.ID{}, joined: map[graph.ID]*entity{}}
	for loser, winner := range g.Redirects() {
		m.winners[loser] = winner
		m.joined[loser], m.joined[winner] = &entity{id: loser}, &entity{id: winner}
	}
	return m
}

// final is the id that answers for an id.
func (m *merges) final(id graph.ID) graph.ID {
	if winner, merged := m.winners[id]; merged {
		return winner
	}
	return id
}

func (m *merges) finals(ids []graph.ID) []graph.ID {
	if len(m.winners) == 0 {
		return ids
	}
	list := slices.Clone(ids)
	for i, id := range list {
		list[i] = m.final(id)
	}
	return list
}

// read is a fact as it is read. The label of what was merged is one name more.
func (m *merges) read(a graph.Assertion) graph.Assertion {
	if len(m.winners) == 0 {
		return a
	}
	if subject := m.final(a.Subject); subject != a.Subject {
		a.Subject = subject
		if a.Relation == graph.Label {
			a.Relation = graph.AlternativeLabel
		}
	}
	a.Object.Entity = m.final(a.Object.Entity)
	return a
}

// alone is what is known of an id itself, without what was merged into it, or what it was merged into.
func (k *known) alone(id graph.ID) *entity {
	if e := k.joined[id]; e != nil {
		return e
	}
	return k.of(id)
}

// again is the id by which a name went before, where that is read as this one now.
func (k *known) again(p part, id graph.ID) graph.ID {
	if k.joined[id] == nil {
		return id
	}
	for _, h := range k.before.parts[p] {
		if k.final(h.id) == k.final(id) {
			return h.id
		}
	}
	return id
}

// titledAgain is the same for a report, which went by a title, folded.
func (k *known) titledAgain(title string, id graph.ID) graph.ID {
	if k.joined[id] == nil {
		return id
	}
	for _, r := range k.before.reports[title] {
		if !r.found && k.final(r.id) == k.final(id) {
			return r.id
		}
	}
	return id
}
