package search_test

import (
	"slices"
	"testing"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/search"
)

// TestWhatWasMergedIsFoundByItsNames, and suggested once.
func TestWhatWasMergedIsFoundByItsNames(t *testing.T) {
	var f facts
	f.text("organisation:migration-office", graph.Label, graph.English, "Migration Office")
	f.text("organisation:migration-office", graph.Label, graph.German, "Migrationsamt")
	f.text("organisation:office-of-migration", graph.Label, graph.English, "Migration Authority")
	f.text("organisation:office-of-migration", graph.Label, graph.Arabic, "مكتب الهجرة")
	f.text("organisation:office-of-migration", graph.Label, graph.German, "Migrationsamt")
	f.text("report:a", graph.Label, graph.English, "A report")
	f.link("report:a", graph.Publisher, "organisation:office-of-migration")
	f.say("organisation:migration-office", graph.Replaces, graph.CodeObject("organisation:office-of-migration"))
	x := indexOf(t, f)
	for _, query := range []string{"Migration Authority", "Migrationsamt", "مكتب الهجرة", "organisation:office-of-migration"} {
		if ids := find(t, x, search.Request{Query: query}); !slices.Contains(ids, "organisation:migration-office") || !slices.Contains(ids, "report:a") {
			t.Errorf("%q finds %v", query, ids)
		}
	}
	for languages, want := range map[string]string{
		"en": "organisation:migration-office: [Migra]tion Office", "de": "organisation:migration-office: [Migra]tionsamt",
	} {
		if got := suggest(t, x, languages, "migra", 10); len(got) != 1 || got[0] != want {
			t.Errorf("%s: %v", languages, got)
		}
	}
	if got := suggest(t, x, "ar", "مكتب", 10); len(got) != 1 || got[0] != "organisation:migration-office: [مكتب] الهجرة" {
		t.Errorf("%v", got)
	}
}
