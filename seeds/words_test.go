package seeds_test

import (
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/lang"
)

// rows reads a table of testdata: its lines but for empty ones and those that begin with a hash.
func rows(t *testing.T, name string) []string {
	t.Helper()
	data, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	var list []string
	for line := range strings.Lines(string(data)) {
		if line = strings.TrimSpace(line); line != "" && !strings.HasPrefix(line, "#") {
			list = append(list, line)
		}
	}
	return list
}

// TestTraffickingIsNotSmuggling keeps the words for smuggling away from the theme of trafficking.
func TestTraffickingIsNotSmuggling(t *testing.T) {
	for _, a := range about(t, "theme:trafficking-human-beings", graph.Label, graph.AlternativeLabel, graph.HiddenLabel) {
		for _, word := range []string{"smuggl", "schmuggel", "schleus", "schlepp", "تهريب"} {
			if strings.Contains(strings.ToLower(a.Object.Text.Value), word) {
				t.Errorf("%q means something else", a.Object.Text.Value)
			}
		}
	}
}

// naming are the relations in which the texts stand by which something is found.
var naming = []graph.Relation{graph.Label, graph.AlternativeLabel, graph.HiddenLabel, graph.Acronym}

// leading are the relations from a report to what it is found through.
var leading = []graph.Relation{
	graph.AboutCountry, graph.AboutRegion, graph.AboutTheme, graph.OutputOf, graph.CoversEvent, graph.Author, graph.Publisher,
	graph.Commissioner, graph.MentionsCountry, graph.Mentions,
}

// wordsOf are the words of a report's texts and of the names of what it is linked to, each with its forms.
func wordsOf(t *testing.T, report graph.ID) (forms [][]lang.Variant, vocabulary map[string]bool) {
	t.Helper()
	texts := about(t, report, append([]graph.Relation{graph.Description, graph.SourceTag}, naming...)...)
	for _, link := range about(t, report, leading...) {
		if link.Object.Entity != "" {
			texts = append(texts, about(t, link.Object.Entity, naming...)...)
		}
	}
	vocabulary = map[string]bool{}
	for _, a := range texts {
		for _, token := range lang.Tokens(a.Object.Text.Value) {
			forms = append(forms, token.Variants(a.Object.Text.Language))
			vocabulary[token.Text] = true
		}
	}
	return forms, vocabulary
}

// TestWords wants each report to be met by the words of testdata/words.txt. It looks for them in the plainest way there is:
// without an index, and one word at a time.
func TestWords(t *testing.T) {
	var report graph.ID
	var forms [][]lang.Variant
	var vocabulary map[string]bool
	languages := map[graph.ID]int{}
	meets := func(word string) bool {
		wanted := lang.Variants(lang.Fold(word), graph.Undetermined)
		return slices.ContainsFunc(forms, func(f []lang.Variant) bool { _, met := lang.Meet(wanted, f); return met })
	}
	for _, row := range rows(t, "words.txt") {
		if strings.HasPrefix(row, "report:") {
			report = graph.ID(row)
			forms, vocabulary = wordsOf(t, report)
			continue
		}
		head, list, _ := strings.Cut(row, ": ")
		if slices.Contains(interfaceLanguages, graph.Tag(head)) {
			languages[report]++
		} else if head != "not" {
			t.Errorf("%q is neither a language nor “not”", head)
		}
		for word := range strings.SplitSeq(list, ", ") {
			parts := lang.Compound(lang.Fold(word), graph.German, func(w string) bool { return vocabulary[w] })
			if found := meets(word) || parts != nil; found != (head != "not") {
				t.Errorf("%s: %q is met: %v", report, word, found)
			}
		}
	}
	for _, id := range ids(t, graph.KindReport) {
		if languages[id] != len(interfaceLanguages) {
			t.Errorf("%s is looked for in %d languages", id, languages[id])
		}
	}
}
