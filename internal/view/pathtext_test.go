package view_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/lang"
	"github.com/wasl-graph/wasl/internal/view"
)

// textsOf are all sentences of a result.
func textsOf(r *view.Reader, result view.PathResult) []graph.Text {
	texts := []graph.Text{r.PathsText(result)}
	for _, p := range result.Paths {
		texts = append(texts, r.PathText(p))
	}
	return texts
}

// failer is a test of either kind.
type failer interface {
	Errorf(format string, args ...any)
}

// checkSentence checks a sentence about two entities: their names are in it, kept apart, and nothing was forgotten.
func checkSentence(t failer, r *view.Reader, text graph.Text, ends ...view.Node) {
	tag := r.Chain.Interface()
	if text.Language != tag || (text.Kind == graph.Original) != (tag == graph.English) || text.Standing != graph.Unverified {
		t.Errorf("%q is in %s, %s, %s", text.Value, text.Language, text.Kind, text.Standing)
	}
	if strings.ContainsAny(text.Value, "{}`\x00") || strings.Contains(text.Value, " ;") || !strings.HasSuffix(text.Value, ".") {
		t.Errorf("no sentence: %q", text.Value)
	}
	for _, n := range ends {
		if name := lang.Isolate(r.Label(n).Value, lang.Direction(tag)); !strings.Contains(text.Value, name) {
			t.Errorf("%s is missing in %q", name, text.Value)
		}
	}
}

// TestAnyTwoReportsOfTheSeeds asks how any two reports hang together, in every language: whether they do or not is said.
func TestAnyTwoReportsOfTheSeeds(t *testing.T) {
	v := seeded(t)
	joined, pairs := 0, 0
	for a := range view.Node(v.Count(graph.KindReport)) {
		for b := range a {
			result, err := v.Paths(t.Context(), view.PathQuery{From: v.ID(a), To: v.ID(b), MaxLength: 6, First: 5})
			if err != nil || !result.Complete {
				t.Fatal(err, result.Complete)
			}
			pairs++
			joined += min(len(result.Paths), 1)
			for _, tag := range lang.Spoken() {
				r := v.For(lang.FromTags([]graph.Tag{tag}))
				for _, text := range textsOf(r, result) {
					checkSentence(t, r, text, a, b)
				}
			}
			for _, p := range result.Paths {
				for _, h := range p.Hops {
					for _, s := range h.Statements {
						if len(v.Evidence(nil, s)) == 0 {
							t.Errorf("%v rests on nothing", v.Statement(s))
						}
					}
				}
			}
		}
	}
	if pairs != 120 || joined == 0 || joined == pairs {
		t.Errorf("%d of %d pairs hang together", joined, pairs)
	}
}

// TestPathsOfTheSeeds compares sentences with those in testdata/paths.txt, which somebody has read.
func TestPathsOfTheSeeds(t *testing.T) {
	v := seeded(t)
	checkScript(t, "paths.txt", func(b *strings.Builder, words []string) {
		result, err := v.Paths(t.Context(), view.PathQuery{From: graph.ID(words[1]), To: graph.ID(words[2]), MaxLength: 6, First: 2})
		if err != nil || !result.Complete {
			t.Fatal(err, result.Complete)
		}
		if len(result.Paths) == 0 {
			say(b, v, func(r *view.Reader) string { return r.PathsText(result).Value })
		}
		for _, p := range result.Paths {
			fmt.Fprintf(b, "  %.4f\n", p.Score)
			say(b, v, func(r *view.Reader) string { return r.PathText(p).Value })
		}
	})
}
