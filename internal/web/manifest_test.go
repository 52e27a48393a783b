package web

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"
	"testing"
)

// manifestRow is what static/thirdparty/manifest.json says of one file.
type manifestRow struct {
	Path    string
	Package string
	Version string
	Licence string
	SHA256  string
}

func TestManifestNamesEveryThirdPartyFile(t *testing.T) {
	thirdParty, err := fs.Sub(static, "static/thirdparty")
	if err != nil {
		t.Fatal(err)
	}
	listed := make(map[string]manifestRow)
	for _, row := range readManifest(t, thirdParty) {
		listed[row.Path] = row
	}
	if got, want := slices.Sorted(maps.Keys(listed)), published(t, thirdParty); !slices.Equal(got, want) {
		t.Errorf("the manifest lists %v, the folder holds %v", got, want)
	}
	for _, row := range listed {
		checkRow(t, thirdParty, row)
	}
}

func readManifest(t *testing.T, files fs.FS) []manifestRow {
	t.Helper()
	content, err := fs.ReadFile(files, "manifest.json")
	if err != nil {
		t.Fatal(err)
	}
	var rows []manifestRow
	if err := json.Unmarshal(content, &rows); err != nil {
		t.Fatal(err)
	}
	return rows
}

// published lists the files that came from packages: all but licences and the manifest itself, sorted.
func published(t *testing.T, files fs.FS) []string {
	t.Helper()
	var names []string
	err := fs.WalkDir(files, ".", func(name string, entry fs.DirEntry, err error) error {
		if err == nil && !entry.IsDir() && name != "manifest.json" && !strings.HasPrefix(entry.Name(), "LICENSE") {
			names = append(names, name)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	slices.Sort(names)
	return names
}

func checkRow(t *testing.T, files fs.FS, row manifestRow) {
	t.Helper()
	if row.Package == "" || row.Version == "" || row.Licence == "" {
		t.Errorf("%s: package, version or licence is missing", row.Path)
	}
	content, err := fs.ReadFile(files, row.Path)
	if err != nil {
		t.Errorf("%s: %v", row.Path, err)
		return
	}
	sum := sha256.Sum256(content)
	if got := hex.EncodeToString(sum[:]); got != row.SHA256 {
		t.Errorf("%s: the manifest says sha256 %s, the file has %s", row.Path, row.SHA256, got)
	}
	if _, err := fs.Stat(files, path.Dir(row.Path)+"/LICENSE"); err != nil {
		t.Errorf("%s: its package has no licence beside it: %v", row.Path, err)
	}
}
