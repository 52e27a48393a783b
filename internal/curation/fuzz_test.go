package curation_test

import (
	"testing"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/curation"
	"github.com/wasl-graph/wasl/internal/view"
)

// Whatever is asked for: what is refused is the asker's fault and changes nothing, and what is accepted leaves a graph and a record
// that are sound, and says the same when it is asked for again.
func FuzzMutations(f *testing.F) {
	f.Add(uint8(0), "country:IQ", "de", "Irak", uint8(2), uint8(0), "", "", "")
	f.Add(uint8(0), "theme:policy", "ar-IQ", " سياسة\u0654 ", uint8(0), uint8(0), "", "", "")
	f.Add(uint8(1), "organisation:new", "en", "New", uint8(1), uint8(graph.Label), "", "", "")
	f.Add(uint8(1), "person:new", "mul", "Dr. Feras", uint8(1), uint8(graph.Label), "", "", "")
	f.Add(uint8(1), "country:IQ", "en", "A note\nof two lines", uint8(1), uint8(graph.Note), "", "source:cldr-48", "some words")
	f.Add(uint8(1), "organisation:icmpd", "und", "wikidata:Q1", uint8(1), uint8(graph.IdentifiedBy), "", "", "")
	f.Add(uint8(2), "region:m49-145", "", "", uint8(0), uint8(graph.PartOf), "region:m49-001", "", "")
	f.Add(uint8(2), "organisation:icmpd", "", "", uint8(0), uint8(graph.LocatedIn), "country:AT", "source:curation", "")
	f.Add(uint8(3), "event:new", "2024-06", "", uint8(0), uint8(graph.Starts), "", "", "")
	f.Add(uint8(4), "statement:country:IQ/LABEL/de.h1mr3kdn3k2lc", "", "", uint8(0), uint8(0), "", "", "")
	f.Add(uint8(4), "statement:country:IQ/PART_OF/region:m49-145", "", "", uint8(0), uint8(0), "", "", "")
	f.Add(uint8(5), "theme:policy", "", "", uint8(0), uint8(0), "theme:governance", "", "")
	f.Add(uint8(6), "theme:governance", "", "", uint8(0), uint8(0), "", "", "")
	live, store := planted(f)
	f.Fuzz(func(t *testing.T, which uint8, id, tag, value string, standing, relation uint8, object, source, quote string) {
		make := func() curation.Mutation {
			language, err := graph.ParseTag(tag)
			if err != nil {
				language = graph.English // clients can't give another
			}
			text := graph.Text{Value: value, Language: language, Kind: graph.TextKind(standing % 4), Standing: graph.LabelStanding(standing % 3)}
			add := &curation.AddStatement{
				Subject: id, Relation: graph.Relation(relation) % graph.Relation(len(graph.Relations())), Source: source, Quote: quote, Texts: live,
			}
			switch which % 7 {
			case 0:
				return &curation.SetLabel{Entity: id, Language: language, Value: value, Standing: text.Standing}
			case 1:
				add.Object.Text = &text
			case 2:
				add.Object.Entity = &object
			case 3:
				date, _ := graph.ParseDate(tag)
				add.Object.Date = &date
			case 4:
				return &curation.RetractStatement{ID: id}
			case 5:
				return &curation.MergeEntities{Winner: id, Loser: object}
			case 6:
				return &curation.SplitEntity{Merged: id}
			}
			return add
		}
		before := live.View()
		outcome, err := propose(t.Context(), live, make())
		if err != nil {
			if graph.CodeOf(err) == graph.Internal || live.View() != before {
				t.Fatalf("refused with %v, from %v to %v", err, before.Revision(), live.View().Revision())
			}
			return
		}
		sound(t, live, store)
		if again, err := propose(t.Context(), live, make()); err == nil && again.Revision != outcome.Revision {
			t.Errorf("asked for again, it makes revision %v after %v", again.Revision, outcome.Revision)
		}
		undo(t, live, outcome)
	})
}

// undo takes a change back, so that the graph stays the one that other inputs are tried on.
func undo(t *testing.T, live *view.Live, outcome view.Outcome) {
	t.Helper()
	number := outcome.Revision.Number
	change, found := outcome.View.Change(number)
	if !found || number == 1 {
		return
	}
	back := graph.Change{Author: "test", Reason: "undone", Time: day, Retract: outcome.View.Asserted(number), Assert: change.Retracted}
	if _, err := live.Apply(t.Context(), back); err != nil {
		t.Fatal(err)
	}
}
