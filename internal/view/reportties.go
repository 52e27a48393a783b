package view

import (
	"slices"

	"github.com/wasl-graph/wasl/graph"
)

// A report is tied to an entity when it leads to it. It is about a theme, say, comes out of a project, covers an event, or
// has the entity as an author: then the tie is a full one. What it names only in passing (MENTIONS, MENTIONS_COUNTRY), or
// where it is located, is a mention. To each entity a report has one tie at most: a full one hides a mention.

// tieIndex holds the ties that reports are not counted by.
type tieIndex struct {
	events   adjacency // from a report to the events that it covers
	mentions adjacency // from a report to what it mentions, ascending
	within   adjacency // from an entity to the reports that mention it
}

// fullTies are the relations of full ties, by the kind that they lead to. People and organisations are missing: they have
// part in a report by many relations, see [View.agentsOf].
var fullTies = map[graph.Kind]graph.Relation{
	graph.KindTheme: graph.AboutTheme, graph.KindCountry: graph.AboutCountry, graph.KindRegion: graph.AboutRegion,
	graph.KindProject: graph.OutputOf, graph.KindEvent: graph.CoversEvent,
}

// mentionRelations are those of mentions.
var mentionRelations = []graph.Relation{graph.MentionsCountry, graph.Mentions, graph.LocatedIn}

// indexTies needs the values that reports are counted by.
func (v *View) indexTies() {
	x := &v.reports.ties
	events := v.linksOf(func(dst []Node, n Node) []Node { return v.Objects(dst, n, graph.CoversEvent) })
	x.events = events.outgoing()
	mentions := v.linksOf(v.mentionsOf)
	x.mentions, x.within = mentions.outgoing(), mentions.incoming()
}

// mentionsOf appends what a report mentions and has no full tie to, itself not among it: each once, ascending.
func (v *View) mentionsOf(dst []Node, report Node) []Node {
	for _, r := range mentionRelations {
		dst = v.Objects(dst, report, r)
	}
	dst = slices.DeleteFunc(dst, func(n Node) bool { return n == report || v.fullyTied(report, n) })
	slices.Sort(dst)
	return slices.Compact(dst)
}

// tieLists lead from a report to what it has full ties to. No entity is in two of them.
func (v *View) tieLists() [6]*adjacency {
	x := &v.reports
	return [6]*adjacency{
		&x.values[graph.ByTheme], &x.values[graph.ByCountry], &x.values[graph.ByRegion], &x.values[graph.ByProject],
		&x.values[graph.ByPerson], &x.ties.events,
	}
}

// tieList is the one of [View.tieLists] that leads to a kind, nil for reports.
func (v *View) tieList(k graph.Kind) *adjacency {
	x := &v.reports
	switch k {
	case graph.KindTheme:
		return &x.values[graph.ByTheme]
	case graph.KindCountry:
		return &x.values[graph.ByCountry]
	case graph.KindRegion:
		return &x.values[graph.ByRegion]
	case graph.KindProject:
		return &x.values[graph.ByProject]
	case graph.KindPerson, graph.KindOrganisation:
		return &x.values[graph.ByPerson]
	case graph.KindEvent:
		return &x.ties.events
	}
	return nil
}

// fullyTied says whether a report has a full tie to an entity.
func (v *View) fullyTied(report, n Node) bool {
	list := v.tieList(v.Kind(n))
	return list != nil && slices.Contains(list.of(report), n)
}

// mentioned says whether a report mentions an entity that it has no full tie to.
func (v *View) mentioned(report, n Node) bool {
	_, found := slices.BinarySearch(v.reports.ties.mentions.of(report), n)
	return found
}

// tied are the reports with a full tie to an entity, ascending. The list must not be changed.
func (v *View) tied(n Node) []Node {
	switch k := v.Kind(n); k {
	case graph.KindReport:
		return nil
	case graph.KindPerson, graph.KindOrganisation:
		return v.reports.agents.of(n)
	default:
		return v.Subjects(n, fullTies[k])
	}
}

// mentioning are the reports that mention an entity, ascending. The list must not be changed.
func (v *View) mentioning(n Node) []Node { return v.reports.ties.within.of(n) }

// withTies is how many reports are tied to an entity.
func (v *View) withTies(n Node) int { return len(v.tied(n)) + len(v.mentioning(n)) }

// comingUp is the set of reports in which an entity comes up: those that are tied to it, and a report itself.
func (v *View) comingUp(n Node) Set {
	mentioning := setOf(v.mentioning(n))
	switch k := v.Kind(n); k {
	case graph.KindReport:
		return unite(setOf([]Node{n}), mentioning)
	case graph.KindPerson, graph.KindOrganisation:
		return unite(v.takingPart(n), mentioning)
	default:
		return unite(v.leading(n, fullTies[k]), mentioning)
	}
}
