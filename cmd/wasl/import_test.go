package main

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/wasl-graph/wasl/internal/ingest"
	"github.com/wasl-graph/wasl/internal/ingest/gen"
)

const smallLibrary = `TY  - RPRT
TI  - Return migrants in Iraq
AU  - Haddad, Lina
AU  - Haddad, L.
PY  - 2024/05//
KW  - Irregular Migration
KW  - Going home
ER  - 
`

// libraryFile writes a library into a folder of its own.
func libraryFile(t testing.TB, name, text string) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), name)
	write(t, file, []byte(text))
	return file
}

// countReports asks a data folder how many reports it has.
func countReports(t *testing.T, folder string) string {
	t.Helper()
	o := waslWith(t, strings.NewReader("{reports{totalCount}}"), "query", "--data", folder, "-")
	if o.code != exitOK {
		t.Fatalf("%+v", o)
	}
	return compact(t, o.out)
}

// TestImport reads a file into a folder of seeds, and once more.
func TestImport(t *testing.T) {
	folder, file := seeded(t), libraryFile(t, "library.ris", smallLibrary)
	o := wasl(t, "import", "--data", folder, file)
	for _, want := range []string{
		"library.ris: 1 records in the format ris, known as source:library.ris\n", "  reports: 1 new, 0 changed, 0 known, 0 rejected\n",
		"  people: 2 new,", "library.ris:7: tag \"Going home\"", "to decide: 1 names", "revision 2-",
	} {
		if !strings.Contains(o.out, want) {
			t.Errorf("it does not say %q", want)
		}
	}
	if o.code != exitOK || t.Failed() {
		t.Fatalf("%+v", o)
	}
	if got := countReports(t, folder); got != `{"data":{"reports":{"totalCount":17}}}` {
		t.Error(got)
	}
	again := wasl(t, "import", "--data", folder, file)
	if again.code != exitOK || !strings.Contains(again.out, "reports: 0 new, 0 changed, 1 known") || !strings.Contains(again.out, "revision 2-") {
		t.Errorf("the second time: %+v", again)
	}
	if o := wasl(t, "check", "--data", folder); o.code != exitOK {
		t.Errorf("%+v", o)
	}
}

// TestImportIntoANewFolder fills it first, with all seeds or with authority data only.
func TestImportIntoANewFolder(t *testing.T) {
	file := libraryFile(t, "library.ris", smallLibrary)
	for _, c := range []struct {
		args []string
		want string
	}{
		{nil, `{"data":{"reports":{"totalCount":17}}}`},
		{[]string{"--no-seed-reports"}, `{"data":{"reports":{"totalCount":1}}}`},
	} {
		folder := filepath.Join(t.TempDir(), "new")
		o := wasl(t, append([]string{"import", "--data", folder, file}, c.args...)...)
		if got := countReports(t, folder); o.code != exitOK || got != c.want {
			t.Errorf("%v: %s, %+v", c.args, got, o)
		}
		if o := wasl(t, "check", "--data", folder); o.code != exitOK {
			t.Errorf("%v: %+v", c.args, o)
		}
	}
}

// TestDryRun says what would change and changes nothing, not even a folder that isn't there.
func TestDryRun(t *testing.T) {
	file := libraryFile(t, "library.ris", smallLibrary)
	folder := seeded(t)
	before, err := os.ReadFile(filepath.Join(folder, "graph.db"))
	if err != nil {
		t.Fatal(err)
	}
	missing := filepath.Join(t.TempDir(), "new")
	for _, data := range []string{folder, missing} {
		o := wasl(t, "import", "--dry-run", "--data", data, file)
		if o.code != exitOK || !strings.Contains(o.out, "reports: 1 new") || !strings.Contains(o.out, "revision 1-") || !strings.Contains(o.out, "a dry run") {
			t.Errorf("%+v", o)
		}
	}
	if _, err := os.Stat(missing); !os.IsNotExist(err) {
		t.Error("the folder was made")
	}
	after, err := os.ReadFile(filepath.Join(folder, "graph.db"))
	if err != nil || !bytes.Equal(before, after) {
		t.Error("the graph was changed: ", err)
	}
}

// TestImportJSON is for machines.
func TestImportJSON(t *testing.T) {
	o := wasl(t, "import", "--json", "--data", seeded(t), libraryFile(t, "library.ris", smallLibrary))
	var report importReport
	if err := json.Unmarshal([]byte(o.out), &report); err != nil || len(report.Files) != 1 {
		t.Fatalf("%v: %+v", err, o)
	}
	f := report.Files[0]
	if !f.Imported || f.Counts["REPORT"].New != 1 || f.Source != "source:library.ris" || !strings.HasPrefix(report.Revision, "2-") ||
		len(f.NotUnderstood) != f.NotUnderstoodCount || f.NotUnderstood[0].Line == 0 || f.UnknownTags != 1 {
		t.Errorf("%+v", report)
	}
}

// TestWithheldIsSaid: what curators took back is counted where people read, and only then.
func TestWithheldIsSaid(t *testing.T) {
	for count, want := range map[int]bool{0: false, 3: true} {
		var b strings.Builder
		describe(&b, ingest.FileReport{Imported: true, Withheld: count})
		if got := strings.Contains(b.String(), "withheld: 3 statements that curators took back\n"); got != want {
			t.Errorf("%d: %s", count, b.String())
		}
	}
}

// TestImportStandardInput needs a name, and takes compressed bytes.
func TestImportStandardInput(t *testing.T) {
	var packed bytes.Buffer
	zip := gzip.NewWriter(&packed)
	if _, err := zip.Write([]byte(smallLibrary)); err != nil || zip.Close() != nil {
		t.Fatal(err)
	}
	folder := seeded(t)
	o := waslWith(t, &packed, "import", "--data", folder, "--source", "mine", "-")
	if o.code != exitOK || !strings.Contains(o.out, "known as source:mine") {
		t.Errorf("%+v", o)
	}
	if o := wasl(t, "import", "--data", folder, "-"); o.code != exitUsage || !strings.Contains(sentence(t, o), "--source") {
		t.Errorf("%+v", o)
	}
}

// TestImportFaults refuses what can't be read, with the place, and imports nothing of it.
func TestImportFaults(t *testing.T) {
	good := libraryFile(t, "good.ris", smallLibrary)
	bad := libraryFile(t, "bad.ris", smallLibrary+"\nJF  - no beginning\n")
	binary := libraryFile(t, "picture.png", "\x89PNG\r\n\x1a\n\x00\x00\x00")
	folder := seeded(t)
	o := wasl(t, "import", "--data", folder, bad, good)
	if o.code != exitInvalid || !strings.Contains(o.err, "bad.ris:10: ") || !strings.Contains(o.out, "revision 1-") || strings.Contains(o.out, "good.ris") {
		t.Errorf("%+v", o)
	}
	o = wasl(t, "import", "--data", folder, "--keep-going", binary, bad, good)
	if o.code != exitInvalid || !strings.Contains(o.err, "picture.png") || !strings.Contains(o.out, "bad.ris: not imported") || !strings.Contains(o.out, "good.ris: 1 records") {
		t.Errorf("%+v", o)
	}
	if got := countReports(t, folder); got != `{"data":{"reports":{"totalCount":17}}}` {
		t.Error(got)
	}
	if o := wasl(t, "import", "--data", folder, filepath.Join(t.TempDir(), "missing.ris")); o.code != exitFailure {
		t.Errorf("%+v", o)
	}
}

// TestImportUsage refuses command lines that can't be meant.
func TestImportUsage(t *testing.T) {
	file := libraryFile(t, "library.ris", smallLibrary)
	for _, c := range []struct {
		args []string
		want string
	}{
		{nil, "at least one file"},
		{[]string{"--source", "x", file, "other.ris"}, "--source"},
		{[]string{file, filepath.Join("elsewhere", "library.ris")}, "one name"},
		{[]string{"--format", "pdf", file}, "--format"},
		{[]string{"--encoding", "ebcdic", file}, "--encoding"},
		{[]string{"--review", "x", "--decisions", "x", file}, "--review"},
	} {
		o := wasl(t, append([]string{"import", "--data", t.TempDir()}, c.args...)...)
		if o.code != exitUsage || !strings.Contains(sentence(t, o), c.want) {
			t.Errorf("%v: %+v", c.args, o)
		}
	}
}

// TestImportLocked says that another process has the folder.
func TestImportLocked(t *testing.T) {
	folder := seeded(t)
	store, _, err := openGraph(t.Context(), folder, newLog(&bytes.Buffer{}, false))
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	o := wasl(t, "import", "--data", folder, libraryFile(t, "library.ris", smallLibrary))
	if o.code != exitFailure || !strings.Contains(sentence(t, o), "another process has this data folder open") {
		t.Errorf("%+v", o)
	}
}

// TestImportReviewed goes from the review to the decisions. A failure leaves an earlier review as it was.
func TestImportReviewed(t *testing.T) {
	folder, file := seeded(t), libraryFile(t, "library.ris", smallLibrary)
	review := filepath.Join(t.TempDir(), "review.jsonl")
	if o := wasl(t, "import", "--data", folder, "--review", review, file); o.code != exitOK {
		t.Fatalf("%+v", o)
	}
	text, err := os.ReadFile(review)
	if err != nil || strings.Count(string(text), "\n") != 2 {
		t.Fatalf("%v: %s", err, text)
	}
	bad := libraryFile(t, "bad.ris", "JF  - no beginning\n")
	if o := wasl(t, "import", "--data", folder, "--review", review, "--format", "ris", bad); o.code != exitInvalid {
		t.Errorf("%+v", o)
	}
	if after, err := os.ReadFile(review); err != nil || !bytes.Equal(after, text) {
		t.Error("a failure changed the review: ", err)
	}
	edited := strings.ReplaceAll(string(text), `"type":"candidate","decision":""`, `"type":"candidate","decision":"different"`)
	edited = strings.ReplaceAll(edited, `"type":"tag","decision":""`, `"type":"tag","decision":"theme","theme":"theme:return-reintegration"`)
	decisions := libraryFile(t, "decisions.jsonl", edited)
	o := wasl(t, "import", "--data", folder, "--decisions", decisions, file)
	if o.code != exitOK || strings.Contains(o.out, "to decide") || !strings.Contains(o.out, "reports: 0 new, 1 changed") {
		t.Errorf("%+v", o)
	}
}

// generated writes a library of n records.
func generated(t testing.TB, n int) string {
	t.Helper()
	var text bytes.Buffer
	if err := gen.RIS(&text, n); err != nil {
		t.Fatal(err)
	}
	return libraryFile(t, "library.ris", text.String())
}
