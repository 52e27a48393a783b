package seeds_test

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/wasl-graph/wasl/graph"
)

// documents are the lines of the real documents, by source. They lie in the folder that WASL_SAMPLES names, under any
// names: a document is known by its digest.
func documents(t *testing.T) map[graph.SourceID][]string {
	t.Helper()
	folder := os.Getenv("WASL_SAMPLES")
	if folder == "" {
		t.Skip("WASL_SAMPLES does not name a folder with the documents that the seeds were made from")
	}
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	texts := map[string]string{}
	for _, entry := range entries {
		if entry.IsDir() {
			continue
		}
		data, err := os.ReadFile(filepath.Join(folder, entry.Name()))
		if err != nil {
			t.Fatal(err)
		}
		sum := sha256.Sum256(data)
		texts[hex.EncodeToString(sum[:])] = string(data)
	}
	found := map[graph.SourceID][]string{}
	for _, s := range read(t).Sources {
		text, there := texts[s.SHA256]
		switch {
		case there:
			found[s.ID] = strings.Split(text, "\n")
		case s.Format == "text/plain":
			t.Errorf("no file in %s has the digest of %s", folder, s.ID)
		}
	}
	return found
}

// TestQuotes wants every quoted word to stand verbatim on the line that is named.
func TestQuotes(t *testing.T) {
	texts := documents(t)
	quotes := 0
	for _, a := range read(t).Assert {
		e := a.Evidence
		lines, there := texts[e.Source]
		if !there || e.Place.Line() == 0 {
			continue
		}
		what := fmt.Sprintf("%s %s %s: line %d of %s", a.Subject, a.Relation, a.Object, e.Place.Line(), e.Source)
		if e.Place.Line() > len(lines) {
			t.Errorf("%s is not there", what)
			continue
		}
		line := lines[e.Place.Line()-1]
		if e.Words != "" {
			quotes++
		}
		if !strings.Contains(line, e.Words) {
			t.Errorf("%s does not say %q", what, e.Words)
		}
		for _, printed := range []string{e.Printed.As, e.Printed.AffiliationAs} {
			if !strings.Contains(line, printed) {
				t.Errorf("%s does not print %q", what, printed)
			}
		}
	}
	if quotes < 150 {
		t.Errorf("only %d quotes were compared", quotes)
	}
}

// TestPrintedTexts wants what is said to be printed in a document, a title or a tag, to stand on its line as it is.
func TestPrintedTexts(t *testing.T) {
	texts := documents(t)
	for _, a := range read(t).Assert {
		text, e := a.Object.Text, a.Evidence
		lines, there := texts[e.Source]
		if !there || e.Place.Line() == 0 || e.Place.Line() > len(lines) || text.Standing != graph.Attested || a.Object.Form() != graph.ToText ||
			a.Relation.Form() == graph.ToCode {
			continue
		}
		if !strings.Contains(loose(lines[e.Place.Line()-1]), loose(text.Value)) {
			t.Errorf("%s %s: line %d of %s does not print %q", a.Subject, a.Relation, e.Place.Line(), e.Source, text.Value)
		}
	}
}

// loose forgives that headings are printed in capitals, and a double name with spaces about its hyphen.
func loose(s string) string { return strings.ToLower(strings.ReplaceAll(s, " - ", "-")) }

// TestNothingIsCopied wants no sentence of the documents in our descriptions and notes: no eight words in a row.
func TestNothingIsCopied(t *testing.T) {
	const run = 8
	var all strings.Builder
	for _, lines := range documents(t) {
		all.WriteString(normal(strings.Join(lines, " ")) + " ")
	}
	for _, a := range read(t).Assert {
		if a.Relation != graph.Description && a.Relation != graph.Note {
			continue
		}
		words := strings.Fields(normal(a.Object.Text.Value))
		for i := 0; i+run <= len(words); i++ {
			if part := strings.Join(words[i:i+run], " "); strings.Contains(all.String(), part) {
				t.Errorf("%s %s copies %q", a.Subject, a.Relation, part)
			}
		}
	}
}

// normal is a text in small letters and single spaces, without punctuation.
func normal(s string) string {
	s = strings.Map(func(c rune) rune {
		if strings.ContainsRune(`.,;:!?"'()*#“”„–-/`, c) {
			return ' '
		}
		return c
	}, s)
	return strings.ToLower(strings.Join(strings.Fields(s), " "))
}
