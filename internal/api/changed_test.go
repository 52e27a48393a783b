package api_test

import (
	"testing"
	"time"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/search"
	"github.com/wasl-graph/wasl/internal/view"
)

// changed is the graph of the seeds after two changes: one that adds an institute, an undated report and evidence, and one
// that takes the institute back.
func changed(t testing.TB) *search.Live {
	t.Helper()
	live := plant(t)
	apply(t, live, graph.Change{
		Author: "Nadia Example", Reason: "what a partner told us", Time: seedDay.Add(24 * time.Hour),
		Assert: append(institute(), undatedNote()...),
	})
	apply(t, live, graph.Change{
		Author: "Nadia Example", Reason: "the institute does not exist", Time: seedDay.Add(48 * time.Hour),
		Retract: institute(),
	})
	return live
}

// institute is an organisation and what hangs on it.
func institute() []graph.Assertion {
	return []graph.Assertion{
		curated("organisation:example-institute", graph.Label, text("Example Institute", graph.English)),
		curated("organisation:example-institute", graph.LocatedIn, entity("country:AT")),
		curated("project:mirami", graph.PartnerOf, entity("organisation:example-institute")),
	}
}

// undatedNote is a report without title and date, and more evidence for what the seeds know.
func undatedNote() []graph.Assertion {
	mentioned := curated("report:undated-note", graph.MentionsCountry, entity("country:IQ"))
	mentioned.Evidence = graph.Evidence{
		Source: "source:wasl-editors", Method: graph.Mentioned, Place: graph.Place{Unit: graph.Chars, Start: 12, End: 16}, Words: "Iraq",
	}
	author := curated("report:icmpd-2024-05-early-identification-trafficking-manual", graph.Author, entity("person:ishrat-shamim"))
	author.Evidence = graph.Evidence{Source: "source:wasl-editors", Method: graph.Mentioned, Printed: graph.Printed{Position: 5, As: "I. Shamim"}}
	return []graph.Assertion{
		curated("report:undated-note", graph.AboutCountry, entity("country:AT")),
		mentioned,
		author,
		curated("report:undated-note", graph.Funder, text("two donors", graph.English)),
		curated("report:icmpd-2024-05-irregular-pathways-iraq", graph.AboutCountry, entity("country:IQ")),
	}
}

// curated is a fact that a person entered.
func curated(subject graph.ID, relation graph.Relation, object graph.Object) graph.Assertion {
	return graph.Assertion{
		Statement: graph.Statement{Subject: subject, Relation: relation, Object: object},
		Evidence:  graph.Evidence{Source: "source:wasl-editors", Method: graph.Curated},
	}
}

func entity(id graph.ID) graph.Object { return graph.Object{Entity: id} }

func text(value string, language graph.Tag) graph.Object {
	return graph.Object{Text: graph.Text{Value: value, Language: language, Standing: graph.Attested}}
}

// retractReport takes back everything that is said of a report.
func retractReport(v *view.View, id graph.ID) graph.Change {
	change := graph.Change{Author: "Nadia Example", Reason: "withdrawn", Time: seedDay.Add(72 * time.Hour)}
	for a := range v.Assertions() {
		if a.Subject == id {
			change.Retract = append(change.Retract, a)
		}
	}
	return change
}
