package curation_test

import (
	"testing"

	"pgregory.net/rapid"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/curation"
	"github.com/wasl-graph/wasl/internal/view"
)

// Curators may do whatever they like, one thing after the other: what is refused changes nothing, and what is accepted leaves a
// graph in which everything has a name, nothing leads back to itself, and no entity has two labels in a language.
func TestCuratorsDoWhateverTheyLike(t *testing.T) {
	accepted := map[string]int{}
	rapid.Check(t, func(r *rapid.T) {
		live, store := planted(t)
		for range 25 {
			before := live.View()
			name, m := drawMutation(r, live)
			_, err := propose(t.Context(), live, m)
			if err != nil && (graph.CodeOf(err) == graph.Internal || live.View() != before) {
				r.Fatalf("%s is refused with %v, from %v to %v", name, err, before.Revision(), live.View().Revision())
			}
			if err == nil {
				accepted[name]++
			}
			orderly(r, live.View())
		}
		sound(t, live, store)
		if t.Failed() {
			r.Fatal("see above")
		}
	})
	for _, name := range []string{"label", "text", "entity", "retract", "merge", "split"} {
		if accepted[name] == 0 {
			t.Errorf("%s: none was accepted, of %v", name, accepted)
		}
	}
}

// orderly fails when the graph has what no mutation may leave behind.
func orderly(r *rapid.T, v *view.View) {
	for _, problem := range v.Check() {
		r.Fatal(problem)
	}
	for n := range view.Node(v.Nodes()) {
		labelled := map[graph.Tag]bool{}
		for _, text := range v.Texts(nil, n, graph.Label) {
			if labelled[text.Language] {
				r.Fatalf("%s has two labels in %s", v.ID(n), text.Language)
			}
			labelled[text.Language] = true
		}
	}
}

// drawMutation draws something to ask for, mostly of things that are there.
func drawMutation(r *rapid.T, live *view.Live) (name string, m curation.Mutation) {
	ids := append([]graph.ID{"theme:new", "organisation:new", "person:new", "event:new", "country:DE", "theme:nobody"}, few...)
	id := func(label string) string { return string(rapid.SampledFrom(ids).Draw(r, label)) }
	tag := rapid.SampledFrom([]graph.Tag{graph.English, graph.German, graph.Arabic, graph.Multiple, graph.Undetermined})
	value := rapid.SampledFrom([]string{"Iraq", "Irak", "العراق", "Policy", "Lina Haddad", "Feras", "wikidata:Q1", "EXI", "MANUAL", "en", " a ", "Migrationspolitik"})
	standing := graph.LabelStanding(rapid.IntRange(0, 2).Draw(r, "standing"))
	switch name = rapid.SampledFrom([]string{"label", "text", "text", "name", "entity", "entity", "retract", "retract", "merge", "split"}).Draw(r, "what"); name {
	case "label":
		return name, &curation.SetLabel{Entity: id("entity"), Language: tag.Draw(r, "language"), Value: value.Draw(r, "value"), Standing: standing}
	case "retract":
		n := view.Node(rapid.IntRange(0, live.View().Nodes()-1).Draw(r, "subject"))
		list := live.View().StatementsOf(nil, n)
		s := live.View().Statement(list[rapid.IntRange(0, len(list)-1).Draw(r, "statement")])
		return name, &curation.RetractStatement{ID: view.StatementID(s)}
	case "merge":
		themes := rapid.SampledFrom([]string{"theme:policy", "theme:governance", "theme:research", "theme:new"})
		return name, &curation.MergeEntities{Winner: themes.Draw(r, "winner"), Loser: themes.Draw(r, "loser")}
	case "split":
		return name, &curation.SplitEntity{Merged: rapid.SampledFrom([]string{"theme:governance", "theme:research", "theme:new"}).Draw(r, "merged")}
	case "entity":
		object := id("object")
		relation := rapid.SampledFrom([]graph.Relation{graph.LocatedIn, graph.PartOf, graph.Broader, graph.Related, graph.Mentions, graph.AboutTheme}).Draw(r, "relation")
		return name, &curation.AddStatement{Subject: id("subject"), Relation: relation, Object: curation.Object{Entity: &object}, Texts: live}
	}
	relations := relationsOf(graph.ToText, graph.ToCode)
	if name == "name" {
		relations = []graph.Relation{graph.Label, graph.AlternativeLabel, graph.HiddenLabel}
	}
	text := graph.Text{Value: value.Draw(r, "value"), Language: tag.Draw(r, "language"), Standing: standing}
	return name, &curation.AddStatement{
		Subject: id("subject"), Relation: rapid.SampledFrom(relations).Draw(r, "relation"), Object: curation.Object{Text: &text}, Texts: live,
	}
}

func relationsOf(forms ...graph.ObjectForm) []graph.Relation {
	var list []graph.Relation
	for _, r := range graph.Relations() {
		for _, form := range forms {
			if r.Form() == form {
				list = append(list, r)
			}
		}
	}
	return list
}
