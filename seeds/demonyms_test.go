package seeds_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/lang"
)

// TestDemonyms wants for every country that a report is about or names what testdata/demonyms.txt lists: a row, with forms in
// the three languages, each an alternative label in its language.
func TestDemonyms(t *testing.T) {
	listed := map[graph.ID][]string{}
	for _, row := range rows(t, "demonyms.txt") {
		columns := strings.Split(row, " | ")
		if len(columns) != 1+len(interfaceLanguages) {
			t.Fatalf("%q has %d columns", row, len(columns))
		}
		listed[graph.ID("country:"+columns[0])] = columns[1:]
	}
	for _, report := range ids(t, graph.KindReport) {
		for _, a := range about(t, report, graph.AboutCountry, graph.MentionsCountry) {
			if listed[a.Object.Entity] == nil {
				t.Errorf("%s has no row; see %s", a.Object.Entity, report)
			}
		}
	}
	for country, forms := range listed {
		var names []graph.Text
		for _, a := range about(t, country, graph.AlternativeLabel) {
			names = append(names, graph.Text{Value: a.Object.Text.Value, Language: a.Object.Text.Language})
		}
		for i, tag := range interfaceLanguages { // the order of the columns
			for form := range strings.FieldsSeq(forms[i]) {
				if !slices.Contains(names, graph.Text{Value: form, Language: tag}) {
					t.Errorf("%s has no alternative label %q in %s", country, form, tag)
				}
			}
		}
	}
}

// homonyms are countries some of whose names are the same: the two Congos, Dominica and the Dominican Republic, the two halves
// of Saint Martin.
var homonyms = [][2]graph.ID{
	{"country:CD", "country:CG"}, {"country:DM", "country:DO"}, {"country:MF", "country:SX"},
}

// TestCountriesAreToldApart finds names that two countries share, in any language and any spelling.
func TestCountriesAreToldApart(t *testing.T) {
	owner := map[string]graph.ID{}
	for _, a := range read(t).Assert {
		if a.Subject.Kind() != graph.KindCountry || a.Relation != graph.Label && a.Relation != graph.AlternativeLabel {
			continue
		}
		name := lang.Fold(a.Object.Text.Value)
		if other, taken := owner[name]; taken && other != a.Subject && !slices.Contains(homonyms, [2]graph.ID{other, a.Subject}) {
			t.Errorf("%q is a name of %s and of %s", a.Object.Text.Value, other, a.Subject)
		}
		owner[name] = a.Subject
	}
}
