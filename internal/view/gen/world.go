package gen

import (
	"fmt"

	"github.com/wasl-graph/wasl/graph"
)

// world counts what reports hang together with. How many there are of each follows from the number of reports.
type world struct {
	countries, regions, themes               int
	persons, organisations, projects, events int
}

func newWorld(o Options) world {
	return world{
		countries:     200,
		regions:       26,
		themes:        240,
		persons:       20 + o.Reports/4,
		organisations: 20 + o.Reports/100,
		projects:      10 + o.Reports/50,
		events:        2 + o.Reports/500,
	}
}

func country(i int) graph.ID {
	return graph.ID([]byte{'c', 'o', 'u', 'n', 't', 'r', 'y', ':', 'A' + byte(i/26), 'A' + byte(i%26)})
}

func numberedID(k graph.Kind, i int) graph.ID {
	return graph.ID(fmt.Sprintf("%s:%s-%d", k.Prefix(), "g", i))
}

func region(i int) graph.ID       { return numberedID(graph.KindRegion, i) }
func theme(i int) graph.ID        { return numberedID(graph.KindTheme, i) }
func person(i int) graph.ID       { return numberedID(graph.KindPerson, i) }
func organisation(i int) graph.ID { return numberedID(graph.KindOrganisation, i) }
func project(i int) graph.ID      { return numberedID(graph.KindProject, i) }
func event(i int) graph.ID        { return numberedID(graph.KindEvent, i) }
func report(i int) graph.ID       { return numberedID(graph.KindReport, i) }

func countryName(i int) phrase { return name(8000 + i) }
func regionName(i int) phrase  { return name(9000 + i) }

func themeName(i int) phrase {
	topic := topics[i%len(topics)]
	if i < len(topics) {
		return topic
	}
	return numbered(topic, aspect, i/len(topics))
}

// write says everything that is not about a report.
func (g world) write(w *writer) {
	g.writePlaces(w)
	g.writeThemes(w)
	g.writeAgents(w)
	g.writeProjects(w)
	for i := range g.events {
		w.say(event(i), graph.Label, text("Workshop "+name(i).en, graph.English), by(graph.Stated, ""))
		w.say(event(i), graph.Starts, graph.Object{Date: day(2000+i%25, 1+i%12, 1+i%28)}, by(graph.Stated, ""))
		w.say(event(i), graph.Facilitator, entity(organisation(i%g.organisations)), by(graph.Stated, ""))
	}
}

// label names a thing in every language, the first time in the original.
func (w *writer) label(id graph.ID, p phrase) {
	w.say(id, graph.Label, text(p.en, graph.English), by(graph.Curated, ""))
	w.say(id, graph.Label, translation(p.ar, graph.Arabic), by(graph.Curated, ""))
	w.say(id, graph.Label, translation(p.de, graph.German), by(graph.Curated, ""))
}

// writePlaces makes a tree: the first region is the world, the next five its parts, the others parts of these.
func (g world) writePlaces(w *writer) {
	for i := range g.regions {
		w.label(region(i), regionName(i))
		if i > 0 {
			w.say(region(i), graph.PartOf, entity(region((i-1)/5)), by(graph.Stated, ""))
		}
	}
	for i := range g.countries {
		w.label(country(i), countryName(i))
		w.say(country(i), graph.PartOf, entity(region(6+i%(g.regions-6))), by(graph.Stated, ""))
		w.say(country(i), graph.AlternativeLabel, text("Republic of "+countryName(i).en, graph.English), by(graph.Stated, ""))
	}
}

// writeThemes makes a tree with a few themes that have two broader ones.
func (g world) writeThemes(w *writer) {
	for i := range g.themes {
		w.label(theme(i), themeName(i))
		if i < len(topics) {
			continue
		}
		w.say(theme(i), graph.Broader, entity(theme(i/4)), by(graph.Curated, ""))
		if i%10 == 0 {
			w.say(theme(i), graph.Broader, entity(theme(i/8)), by(graph.Curated, ""))
		}
	}
}

func (g world) writeAgents(w *writer) {
	for i := range g.organisations {
		p := name(i)
		w.label(organisation(i), phrase{p.en + " Institute", "معهد " + p.ar, "Institut " + p.de})
		w.say(organisation(i), graph.Acronym, graph.CodeObject(fmt.Sprintf("I%d", i)), by(graph.Stated, ""))
		w.say(organisation(i), graph.LocatedIn, entity(country(i%g.countries)), by(graph.Stated, ""))
	}
	for i := range g.persons {
		w.say(person(i), graph.Label, text(personName(i), graph.Multiple), by(graph.Stated, ""))
		w.say(person(i), graph.AffiliatedWith, entity(organisation(i%g.organisations)), by(graph.Stated, ""))
	}
}

func personName(i int) string { return name(i%397).en + " " + name(i).en }

func (g world) writeProjects(w *writer) {
	for i := range g.projects {
		p := name(i)
		w.label(project(i), phrase{"Project " + p.en, "مشروع " + p.ar, "Projekt " + p.de})
		w.say(project(i), graph.Acronym, graph.CodeObject(fmt.Sprintf("P%d", i)), by(graph.Stated, ""))
		w.say(project(i), graph.PartnerOf, entity(organisation(i%g.organisations)), by(graph.Stated, ""))
		if i%5 == 4 {
			w.say(project(i), graph.Follows, entity(project(i-1)), by(graph.Stated, ""))
		}
	}
}
