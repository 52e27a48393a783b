package ingest_test

import (
	"bytes"
	"errors"
	"flag"
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"golang.org/x/tools/txtar"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/ingest"
)

var update = flag.Bool("update", false, "write what the tests find into the golden files")

// then is when the test's seeds are recorded.
var then = time.Date(2024, 6, 15, 12, 0, 0, 0, time.UTC)

// valid is a small set of seeds without a fault. Each call returns a new one, for a test to break in one place.
func valid(t testing.TB) fstest.MapFS {
	t.Helper()
	archive, err := txtar.ParseFile(filepath.Join("testdata", "valid.txtar"))
	if err != nil {
		t.Fatal(err)
	}
	files := fstest.MapFS{}
	for _, f := range archive.Files {
		files[f.Name] = &fstest.MapFile{Data: bytes.Clone(f.Data)} // the archive's files share one array
	}
	return files
}

// TestFaults reads, for each archive in testdata/faults, the valid set with the archive's files over it. What must be
// wrong stands in the archive's last file, want.
func TestFaults(t *testing.T) {
	names, err := filepath.Glob(filepath.Join("testdata", "faults", "*.txtar"))
	if err != nil || len(names) == 0 {
		t.Fatalf("no archives: %v", err)
	}
	for _, name := range names {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			want := &archive.Files[len(archive.Files)-1]
			if want.Name != "want" {
				t.Fatalf("the last file is %s, not want", want.Name)
			}
			files := valid(t)
			for _, f := range archive.Files[:len(archive.Files)-1] {
				files[f.Name] = &fstest.MapFile{Data: f.Data}
			}
			got := faultsOf(t, files)
			if *update {
				want.Data = []byte(got)
				if err := os.WriteFile(name, txtar.Format(archive), 0o600); err != nil {
					t.Fatal(err)
				}
			}
			if got != string(want.Data) {
				t.Errorf("got\n%swant\n%s", got, want.Data)
			}
		})
	}
}

// faultsOf reads seeds that must be wrong and returns the faults, a line each.
func faultsOf(t *testing.T, files fstest.MapFS) string {
	t.Helper()
	change, err := ingest.ReadSeeds(files, then)
	var faults ingest.Faults
	if !errors.As(err, &faults) {
		t.Fatalf("the error is %v, not a list of faults", err)
	}
	if !reflect.DeepEqual(change, graph.Change{}) {
		t.Error("there is a change beside the faults")
	}
	for _, f := range faults {
		if _, there := files[f.File]; !there || f.Line < 0 || f.What == "" || strings.Contains(f.What, "\n") {
			t.Errorf("no place or no sentence: %#v", f)
		}
	}
	return faults.Error() + "\n"
}

// TestFaultsInBytes breaks files in ways that an archive of texts can't hold.
func TestFaultsInBytes(t *testing.T) {
	const file = "regions/asia.yaml"
	tests := []struct{ name, data, want string }{
		{"not UTF-8", "id: region:asia\n# \xff\n", file + ":2: expected text in UTF-8, without control characters\n"},
		{"Windows-1252", "id: region:asia\nsource: source:editors\nlabel:\n  - {text: \"D\xfcsseldorf\", language: de}\n", file + ":4: expected text in UTF-8, without control characters\n"},
		{"UTF-16", "\xff\xfei\x00d\x00:\x00", file + ":1: expected text in UTF-8, without control characters\n"},
		{"zero byte", "id: region:asia\n# \x00\n", file + ":2: expected text in UTF-8, without control characters\n"},
		{"escape", "id: region:asia\n\nnote: \x1b[1m\n", file + ":3: expected text in UTF-8, without control characters\n"},
		{"syntax in line 1", "id: region: asia\n", file + ":1: expected YAML: mapping values are not allowed in this context\n"},
		{"bracket too many", "id: region:asia\nnote: [a, b]]\n", file + ":2: expected YAML: did not find expected key\n"},
		{"brace too few", "id: region:asia\nnote:\n  - {text: a\n  - {text: b}\n", file + ":3: expected YAML: did not find expected ',' or '}'\n"},
		{"huge", "# " + strings.Repeat("x", 1<<20), file + ": expected a file of at most 1048576 bytes\n"},
		{"deep", strings.Repeat("[", 1<<19), file + ":1: expected YAML: exceeded max depth of 10000\n"},
		{"no bytes", "", file + ": the file is empty; expected an id and facts\n"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			files := valid(t)
			files[file].Data = []byte(test.data)
			if got := faultsOf(t, files); got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

// TestHarmlessBytes reads files as editors on other systems write them.
func TestHarmlessBytes(t *testing.T) {
	want, err := ingest.ReadSeeds(valid(t), then)
	if err != nil {
		t.Fatal(err)
	}
	rewrite := map[string]func(string) string{
		"byte order mark": func(s string) string { return "\uFEFF" + s },
		"CRLF":            func(s string) string { return strings.ReplaceAll(s, "\n", "\r\n") },
		"no last newline": func(s string) string { return strings.TrimSuffix(s, "\n") },
	}
	for name, f := range rewrite {
		t.Run(name, func(t *testing.T) {
			files := valid(t)
			for file := range maps.Values(files) {
				file.Data = []byte(f(string(file.Data)))
			}
			got, err := ingest.ReadSeeds(files, then)
			if err != nil {
				t.Fatal(err)
			}
			if !reflect.DeepEqual(got, want) {
				t.Errorf("got %v, want %v", got, want)
			}
		})
	}
}
