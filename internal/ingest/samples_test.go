package ingest_test

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/ingest"
	"github.com/wasl-graph/wasl/seeds"
)

// compared are the relations of which documents must say just what the seeds say on their authority.
var comparedRelations = []graph.Relation{
	graph.Label, graph.AlternativeLabel, graph.Published, graph.Author, graph.Editor, graph.Contributor, graph.Commissioner, graph.Funder,
	graph.OutputOf, graph.AboutCountry, graph.MentionsCountry, graph.AboutRegion, graph.Mentions, graph.AboutTheme, graph.WrittenIn,
	graph.SourceTag, graph.HasType, graph.AffiliatedWith, graph.CoversEvent, graph.Starts, graph.Ends, graph.Facilitator,
	graph.Participant, graph.Organiser,
}

// TestSamples reads the two documents that the seeds were made of into a graph with the authority data, and compares all facts
// about reports, people and events. testdata/samples.txt lists the differences, each with its reason.
func TestSamples(t *testing.T) {
	folder := os.Getenv("WASL_SAMPLES")
	if folder == "" {
		t.Skip("WASL_SAMPLES names no folder with the documents that the seeds were made of")
	}
	files, err := filepath.Glob(filepath.Join(folder, "*.txt"))
	if err != nil || len(files) != 2 {
		t.Fatal("expected two documents: ", files, err)
	}
	w := authority(t)
	reports := 0
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		result := w.must(t, filepath.Base(file), string(text), ingest.Options{Publisher: "organisation:icmpd"})
		reports += result.Kinds[graph.KindReport].New
		before := maps.Clone(w.facts)
		w.must(t, filepath.Base(file), string(text), ingest.Options{Publisher: "organisation:icmpd"})
		if !maps.Equal(w.facts, before) {
			t.Errorf("%s: the second time, %d facts became %d", file, len(before), len(w.facts))
		}
	}
	if reports != 16 {
		t.Errorf("%d reports were made", reports)
	}
	change, err := ingest.ReadSeeds(seeds.Files, time.Time{})
	if err != nil {
		t.Fatal(err)
	}
	want := described(newWorld(change), func(a graph.Assertion) bool { return a.Evidence.Method != graph.Curated || inSeedDocument(a) })
	got := described(w, func(a graph.Assertion) bool { return a.Evidence.Place.Unit == graph.Chars })
	compareWithReasons(t, "testdata/samples.txt", difference(want, got))
}

// inSeedDocument says that a seed's fact rests on a line of one of the two documents.
func inSeedDocument(a graph.Assertion) bool { return a.Evidence.Place.Line() > 0 }

// described are the facts about reports, people and events in words that are the same whoever gave them their ids: what they
// are called.
func described(w *world, kept func(graph.Assertion) bool) map[string]bool {
	names := map[graph.ID]string{}
	for a := range w.facts {
		if a.Relation == graph.Label && a.Evidence.Place != (graph.Place{}) && (a.Subject.Kind() == graph.KindReport || a.Subject.Kind() == graph.KindPerson) {
			names[a.Subject] = a.Object.Text.Value
		}
	}
	name := func(id graph.ID) string {
		if id.Kind() == graph.KindEvent {
			return "the event"
		}
		if n := names[id]; n != "" {
			return clipped(n)
		}
		return string(id)
	}
	facts := map[string]bool{}
	for a := range w.facts {
		about := a.Subject.Kind() == graph.KindReport || a.Subject.Kind() == graph.KindPerson || a.Subject.Kind() == graph.KindEvent
		if !about || !kept(a) || !slices.Contains(comparedRelations, a.Relation) || a.Relation == graph.Label && a.Subject.Kind() == graph.KindEvent {
			continue
		}
		object := a.Object.String()
		if a.Object.Entity != "" {
			object = name(a.Object.Entity)
		}
		line := fmt.Sprintf("%s | %s | %s", name(a.Subject), a.Relation, clipped(object))
		if a.Relation != graph.WrittenIn { // the title's words tell the language; for the seeds a person read them
			line += " | " + a.Evidence.Method.String()
		}
		if p := a.Evidence.Printed; p.Affiliation != "" {
			line += " | at " + string(p.Affiliation)
		}
		facts[line] = true
	}
	return facts
}

func clipped(s string) string {
	const most = 60
	if letters := []rune(s); len(letters) > most {
		return string(letters[:most]) + "…"
	}
	return s
}

// difference lists what is missing with - and what there is too much of with +.
func difference(want, got map[string]bool) []string {
	var list []string
	for line := range want {
		if !got[line] {
			list = append(list, "- "+line)
		}
	}
	for line := range got {
		if !want[line] {
			list = append(list, "+ "+line)
		}
	}
	slices.SortFunc(list, func(a, b string) int { return strings.Compare(a[2:]+a[:1], b[2:]+b[:1]) })
	return list
}

// compareWithReasons holds the differences against those that are known. A line that begins with # is the reason for those
// below it.
func compareWithReasons(t *testing.T, file string, got []string) {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	known := map[string]bool{}
	for line := range strings.Lines(string(data)) {
		if line = strings.TrimSpace(line); line != "" && !strings.HasPrefix(line, "#") {
			known[line] = true
		}
	}
	for _, line := range got {
		if !known[line] {
			t.Errorf("%s", line)
		}
		delete(known, line)
	}
	for line := range known {
		t.Errorf("no difference any more: %s", line)
	}
}
