package search_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/lang"
	"github.com/wasl-graph/wasl/internal/search"
	"github.com/wasl-graph/wasl/internal/view"
	"github.com/wasl-graph/wasl/internal/view/gen"
)

// suggest gives the first suggestions as "id: text", with what was typed in brackets.
func suggest(t testing.TB, x *search.Index, languages, prefix string, first int, kinds ...graph.Kind) []string {
	t.Helper()
	r := x.View().For(lang.FromHeader(languages))
	list, err := x.Suggest(t.Context(), r, prefix, kinds, first)
	if err != nil {
		t.Fatalf("%q: %v", prefix, err)
	}
	var lines []string
	for _, s := range list {
		lines = append(lines, fmt.Sprintf("%s: %s", x.View().ID(s.Node), marked(s.Text.Value, s.Highlights)))
	}
	return lines
}

// marked puts brackets around the highlighted pieces of a text.
func marked(text string, ranges []search.Range) string {
	var b strings.Builder
	runes, at := []rune(text), 0
	for _, r := range ranges {
		b.WriteString(string(runes[at:r.Start]) + "[" + string(runes[r.Start:r.End]) + "]")
		at = r.End
	}
	return b.String() + string(runes[at:])
}

func TestSuggest(t *testing.T) {
	x := seeded(t)
	places := []graph.Kind{graph.KindCountry, graph.KindRegion}
	tests := []struct {
		languages, prefix string
		kinds             []graph.Kind
		want              string // the first suggestion
	}{
		{"en", "ira", places, "country:IQ: [Ira]q"},
		{"en", "Iran", places, "country:IR: [Iran]"},
		{"de", "Öst", places, "country:AT: [Öst]erreich"},
		{"de", "Oest", nil, "country:AT: [Öst]erreich"},
		{"de", "suedsud", nil, "country:SS: [Südsud]an"},
		{"de", "rueckk", nil, "theme:return-reintegration: [Rückk]ehr und Reintegration"},
		{"en", "organisation inter", nil, "organisation:iom: [Organisation inter]nationale pour les migrations"},
		{"en", "migrat", []graph.Kind{graph.KindOrganisation}, "organisation:iom: International Organization for [Migrat]ion"},
		{"de", "migrat", []graph.Kind{graph.KindOrganisation}, "organisation:iom: [Migrat]ionsorganisation der Vereinten Nationen"},
		{"en", "ö", []graph.Kind{graph.KindCountry}, "country:AT: [Ö]sterreich"},
		{"de", "ost", []graph.Kind{graph.KindCountry}, "country:AT: [Öst]erreich"},
		{"en", "Niger", places, "country:NE: [Niger]"},
		{"en", "Nigeria", places, "country:NG: [Nigeria]"},
		{"ar", "العر", places, "country:IQ: [العر]اق"},
		{"ar", "عرا", places, "country:IQ: ال[عرا]ق"},
		{"de", "Afghanistan", places, "country:AF: [Afghanistan]"},
		{"en", "kurdistan reg", places, "region:kurdistan-region-of-iraq: [Kurdistan Reg]ion of Iraq"},
		{"en", "هەرێمی کو", places, "region:kurdistan-region-of-iraq: [هەرێمی کو]ردستان"},
		{"en", "alva", []graph.Kind{graph.KindPerson}, "person:claudia-alvarez-conde: Claudia [Álva]rez Conde"},
		{"en", "parim", []graph.Kind{graph.KindProject}, "project:parim-ii: [PARIM]-II"},
		{"en", "iom", []graph.Kind{graph.KindOrganisation}, "organisation:iom: [IOM]"},
	}
	for _, test := range tests {
		list := suggest(t, x, test.languages, test.prefix, 8, test.kinds...)
		if len(list) == 0 || list[0] != test.want {
			t.Errorf("%s %q: %q, want %q first", test.languages, test.prefix, list, test.want)
		}
	}
	for _, prefix := range []string{"", " ", "…", "illegal", "Tschechei", "qqqq", "\x00\xff"} {
		if list := suggest(t, x, "en", prefix, 8); len(list) > 0 {
			t.Errorf("%q is completed: %q", prefix, list)
		}
	}
	if _, err := x.Suggest(t.Context(), x.View().For(lang.Chain{}), strings.Repeat("x", search.MaxLength+1), nil, 8); graph.CodeOf(err) != graph.BadInput {
		t.Errorf("a long prefix: %v", err)
	}
}

// TestSuggestFindsWhatBegins holds the suggestions against all names of a larger graph: what is suggested begins so, nothing comes
// twice, and when there is room everything that begins so is there.
func TestSuggestFindsWhatBegins(t *testing.T) {
	v, err := view.Build(t.Context(), gen.Snapshot(gen.Options{Reports: 600}))
	if err != nil {
		t.Fatal(err)
	}
	x, err := search.Build(t.Context(), v)
	if err != nil {
		t.Fatal(err)
	}
	for _, k := range graph.Kinds() {
		for _, prefix := range []string{"ka", "Kab", "mi", "irregular migration in", "هجر", "الهجرة في", "institut", "i1", "p1"} {
			want := begun(v, k, prefix)
			got := suggested(t, x, prefix, k, 100)
			if len(want) <= 100 && !slices.Equal(got, want) {
				t.Errorf("%s %q: %d suggestions, want %d: %v, %v", k, prefix, len(got), len(want), got, want)
			}
			if few := suggested(t, x, prefix, k, 3); len(few) != min(3, len(want)) {
				t.Errorf("%s %q: %d suggestions of %d", k, prefix, len(few), len(want))
			}
		}
	}
}

// suggested are the nodes that are suggested, ascending.
func suggested(t *testing.T, x *search.Index, prefix string, k graph.Kind, first int) []view.Node {
	t.Helper()
	list, err := x.Suggest(t.Context(), x.View().For(lang.Chain{}), prefix, []graph.Kind{k}, first)
	if err != nil {
		t.Fatal(err)
	}
	var nodes []view.Node
	for _, s := range list {
		nodes = append(nodes, s.Node)
	}
	slices.Sort(nodes)
	return nodes
}

// begun are the nodes of a kind with a name in which the prefix begins at a word; in a report's at the first.
func begun(v *view.View, k graph.Kind, prefix string) []view.Node {
	var nodes []view.Node
	first, end := v.Range(k)
	for n := first; n < end; n++ {
		var texts []graph.Text
		for _, relation := range []graph.Relation{graph.Label, graph.AlternativeLabel, graph.Acronym} {
			texts = v.Texts(texts, n, relation)
		}
		if slices.ContainsFunc(texts, func(text graph.Text) bool { return goesOn(text.Value, prefix, k == graph.KindReport) }) {
			nodes = append(nodes, n)
		}
	}
	return nodes
}

func goesOn(text, prefix string, atStart bool) bool {
	words, typed := wordsOf(text), strings.Join(wordsOf(prefix), " ")
	for i := range words {
		rest := strings.Join(words[i:], " ")
		if strings.HasPrefix(rest, typed) {
			return true
		}
		if bare, ok := strings.CutPrefix(rest, "ال"); ok && strings.HasPrefix(bare, typed) {
			return true
		}
		if atStart {
			return false
		}
	}
	return false
}

func wordsOf(text string) []string {
	var words []string
	for _, t := range lang.Tokens(text) {
		words = append(words, t.Text)
	}
	return words
}

// FuzzSuggest types anything.
func FuzzSuggest(f *testing.F) {
	for _, s := range []string{"ira", "العر", "PARIM-", "\u202eIraq", "٢", "a\xffb", "kurdistan region of ir", "ﷺ", strings.Repeat("ا ", 40)} {
		f.Add(s)
	}
	x := seeded(f)
	r := x.View().For(lang.Chain{})
	f.Fuzz(func(t *testing.T, prefix string) {
		list, err := x.Suggest(context.Background(), r, prefix, nil, 8)
		if err != nil {
			if graph.CodeOf(err) != graph.BadInput {
				t.Fatal(err)
			}
			return
		}
		if len(list) > 8 {
			t.Errorf("%d suggestions", len(list))
		}
		for _, s := range list {
			checkRanges(t, s.Text.Value, s.Highlights)
		}
	})
}

// checkRanges says whether ranges lie in a text, ascending and apart.
func checkRanges(t *testing.T, text string, ranges []search.Range) {
	t.Helper()
	length, at := utf8.RuneCountInString(text), -1
	for _, r := range ranges {
		if r.Start <= at || r.End <= r.Start || r.End > length {
			t.Errorf("%q has the highlights %v", text, ranges)
		}
		at = r.End
	}
}
