package resolve_test

import (
	"testing"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/ingest/document"
	"github.com/wasl-graph/wasl/internal/ingest/resolve"
	"github.com/wasl-graph/wasl/internal/ingest/understand"
)

// TestEventOfOneReport resolves an event without a name: it is the one that others say the report covers at that time.
func TestEventOfOneReport(t *testing.T) {
	start := func(date string) graph.Object {
		d, err := graph.ParseDate(date)
		if err != nil {
			t.Fatal(err)
		}
		return graph.Object{Date: d}
	}
	for date, want := range map[string]graph.ID{
		"2014-11-23": "event:training", "2014-11": "event:training", "2015-11-23": "event:training-event", "": "event:training-event",
	} {
		g := &facts{}
		g.know("report:training = A training; on=2014")
		g.know("event:training = Training in migration research")
		g.add("report:training", graph.CoversEvent, graph.Object{Entity: "event:training"})
		g.add("event:training", graph.Starts, start("2014-11-23"))
		r := resolve.New(g, resolve.Options{Document: &document.Document{Name: "table", Text: "x"}, Source: "source:table"})
		m := meaning(1, "A training", "2014")
		m.Events = []understand.EventMeaning{{}}
		if date != "" {
			m.Events[0].Claims = []understand.Claim{{Relation: graph.Starts, Object: understand.Object{Date: start(date).Date}}}
		}
		var got graph.ID
		labels := 0
		for _, a := range r.Add(&m).Assertions {
			if a.Relation == graph.CoversEvent {
				got = a.Object.Entity
			}
			if a.Subject == "event:training" && (a.Relation == graph.Label || a.Relation == graph.AlternativeLabel) {
				labels++
			}
		}
		if got != want || labels > 0 {
			t.Errorf("an event on %q is %s with %d more labels, want %s with none", date, got, labels, want)
		}
	}
}
