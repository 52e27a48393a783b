package web

import (
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/wasl-graph/wasl/graph"
)

func TestExamplesSpeakTheThreeLanguages(t *testing.T) {
	var languages []graph.Tag
	for _, example := range Examples() {
		languages = append(languages, example.Language)
	}
	if want := []graph.Tag{graph.Arabic, graph.English, graph.German}; !slices.Equal(languages, want) {
		t.Errorf("got examples in %v, want %v", languages, want)
	}
}

func TestExampleCommentsAreInTheScriptOfTheirLanguage(t *testing.T) {
	for _, example := range Examples() {
		if example.Title == "" {
			t.Errorf("the example in %s has no title", example.Language)
		}
		for line := range strings.Lines(example.Query) {
			comment, found := strings.CutPrefix(line, "#")
			if found && strings.ContainsFunc(comment, isArabic) != (example.Language == graph.Arabic) {
				t.Errorf("the example in %s has the comment %q", example.Language, comment)
			}
		}
	}
}

func isArabic(r rune) bool { return unicode.Is(unicode.Arabic, r) }

// GraphiQL shows the operation's name as the title of the tab.
func TestExamplesHaveNamesOfTheirOwn(t *testing.T) {
	operation := regexp.MustCompile(`(?m)^query (\w+) \{$`)
	seen := make(map[string]bool)
	for _, example := range Examples() {
		names := operation.FindAllStringSubmatch(example.Query, -1)
		if len(names) != 1 {
			t.Errorf("%q has %d operations, want one with a name", example.Title, len(names))
			continue
		}
		if seen[names[0][1]] {
			t.Errorf("two examples are named %s", names[0][1])
		}
		seen[names[0][1]] = true
	}
}
