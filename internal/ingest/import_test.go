package ingest_test

import (
	"context"
	"errors"
	"maps"
	"strings"
	"testing"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/ingest"
)

// library is a small one, in RIS.
const library = `TY  - RPRT
TI  - Return migrants in Iraq
AU  - Haddad, Lina
AU  - Petreska, Elena
PY  - 2024/05//
KW  - Irregular Migration
KW  - Camel racing
DO  - 10.5555/one
ER  - 

TY  - RPRT
TI  - Voices of return
AU  - Haddad, Lina
PB  - Council for Protection Research
PY  - 2024/04//
ER  - 
`

const librarySource graph.SourceID = "source:library.ris"

// TestImport adds what a library says, with its evidence.
func TestImport(t *testing.T) {
	w := authority(t)
	result := w.must(t, "library.ris", library, ingest.Options{Publisher: "ICMPD"})
	expect(t, "people and reports", w.says(librarySource, graph.Label, graph.Author, graph.Publisher, graph.AboutTheme, graph.AboutCountry), []string{
		"organisation:council-for-protection-research LABEL Council for Protection Research",
		"person:elena-petreska LABEL Elena Petreska",
		"person:lina-haddad LABEL Lina Haddad",
		"report:2024-04-voices-of-return AUTHOR person:lina-haddad",
		"report:2024-04-voices-of-return LABEL Voices of return",
		"report:2024-04-voices-of-return PUBLISHER organisation:council-for-protection-research",
		"report:2024-05-return-migrants-in-iraq ABOUT_COUNTRY country:IQ",
		"report:2024-05-return-migrants-in-iraq ABOUT_THEME theme:irregular-migration",
		"report:2024-05-return-migrants-in-iraq AUTHOR person:elena-petreska",
		"report:2024-05-return-migrants-in-iraq AUTHOR person:lina-haddad",
		"report:2024-05-return-migrants-in-iraq LABEL Return migrants in Iraq",
		"report:2024-05-return-migrants-in-iraq PUBLISHER organisation:icmpd",
	})
	if c := result.Kinds[graph.KindReport]; result.Records != 2 || *c != (ingest.Counts{New: 2}) {
		t.Errorf("%d records, counts %+v", result.Records, c)
	}
	if result.UnknownTags != 1 {
		t.Errorf("%d unknown tags, notices %v", result.UnknownTags, result.Notices)
	}
	for a := range w.facts {
		if a.Relation == graph.Author && a.Object.Entity == "person:elena-petreska" {
			quote, _ := graph.Quote(library, a.Evidence.Place)
			if p := a.Evidence.Printed; quote != "Petreska, Elena" || p.As != quote || p.Position != 2 || a.Evidence.Method != graph.Stated {
				t.Errorf("the evidence %+v quotes %q", a.Evidence, quote)
			}
		}
		if a.Relation == graph.Publisher && a.Object.Entity == "organisation:icmpd" && a.Evidence.Method != graph.Curated {
			t.Errorf("the publisher is %s", a.Evidence.Method)
		}
	}
}

// TestTwice imports a document again: nothing changes, in whatever order the graph is read.
func TestTwice(t *testing.T) {
	w := authority(t)
	w.must(t, "library.ris", library, ingest.Options{})
	before := maps.Clone(w.facts)
	for range 3 {
		result := w.must(t, "library.ris", library, ingest.Options{})
		if !maps.Equal(w.facts, before) {
			t.Fatalf("%d facts became %d", len(before), len(w.facts))
		}
		for kind, c := range result.Kinds {
			if c.New+c.Changed+c.Gone+c.Rejected > 0 {
				t.Errorf("%s: %+v", kind, c)
			}
		}
	}
}

// TestCorrected replaces what a document said before, and leaves what others say.
func TestCorrected(t *testing.T) {
	w := authority(t)
	w.must(t, "library.ris", library, ingest.Options{})
	other := strings.ReplaceAll(library, "KW  - Camel racing\n", "")
	w.must(t, "other.ris", other, ingest.Options{})
	said := w.says("source:other.ris")

	corrected := strings.Replace(library, "Haddad, Lina\nAU  - Petreska, Elena", "Haddad, Omar\nAU  - Petreska, Elena", 1)
	corrected = strings.Replace(corrected, "2024/05", "2024/05/17", 1)
	corrected = "TY  - RPRT\nTI  - A new one\nER  - \n\n" + corrected
	result := w.must(t, "library.ris", corrected, ingest.Options{})
	expect(t, "what others say", w.says("source:other.ris"), said)
	expect(t, "authors and dates", w.says(librarySource, graph.Author, graph.Published), []string{
		"report:2024-04-voices-of-return AUTHOR person:lina-haddad",
		"report:2024-04-voices-of-return PUBLISHED 2024-04",
		"report:2024-05-return-migrants-in-iraq AUTHOR person:elena-petreska",
		"report:2024-05-return-migrants-in-iraq AUTHOR person:omar-haddad",
		"report:2024-05-return-migrants-in-iraq PUBLISHED 2024-05-17",
	})
	if c := result.Kinds[graph.KindReport]; c.New != 1 {
		t.Errorf("%+v", c)
	}
	w.must(t, "library.ris", library, ingest.Options{})
	if w.has(librarySource, "person:omar-haddad LABEL Omar Haddad") {
		t.Error("what was taken back is still there")
	}
}

// TestNameKept takes a document's records away of which others speak: what they speak of keeps its name.
func TestNameKept(t *testing.T) {
	w := authority(t)
	w.must(t, "library.ris", library, ingest.Options{})
	// another document names the same person by the same ORCID-less name, in capitals, which is no name of its own
	w.must(t, "other.ris", "TY  - RPRT\nTI  - Other\nAU  - HADDAD, LINA\nER  - \n", ingest.Options{})
	if !w.has("source:other.ris", "report:other AUTHOR person:lina-haddad") {
		t.Fatal(w.says("source:other.ris"))
	}
	small := "TY  - RPRT\nTI  - Nothing of that\nER  - \n"
	w.must(t, "library.ris", small, ingest.Options{})
	if !w.has(librarySource, "person:lina-haddad LABEL Lina Haddad") {
		t.Error(w.says(librarySource))
	}
	before := maps.Clone(w.facts)
	w.must(t, "library.ris", small, ingest.Options{})
	if !maps.Equal(w.facts, before) {
		t.Error("the same document changes something")
	}
}

// TestRejected refuses a document with a record that can't be read, or leaves the record out when it is told to.
func TestRejected(t *testing.T) {
	broken := library + "\nJF  - no beginning\nTI  - Lost\nER  - \n"
	w := authority(t)
	before := maps.Clone(w.facts)
	_, err := w.importing(t, "library.ris", broken, ingest.Options{})
	if faults := faultLines(t, err); len(faults) == 0 || !strings.HasPrefix(faults[0], "library.ris:18: ") {
		t.Errorf("the faults are %q", faults)
	}
	if !maps.Equal(w.facts, before) {
		t.Error("something was imported")
	}
}

// TestSkipRejected leaves out one record of a JSONL file and says which.
func TestSkipRejected(t *testing.T) {
	text := `{"title":"A report on return","type":"report"}` + "\n" + `{"title":` + "\n" + `{"title":"Another report","type":"report"}` + "\n"
	w := authority(t)
	if _, err := w.importing(t, "works.jsonl", text, ingest.Options{}); len(faultLines(t, err)) != 1 {
		t.Errorf("the error is %v", err)
	}
	result := w.must(t, "works.jsonl", text, ingest.Options{SkipRejected: true})
	if len(result.Rejected) != 1 || result.Rejected[0].Line != 2 || result.Kinds[graph.KindReport].New != 2 || result.Kinds[graph.KindReport].Rejected != 1 {
		t.Errorf("%+v, %+v", result.Rejected, result.Kinds[graph.KindReport])
	}
}

// TestPublisher is known to the graph, or new.
func TestPublisher(t *testing.T) {
	w := authority(t)
	_, err := w.importing(t, "library.ris", library, ingest.Options{Publisher: "organisation:nobody"})
	if graph.CodeOf(err) != graph.BadInput {
		t.Errorf("the error is %v", err)
	}
	w.must(t, "library.ris", library, ingest.Options{Publisher: "Forum Wanderung"})
	if !w.has(librarySource, "report:2024-05-return-migrants-in-iraq PUBLISHER organisation:forum-wanderung") {
		t.Error(w.says(librarySource, graph.Publisher))
	}
	before := maps.Clone(w.facts)
	w.must(t, "library.ris", library, ingest.Options{Publisher: "Forum Wanderung"})
	if !maps.Equal(w.facts, before) {
		t.Error("the same publisher changes something")
	}
}

// TestWithoutTitle gives a record without a title a code for a name.
func TestWithoutTitle(t *testing.T) {
	w := authority(t)
	w.must(t, "untitled.ris", "TY  - RPRT\nID  - Haddad2024\nAU  - Haddad, Lina\nER  - \n\nTY  - RPRT\nDO  - 10.5555/x\nER  - \n\nTY  - RPRT\nPY  - 2024\nER  - \n", ingest.Options{})
	expect(t, "labels", w.says("source:untitled.ris", graph.Label), []string{
		"person:lina-haddad LABEL Lina Haddad",
		"report:2024-untitled-ris-10 LABEL untitled.ris:10",
		"report:doi-10-5555-x LABEL doi:10.5555/x",
		"report:haddad2024 LABEL Haddad2024",
	})
	for a := range w.facts {
		if a.Subject == "report:haddad2024" && a.Relation == graph.Label && a.Object.Text.Kind != graph.Code {
			t.Errorf("the label is %s", a.Object.Text.Kind)
		}
	}
	before := maps.Clone(w.facts)
	w.must(t, "untitled.ris", "TY  - RPRT\nID  - Haddad2024\nAU  - Haddad, Lina\nER  - \n\nTY  - RPRT\nDO  - 10.5555/x\nER  - \n\nTY  - RPRT\nPY  - 2024\nER  - \n", ingest.Options{})
	if !maps.Equal(w.facts, before) {
		t.Error("the same document changes something")
	}
}

// TestCancelled ends in the context's error.
func TestCancelled(t *testing.T) {
	w := authority(t)
	document, err := ingest.Open(t.Context(), "library.ris", strings.NewReader(library), ingest.Options{})
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	change, err := document.Change(ctx, w)
	if err != nil {
		t.Fatal(err)
	}
	cancel()
	var last error
	for _, err := range change.Assert {
		last = err
	}
	if !errors.Is(last, ctx.Err()) {
		t.Errorf("the stream ends with %v", last)
	}
}

// TestSourceOf names documents.
func TestSourceOf(t *testing.T) {
	for name, want := range map[string]graph.SourceID{
		"folder/library.ris.gz": "source:library.ris", "library.ris": "source:library.ris", "source:mine": "source:mine", "mine": "source:mine",
	} {
		if got := ingest.SourceOf(name); got != want {
			t.Errorf("%s is %s, not %s", name, got, want)
		}
	}
	a, b := ingest.SourceOf("مكتبة 1.ris"), ingest.SourceOf("مكتبه 1.ris")
	if _, err := graph.ParseSourceID(string(a)); err != nil || a == b {
		t.Errorf("%s and %s: %v", a, b, err)
	}
}
