package gen

import (
	"fmt"

	"github.com/wasl-graph/wasl/graph"
)

// writeReport says everything about one report.
func (g world) writeReport(w *writer, c chance, i int) {
	id := report(i)
	themes := c.hub(30, 1+c.rand.IntN(4), c.themes)
	countries := c.hub(10, 1+c.rand.IntN(3), c.countries)
	about := countries[:1]
	if len(countries) > 2 {
		about = countries[:2]
	}
	g.writeTitles(w, c, id, numbered(inCountry(topics[themes[0]%len(topics)], countryName(about[0])), part, i))
	g.writeForm(w, c, id, i)
	g.writePlacesOf(w, c, id, about, countries[len(about):])
	for _, t := range themes {
		name := themeName(t).en
		w.say(id, graph.SourceTag, text(name, graph.English), by(graph.Tagged, ""))
		w.say(id, graph.AboutTheme, entity(theme(t)), by(graph.Tagged, name))
	}
	g.writePartsIn(w, c, id)
}

// writeTitles gives one original title, and each of the others with a chance of one in two.
func (g world) writeTitles(w *writer, c chance, id graph.ID, title phrase) {
	original := languages[max(0, c.rand.IntN(10)-7)]
	w.say(id, graph.Label, text(title.in(original), original), by(graph.Stated, ""))
	for _, tag := range languages {
		if tag != original && c.in(50) {
			w.say(id, graph.Label, translation(title.in(tag), tag), by(graph.Curated, ""))
		}
	}
	w.say(id, graph.WrittenIn, graph.CodeObject(string(original)), by(graph.Stated, ""))
	if c.in(40) {
		w.say(id, graph.Description, translation("On: "+title.en, graph.English), by(graph.Curated, ""))
	}
}

// writeForm says what is not about other things: date, type and identifier.
func (g world) writeForm(w *writer, c chance, id graph.ID, i int) {
	if d := c.date(); !d.IsZero() {
		w.say(id, graph.Published, graph.Object{Date: d}, by(graph.Stated, "published "+d.String()))
	}
	types := graph.ReportTypes()
	kind := types[c.rand.IntN(len(types)-1)].String()
	w.say(id, graph.HasType, graph.CodeObject(kind), by(graph.Stated, "type: "+kind))
	if c.in(30) {
		w.say(id, graph.IdentifiedBy, graph.CodeObject(fmt.Sprintf("doi:10.5555/%d", i)), by(graph.Stated, "DOI"))
	}
}

// writePlacesOf says where the report is about. One in eight of the countries is known from two places.
func (g world) writePlacesOf(w *writer, c chance, id graph.ID, about, mentioned []int) {
	for _, i := range about {
		words := "Country: " + countryName(i).en
		w.say(id, graph.AboutCountry, entity(country(i)), by(graph.Stated, words))
		if c.in(12) {
			w.say(id, graph.AboutCountry, entity(country(i)), graph.Evidence{Method: graph.Inferred, Rule: graph.TitleNamesPlace, Words: words})
		}
	}
	for _, i := range mentioned {
		w.say(id, graph.MentionsCountry, entity(country(i)), by(graph.Mentioned, "in "+countryName(i).en))
	}
	if c.in(25) {
		i := c.rand.IntN(g.regions)
		w.say(id, graph.AboutRegion, entity(region(i)), by(graph.Stated, "Region: "+regionName(i).en))
	}
}

// writePartsIn says who has part in the report, and where it came from.
func (g world) writePartsIn(w *writer, c chance, id graph.ID) {
	for n, i := range c.some(1+c.rand.IntN(3), c.persons) {
		e := by(graph.Stated, "")
		e.Printed = graph.Printed{Position: n + 1, As: personName(i)}
		if c.in(60) {
			employer := i % g.organisations
			e.Printed.Affiliation, e.Printed.AffiliationAs = organisation(employer), name(employer).en+" Institute"
		}
		w.say(id, graph.Author, entity(person(i)), e)
	}
	if c.in(5) {
		e := by(graph.Stated, "")
		e.Printed = graph.Printed{Position: 9, As: "the project team"}
		w.say(id, graph.Author, text("the project team", graph.English), e)
	}
	w.say(id, graph.Publisher, entity(organisation(int(c.organisations.Uint64()))), by(graph.Curated, ""))
	if c.in(15) {
		w.say(id, graph.Funder, entity(organisation(int(c.organisations.Uint64()))), by(graph.Stated, "funded by"))
	}
	if c.in(80) {
		i := int(c.projects.Uint64())
		w.say(id, graph.OutputOf, entity(project(i)), by(graph.Stated, "an output of "+name(i).en))
	}
	if c.in(4) {
		w.say(id, graph.CoversEvent, entity(event(int(c.events.Uint64()))), by(graph.Mentioned, "workshop"))
	}
}
