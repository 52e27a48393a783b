package ingest_test

import (
	"errors"
	"io/fs"
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/ingest"
)

// TestReadSeeds reads the valid set and looks at every field of some facts.
func TestReadSeeds(t *testing.T) {
	change, err := ingest.ReadSeeds(valid(t), then)
	if err != nil {
		t.Fatal(err)
	}
	if change.Author != "wasl" || change.Reason == "" || !change.Time.Equal(then) || len(change.Retract) != 0 {
		t.Errorf("the change is by %q at %v because %q and retracts %v", change.Author, change.Time, change.Reason, change.Retract)
	}
	want := []graph.Assertion{
		{
			Statement: graph.Statement{Subject: "country:IQ", Relation: graph.Label, Object: graph.Object{Text: graph.Text{Value: "العراق", Language: graph.Arabic}}},
			Evidence:  graph.Evidence{Source: "source:editors", Method: graph.Curated},
		},
		{
			Statement: graph.Statement{Subject: "report:first", Relation: graph.Label, Object: graph.Object{Text: graph.Text{Value: "A first report", Language: graph.English, Standing: graph.Attested}}},
			Evidence:  graph.Evidence{Source: "source:paper", Method: graph.Stated, Place: graph.AtLine(1), Words: "A first report"},
		},
		{
			Statement: graph.Statement{Subject: "report:first", Relation: graph.Label, Object: graph.Object{Text: graph.Text{Value: "Ein erster Bericht", Language: graph.German, Kind: graph.Translated}}},
			Evidence:  graph.Evidence{Source: "source:editors", Method: graph.Curated},
		},
		{
			Statement: graph.Statement{Subject: "report:first", Relation: graph.Published, Object: graph.Object{Date: date(t, "2024-06")}},
			Evidence:  graph.Evidence{Source: "source:paper", Method: graph.Stated, Place: graph.AtLine(2), Words: "June 2024"},
		},
		{
			Statement: graph.Statement{Subject: "report:first", Relation: graph.HasType, Object: graph.CodeObject("REPORT")},
			Evidence:  graph.Evidence{Source: "source:paper", Method: graph.Stated, Place: graph.AtLine(1)},
		},
		{
			Statement: graph.Statement{Subject: "report:first", Relation: graph.Author, Object: graph.Object{Entity: "person:ada"}},
			Evidence: graph.Evidence{
				Source: "source:paper", Method: graph.Stated, Place: graph.AtLine(3), Words: "Ada Example (The Institute)",
				Printed: graph.Printed{Position: 1, As: "Ada Example", Affiliation: "organisation:institute", AffiliationAs: "The Institute"},
			},
		},
		{
			Statement: graph.Statement{Subject: "report:first", Relation: graph.Author, Object: graph.Object{Text: graph.Text{Value: "her team", Language: graph.English}}},
			Evidence:  graph.Evidence{Source: "source:paper", Method: graph.Stated, Place: graph.AtLine(3), Words: "and her team", Printed: graph.Printed{Position: 2}},
		},
		{
			Statement: graph.Statement{Subject: "report:first", Relation: graph.AboutCountry, Object: graph.Object{Entity: "country:IQ"}},
			Evidence:  graph.Evidence{Source: "source:paper", Method: graph.Inferred, Rule: graph.TitleNamesPlace, Place: graph.AtLine(1), Words: "A first report"},
		},
		{
			Statement: graph.Statement{Subject: "report:first", Relation: graph.SourceTag, Object: graph.Object{Text: graph.Text{Value: "Policy", Language: graph.English}}},
			Evidence:  graph.Evidence{Source: "source:paper", Method: graph.Tagged, Place: graph.AtLine(4), Words: "#Policy", Printed: graph.Printed{Position: 2}},
		},
	}
	for _, a := range want {
		if !slices.Contains(change.Assert, a) {
			t.Errorf("%s %s %s is not among what is asserted", a.Subject, a.Relation, a.Object)
		}
	}
	if got := len(change.Assert); got != 19 {
		t.Errorf("%d facts, want 19", got)
	}
}

func date(t *testing.T, s string) graph.Date {
	t.Helper()
	d, err := graph.ParseDate(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// TestReadSources reads a document and a reference.
func TestReadSources(t *testing.T) {
	change, err := ingest.ReadSeeds(valid(t), then)
	if err != nil {
		t.Fatal(err)
	}
	title := func(value string) graph.Text {
		return graph.Text{Value: value, Language: graph.English, Standing: graph.Attested}
	}
	want := []graph.Source{
		{
			ID: "source:editors", Title: title("The editors' wording"), Format: graph.ReferenceFormat, Imported: then,
			// of "The editors' wording\n"
			SHA256: "4eee71ce105121c0bf0c4f79c12e8f93b67e8cc09783db127f2e4d5d84297ce8",
		},
		{
			ID: "source:paper", Title: title("A paper"), URL: "https://example.org/paper", Format: "text/plain", Imported: then,
			SHA256: "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
		},
	}
	if !reflect.DeepEqual(change.Sources, want) {
		t.Errorf("got  %+v\nwant %+v", change.Sources, want)
	}
}

// TestSeveralPiecesOfEvidence says the same thing twice for different reasons, which is no duplicate.
func TestSeveralPiecesOfEvidence(t *testing.T) {
	files := valid(t)
	asia := files["regions/asia.yaml"]
	asia.Data = append(asia.Data, `  - {text: "Asia", language: en, source: source:paper, line: 7}
alternative_label:
  - {text: "Asien", language: en}
  - {text: "Asien", language: en, source: source:paper, line: 8}
`...)
	if _, err := ingest.ReadSeeds(files, then); err != nil {
		t.Error(err)
	}
}

// TestGoFilesArePassedOver reads a folder as it stands in the project, beside the Go files that embed it.
func TestGoFilesArePassedOver(t *testing.T) {
	files := valid(t)
	files["embed.go"] = &fstest.MapFile{Data: []byte("package seeds\n")}
	if _, err := ingest.ReadSeeds(files, then); err != nil {
		t.Error(err)
	}
}

func TestNoSeeds(t *testing.T) {
	change, err := ingest.ReadSeeds(fstest.MapFS{}, then)
	if err != nil || !change.Empty() {
		t.Errorf("got %v and %v, want an empty change", change, err)
	}
}

// TestUnreadableFile makes one file fail: the error is the file system's, and there is no change.
func TestUnreadableFile(t *testing.T) {
	change, err := ingest.ReadSeeds(failing{valid(t)}, then)
	if !errors.Is(err, fs.ErrPermission) || !change.Empty() {
		t.Errorf("got %v and %v, want only an error", change, err)
	}
}

// failing is a file system in which one file may not be opened.
type failing struct{ fstest.MapFS }

func (f failing) Open(name string) (fs.File, error) {
	if name == "regions/asia.yaml" {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrPermission}
	}
	return f.MapFS.Open(name)
}

// FuzzReadSeeds puts anything in the place of one file. Whatever it is, reading ends with a whole change, every fact of
// which is right, or with faults that have a place.
func FuzzReadSeeds(f *testing.F) {
	for file := range maps.Values(valid(f)) {
		f.Add("regions/asia.yaml", file.Data)
	}
	f.Add("sources/paper.yaml", []byte("id: source:paper\ntitle: &a {text: *a}\n"))
	f.Add("regions/asia.yaml", []byte("? {a: [*b]}\n: !!x |2\n  y\n"))
	base := valid(f)
	f.Fuzz(func(t *testing.T, name string, data []byte) {
		if !fs.ValidPath(name) || name == "." {
			return
		}
		for other := range base { // a file can't be a folder too
			if strings.HasPrefix(other, name+"/") || strings.HasPrefix(name, other+"/") {
				return
			}
		}
		files := maps.Clone(base)
		files[name] = &fstest.MapFile{Data: data}
		change, err := ingest.ReadSeeds(files, then)
		if err == nil {
			for _, a := range change.Assert {
				if err := a.Check(); err != nil {
					t.Error(err)
				}
			}
			return
		}
		var faults ingest.Faults
		if !errors.As(err, &faults) || len(faults) == 0 || !change.Empty() {
			t.Fatalf("got %v and %v", change, err)
		}
		lines := strings.Count(string(data), "\n") + strings.Count(string(data), "\r") + 2
		for _, fault := range faults {
			if fault.File == name && fault.Line > max(lines, 40) || fault.What == "" {
				t.Errorf("no such place: %s", fault)
			}
		}
	})
}

func BenchmarkReadSeeds(b *testing.B) {
	files := valid(b)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := ingest.ReadSeeds(files, time.Time{}); err != nil {
			b.Fatal(err)
		}
	}
}
