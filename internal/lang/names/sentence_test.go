package names

import (
	"strings"
	"testing"

	"github.com/wasl-graph/wasl/internal/lang"
	"github.com/wasl-graph/wasl/internal/lang/messages"
)

// Every kind of reason has a sentence of its own in every language, which speaks of the words.
func TestExplain(t *testing.T) {
	for _, tag := range lang.Served() {
		w := messages.For(lang.FromHeader(string(tag)))
		seen := map[string]ReasonKind{}
		for kind := range ReasonKind(reasonKinds) {
			r := Reason{Kind: kind, A: []string{"1"}, B: []string{"1", "2"}}
			said := r.Explain(w)
			if other, twice := seen[said]; said == "" || twice {
				t.Errorf("%s: %s is said as %q, like %s", tag, kind, said, other)
			}
			seen[said] = kind
			none := kind == OrderDiffers || kind == NatureDiffers || kind == ScriptDiffers
			if strings.ContainsAny(said, "12") == none {
				t.Errorf("%s: %s is said as %q", tag, kind, said)
			}
		}
	}
}

// What is found in the tables can be said.
func TestExplainTables(t *testing.T) {
	w := messages.For(lang.FromHeader("en"))
	for file, compare := range map[string]func(a, b string) Comparison{
		"names_compare.txt":       func(a, b string) Comparison { return Compare(Parse(a), Parse(b), tableRules) },
		"names_projects.txt":      CompareProjects,
		"names_organisations.txt": CompareOrganisations,
	} {
		for _, r := range readTable(t, file, 2) {
			for _, reason := range compare(r.cells[0], r.cells[1]).Reasons {
				if said := reason.Explain(w); said == "" || strings.Contains(said, "<nil>") || strings.HasSuffix(said, ": ") {
					t.Errorf("%s: %s is said as %q", r.place, reason.Kind, said)
				}
			}
		}
	}
}
