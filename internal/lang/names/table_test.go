package names

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// row is one line of a table in testdata: cells between bars. A cell in double quotes is read as a Go string, for what
// can't be seen in a text file, and "-" is an empty cell.
type row struct {
	cells []string
	place string // file:line
}

// readTable reads a table of rows with at least the given number of cells. Empty lines and lines that begin with "# "
// are skipped.
func readTable(t testing.TB, file string, cells int) []row {
	t.Helper()
	content, err := os.ReadFile(filepath.Join("testdata", file))
	if err != nil {
		t.Fatal(err)
	}
	var rows []row
	for i, line := range strings.Split(string(content), "\n") {
		if strings.TrimSpace(line) == "" || line == "#" || strings.HasPrefix(line, "# ") {
			continue
		}
		r := row{strings.Split(line, "|"), file + ":" + strconv.Itoa(i+1)}
		if len(r.cells) < cells {
			t.Fatalf("%s: %d cells, want %d", r.place, len(r.cells), cells)
		}
		for j := range r.cells {
			r.cells[j] = readCell(t, r.place, r.cells[j])
		}
		rows = append(rows, r)
	}
	if len(rows) == 0 {
		t.Fatalf("%s: no rows", file)
	}
	return rows
}

func readCell(t testing.TB, place, cell string) string {
	t.Helper()
	if cell = strings.TrimSpace(cell); cell == "-" {
		return ""
	}
	if !strings.HasPrefix(cell, `"`) {
		return cell
	}
	value, err := strconv.Unquote(cell)
	if err != nil {
		t.Fatalf("%s: %s: %v", place, cell, err)
	}
	return value
}
