package lang

import (
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/wasl-graph/wasl/graph"
)

// row is one line of a table in testdata: cells between bars. A cell in double quotes is read as a Go string, for what
// can't be seen in a text file.
type row struct {
	cells []string
	place string // file:line
}

// readTable reads a table of rows with the given number of cells. Empty lines and lines that begin with "# " are
// skipped.
func readTable(t *testing.T, file string, cells int) []row {
	t.Helper()
	var rows []row
	for i, line := range readLines(t, file) {
		if strings.TrimSpace(line) == "" || isComment(line) {
			continue
		}
		place := file + ":" + strconv.Itoa(i+1)
		r := row{strings.Split(line, "|"), place}
		if len(r.cells) != cells {
			t.Fatalf("%s: %d cells, want %d", place, len(r.cells), cells)
		}
		for j := range r.cells {
			r.cells[j] = readCell(t, place, r.cells[j])
		}
		rows = append(rows, r)
	}
	if len(rows) == 0 {
		t.Fatalf("%s: no rows", file)
	}
	return rows
}

func readCell(t *testing.T, place, cell string) string {
	t.Helper()
	cell = strings.TrimSpace(cell)
	if !strings.HasPrefix(cell, `"`) {
		return cell
	}
	value, err := strconv.Unquote(cell)
	if err != nil {
		t.Fatalf("%s: %s: %v", place, cell, err)
	}
	return value
}

func readLines(t testing.TB, file string) []string {
	t.Helper()
	content, err := os.ReadFile(filepath.Join("testdata", file))
	if err != nil {
		t.Fatal(err)
	}
	return strings.Split(strings.TrimSuffix(string(content), "\n"), "\n")
}

func isComment(line string) bool { return line == "#" || strings.HasPrefix(line, "# ") }

// further stands in the tables for the label languages that were added after the three that the rows were written for.
// A row holds whichever they are.
const further = "…"

// expandChain puts the further languages in their place in a chain: those that stand before it or are refused are left out.
func expandChain(c Chain, cell string) string {
	var words []string
	for word := range strings.FieldsSeq(cell) {
		if word != further {
			words = append(words, word)
			continue
		}
		for _, tag := range Served()[3:] {
			if !slices.Contains(words, string(tag)) && !c.Refuses(tag) {
				words = append(words, string(tag))
			}
		}
	}
	return strings.Join(words, " ")
}

func joinTags(tags []graph.Tag) string {
	words := make([]string, len(tags))
	for i, tag := range tags {
		words[i] = string(tag)
	}
	return strings.Join(words, " ")
}

func orDash(s string) string {
	if s == "" {
		return "-"
	}
	return s
}
