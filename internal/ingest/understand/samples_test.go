package understand_test

import (
	"cmp"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/ingest/document"
	"github.com/wasl-graph/wasl/internal/ingest/understand"
	"github.com/wasl-graph/wasl/internal/ingest/work"
)

// compared are the relations of reports and events that are compared with the seed graph, where people have noted what the same two
// documents say.
var compared = []graph.Relation{
	graph.Label, graph.AlternativeLabel, graph.Published, graph.WrittenIn, graph.HasType, graph.Author, graph.Editor, graph.Contributor,
	graph.Commissioner, graph.Funder, graph.OutputOf, graph.AboutCountry, graph.MentionsCountry, graph.AboutRegion, graph.Mentions,
	graph.AboutTheme, graph.SourceTag, graph.Starts, graph.Ends, graph.Facilitator, graph.Participant, graph.Organiser,
}

// accepted are the differences, with the reason why each is right: a claim that the seed graph does not make, behind "+".
var accepted = map[string]string{
	"report:iom-2014-11-hijra-amina-flash-report +MENTIONS organisation:iom": "the masthead names it; the seed graph has it as the publisher, " +
		"on the word of another source",
}

// TestSamples reads the two documents on which the seed graph rests, when WASL_SAMPLES names their folder, and compares what is
// understood with the facts that the seed graph takes from them, relation by relation.
func TestSamples(t *testing.T) {
	folder := os.Getenv("WASL_SAMPLES")
	if folder == "" {
		t.Skip("WASL_SAMPLES does not name the folder of the two documents")
	}
	files, err := filepath.Glob(filepath.Join(folder, "*.txt"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no documents in %s: %v", folder, err)
	}
	used, reports := map[string]bool{}, 0
	for _, file := range files {
		doc := open(t, file)
		for _, w := range works(t, doc) {
			reports++
			t.Run(w.Title.Value, func(t *testing.T) {
				m := understand.Understand(seedVocabulary(), &w)
				checkQuotes(t, doc, m)
				checkReport(t, doc, m, used)
			})
		}
	}
	if reports != 16 {
		t.Errorf("%d reports, want 16", reports)
	}
	for difference := range accepted {
		if !used[difference] {
			t.Errorf("the accepted difference %q does not occur", difference)
		}
	}
}

// checkReport compares the claims about a report, and about its event.
func checkReport(t *testing.T, doc *document.Document, m understand.Meaning, used map[string]bool) {
	id := reportTitled(t, m.Work.Title.Value)
	differ(t, doc, id, m.Claims, used)
	for _, e := range m.Events {
		for _, a := range factsOf(t, id) {
			if a.Relation == graph.CoversEvent {
				differ(t, doc, a.Object.Entity, e.Claims, used)
			}
		}
	}
	if len(m.Events) == 0 && slices.ContainsFunc(factsOf(t, id), func(a graph.Assertion) bool { return a.Relation == graph.CoversEvent }) {
		t.Error("the event is missing")
	}
}

// reportTitled is the report of the seed graph with the title.
func reportTitled(t *testing.T, title string) graph.ID {
	t.Helper()
	change, err := seedGraph()
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range change.Assert {
		if a.Relation == graph.Label && a.Subject.Kind() == graph.KindReport && a.Object.Text.Value == title {
			return a.Subject
		}
	}
	t.Fatalf("no report is called %q", title)
	return ""
}

// factsOf are the facts about an entity that the seed graph takes from one of the two documents.
func factsOf(t *testing.T, id graph.ID) []graph.Assertion {
	t.Helper()
	change, err := seedGraph()
	if err != nil {
		t.Fatal(err)
	}
	documents := []graph.SourceID{"source:icmpd-publications", "source:hijra-amina-flash-report"}
	var list []graph.Assertion
	for _, a := range change.Assert {
		if a.Subject == id && slices.Contains(documents, a.Evidence.Source) {
			list = append(list, a)
		}
	}
	return list
}

// differ compares claims and facts. What is curated is a person's judgement, and only languages are compared with it.
func differ(t *testing.T, doc *document.Document, id graph.ID, claims []understand.Claim, used map[string]bool) {
	t.Helper()
	want, got := map[string]bool{}, map[string]bool{}
	for _, a := range factsOf(t, id) {
		if slices.Contains(compared, a.Relation) && (a.Evidence.Method != graph.Curated || a.Relation == graph.WrittenIn) {
			want[factLine(a)] = true
		}
	}
	for _, c := range claims {
		if slices.Contains(compared, c.Relation) {
			got[claimLine(doc, c)] = true
		}
	}
	for line := range want {
		if !got[line] {
			t.Errorf("missing: %s", line)
		}
	}
	for line := range got {
		if !want[line] {
			difference := string(id) + " +" + strings.TrimSuffix(strings.TrimSpace(line), " MENTIONED")
			if accepted[difference] == "" {
				t.Errorf("too much: %s", line)
			}
			used[difference] = true
		}
	}
}

// factLine writes a fact of the seed graph.
func factLine(a graph.Assertion) string {
	o := a.Object
	parts := []string{a.Relation.String()}
	switch {
	case a.Evidence.Printed.As != "":
		parts = append(parts, plain(a.Evidence.Printed.As))
		if a.Evidence.Printed.AffiliationAs != "" {
			parts = append(parts, "of", a.Evidence.Printed.AffiliationAs)
		}
	case o.Entity.Kind() == graph.KindPerson && o.Entity != "":
		parts = append(parts, "person")
	default:
		parts = append(parts, o.String())
	}
	if o.Text.Value != "" && a.Evidence.Printed.As == "" {
		parts = append(parts, string(o.Text.Language))
	}
	if a.Relation == graph.Author {
		parts = append(parts, string(rune('0'+a.Evidence.Printed.Position)))
	}
	return strings.Join(append(parts, methodOf(a.Relation, a.Evidence.Method), string(a.Evidence.Rule)), " ")
}

// claimLine writes a claim in the same way.
func claimLine(doc *document.Document, c understand.Claim) string {
	parts := []string{c.Relation.String()}
	switch n := c.Object.Name; {
	case n != nil && c.Relation == graph.Mentions:
		parts = append(parts, "person")
	case n != nil:
		parts = append(parts, n.Value)
		if list := n.Affiliations; len(list) > 0 {
			first, last := list[0].At, list[len(list)-1].At
			parts = append(parts, "of", plain(doc.Quote(work.Span{Start: first.Start, End: last.End})))
		}
	default:
		parts = append(parts, cmp.Or(string(c.Object.Entity), c.Object.Date.String(), c.Object.Text.Value))
	}
	if c.Object.Text.Value != "" {
		parts = append(parts, string(c.Object.Text.Language))
	}
	if c.Relation == graph.Author {
		parts = append(parts, string(rune('0'+c.Position)))
	}
	return strings.Join(append(parts, methodOf(c.Relation, c.Method), string(c.Rule)), " ")
}

// methodOf leaves out the method for the language: the seed graph has no rule for it.
func methodOf(r graph.Relation, m graph.Method) string {
	if r == graph.WrittenIn {
		return ""
	}
	return m.String()
}
