package view

import (
	"cmp"
	"slices"

	"github.com/wasl-graph/wasl/graph"
)

// trait is one thing in which another report may be near to a report, with the parts of the score that it brings.
type trait struct {
	entity   Node           // what the other report is tied to
	own      Node           // what the report itself is tied to: the same entity, or a close relative of it
	relation graph.Relation // by which the two are relatives
	reversed bool           // the statement leads from entity to own
	mention  bool           // the report only mentions it
	full     uint32         // the part of a report with a full tie to the entity, in units
	slight   uint32         // the part of a report that mentions it; 0 for relatives
}

// profile lists all in which other reports may be near to a report, by entity. What brings no part is left out.
func (v *View) profile(report Node) []trait {
	own := v.ownTraits(report)
	all := slices.Concat(own, v.relativeTraits(own))
	slices.SortFunc(all, func(a, b trait) int { return cmp.Compare(a.entity, b.entity) })
	return slices.DeleteFunc(all, func(t trait) bool { return t.full == 0 })
}

// ownTraits are those in what the report is tied to itself, by entity.
func (v *View) ownTraits(report Node) []trait {
	var list []trait
	add := func(n Node, tie float64) {
		part := relatedWeights[v.Kind(n)] * tie * v.rarity(n)
		list = append(list, trait{
			entity: n, own: n, mention: tie < 1, full: inUnits(part), slight: inUnits(part * mentionTie),
		})
	}
	for _, ties := range v.tieLists() {
		for _, n := range ties.of(report) {
			add(n, 1)
		}
	}
	for _, n := range v.reports.ties.mentions.of(report) {
		add(n, mentionTie)
	}
	slices.SortFunc(list, func(a, b trait) int { return cmp.Compare(a.entity, b.entity) })
	return list
}

// relativeTraits are those in the close relatives of the report's own, each once and none of its own among them.
func (v *View) relativeTraits(own []trait) []trait {
	var list []trait
	for _, t := range own {
		if t.mention {
			continue
		}
		for _, x := range v.relatives(t.entity) {
			_, known := slices.BinarySearchFunc(own, x.entity, func(t trait, n Node) int { return cmp.Compare(t.entity, n) })
			if !known && v.withTies(x.entity) > 0 {
				part := relatedWeights[v.Kind(x.entity)] * relativeTie * min(v.rarity(x.own), v.rarity(x.entity))
				x.full = inUnits(part)
				list = append(list, x)
			}
		}
	}
	slices.SortFunc(list, func(a, b trait) int {
		return cmp.Or(cmp.Compare(a.entity, b.entity), cmp.Compare(b.full, a.full), cmp.Compare(a.relation, b.relation),
			compareBool(a.reversed, b.reversed), cmp.Compare(a.own, b.own))
	})
	return slices.CompactFunc(list, func(a, b trait) bool { return a.entity == b.entity })
}

// relatives are the close relatives of a theme or a project, perhaps some of them more than once.
func (v *View) relatives(n Node) []trait {
	var relations []graph.Relation
	switch v.Kind(n) {
	case graph.KindTheme:
		relations = []graph.Relation{graph.Broader, graph.Related}
	case graph.KindProject:
		relations = []graph.Relation{graph.Follows}
	}
	var list []trait
	for _, r := range relations {
		for _, m := range v.Objects(nil, n, r) {
			list = append(list, trait{entity: m, own: n, relation: r})
		}
		for _, m := range v.Subjects(n, r) {
			list = append(list, trait{entity: m, own: n, relation: r, reversed: true})
		}
	}
	return list
}

// compareBool puts false first.
func compareBool(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return 1
	}
	return -1
}
