package view_test

import (
	"time"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/view"
)

// facts is a small graph that a test writes down by hand.
type facts []graph.Assertion

// say makes a statement, stated by source:a unless some evidence is given.
func (f *facts) say(subject graph.ID, r graph.Relation, object any, evidence ...graph.Evidence) {
	if len(evidence) == 0 {
		evidence = []graph.Evidence{{Source: "source:a"}}
	}
	for _, e := range evidence {
		e.Change = 1
		*f = append(*f, graph.Assertion{Statement: graph.Statement{Subject: subject, Relation: r, Object: objectOf(object)}, Evidence: e})
	}
}

func objectOf(value any) graph.Object {
	switch o := value.(type) {
	case graph.ID:
		return graph.Object{Entity: o}
	case graph.Date:
		return graph.Object{Date: o}
	case graph.Text:
		return graph.Object{Text: o}
	}
	return graph.CodeObject(value.(string))
}

func in(tag graph.Tag, value string) graph.Text {
	return graph.Text{Value: value, Language: tag, Standing: graph.Attested}
}

func translated(tag graph.Tag, value string) graph.Text {
	return graph.Text{Value: value, Language: tag, Kind: graph.Translated}
}

// printed is evidence for an agent's part at a place in the printed order.
func printed(position int, as string) graph.Evidence {
	return graph.Evidence{Source: "source:a", Printed: graph.Printed{Position: position, As: as}}
}

// snapshot is the graph as a record would hand it over after one change.
func (f facts) snapshot() graph.Snapshot {
	first := graph.Revision{Number: 1, Digest: [8]byte{0xab}}
	return graph.Snapshot{
		Revision: first,
		Changes: []graph.Recorded{
			{Revision: first, Author: "ada", Time: time.Date(2025, 3, 1, 9, 0, 0, 0, time.UTC), Added: len(f)},
		},
		Sources: []graph.Source{
			{ID: "source:b", Title: in(graph.English, "The second source")},
			{ID: "source:a", Title: in(graph.English, "The first source")},
		},
		Assertions: each(f),
	}
}

func (f facts) view() *view.View { return mustBuild(f.snapshot()) }

// library is a graph of a few reports about Iraq and Austria.
func library() facts {
	var f facts
	f.say("country:IQ", graph.Label, in(graph.English, "Iraq"))
	f.say("country:IQ", graph.Label, in(graph.Arabic, "العراق"))
	f.say("country:IQ", graph.Label, in(graph.German, "Irak"))
	f.say("country:AT", graph.Label, in(graph.English, "Austria"))
	f.say("country:AT", graph.Label, in(graph.German, "Österreich"))
	f.say("theme:return", graph.Label, in(graph.English, "Return"))
	f.say("theme:return", graph.Label, translated(graph.German, "Rückkehr"))
	f.say("theme:reintegration", graph.Label, in(graph.English, "Reintegration"))
	f.say("theme:reintegration", graph.Broader, graph.ID("theme:return"))
	f.say("person:layla-hassan", graph.Label, in(graph.Multiple, "Layla Hassan"))
	f.say("person:anna-weber", graph.Label, in(graph.Multiple, "Anna Weber"))

	f.say("report:coming-home", graph.Label, in(graph.English, "Coming home"))
	f.say("report:coming-home", graph.Label, translated(graph.Arabic, "العودة إلى الوطن"))
	f.say("report:coming-home", graph.Published, date("2024-06"))
	f.say("report:coming-home", graph.AboutCountry, graph.ID("country:IQ"))
	f.say("report:coming-home", graph.AboutTheme, graph.ID("theme:reintegration"))
	f.say("report:coming-home", graph.Author, graph.ID("person:layla-hassan"), printed(1, "L. Hassan"))
	f.say("report:coming-home", graph.Author, graph.ID("person:anna-weber"), printed(2, "A. Weber"))

	f.say("report:leaving", graph.Label, in(graph.German, "Abschied"))
	f.say("report:leaving", graph.Published, date("2024-06-20"))
	f.say("report:leaving", graph.AboutCountry, graph.ID("country:AT"))
	f.say("report:leaving", graph.MentionsCountry, graph.ID("country:IQ"))
	f.say("report:leaving", graph.AboutTheme, graph.ID("theme:return"))
	return f
}
