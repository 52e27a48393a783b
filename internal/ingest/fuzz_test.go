package ingest_test

import (
	"errors"
	"maps"
	"strings"
	"testing"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/ingest"
)

// FuzzImport reads anything. What comes of it is right on its own, stands where it is said to, and is the same the second
// time; or there are faults, and nothing.
func FuzzImport(f *testing.F) {
	f.Add(library)
	f.Add(doubtful)
	f.Add("@report{a, title={Return {\\\"u}ber Land}, author={Haddad, Lina and {The Team} and others}, year=2024, crossref={a}}")
	f.Add("Voices of return\n\n\nPublished May 2024\n\nIraq / Jordan\n\n#Research\n\nAuthors: Lina Haddad (ICMPD), and Dr. Feras.\n")
	f.Add(`{"title":"\u0000\u202e","contributors":[{"role":"author","name":"\t \n"}],"published":"2024-02-31","identifiers":{"url":"x y"}}`)
	f.Add("title,authors,date\n\"a\nb\",\"Haddad, Lina; X\",2024\n")
	f.Fuzz(func(t *testing.T, text string) {
		w := newWorld(graph.Change{})
		result, err := w.importing(t, "fuzz", text, ingest.Options{SkipRejected: true})
		if err != nil {
			var faults ingest.Faults
			if !errors.As(err, &faults) || len(w.facts) > 0 {
				t.Fatalf("%d facts, and the error %v", len(w.facts), err)
			}
			return
		}
		w.check(t)
		if result.Kinds[graph.KindReport].New == 0 && len(result.Rejected) == 0 {
			t.Error("neither reports nor rejected records")
		}
		before := maps.Clone(w.facts)
		if _, err := w.importing(t, "fuzz", text, ingest.Options{SkipRejected: true}); err != nil || !maps.Equal(before, w.facts) {
			t.Errorf("the second time: %v, %d facts became %d", err, len(before), len(w.facts))
		}
	})
}

// TestManyAuthors keeps ten thousand in their order.
func TestManyAuthors(t *testing.T) {
	const many = 10_000
	var text strings.Builder
	text.WriteString("TY  - RPRT\nTI  - A large collaboration\nPY  - 2024\n")
	syllables := []string{"ba", "do", "ki", "lu", "me", "na", "po", "ri", "su", "te"}
	for i := range many {
		text.WriteString("AU  - ")
		for n := i; ; n /= 10 {
			text.WriteString(syllables[n%10])
			if n < 10 {
				break
			}
		}
		text.WriteString("son, Lina\n")
	}
	text.WriteString("ER  - \n")
	w := newWorld(graph.Change{})
	w.must(t, "large.ris", text.String(), ingest.Options{})
	positions := map[int]bool{}
	for a := range w.facts {
		if a.Relation == graph.Author {
			positions[a.Evidence.Printed.Position] = true
		}
	}
	if len(positions) != many {
		t.Errorf("%d authors have a place", len(positions))
	}
}
