package lang

import (
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestFourthLanguageInACopy adds French to a copy of the whole program as CONTRIBUTING.md says: a file of data, a line in
// the registry and rows for the tables, all from testdata/fourth. Everything that knows the label languages must pass its
// tests there.
func TestFourthLanguageInACopy(t *testing.T) {
	if testing.Short() {
		t.Skip("builds the program anew")
	}
	if _, err := exec.LookPath("go"); err != nil {
		t.Skip("there is no go to build the program with")
	}
	root := copyProgram(t)
	folder := filepath.Join(root, "internal", "lang")
	addLanguage(t, folder)
	writeFile(t, folder, "registry.go", func(text string) string {
		return strings.Replace(text, "\tgerman(),\n", "\tgerman(),\n\tfrench(),\n", 1)
	})
	runGo(t, root, "vet", "./internal/...")
	runGo(t, root, "test", "-short", "./internal/lang/...") // short: the copy is not copied
	runGo(t, root, "test", "-run=^TestQueries$", "./internal/api")
}

// copyProgram copies every folder that has packages, and what says which modules they need.
func copyProgram(t *testing.T) (root string) {
	t.Helper()
	from, err := filepath.Abs(filepath.Join("..", ".."))
	if err != nil {
		t.Fatal(err)
	}
	root = t.TempDir()
	var folders []string
	for line := range strings.Lines(runGo(t, from, "list", "-f", "{{.Dir}}", "./...")) {
		path, err := filepath.Rel(from, strings.TrimSpace(line))
		if err != nil {
			t.Fatal(err)
		}
		folder, _, _ := strings.Cut(filepath.ToSlash(path), "/")
		folders = append(folders, folder)
	}
	for _, folder := range slices.Compact(folders) {
		if err := os.CopyFS(filepath.Join(root, folder), os.DirFS(filepath.Join(from, folder))); err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range []string{"go.mod", "go.sum"} {
		text := readFile(t, filepath.Join(from, name))
		writeFile(t, root, name, func(string) string { return text })
	}
	return root
}

// addLanguage puts what testdata/fourth holds in its place: Go beside the other languages, rows behind those of the tables.
func addLanguage(t *testing.T, folder string) {
	t.Helper()
	const data = "testdata/fourth"
	entries, err := os.ReadDir(data)
	if err != nil || len(entries) == 0 {
		t.Fatalf("no fourth language: %v", err)
	}
	for _, entry := range entries {
		text := readFile(t, filepath.Join(data, entry.Name()))
		place, name := filepath.Join(folder, "testdata"), entry.Name()
		if source, ok := strings.CutSuffix(name, ".go.txt"); ok {
			place, name = folder, source+".go"
		}
		writeFile(t, place, name, func(before string) string { return before + text })
	}
}

func readFile(t *testing.T, path string) string {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// writeFile changes a file, which may be a new one. What changes nothing is a fault of the test.
func writeFile(t *testing.T, folder, name string, change func(text string) string) {
	t.Helper()
	path := filepath.Join(folder, name)
	before, err := os.ReadFile(path)
	if err != nil && !os.IsNotExist(err) {
		t.Fatal(err)
	}
	after := change(string(before))
	if after == string(before) {
		t.Fatalf("%s: nothing changed", name)
	}
	if err := os.WriteFile(path, []byte(after), fs.FileMode(0o600)); err != nil {
		t.Fatal(err)
	}
}

// runGo runs the go command with nothing but the modules that are there already, and gives what it says.
func runGo(t *testing.T, folder string, arguments ...string) string {
	t.Helper()
	command := exec.CommandContext(t.Context(), "go", arguments...)
	command.Dir = folder
	command.Env = append(command.Environ(), "GOPROXY=off", "GOWORK=off")
	var problems strings.Builder
	command.Stderr = &problems
	out, err := command.Output()
	if err != nil {
		t.Fatalf("go %s: %v\n%s%s", strings.Join(arguments, " "), err, problems.String(), out)
	}
	return string(out)
}
