package lang

import (
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/wasl-graph/wasl/graph"
)

func TestFormat(t *testing.T) {
	for _, r := range readTable(t, "format.txt", 4) {
		checkFormat(t, r.place, FromHeader(r.cells[0]).Format(), r.cells[1:])
	}
}

// TestFormatLikeICU compares the tables that languages bring with what ICU writes in all regions.
func TestFormatLikeICU(t *testing.T) {
	for _, d := range languages.served {
		if d.formats.dates == nil {
			continue
		}
		var regions []string
		for _, r := range readTable(t, "format_"+string(d.tag)+".txt", 5) {
			if r.cells[1] == "regions" {
				regions = strings.Fields(r.cells[2])
				continue
			}
			for _, region := range regions {
				checkFormat(t, r.place, NewFormat(formatTag(d.tag, region, r.cells[1])), r.cells[2:])
			}
		}
	}
}

func formatTag(tag graph.Tag, region, digits string) graph.Tag {
	if region != "-" {
		tag += graph.Tag("-" + region)
	}
	if digits != "-" {
		tag += graph.Tag("-u-nu-" + digits)
	}
	return tag
}

// checkFormat checks the cells of a row: the value, its long form and its short form.
func checkFormat(t *testing.T, place string, f Format, cells []string) {
	t.Helper()
	value, long, short := cells[0], cells[1], cells[2]
	if _, decimals, ok := strings.Cut(value, "."); ok {
		if got := f.Decimal(readNumber(t, place, value), len(decimals)); got != long {
			t.Errorf("%s: %s %s: got %+q, want %+q", place, f.Tag(), value, got, long)
		}
		return
	}
	from, to, isRange := strings.Cut(value, "/")
	for style, want := range map[Style]string{Long: long, Short: short} {
		got := f.Date(readDate(t, place, from), style)
		if isRange {
			got = f.Range(readDate(t, place, from), readDate(t, place, to), style)
		}
		if got != want {
			t.Errorf("%s: %s %s: got %+q, want %+q", place, f.Tag(), value, got, want)
		}
	}
}

func readNumber(t *testing.T, place, text string) float64 {
	t.Helper()
	x, err := strconv.ParseFloat(text, 64)
	if err != nil {
		t.Fatalf("%s: %v", place, err)
	}
	return x
}

func readDate(t *testing.T, place, text string) graph.Date {
	t.Helper()
	if len(text) == 3 {
		text = "0" + text // a year
	}
	var date graph.Date
	if err := date.UnmarshalText([]byte(text)); err != nil {
		t.Fatalf("%s: %v", place, err)
	}
	return date
}

func TestNumber(t *testing.T) {
	tests := map[int64]string{
		0: "0", 7: "7", -7: "-7", 999: "999", -1000: "-1.000", 2024: "2.024", 1048576: "1.048.576",
		math.MaxInt64: "9.223.372.036.854.775.807", math.MinInt64: "-9.223.372.036.854.775.808",
	}
	for n, want := range tests {
		if got := NewFormat("de").Number(n); got != want {
			t.Errorf("%d: got %s, want %s", n, got, want)
		}
	}
}

func TestDecimalRounds(t *testing.T) {
	tests := []struct {
		x        float64
		decimals int
		want     string
	}{
		{0.5, 0, "1"},
		{-0.5, 0, "-1"},
		{-0.4, 0, "0"},
		{0.85, 1, "0.9"},
		{1.005, 2, "1.01"},
		{0.049, 1, "0.0"},
		{999.95, 1, "1,000.0"},
		{1, -3, "1"},
		{0.1, 99, "0.10000000000000000000"},
		{math.NaN(), 1, "–"},
		{math.Inf(-1), 1, "–"},
	}
	for _, test := range tests {
		if got := NewFormat("en").Decimal(test.x, test.decimals); got != test.want {
			t.Errorf("%v with %d decimals: got %s, want %s", test.x, test.decimals, got, test.want)
		}
	}
}

func TestFormatList(t *testing.T) {
	items := []string{"AUTHOR", "EDITOR"}
	for tag, want := range map[graph.Tag]string{"en": "AUTHOR, EDITOR", "ar-IQ": "AUTHOR، EDITOR", "de": "AUTHOR, EDITOR"} {
		if got := NewFormat(tag).List(items); got != want {
			t.Errorf("%s: got %s", tag, got)
		}
	}
}

// TestPlainFormat writes for the zero Format, and for a language that brings no tables.
func TestPlainFormat(t *testing.T) {
	register(t, english(), arabic(), german(), definition{tag: "fr"})

	tests := []struct {
		f                       Format
		tag                     graph.Tag
		date, rangeText, number string
	}{
		{Format{}, "und", "2014-11", "2014-11–2015", "-1234567.5"},
		{NewFormat("fr-CH"), "fr-CH-u-nu-latn", "2014-11", "2014-11–2015", "-1234567.5"},
		{NewFormat("fr-u-nu-arab"), "fr-u-nu-arab", "2014-11", "2014-11–2015", "-١٢٣٤٥٦٧٫٥"},
	}
	from, to := readDate(t, "", "2014-11"), readDate(t, "", "2015")
	for _, test := range tests {
		f := test.f
		if f.Tag() != test.tag || f.Date(from, Long) != test.date || f.Range(from, to, Short) != test.rangeText {
			t.Errorf("%s: %s, %s", f.Tag(), f.Date(from, Long), f.Range(from, to, Short))
		}
		if got := f.Decimal(-1234567.5, 1); got != test.number {
			t.Errorf("%s: got %s, want %s", f.Tag(), got, test.number)
		}
		if got := f.List([]string{"a", "b"}); got != "a, b" {
			t.Errorf("%s: got %s", f.Tag(), got)
		}
	}
}

// TestFormatTables checks what the code takes for granted about the generated tables.
func TestFormatTables(t *testing.T) {
	for _, d := range languages.served {
		if len(d.formats.dates) == 0 && len(d.formats.numbers) == 0 {
			continue
		}
		if len(d.formats.dates) == 0 || len(d.formats.numbers) == 0 {
			t.Errorf("%s has one of two tables", d.tag)
			continue
		}
		if d.formats.dates[0].regions != "" || d.formats.numbers[0].regions != "" {
			t.Errorf("%s: the first row is not that of the language alone", d.tag)
		}
		for _, table := range d.formats.dates {
			for _, style := range table.styles {
				for _, pattern := range append(style.date[:], style.ranges[:]...) {
					checkPattern(t, pattern)
				}
				if !strings.Contains(style.ranges[5], "}"+style.dash+"{") {
					t.Errorf("%s %s: %q is not in %s", d.tag, table.regions, style.dash, style.ranges[5])
				}
			}
		}
	}
}

var datePart = regexp.MustCompile(`\{(d|dd|D|DD|m|M|y|Y)\}`)

func checkPattern(t *testing.T, pattern string) {
	t.Helper()
	if rest := datePart.ReplaceAllString(pattern, ""); pattern == "" || strings.ContainsAny(rest, "{}") {
		t.Errorf("pattern %q", pattern)
	}
}

func FuzzFormat(f *testing.F) {
	f.Add("ar-IQ-u-nu-latn", "2014-11-26", "2015", 0.85, 1, uint8(0))
	f.Add("de-CH", "2014", "", -1e300, 400, uint8(200))
	f.Add("", "", "0001-01-01", math.Inf(1), -1, uint8(1))
	f.Fuzz(func(t *testing.T, header, from, to string, x float64, decimals int, style uint8) {
		var a, b graph.Date
		if a.UnmarshalText([]byte(from)) != nil || b.UnmarshalText([]byte(to)) != nil {
			t.Skip("these are no dates: reading them has a fuzz test of its own")
		}
		format := FromHeader(header).Format()
		for _, format := range []Format{format, {}} {
			date := format.Date(a, Style(style))
			if (date == "") != a.IsZero() || !utf8.ValidString(date) {
				t.Errorf("%s: %s became %q", format.Tag(), a, date)
			}
			if got := format.Range(a, b, Style(style)); (got == "") != (a.IsZero() && b.IsZero()) || !utf8.ValidString(got) {
				t.Errorf("%s: %s to %s became %q", format.Tag(), a, b, got)
			}
			if format.Decimal(x, decimals) == "" || format.Number(int64(decimals)) == "" || format.Plural(x, decimals) > Other {
				t.Errorf("%s: %v with %d decimals", format.Tag(), x, decimals)
			}
		}
		if again := NewFormat(format.Tag()); again != format {
			t.Errorf("%s is read as %s", format.Tag(), again.Tag())
		}
	})
}
