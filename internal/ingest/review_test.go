package ingest_test

import (
	"bytes"
	"encoding/json"
	"maps"
	"strconv"
	"strings"
	"testing"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/ingest"
)

// reviewed imports a document and returns the entries of its review.
func reviewed(t *testing.T, w *world, name, text string) []ingest.ReviewEntry {
	t.Helper()
	var out bytes.Buffer
	w.must(t, name, text, ingest.Options{Review: ingest.WriteReview(&out)})
	var entries []ingest.ReviewEntry
	for line := range strings.Lines(out.String()) {
		var e ingest.ReviewEntry
		if err := json.Unmarshal([]byte(line), &e); err != nil {
			t.Fatal(err)
		}
		entries = append(entries, e)
	}
	return entries
}

// decided makes decisions of edited entries.
func decided(t *testing.T, entries ...ingest.ReviewEntry) *ingest.Decisions {
	t.Helper()
	var file bytes.Buffer
	write := ingest.WriteReview(&file)
	for _, e := range entries {
		if err := write(e); err != nil {
			t.Fatal(err)
		}
	}
	d, err := ingest.ReadDecisions("decisions.jsonl", &file)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

const doubtful = `TY  - RPRT
TI  - Return migrants in Iraq
AU  - Haddad, Lina
PY  - 2024
KW  - Going home
KW  - Camel racing
ER  - 

TY  - RPRT
TI  - Voices of return
AU  - Haddad, L.
PY  - 2024
ER  - 
`

const doubtfulSource graph.SourceID = "source:doubtful.ris"

// TestReviewAndDecisions goes the way of an analyst: import, look, decide, import again. The decisions stay when the
// document is imported once more without them.
func TestReviewAndDecisions(t *testing.T) {
	w := authority(t)
	entries := reviewed(t, w, "doubtful.ris", doubtful)
	if len(entries) != 3 {
		t.Fatalf("the review is %+v", entries)
	}
	tag, camel, person := entries[0], entries[1], entries[2]
	if tag.Tag != "Going home" || tag.Line != 5 || person.Candidate != "person:lina-haddad" || person.Entity != "person:l-haddad" || person.Label != "Lina Haddad" {
		t.Fatalf("the review is %+v", entries)
	}
	tag.Decision, tag.Theme = "theme", "theme:return-reintegration"
	camel.Decision = "ignore"
	person.Decision = "same"
	result := w.must(t, "doubtful.ris", doubtful, ingest.Options{Decisions: decided(t, tag, camel, person)})
	if result.UnknownTags != 0 || result.Candidates != 0 {
		t.Errorf("there are %d unknown tags and %d candidates left", result.UnknownTags, result.Candidates)
	}
	want := []string{
		"report:2024-return-migrants-in-iraq ABOUT_THEME theme:return-reintegration",
		"report:2024-return-migrants-in-iraq AUTHOR person:lina-haddad",
		"report:2024-voices-of-return AUTHOR person:lina-haddad",
	}
	expect(t, "after the decisions", w.says(doubtfulSource, graph.Author, graph.AboutTheme), want)
	before := maps.Clone(w.facts)
	w.must(t, "doubtful.ris", doubtful, ingest.Options{})
	if !maps.Equal(w.facts, before) {
		expect(t, "without the decisions", w.says(doubtfulSource, graph.Author, graph.AboutTheme), want)
	}
}

// TestDifferent is not put up for review again.
func TestDifferent(t *testing.T) {
	w := authority(t)
	person := reviewed(t, w, "doubtful.ris", doubtful)[2]
	person.Decision = "different"
	result := w.must(t, "doubtful.ris", doubtful, ingest.Options{Decisions: decided(t, person)})
	if result.Candidates != 0 || !w.has(doubtfulSource, "report:2024-voices-of-return AUTHOR person:l-haddad") {
		t.Errorf("%d candidates, %q", result.Candidates, w.says(doubtfulSource, graph.Author))
	}
}

// TestDecisionFaults tells every line that can't be followed.
func TestDecisionFaults(t *testing.T) {
	lines := []struct{ line, fault string }{
		{`{"type":"candidate","decision":""}`, ""},
		{``, ""},
		{`{"type":"candidate"`, "is no entry of a review: unexpected EOF"},
		{`{"type":"candidate","colour":"red"}`, `is no entry of a review: json: unknown field "colour"`},
		{`{"type":"other"}`, `the type "other" is not known; expected candidate, tag or withheld`},
		{`{"type":"withheld","decision":"same"}`, `what was withheld is not decided here; a curator who wants it back adds the statement again`},
		{`{"type":"candidate","decision":"maybe","source":"source:x","kind":"PERSON","printed":"A B","candidate":"person:a"}`, `the decision "maybe" is not known`},
		{`{"type":"candidate","decision":"same","source":"source:x","kind":"PERSON","printed":"A B","candidate":"nobody"}`, `id: "nobody" is not valid`},
		{`{"type":"candidate","decision":"same","source":"source:x","kind":"REPORT","printed":"A B","candidate":"person:a"}`, `person:a is no report`},
		{`{"type":"tag","decision":"theme","tag":"x","theme":"country:IQ"}`, "country:IQ is no theme"},
		{`{"type":"tag","decision":"drop","tag":"x"}`, `the decision "drop" is not known for a tag`},
		{`{"type":"tag","decision":"ignore"}`, "expected the tag"},
		{`{"type":"tag","tag":"x"} {}`, "expected one JSON object"},
	}
	var file strings.Builder
	var want []string
	for i, l := range lines {
		file.WriteString(l.line + "\n")
		if l.fault != "" {
			want = append(want, "decisions.jsonl:"+strconv.Itoa(i+1)+": "+l.fault)
		}
	}
	_, err := ingest.ReadDecisions("decisions.jsonl", strings.NewReader(file.String()))
	got := faultLines(t, err)
	if len(got) != len(want) {
		t.Fatalf("the faults are\n%s", strings.Join(got, "\n"))
	}
	for i := range got {
		if !strings.HasPrefix(got[i], want[i]) {
			t.Errorf("got %q, want %q", got[i], want[i])
		}
	}
}

// TestUnknownInDecisions refuses decisions for what nobody knows, with the line, and imports nothing.
func TestUnknownInDecisions(t *testing.T) {
	w := authority(t)
	before := maps.Clone(w.facts)
	for _, c := range []struct {
		entry ingest.ReviewEntry
		want  string
	}{
		{
			ingest.ReviewEntry{Type: "candidate", Decision: "same", Source: doubtfulSource, Kind: "PERSON", Printed: "Haddad, L.", Candidate: "person:nobody"},
			"decisions.jsonl:1: person:nobody is not in the graph",
		},
		{
			ingest.ReviewEntry{Type: "tag", Decision: "theme", Tag: "Going home", Theme: "theme:nothing"},
			"decisions.jsonl:1: theme:nothing is not in the graph",
		},
	} {
		_, err := w.importing(t, "doubtful.ris", doubtful, ingest.Options{Decisions: decided(t, c.entry)})
		expect(t, "the faults", faultLines(t, err), []string{c.want})
	}
	if !maps.Equal(w.facts, before) {
		t.Error("something was imported")
	}
}

// FuzzDecisions reads anything without a panic.
func FuzzDecisions(f *testing.F) {
	f.Add(`{"type":"tag","decision":"theme","tag":"x","theme":"theme:x"}`)
	f.Add("{}\n\n[")
	f.Fuzz(func(t *testing.T, text string) {
		if d, err := ingest.ReadDecisions("d", strings.NewReader(text)); err == nil && d == nil {
			t.Error("neither decisions nor faults")
		}
	})
}
