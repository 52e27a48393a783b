package view_test

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/lang"
	"github.com/wasl-graph/wasl/internal/view"
)

// candidates are all values that a report could have in a dimension.
func (m naive) candidates(by graph.Dimension) []string {
	kinds := map[graph.Dimension]graph.Kind{
		graph.ByTheme: graph.KindTheme, graph.ByCountry: graph.KindCountry, graph.ByRegion: graph.KindRegion,
		graph.ByProject: graph.KindProject, graph.ByOrganisation: graph.KindOrganisation, graph.ByPerson: graph.KindPerson,
	}
	var values []string
	switch by {
	case graph.ByYear:
		for year := 1; year < 3000; year++ {
			values = append(values, strconv.Itoa(year))
		}
		some := m.allValues(by)
		if len(some) == 0 {
			return nil
		}
		first, last := slices.MinFunc(some, byNumber), slices.MaxFunc(some, byNumber)
		return values[slices.Index(values, first) : slices.Index(values, last)+1]
	case graph.ByLanguage:
		values = m.allValues(by)
		for _, tag := range lang.Served() {
			values = append(values, string(tag))
		}
	default:
		for _, id := range m.entities(kinds[by]) {
			values = append(values, string(id))
		}
	}
	slices.Sort(values)
	return slices.Compact(values)
}

func byNumber(a, b string) int {
	x, _ := strconv.Atoi(a)
	y, _ := strconv.Atoi(b)
	return cmp.Compare(x, y)
}

// allValues are the values of all reports.
func (m naive) allValues(by graph.Dimension) []string {
	var values []string
	for _, id := range m.entities(graph.KindReport) {
		values = append(values, m.of(id).values(id, by)...)
	}
	return values
}

// side are the candidates of a dimension with their totals, in order.
func (m naive) side(r *view.Reader, reports []graph.ID, by graph.Dimension) []view.Bucket {
	counts, _ := m.counted(reports, by)
	for _, value := range m.candidates(by) {
		counts[value] += 0
	}
	return facetOf(r, counts, 0, by, len(counts)).Buckets
}

// together counts the reports that have two values.
func (m naive) together(reports []graph.ID, rows, columns graph.Dimension, row, column string) int {
	count := 0
	for _, id := range reports {
		about := m.of(id)
		count += btoi(slices.Contains(about.values(id, rows), row) && slices.Contains(about.values(id, columns), column))
	}
	return count
}

func TestCoverageAgreesWithCounting(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := randomSnapshot(t)
		v, m := mustBuild(s), naiveOf(s)
		r := randomReader(t, v)
		f := randomFilter(1).Draw(t, "filter")
		set, err := v.Filter(t.Context(), f)
		if err != nil {
			t.Fatal(err)
		}
		rows, columns := rapid.SampledFrom(graph.Dimensions()).Draw(t, "rows"), rapid.SampledFrom(graph.Dimensions()).Draw(t, "columns")
		firstRows, firstColumns := rapid.IntRange(-1, 5).Draw(t, "first rows"), rapid.IntRange(0, 9).Draw(t, "first columns")
		c, err := r.Coverage(t.Context(), set, rows, columns, firstRows, firstColumns)
		if err != nil {
			t.Fatal(err)
		}
		reports := m.found(f)
		wantRows, wantColumns := m.side(r, reports, rows), m.side(r, reports, columns)
		if c.TotalRows != len(wantRows) || c.TotalColumns != len(wantColumns) {
			t.Fatalf("%v by %v: %d by %d, expected %d by %d", rows, columns, c.TotalRows, c.TotalColumns, len(wantRows), len(wantColumns))
		}
		wantRows, wantColumns = wantRows[:min(max(firstRows, 0), len(wantRows))], wantColumns[:min(firstColumns, len(wantColumns))]
		checkSide(t, "rows", c.Rows, wantRows, c.RowTotals())
		checkSide(t, "columns", c.Columns, wantColumns, c.ColumnTotals())
		for i, row := range wantRows {
			for j, column := range wantColumns {
				if want := m.together(reports, rows, columns, row.Key, column.Key); c.Counts[i][j] != want {
					t.Fatalf("%s and %s: %d, expected %d", row.Key, column.Key, c.Counts[i][j], want)
				}
			}
			if len(c.Counts[i]) != len(wantColumns) {
				t.Fatalf("row %d has %d cells", i, len(c.Counts[i]))
			}
		}
		if len(c.Counts) != len(wantRows) {
			t.Fatalf("%d rows of cells", len(c.Counts))
		}
	})
}

func checkSide(t *rapid.T, name string, have, want []view.Bucket, totals []int) {
	var wanted []int
	for _, b := range want {
		wanted = append(wanted, b.Count)
	}
	if shown(view.Facet{Buckets: have}) != shown(view.Facet{Buckets: want}) || !slices.Equal(totals, wanted) {
		t.Fatalf("%s: %v with %v, expected %v", name, have, totals, want)
	}
}

// What exists only in German, and which themes nobody has studied in a country, is one query each.
func TestGapsAreOneQuery(t *testing.T) {
	var f facts
	for _, theme := range []graph.ID{"theme:asylum", "theme:return", "theme:visas"} {
		f.say(theme, graph.Label, in(graph.English, theme.Local()))
	}
	report := func(id graph.ID, tag graph.Tag, theme, country graph.ID, titles ...graph.Tag) {
		for _, title := range titles {
			f.say(id, graph.Label, in(title, string(id)))
		}
		f.say(id, graph.WrittenIn, string(tag))
		f.say(id, graph.AboutTheme, theme)
		f.say(id, graph.AboutCountry, country)
	}
	report("report:a", graph.German, "theme:asylum", "country:AT", graph.German)
	report("report:b", graph.German, "theme:return", "country:IQ", graph.German, graph.English)
	report("report:c", graph.English, "theme:return", "country:IQ", graph.English)
	v := f.view()
	r := v.For(lang.FromTags([]graph.Tag{graph.English}))
	lines := func(f graph.Filter, rows, columns graph.Dimension) string {
		set, err := v.Filter(t.Context(), f)
		if err != nil {
			t.Fatal(err)
		}
		c, err := r.Coverage(t.Context(), set, rows, columns, 50, 50)
		if err != nil {
			t.Fatal(err)
		}
		var text strings.Builder
		for i, row := range c.Rows {
			text.WriteString(fmt.Sprint(row.Key, c.Counts[i], " "))
		}
		for _, column := range c.Columns {
			text.WriteString(column.Key + " ")
		}
		return text.String()
	}
	equal(t, "themes in Iraq", lines(graph.Filter{Countries: []graph.ID{"country:IQ"}}, graph.ByTheme, graph.ByLanguage),
		"theme:return[1 1 0] theme:asylum[0 0 0] theme:visas[0 0 0] en de ar ")
	equal(t, "only in German", reports(t, v, graph.Filter{
		AvailableIn: []graph.Tag{graph.German}, And: []graph.Filter{{MissingIn: []graph.Tag{graph.English}}, {MissingIn: []graph.Tag{graph.Arabic}}},
	}, graph.NewestFirst), "a")
	equal(t, "written in German about Iraq", lines(graph.Filter{Languages: []graph.Tag{graph.German}}, graph.ByCountry, graph.ByTheme),
		"country:AT[1 0 0] country:IQ[0 1 0] theme:asylum theme:return theme:visas ")
}
