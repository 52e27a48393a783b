package view_test

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/lang"
	"github.com/wasl-graph/wasl/internal/view"
)

var update = flag.Bool("update", false, "write the golden files of the tests anew")

// readFacts reads a graph that is written down as testdata/related.txt says.
func readFacts(t *testing.T, file string) facts {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var f facts
	for i, line := range strings.Split(string(text), "\n") {
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		words := strings.SplitN(line, " ", 3)
		if len(words) < 3 {
			t.Fatalf("%s:%d: %q is no statement", file, i+1, line)
		}
		relation, err := graph.ParseRelation(words[1])
		if err != nil {
			t.Fatalf("%s:%d: %v", file, i+1, err)
		}
		object, affiliation, _ := strings.Cut(words[2], " (")
		evidence := graph.Evidence{Source: "source:a"}
		evidence.Printed.Affiliation = graph.ID(strings.TrimSuffix(affiliation, ")"))
		f.say(graph.ID(words[0]), relation, readObject(relation, object), evidence)
		if err := f[len(f)-1].Check(); err != nil {
			t.Fatalf("%s:%d: %v", file, i+1, err)
		}
	}
	return f
}

func readObject(r graph.Relation, text string) any {
	switch r.Form() {
	case graph.ToEntity:
		return graph.ID(text)
	case graph.ToDate:
		return date(text)
	case graph.ToText:
		tag, value, _ := strings.Cut(text, " ")
		return in(graph.Tag(tag), value)
	}
	return text
}

// TestReasons compares the related reports of every report, and the reasons in every served language, with what somebody
// has read.
func TestReasons(t *testing.T) {
	v := readFacts(t, "testdata/related.txt").view()
	var b strings.Builder
	b.WriteString("# Made from related.txt by go test -run TestReasons -update; read it when it changes.\n")
	for n := range view.Node(v.Count(graph.KindReport)) {
		fmt.Fprintf(&b, "\n%s\n", v.ID(n))
		list, err := v.Related(t.Context(), n, view.RelatedOptions{First: 3})
		if err != nil {
			t.Fatal(err)
		}
		for _, related := range list {
			fmt.Fprintf(&b, "  %s %v\n", v.ID(related.Report), related.Score)
			for _, reason := range related.Reasons {
				fmt.Fprintf(&b, "    %v %v\n", reason.Score, reason.Relation)
				writeReason(t, &b, v, reason)
			}
		}
	}
	const golden = "testdata/related_reasons.txt"
	if *update {
		if err := os.WriteFile(golden, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if b.String() != string(want) {
		t.Errorf("%s is not what comes out now:\n%s", golden, b.String())
	}
}

// isolates shows the characters that keep a name apart.
var isolates = strings.NewReplacer("\u2068", "[", "\u2069", "]")

func writeReason(t *testing.T, b *strings.Builder, v *view.View, reason view.RelatedReason) {
	t.Helper()
	for _, tag := range lang.Spoken() {
		text := v.For(lang.FromTags([]graph.Tag{tag})).Reason(reason)
		fmt.Fprintf(b, "      %s %s\n", tag, isolates.Replace(text.Value))
		if text.Language != tag || text.Standing != graph.Unverified || (text.Kind == graph.Original) != (tag == graph.English) {
			t.Errorf("%q is %v, %v and %v", text.Value, text.Language, text.Standing, text.Kind)
		}
	}
}

// A theme that is a relative of two themes of a report counts by the one that makes more of it.
func TestTheBestRelativeCounts(t *testing.T) {
	var f facts
	for i := range 20 {
		f.say(graph.ID(fmt.Sprintf("report:r-%d", i)), graph.AboutTheme, graph.ID(fmt.Sprintf("theme:other-%d", i)))
	}
	for _, theme := range []graph.ID{"theme:a", "theme:b", "theme:z"} {
		f.say(theme, graph.Label, in(graph.English, theme.Local()))
	}
	f.say("theme:a", graph.Broader, graph.ID("theme:e"))
	f.say("theme:b", graph.Broader, graph.ID("theme:e"))
	f.say("report:r-1", graph.AboutTheme, graph.ID("theme:a"))
	f.say("report:r-1", graph.AboutTheme, graph.ID("theme:b"))
	f.say("report:r-2", graph.AboutTheme, graph.ID("theme:e"))
	for i := 3; i < 15; i++ {
		f.say(graph.ID(fmt.Sprintf("report:r-%d", i)), graph.AboutTheme, graph.ID("theme:a")) // common now
	}
	v := f.view()
	scores := naive(f).scores()
	for n := range view.Node(v.Count(graph.KindReport)) {
		checkRelated(t, v, scores, n, view.RelatedOptions{First: 30})
	}
	list, err := v.Related(t.Context(), node(t, v, "report:r-1"), view.RelatedOptions{First: 1})
	if err != nil || len(list) != 1 || v.ID(list[0].Report) != "report:r-2" {
		t.Fatalf("%v, %v", list, err)
	}
	equal(t, "why", v.For(lang.FromTags([]graph.Tag{graph.English})).Reason(list[0].Reasons[0]).Value,
		"One report deals with the theme “b”, the other with the broader theme “theme:e”")
}
