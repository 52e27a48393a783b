package api_test

import (
	"io/fs"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"

	"github.com/wasl-graph/wasl/schema"
)

// The schema may add to the contract; it takes nothing away but what testdata/left-out.txt lists, and that list only
// ever grows shorter.
func TestSchemaKeepsTheContract(t *testing.T) {
	for _, breach := range breaches(loadContract(t), loadServed(t), readLeftOut(t)) {
		t.Error(breach)
	}
}

func TestLeftOutIsLeftOut(t *testing.T) {
	contract, served := loadContract(t), loadServed(t)
	entries := readLeftOut(t)
	for i, coordinate := range entries {
		if slices.Contains(entries[:i], coordinate) {
			t.Errorf("%s: is listed twice", coordinate)
		}
		if !defines(contract, coordinate) {
			t.Errorf("%s: is listed as left out, but the contract does not have it", coordinate)
		}
		if defines(served, coordinate) {
			t.Errorf("%s: is in the schema now; take it off the list of what is left out", coordinate)
		}
	}
}

func loadContract(t *testing.T) *ast.Schema {
	t.Helper()
	return load(t, &ast.Source{Name: "contract.graphqls", Input: readTestdata(t, "contract.graphqls")})
}

// loadServed loads the schema that the API serves. It needs no generated code.
func loadServed(t *testing.T) *ast.Schema {
	t.Helper()
	names, err := fs.Glob(schema.Files, "*.graphqls")
	if err != nil {
		t.Fatal(err)
	}
	var sources []*ast.Source
	for _, name := range names {
		text, err := fs.ReadFile(schema.Files, name)
		if err != nil {
			t.Fatal(err)
		}
		sources = append(sources, &ast.Source{Name: name, Input: string(text)})
	}
	return load(t, sources...)
}

// load parses and validates a schema.
func load(t *testing.T, sources ...*ast.Source) *ast.Schema {
	t.Helper()
	s, err := gqlparser.LoadSchema(sources...)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// readLeftOut reads the coordinates of what the schema does not have yet.
func readLeftOut(t *testing.T) []string {
	t.Helper()
	var entries []string
	for line := range strings.Lines(readTestdata(t, "left-out.txt")) {
		line = strings.TrimSpace(line)
		if line != "" && !strings.HasPrefix(line, "#") {
			entries = append(entries, line)
		}
	}
	return entries
}

func readTestdata(t *testing.T, name string) string {
	t.Helper()
	text, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}
