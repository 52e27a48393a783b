package when_test

import (
	"bufio"
	"os"
	"strings"
	"testing"

	"github.com/wasl-graph/wasl/internal/ingest/when"
)

// rows are the lines of the table.
func rows(t testing.TB) [][2]string {
	t.Helper()
	f, err := os.Open("testdata/dates.txt")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var list [][2]string
	for s := bufio.NewScanner(f); s.Scan(); {
		if line := s.Text(); line != "" && line[0] != '#' {
			words, want, found := strings.Cut(line, " = ")
			if !found {
				t.Fatalf("no = in %q", line)
			}
			list = append(list, [2]string{words, want})
		}
	}
	return list
}

// say writes a result as the table does.
func say(p when.Period, err error) string {
	switch {
	case err != nil:
		return "! " + err.Error()
	case p.IsRange():
		return p.From.String() + ".." + p.To.String()
	case p.Lost != "":
		return p.From.String() + "; " + p.Lost
	}
	return p.From.String()
}

func TestTable(t *testing.T) {
	for _, row := range rows(t) {
		if got := say(when.Parse(row[0])); got != row[1] {
			t.Errorf("%s = %s, want %s", row[0], got, row[1])
		}
	}
}

// A date that the words leave without a year takes the given one.
func TestParseIn(t *testing.T) {
	p, err := when.ParseIn("From the 23rd-26th of November", 2014)
	if got, want := say(p, err), "2014-11-23..2014-11-26"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	p, err = when.ParseIn("November 2013", 2014)
	if got, want := say(p, err), "2013-11"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestDate(t *testing.T) {
	for words, want := range map[string]string{
		"June 2024": "2024-06", "23-26 November 2014": "2014-11", "May–June 2024": "2024", "2018–2022": "",
	} {
		p, err := when.Parse(words)
		if err != nil {
			t.Fatal(err)
		}
		if got := p.Date().String(); got != want {
			t.Errorf("%s: %s, want %s", words, got, want)
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, row := range rows(f) {
		f.Add(row[0])
	}
	f.Fuzz(func(t *testing.T, words string) {
		p, err := when.Parse(words)
		if (err == nil) == (p.From.IsZero() || p.To.IsZero()) {
			t.Fatalf("%q: %+v and %v", words, p, err)
		}
		if err != nil {
			return
		}
		if p.To.First() < p.From.First() {
			t.Errorf("%q ends before it begins: %+v", words, p)
		}
		again, err := when.Parse(p.From.String())
		if err != nil || again.From != p.From || again.IsRange() {
			t.Errorf("%q: %s reads as %+v, %v", words, p.From, again, err)
		}
	})
}

func BenchmarkParse(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := when.Parse("Published June 2024"); err != nil {
			b.Fatal(err)
		}
	}
}
