package main

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

var (
	namedTests   = regexp.MustCompile("`((?:Test|Benchmark)[A-Za-z]+)`")
	namedFiles   = regexp.MustCompile("`((?:internal|cmd)/[a-z/.]+|Containerfile)`")
	namedMetrics = regexp.MustCompile("`(wasl_[a-z_]+)`")
)

// TestSecurityNotesNameWhatIsThere: what SECURITY.md rests on exists.
func TestSecurityNotesNameWhatIsThere(t *testing.T) {
	text, source := example(t, "../../SECURITY.md"), sourceOf(t)
	for _, found := range namedTests.FindAllStringSubmatch(text, -1) {
		if !strings.Contains(source, "\nfunc "+found[1]+"(") {
			t.Errorf("there is no %s", found[1])
		}
	}
	for _, found := range namedMetrics.FindAllStringSubmatch(text, -1) {
		if !strings.Contains(source, `Name: "`+found[1]+`"`) {
			t.Errorf("there is no metric %s", found[1])
		}
	}
	for _, found := range namedFiles.FindAllStringSubmatch(text, -1) {
		if _, err := os.Stat(filepath.Join("../..", found[1])); err != nil {
			t.Error(err)
		}
	}
	if len(namedTests.FindAllString(text, -1)) < 20 {
		t.Error("the notes are not read as they are written")
	}
}

// sourceOf is all Go of the project.
func sourceOf(t *testing.T) string {
	t.Helper()
	var all strings.Builder
	for _, folder := range []string{"../../cmd", "../../internal"} {
		err := filepath.WalkDir(folder, func(name string, entry fs.DirEntry, err error) error {
			if err != nil || !strings.HasSuffix(name, ".go") || strings.Contains(name, "generated") {
				return err
			}
			text, err := os.ReadFile(name)
			all.Write(text)
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return all.String()
}
