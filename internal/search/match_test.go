package search_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/lang"
	"github.com/wasl-graph/wasl/internal/search"
	"github.com/wasl-graph/wasl/internal/view"
)

// told is how a thing was found, as lines: through what, by which text.
func told(t *testing.T, x *search.Index, languages, query string, id graph.ID) []string {
	t.Helper()
	r := x.View().For(lang.FromHeader(languages))
	found := mustSearch(t, x, search.Request{Query: query})
	var lines []string
	for _, h := range found.Slice(0, found.Len()) {
		if x.View().ID(h.Node) != id {
			continue
		}
		for _, m := range found.Matches(r, h) {
			line := fmt.Sprintf("%s: %s", m.Text.Language, marked(m.Text.Value, m.Highlights))
			if m.Linked {
				line = string(x.View().ID(m.Via)) + " " + line
			}
			if m.Hidden {
				line += " (hidden)"
			}
			lines = append(lines, line)
		}
	}
	return lines
}

// library is a small graph in which everything is met in one way.
func library() facts {
	var f facts
	f.text("country:IQ", graph.Label, graph.English, "Iraq")
	f.text("country:IQ", graph.Label, graph.German, "Irak")
	f.text("country:IQ", graph.Label, graph.Arabic, "العراق")
	f.text("country:IQ", graph.IdentifiedBy, graph.Undetermined, "iso3166-1:IQ")
	f.text("country:IR", graph.Label, graph.English, "Iran")
	f.text("theme:stay", graph.Label, graph.English, "Irregular stay")
	f.text("theme:stay", graph.HiddenLabel, graph.English, "illegal stay")
	f.text("theme:stay", graph.Note, graph.English, "Nobody is illegal.")
	f.text("project:data", graph.Label, graph.English, "Migration Data Hub")
	f.text("report:a", graph.Label, graph.English, "Returnees and their work")
	f.text("report:a", graph.Label, graph.German, "Rückkehrende und ihre Arbeit")
	f.text("report:a", graph.Abstract, graph.English, "It looks at reintegration, and at the illegal stay of some.")
	f.text("report:a", graph.IdentifiedBy, graph.Undetermined, "doi:10.1000/AbC-182")
	f.published("report:a", "2023-05")
	f.link("report:a", graph.AboutCountry, "country:IQ")
	f.link("report:a", graph.AboutTheme, "theme:stay")
	f.text("report:b", graph.Label, graph.English, "Sonderauswertung, migration and data")
	f.text("report:b", graph.Label, graph.German, "Eine Auswertung und eine Sonderauswertung")
	f.published("report:b", "2021")
	f.link("report:b", graph.MentionsCountry, "country:IQ")
	f.link("report:b", graph.OutputOf, "project:data")
	return f
}

func TestMatches(t *testing.T) {
	x := indexOf(t, library())
	tests := []struct {
		languages, query string
		id               graph.ID
		want             string
	}{
		{"en", "Irak", "country:IQ", "de: [Irak]"},
		{"en", "IQ", "country:IQ", "und: iso3166-1:[IQ]"},
		{"en", "بالعراق", "report:a", "country:IQ ar: [العراق]"},
		{"de", "returnee", "report:a", "en: [Returnees] and their work"},
		{"de", "Sonderauswertungen", "report:b", "de: Eine Auswertung und eine [Sonderauswertung]"},
		{"de", "Auswertung", "report:b", "de: Eine [Auswertung] und eine [Sonderauswertung]"},
		{"en", "reintegration", "report:a", "en: It looks at [reintegration], and at the illegal stay of some."},
		{"en", "10.1000/abc-182", "report:a", "und: doi:[10.1000/AbC-182]"},
		{"en", "https://doi.org/10.1000/ABC-182", "report:a", "und: doi:[10.1000/AbC-182]"},
		{"en", "2023", "report:a", "und: [2023]-05"},
		{"en", "2023-05", "report:a", "und: [2023-05]"},
		{"en", "2020-2022", "report:b", "und: [2021]"},
		{"en", "returnees Iraq", "report:a", "country:IQ en: [Iraq]|en: [Returnees] and their work"},
		{"en", "migration data hub", "report:b", "project:data en: [Migration Data Hub]"},
		{"en", "migration data", "report:b", "en: Sonderauswertung, [migration] and [data]|project:data en: [Migration] [Data] Hub"},
		{"en", `"their work"`, "report:a", "en: Returnees and [their work]"},
		{"en", "illegal stay", "report:a", "theme:stay en: Irregular stay (hidden)"},
		{"en", "illegal", "theme:stay", "en: Irregular stay (hidden)"},
	}
	for _, test := range tests {
		if got := strings.Join(told(t, x, test.languages, test.query, test.id), "|"); got != test.want {
			t.Errorf("%s %q finds %s:\n got %s\nwant %s", test.languages, test.query, test.id, got, test.want)
		}
	}
}

// TestHiddenLabelsStayHidden searches for every hidden label of the seeds, whole and begun: it is met, and nothing that is
// answered has it.
func TestHiddenLabelsStayHidden(t *testing.T) {
	x := seeded(t)
	v := x.View()
	r := v.For(lang.FromHeader("en"))
	count := 0
	for n := range view.Node(v.Nodes()) {
		for _, text := range v.Texts(nil, n, graph.HiddenLabel) {
			count++
			found := mustSearch(t, x, search.Request{Query: text.Value})
			if !found.Has(n) {
				t.Errorf("%q does not find %s", text.Value, v.ID(n))
			}
			for _, h := range found.Slice(0, found.Len()) {
				for _, m := range found.Matches(r, h) {
					checkHidden(t, text.Value, marked(m.Text.Value, m.Highlights), m.Text.Value)
					if _, noted := v.For(lang.Chain{}).Text(h.Node, graph.Note); h.Node == n && m.Hidden && !noted {
						t.Errorf("%s has no note", v.ID(n))
					}
				}
			}
			for size := range []rune(text.Value) {
				for _, line := range suggest(t, x, "en", string([]rune(text.Value)[:size]), 20) {
					checkHidden(t, text.Value, line, line)
				}
			}
			for _, reading := range mustSearch(t, x, search.Request{Query: text.Value + "x"}).DidYouMean(t.Context()) {
				checkHidden(t, text.Value, reading.Value, reading.Value)
			}
		}
	}
	if count == 0 {
		t.Error("the seeds have no hidden labels")
	}
}

func checkHidden(t *testing.T, label, line, shown string) {
	t.Helper()
	if strings.Contains(" "+lang.Fold(shown)+" ", " "+lang.Fold(label)+" ") {
		t.Errorf("%q is shown in %q", label, line)
	}
}
