package view

import (
	"github.com/wasl-graph/wasl/graph"
)

// An entity that others were merged into has one title in a language, one date, one type: its own where it has one, else that
// of the nearest of those that were merged into it, of several as near of the one with the smallest id. What the others
// have in the place of it gives way. Their labels become alternative labels; the rest stays to be read among the statements,
// behind what counts.

// givesOne says of which relations an entity shows one value, and whether it is one in each language.
func givesOne(r graph.Relation) (one, byLanguage bool) {
	switch r {
	case graph.Label, graph.Description, graph.Abstract, graph.Note:
		return true, true
	case graph.Published, graph.Starts, graph.Ends, graph.HasType, graph.Acronym:
		return true, false
	}
	return false, false
}

// slot is the place of a value of which an entity has one.
type slot struct {
	subject  uint32
	relation graph.Relation
	language graph.Tag // where there is one in each
}

// rivals are the rows of one slot that come from several entities.
type rivals struct {
	*intake
	far   []uint64           // by place in merged.list
	wins  []bool             // by node: something was merged into it
	first map[slot]uint64    // the rank of what counts
	given map[[2]uint32]bool // labels that count: subject and text
}

// giveWay finds the rows that give way to others.
func (in *intake) giveWay(list []Merge) {
	s := rivals{intake: in, far: depths(list), wins: make([]bool, len(in.nodes.values)), first: map[slot]uint64{}, given: map[[2]uint32]bool{}}
	for _, m := range list {
		s.wins[in.nodes.numbers[m.Final]] = true
	}
	s.each(func(_ uint32, at slot, rank uint64) {
		if have, taken := s.first[at]; !taken || rank < have {
			s.first[at] = rank
		}
	})
	s.each(func(i uint32, at slot, rank uint64) {
		if at.relation == graph.Label && rank == s.first[at] {
			s.given[[2]uint32{at.subject, in.rows[i].object}] = true
		}
	})
	s.each(func(i uint32, at slot, rank uint64) {
		switch r := &in.rows[i]; {
		case rank == s.first[at]:
		case at.relation != graph.Label:
			r.aside = true
		case !s.given[[2]uint32{r.subject, r.object}]: // the very same words stay the label that they are
			r.relation = graph.AlternativeLabel
		}
	})
}

// each visits the rows that may have rivals.
func (s *rivals) each(visit func(i uint32, at slot, rank uint64)) {
	for i := range s.rows {
		r := s.rows[i]
		one, byLanguage := givesOne(r.relation)
		if !one || !s.wins[r.subject] {
			continue
		}
		at := slot{subject: r.subject, relation: r.relation}
		if byLanguage {
			at.language = s.texts.values[r.object].language
		}
		visit(uint32(i), at, s.rank(uint32(i)))
	}
}

// rank is 0 for what the entity says itself, and else the lower the nearer.
func (s *rivals) rank(i uint32) uint64 {
	place := s.rewritten[i].subject
	if place == 0 {
		return 0
	}
	return s.far[place-1]<<32 | uint64(place)
}

// isAside says that a statement gives way to others of its subject and relation.
func (v *View) isAside(statement uint32) bool { return v.merged != nil && v.merged.isAside(statement) }
