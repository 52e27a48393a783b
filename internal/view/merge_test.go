package view_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/lang"
	"github.com/wasl-graph/wasl/internal/view"
)

// TestReadingWhatWasMerged compares with testdata/merge_read.txt, which somebody has read.
func TestReadingWhatWasMerged(t *testing.T) {
	v := readFacts(t, "testdata/merge.txt").view()
	checkScript(t, "merge_read.txt", func(b *strings.Builder, words []string) {
		n := node(t, v, graph.ID(words[0]))
		fmt.Fprintf(b, "  %s\n", v.ID(n))
		say(b, v, func(r *view.Reader) string { return readingOf(r, n) })
		for _, word := range words[1:] {
			relation, err := graph.ParseRelation(word)
			if err != nil {
				t.Fatal(err)
			}
			for _, s := range v.StatementsOf(nil, n, relation) {
				fmt.Fprintf(b, "    %s %s%s\n", relation, v.Statement(s).Object, affiliationsIn(v, s))
			}
		}
	})
	for _, problem := range v.Check() {
		t.Error(problem)
	}
}

// readingOf is what a reader sees of an entity: its label, its other labels, its texts, its dates, its type.
func readingOf(r *view.Reader, n view.Node) string {
	parts := []string{r.Label(n).Value}
	for _, other := range r.All(n, graph.AlternativeLabel) {
		parts = append(parts, "also "+other.Value)
	}
	for _, relation := range []graph.Relation{graph.Description, graph.Abstract, graph.Note} {
		if text, found := r.Text(n, relation); found {
			parts = append(parts, text.Value)
		}
	}
	for _, relation := range []graph.Relation{graph.Published, graph.Starts, graph.Ends} {
		if d := r.Date(n, relation); !d.IsZero() {
			parts = append(parts, d.String())
		}
	}
	if r.Kind(n) == graph.KindReport {
		parts = append(parts, r.ReportType(n).String())
	}
	return strings.Join(parts, "; ")
}

// affiliationsIn are the organisations that a statement's evidence prints beside the name.
func affiliationsIn(v *view.View, s view.Statement) string {
	var list []string
	for _, e := range v.Evidence(nil, s) {
		if id := e.Printed.Affiliation; id != "" {
			list = append(list, " ("+string(id)+")")
		}
	}
	return strings.Join(list, "")
}

func TestCheckMerge(t *testing.T) {
	v := readFacts(t, "testdata/merge.txt").view()
	for pair, want := range map[[2]graph.ID]string{
		{"theme:return", "theme:mobility"}:          "",
		{"theme:going-home", "theme:mobility"}:      "", // what answers for it
		{"theme:return", "theme:nothing"}:           "entity.unknown",
		{"theme:nothing", "theme:return"}:           "entity.unknown",
		{"theme:return", "theme:return"}:            "merge.same",
		{"theme:going-home", "theme:return"}:        "merge.same",
		{"theme:return", "person:lina-haddad"}:      "merge.kind",
		{"theme:mobility", "theme:going-home"}:      "merge.again",
		{"person:lina-haddad", "person:haddad"}:     "merge.again",
		{"organisation:iom-2", "organisation:iom"}:  "merge.same",
		{"organisation:iom", "organisation:iom-3"}:  "merge.again",
		{"person:lina-haddad", "organisation:iom"}:  "merge.kind",
		{"nothing at all", "organisation:iom"}:      "entity.unknown",
		{"organisation:iom", "organisation:IOM"}:    "entity.unknown",
		{"report:return", "event:training"}:         "merge.kind",
		{"report:return-2", "report:return-2"}:      "merge.again",
		{"event:training", "event:training-2"}:      "merge.again",
		{"theme:reintegration", "theme:going-home"}: "merge.again",
	} {
		equal(t, fmt.Sprint(pair), reasonOf(view.CheckMerge(v, pair[0], pair[1])), want)
	}
	equal(t, "split", reasonOf(view.CheckSplit(v, "theme:going-home")), "")
	for _, id := range []graph.ID{"theme:return", "theme:nothing", ""} {
		equal(t, "split "+string(id), reasonOf(view.CheckSplit(v, id)), "split.none")
	}
}

// reasonOf is the reason of an error, "" for none.
func reasonOf(err error) string {
	if known, is := errors.AsType[*graph.Error](err); is {
		return known.Reason
	}
	return ""
}

// TestMergesThatCanNotBeMeant takes in those that were recorded first.
func TestMergesThatCanNotBeMeant(t *testing.T) {
	var f facts
	for _, id := range []graph.ID{"theme:a", "theme:b", "theme:c", "person:a"} {
		f.say(id, graph.Label, in(graph.English, string(id)))
	}
	for i, pair := range [][2]graph.ID{
		{"theme:a", "theme:b"},
		{"theme:b", "theme:c"},
		{"theme:c", "theme:a"}, // a circle
		{"theme:a", "theme:c"}, // another winner
		{"theme:a", "person:a"},
		{"theme:a", "theme:a"},
		{"theme:a", "no id"},
	} {
		f.say(pair[0], graph.Replaces, string(pair[1]))
		f[len(f)-1].Evidence.Change = uint32(i) + 1
	}
	v := f.view()
	equal(t, "merges", fmt.Sprint(v.Merged()), "[{theme:b theme:a theme:a} {theme:c theme:b theme:a}]")
	var problems []string
	for _, problem := range v.Check() {
		problems = append(problems, problem.Error())
	}
	equal(t, "problems", strings.Join(problems, "\n"), strings.Join([]string{
		"theme:c REPLACES theme:a, but theme:a answers for it: this merge does not count",
		"theme:a REPLACES theme:c, but theme:a answers for it: this merge does not count",
		"theme:a REPLACES person:a, but person:a answers for it: this merge does not count",
		"theme:a REPLACES theme:a, but theme:a answers for it: this merge does not count",
		"theme:a REPLACES no id, but no id answers for it: this merge does not count",
	}, "\n"))
	equal(t, "facts that merge theme:c", len(v.MergeFacts("theme:c")), 2)
}

// TestHistoryOfAMerge: it is told while the two are one, and of both once they are apart again.
func TestHistoryOfAMerge(t *testing.T) {
	live := mustLive(t, filled(t))
	apply := func(c graph.Change) {
		t.Helper()
		if _, err := live.Apply(t.Context(), c); err != nil {
			t.Fatal(err)
		}
	}
	history := func(id graph.ID) string {
		var numbers []uint32
		for _, c := range live.View().History(node(t, live.View(), id)) {
			numbers = append(numbers, c.Revision.Number)
		}
		return fmt.Sprint(numbers)
	}
	var f facts
	f.say("theme:reintegration", graph.Note, in(graph.English, "A note."))
	apply(graph.Change{Assert: f})
	apply(graph.Change{Assert: []graph.Assertion{mergeOf("theme:return", "theme:reintegration")}})
	equal(t, "one", history("theme:return"), "[3 2 1]")
	equal(t, "the other", history("theme:reintegration"), "[3 2 1]")
	apply(graph.Change{Retract: live.View().MergeFacts("theme:reintegration")})
	equal(t, "the winner, apart again", history("theme:return"), "[4 3 1]")
	equal(t, "the loser, apart again", history("theme:reintegration"), "[4 3 2 1]")
	merge := live.View().Asserted(3)
	if len(merge) != 1 || merge[0].Key() != mergeOf("theme:return", "theme:reintegration").Key() || !slices.Equal(live.View().Retracted(4), merge) {
		t.Errorf("asserted %v, retracted %v", merge, live.View().Retracted(4))
	}
}

// TestAMergeInTheHistoryOfAChange: what a change asserted is told with the ids under which it was recorded.
func TestAMergeInTheHistoryOfAChange(t *testing.T) {
	live := mustLive(t, filled(t))
	before := live.View().Asserted(1)
	if _, err := live.Apply(t.Context(), graph.Change{Assert: []graph.Assertion{mergeOf("theme:return", "theme:reintegration")}}); err != nil {
		t.Fatal(err)
	}
	if after := live.View().Asserted(1); !slices.Equal(before, after) {
		t.Errorf("%v, before the merge %v", after, before)
	}
}

// ExampleView_MergedInto merges a theme into another one and takes it out again.
func ExampleView_MergedInto() {
	f := library()
	f.say("theme:return", graph.Replaces, "theme:reintegration")
	v := f.view()
	n, _ := v.Find("theme:reintegration")
	fmt.Println(v.ID(n), v.Count(graph.KindTheme))
	for _, other := range v.For(lang.Chain{}).All(n, graph.AlternativeLabel) {
		fmt.Println("also called", other.Value)
	}
	merge, _ := v.MergedInto("theme:reintegration")
	fmt.Println(merge.Loser, "was merged into", merge.Winner)
	for _, a := range v.MergeFacts(merge.Loser) {
		fmt.Println("to split it, retract:", a.Subject, a.Relation, a.Object)
	}
	// Output:
	// theme:return 1
	// also called Reintegration
	// theme:reintegration was merged into theme:return
	// to split it, retract: theme:return REPLACES theme:reintegration
}

// TestABetterStandingDoesNotWinOverTheWinner, not even in a language that the reader did not ask for.
func TestABetterStandingDoesNotWinOverTheWinner(t *testing.T) {
	var f facts
	f.say("theme:b", graph.Description, graph.Text{Value: "à la place", Language: "fr", Standing: graph.Attested})
	f.say("theme:a", graph.Description, graph.Text{Value: "le sien", Language: "fr"})
	f.say("theme:a", graph.Replaces, "theme:b")
	v := f.view()
	text, _ := v.For(chainOf("en")).Text(node(t, v, "theme:b"), graph.Description)
	equal(t, "the description", text.Value, "le sien")
}

// TestWhatBothSayIsOfTheEarlierChange, whichever of them said it.
func TestWhatBothSayIsOfTheEarlierChange(t *testing.T) {
	for _, first := range []graph.ID{"theme:a", "theme:b"} {
		var f facts
		for _, id := range []graph.ID{"theme:a", "theme:b"} {
			f.say(id, graph.Broader, graph.ID("theme:c"))
			if id != first {
				f[len(f)-1].Evidence.Change = 2
			}
		}
		f.say("theme:a", graph.Replaces, "theme:b")
		v := f.view()
		statements := v.StatementsOf(nil, node(t, v, "theme:a"), graph.Broader)
		evidence := v.Evidence(nil, statements[0])
		if len(statements) != 1 || len(evidence) != 1 || evidence[0].Change != 1 {
			t.Errorf("%s first: %v", first, evidence)
		}
		if change, found := v.Recorded(f[1]); !found || change != 1 {
			t.Errorf("%s first: recorded by %d", first, change)
		}
	}
}
