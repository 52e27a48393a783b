package search_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/wasl-graph/wasl/internal/search"
)

// TestRelevance runs the tables of testdata on the seeds, and tables of queries in the folder that WASL_SAMPLES names.
func TestRelevance(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no tables", err)
	}
	if folder := os.Getenv("WASL_SAMPLES"); folder != "" {
		files = append(files, tablesIn(t, folder)...)
	}
	for _, name := range files {
		t.Run(filepath.Base(name), func(t *testing.T) { runTable(t, name) })
	}
}

// tablesIn are the files of a folder that say in their first line that queries follow.
func tablesIn(t *testing.T, folder string) []string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(folder, "*.tsv"))
	if err != nil {
		t.Fatal(err)
	}
	return slices.DeleteFunc(files, func(name string) bool {
		content, err := os.ReadFile(name)
		return err != nil || !strings.HasPrefix(string(content), "# query")
	})
}

func runTable(t *testing.T, name string) {
	file, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	table, err := search.ParseTable(file)
	if err != nil {
		t.Fatal(err)
	}
	if len(table.Rows) == 0 {
		t.Fatalf("%s has no rows", name)
	}
	results, err := seeded(t).Check(t.Context(), table)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range results {
		if !r.Met() {
			t.Errorf("%s:%d: %q (read as %q): missing %v, must not find %v: %s", name, r.Line, r.Query, r.Offered, r.Missing, r.Intruders, r.Why)
		}
	}
}

const example = `# A remark.

@IQ country:IQ
# R1	FIMAS Sonderauswertung Vorarlberg
Irak | IQ R1 | country:IR | a name
Irak | country:IR | IQ R1 | the other way round
Irqa | IQ | | TYPO: a slip
`

func TestCheck(t *testing.T) {
	table, err := search.ParseTable(strings.NewReader(example))
	if err != nil {
		t.Fatal(err)
	}
	results, err := seeded(t).Check(t.Context(), table)
	if err != nil {
		t.Fatal(err)
	}
	var report strings.Builder
	if err := search.WriteReport(&report, results); err != nil {
		t.Fatal(err)
	}
	want := "2/2\tIrak\n" +
		"0/1\tIrak\tmissing: country:IR\tmust not be found: IQ R1\t(the other way round)\n" +
		"1/1\tIrqa → Iraq\n" +
		"2 of 3 rows met; recall 0.750 (3 of 4)\n"
	if report.String() != want {
		t.Errorf("got\n%swant\n%s", report.String(), want)
	}
}

func TestParseTable(t *testing.T) {
	tabs := "Irqa\tIQ\ta slip\tTYPO\n"
	table, err := search.ParseTable(strings.NewReader(tabs))
	if err != nil || len(table.Rows) != 1 {
		t.Fatal(table, err)
	}
	if r := table.Rows[0]; r.Query != "Irqa" || len(r.Must) != 1 || !r.Typo || r.Why != "a slip TYPO" || r.Line != 1 {
		t.Errorf("%+v", r)
	}
	for text, want := range map[string]string{
		"\nIrak | IQ\n":           "line 2: expected 4 columns (query | must find | must not find | why), got 2",
		"@IQ iraq\n":              `line 1: id: "iraq" is not valid; expected an id such as country:IQ or project:parim-ii`,
		"Irak | XX | | no such\n": `line 1: "XX" is the name of nothing in the graph`,
		"Irak | | XX | no such\n": `line 1: "XX" is the name of nothing in the graph`,
	} {
		table, err := search.ParseTable(strings.NewReader(text))
		if err == nil {
			_, err = seeded(t).Check(t.Context(), table)
		}
		if err == nil || err.Error() != want {
			t.Errorf("%q: %v, want %s", text, err, want)
		}
	}
}
