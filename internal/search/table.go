package search

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/view"
)

// Table is a list of queries with what they must find, written by people:
//
//	# A line that begins with # is a remark; an empty line is nothing.
//	@R09 report:icmpd-2024-04-fimas-sonderauswertung-vorarlberg
//	# query | must find | must not find | why
//	Irak    | country:IQ R09 | country:IR | the name in another language
//	Irqa    | country:IQ     |            | TYPO: found by the first reading that is offered
//
// Things are called by their ids, or by a short name that a line @NAME ID gives to one; several stand with spaces between
// them. Between the columns stand lines, or tabs; with tabs there is no column for what must not be found: query, must find,
// why. A remark "# NAME<tab>TITLE" gives a short name to the report with this title, above or below.
type Table struct {
	Rows   []Row
	ids    map[string]graph.ID // by short name
	titles map[string]string   // by short name
}

// Row is one query of a table.
type Row struct {
	Line    int // where it stands, from 1
	Query   string
	Must    []string
	MustNot []string
	Why     string
	// Typo says that it is not the query that must find it, but the first reading offered in its place.
	Typo bool
}

// RowSize is how far down a thing may stand that a query must find.
const RowSize = 20

// ParseTable reads a table. The error names the first line that can't be read.
func ParseTable(r io.Reader) (Table, error) {
	t := Table{ids: map[string]graph.ID{}, titles: map[string]string{}}
	lines := bufio.NewScanner(r)
	for number := 1; lines.Scan(); number++ {
		if err := t.addLine(number, lines.Text()); err != nil {
			return Table{}, fmt.Errorf("line %d: %w", number, err)
		}
	}
	return t, lines.Err()
}

func (t *Table) addLine(number int, line string) error {
	switch {
	case strings.TrimSpace(line) == "":
		return nil
	case strings.HasPrefix(line, "#"):
		if name, title, found := strings.Cut(strings.TrimSpace(line[1:]), "\t"); found {
			t.titles[name] = title
		}
		return nil
	case strings.HasPrefix(line, "@"):
		name, id, _ := strings.Cut(line[1:], " ")
		parsed, err := graph.ParseID(strings.TrimSpace(id))
		t.ids[name] = parsed
		return err
	}
	row, err := parseRow(line)
	row.Line = number
	t.Rows = append(t.Rows, row)
	return err
}

func parseRow(line string) (Row, error) {
	if strings.Contains(line, "\t") {
		cells := strings.Split(line, "\t")
		why := strings.Join(cells[2:], " ")
		return Row{
			Query: cells[0], Must: strings.Fields(cells[1]), Why: strings.TrimSpace(why),
			Typo: slices.Contains(strings.Fields(why), typoMark),
		}, nil
	}
	cells := strings.Split(line, "|")
	if len(cells) != 4 {
		return Row{}, fmt.Errorf("expected 4 columns (query | must find | must not find | why), got %d", len(cells))
	}
	why := strings.TrimSpace(cells[3])
	return Row{
		Query: strings.TrimSpace(cells[0]), Must: strings.Fields(cells[1]), MustNot: strings.Fields(cells[2]),
		Why: why, Typo: strings.HasPrefix(why, typoMark),
	}, nil
}

// typoMark marks a query that is mistyped on purpose.
const typoMark = "TYPO"

// RowResult is what became of a row.
type RowResult struct {
	Row
	Missing   []string // of Must: not among the first
	Intruders []string // of MustNot: found
	// Offered is the reading that was searched for in the place of a mistyped query.
	Offered string
}

// Met says that the row found all that it must, and nothing that it must not.
func (r RowResult) Met() bool { return len(r.Missing) == 0 && len(r.Intruders) == 0 }

// Check runs a table, and says of each row what came of it. The error is about a name that names nothing, or the context's.
func (x *Index) Check(ctx context.Context, t Table) ([]RowResult, error) {
	var list []RowResult
	for _, row := range t.Rows {
		result, err := x.checkRow(ctx, t, row)
		if err != nil {
			return nil, fmt.Errorf("line %d: %w", row.Line, err)
		}
		list = append(list, result)
	}
	return list, nil
}

func (x *Index) checkRow(ctx context.Context, t Table, row Row) (RowResult, error) {
	result := RowResult{Row: row}
	found, err := x.Search(ctx, Request{Query: row.Query})
	if err != nil {
		return result, err
	}
	if row.Typo {
		if readings := found.DidYouMean(ctx); len(readings) > 0 {
			result.Offered = readings[0].Value
		}
		if found, err = x.Search(ctx, Request{Query: result.Offered}); err != nil {
			return result, err
		}
	}
	first := found.Slice(0, RowSize)
	for _, name := range row.Must {
		n, err := x.called(t, name)
		if err != nil {
			return result, err
		}
		if !slices.ContainsFunc(first, func(h Hit) bool { return h.Node == n }) {
			result.Missing = append(result.Missing, name)
		}
	}
	for _, name := range row.MustNot {
		n, err := x.called(t, name)
		if err != nil {
			return result, err
		}
		if found.Has(n) {
			result.Intruders = append(result.Intruders, name)
		}
	}
	return result, nil
}

// called is what a table calls by a name.
func (x *Index) called(t Table, name string) (view.Node, error) {
	id, named := t.ids[name]
	if !named {
		id = graph.ID(name)
	}
	if n, found := x.view.Find(id); found {
		return n, nil
	}
	if title, titled := t.titles[name]; titled {
		for n := range x.firstThing() {
			for _, text := range x.view.Texts(nil, n, graph.Label) {
				if text.Value == title {
					return n, nil
				}
			}
		}
	}
	return 0, fmt.Errorf("%q is the name of nothing in the graph", name)
}

// WriteReport writes what came of a table: a line for each row with how much of what it must find was found, and a line with
// the sum.
func WriteReport(w io.Writer, list []RowResult) error {
	met, found, must := 0, 0, 0
	for _, r := range list {
		if _, err := fmt.Fprintln(w, r.line()); err != nil {
			return err
		}
		if r.Met() {
			met++
		}
		found, must = found+len(r.Must)-len(r.Missing), must+len(r.Must)
	}
	recall := 1.0
	if must > 0 {
		recall = float64(found) / float64(must)
	}
	_, err := fmt.Fprintf(w, "%d of %d rows met; recall %.3f (%d of %d)\n", met, len(list), recall, found, must)
	return err
}

func (r RowResult) line() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%d/%d\t%s", len(r.Must)-len(r.Missing), len(r.Must), r.Query)
	if r.Typo {
		fmt.Fprintf(&b, " → %s", r.Offered)
	}
	if len(r.Missing) > 0 {
		fmt.Fprintf(&b, "\tmissing: %s", strings.Join(r.Missing, " "))
	}
	if len(r.Intruders) > 0 {
		fmt.Fprintf(&b, "\tmust not be found: %s", strings.Join(r.Intruders, " "))
	}
	if !r.Met() && r.Why != "" {
		fmt.Fprintf(&b, "\t(%s)", r.Why)
	}
	return b.String()
}
