package search_test

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/lang"
	"github.com/wasl-graph/wasl/internal/search"
)

func chain(header string) lang.Chain { return lang.FromHeader(header) }

// TestQueryLanguage has what queries mean on the small library.
func TestQueryLanguage(t *testing.T) {
	x := indexOf(t, library())
	tests := []struct{ query, want string }{
		{"Iraq", "country:IQ report:a report:b"},
		{"Iran", "country:IR"},
		{"Iraq returnees", "report:a"},
		{"Iraq -returnees", "country:IQ report:b"},
		{"-Iraq", ""},
		{"-returnees", "report:b"},
		{"-", ""},
		{"- Iraq", "country:IQ report:a report:b"},
		{"--Iraq", "country:IQ report:a report:b"},
		{`"migration and data"`, "report:b"},
		{`"data and migration"`, ""},
		{`-"migration and data" Iraq`, "country:IQ report:a"},
		{`„Migration Data Hub“`, "project:data report:b"},
		{`migration"data`, "report:b project:data"},
		{"2021", "report:b"},
		{"2021-2023", "report:a report:b"},
		{"2021..2022 Iraq", "report:b"},
		{"2023-2021", "report:a report:b"}, // the later first
		{"2023/06", ""},
		{"iso3166-1:IQ", "country:IQ report:a report:b"},
		{"(doi:10.1000/abc-182).", "report:a"},
		{"report:b", "report:b"},
		{"report:nobody", ""},
		{"of the Iraq", "country:IQ report:a report:b"},
		{"and", "report:a report:b"},
		{"Iraq Iran", "country:IQ country:IR report:a report:b"}, // nothing has both
		{"Iraq Iran migration data", "report:b"},
		{"qqq Iraq", "country:IQ report:a report:b"},
		{"qqq xxx Iraq", ""},
		{"", ""},
		{" \t\n", ""},
		{"?!.,؟", ""},
		{"\x00\x01\x02", ""},
		{"\u202eIraq\u202c", "country:IQ report:a report:b"},
		{"Ira\u200bq", "country:IQ report:a report:b"},
		{"Iraq\x00returnees", "report:a"},
		{"Iraq\xff\xfe", "country:IQ report:a report:b"},
		{"\xed\xa0\x80 Iraq", "country:IQ report:a report:b"}, // half a surrogate pair
	}
	for _, test := range tests {
		if got := find(t, x, search.Request{Query: test.query}); strings.Join(stringsOf(got), " ") != test.want {
			t.Errorf("%q finds %v, want %s", test.query, got, test.want)
		}
	}
}

func stringsOf(ids []graph.ID) []string {
	list := make([]string, len(ids))
	for i, id := range ids {
		list[i] = string(id)
	}
	return list
}

func TestLimits(t *testing.T) {
	x := indexOf(t, library())
	long := strings.Repeat("ﷺ", search.MaxLength)
	for query, want := range map[string]string{
		strings.Repeat("x", search.MaxLength):      "",
		strings.Repeat("x", search.MaxLength+1):    "q: 1001 characters are too many; at most 1000 can be searched for",
		strings.Repeat("x", 10_000):                "q: 10000 characters are too many; at most 1000 can be searched for",
		strings.Repeat("Iraq ", search.MaxWords):   "",
		strings.Repeat("Iraq ", search.MaxWords+1): "q: 65 words are too many; at most 64 can be searched for",
		strings.Repeat(".", search.MaxLength):      "",
		strings.Repeat(`"`, search.MaxLength):      "",
		strings.Repeat("- ", search.MaxLength/2):   "",
		strings.Repeat("\u202e", search.MaxLength): "",
		strings.Repeat("\x00", search.MaxLength+1): "q: 1001 characters are too many; at most 1000 can be searched for",
		long: "q: 3001 words are too many; at most 64 can be searched for",
	} {
		_, err := x.Search(t.Context(), search.Request{Query: query, Argument: "q"})
		if want == "" && err == nil {
			continue
		}
		if err == nil || graph.CodeOf(err) != graph.BadInput || err.Error() != want {
			t.Errorf("%.20q: %v, want %q", query, err, want)
		}
	}
}

func TestKinds(t *testing.T) {
	x := indexOf(t, library())
	all := find(t, x, search.Request{Query: "Iraq"})
	var parts []graph.ID
	for _, k := range graph.Kinds() {
		found := find(t, x, search.Request{Query: "Iraq", Kinds: []graph.Kind{k}})
		if slices.ContainsFunc(found, func(id graph.ID) bool { return id.Kind() != k }) {
			t.Errorf("of kind %s: %v", k, found)
		}
		parts = append(parts, found...)
	}
	slices.Sort(all)
	slices.Sort(parts)
	if !slices.Equal(all, parts) {
		t.Errorf("all kinds: %v, each: %v", all, parts)
	}
}

// TestFilter compares filters with words to the same searches.
func TestFilter(t *testing.T) {
	x := indexOf(t, library())
	v := x.View()
	hub := graph.Filter{Projects: []graph.ID{"project:data"}}
	tests := []struct {
		filter search.Filter
		want   string // newest first
	}{
		{search.Filter{}, "report:a report:b"},
		{search.Filter{Query: " "}, "report:a report:b"},
		{search.Filter{Query: "?"}, ""},
		{search.Filter{Query: "Iraq"}, "report:a report:b"},
		{search.Filter{Query: "returnees"}, "report:a"},
		{search.Filter{Query: "Iraq", Filter: hub}, "report:b"},
		{search.Filter{Query: "returnees", Filter: hub}, ""},
		{search.Filter{All: []search.Filter{{Query: "Iraq"}, {Query: "migration"}}}, "report:b"},
		{search.Filter{Any: []search.Filter{{Query: "returnees"}, {Filter: hub}}}, "report:a report:b"},
		{search.Filter{Query: "Iraq", None: &search.Filter{Query: "migration"}}, "report:a"},
	}
	for _, test := range tests {
		set, err := x.Filter(t.Context(), test.filter)
		if err != nil {
			t.Fatal(err)
		}
		list := v.For(lang.Chain{}).Ordered(t.Context(), set, graph.NewestFirst)
		var got []string
		for _, n := range list.Slice(0, list.Len()) {
			got = append(got, string(v.ID(n)))
		}
		if strings.Join(got, " ") != test.want {
			t.Errorf("%+v: %v, want %s", test.filter, got, test.want)
		}
		relevant, err := x.Relevant(t.Context(), test.filter)
		if err != nil || relevant.Len() != set.Len() || relevant.Reports().Len() != set.Len() {
			t.Errorf("%+v: %d by relevance, want %d, %v", test.filter, relevant.Len(), set.Len(), err)
		}
	}
	long := strings.Repeat("x", search.MaxLength+1)
	for _, f := range []search.Filter{
		{Query: long},
		{All: []search.Filter{{Query: long}}},
		{Any: []search.Filter{{Query: long}}},
		{None: &search.Filter{Query: long}},
	} {
		if _, err := x.Filter(t.Context(), f); graph.CodeOf(err) != graph.BadInput {
			t.Errorf("%.50v: %v", f, err)
		}
		if _, err := x.Relevant(t.Context(), f); graph.CodeOf(err) != graph.BadInput {
			t.Errorf("%.50v: %v", f, err)
		}
	}
}

// TestRelevant orders by what the queries meet together, not by date.
func TestRelevant(t *testing.T) {
	x := indexOf(t, library())
	for query, want := range map[string]string{"migration": "report:b", "Iraq": "report:a report:b", "data -qqq": "report:b"} {
		found, err := x.Relevant(t.Context(), search.Filter{Query: query})
		if err != nil {
			t.Fatal(err)
		}
		if got := strings.Join(stringsOf(idsOf(x, found)), " "); got != want {
			t.Errorf("%s: %s, want %s", query, got, want)
		}
	}
	found, err := x.Relevant(t.Context(), search.Filter{Query: "Iraq", All: []search.Filter{{Query: "migration"}}})
	if err != nil || found.Len() != 1 || found.Slice(0, 1)[0].Score <= 0 {
		t.Errorf("two queries: %v, %v", idsOf(x, found), err)
	}
}

// TestPlaceOfWhatIsGone goes on behind a hit that another revision does not have.
func TestPlaceOfWhatIsGone(t *testing.T) {
	x := indexOf(t, library())
	found := mustSearch(t, x, search.Request{Query: "-qqq"})
	if got := strings.Join(stringsOf(idsOf(x, found)), " "); got != "report:a report:b" {
		t.Fatal(got)
	}
	date := func(s string) graph.Date {
		d, err := graph.ParseDate(s)
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	for _, test := range []struct {
		date, id string
		count    int
	}{{"2024", "report:gone", 0}, {"2022", "report:gone", 1}, {"2020", "report:gone", 2}} {
		if count, at := found.Position(0, date(test.date), graph.ID(test.id)); count != test.count || at {
			t.Errorf("%s of %s: %d, %v", test.id, test.date, count, at)
		}
	}
	if count, at := mustSearch(t, x, search.Request{Query: "Iraq"}).Position(0, graph.Date{}, "country:ZZ"); count != 3 || at {
		t.Errorf("a country that is gone: %d, %v", count, at)
	}
}

// FuzzSearch asks anything, and looks at all that is answered.
func FuzzSearch(f *testing.F) {
	for _, s := range []string{
		"Iraq", "العراق -كردستان", `"irregular migration" 2023..2025`, "doi:10.1/x", "\u202eIraq\u2066", "\xff\xfe", "a\x00b",
		"«", `""`, "-\"", "2023-", "..", "٢٠٢٤–٢٠٢٥", "ﷺﷺﷺ", "NO IQ", strings.Repeat("Arbeitsmarkt", 20), "-", "--a", "2024 - 2025 -x", "Irqa migratoin",
	} {
		f.Add(s)
	}
	x := seeded(f)
	r := x.View().For(lang.FromHeader("ar"))
	f.Fuzz(func(t *testing.T, query string) {
		found, err := x.Search(context.Background(), search.Request{Query: query})
		if err != nil {
			var known *graph.Error
			if !errors.As(err, &known) || known.Code != graph.BadInput {
				t.Fatal(err)
			}
			return
		}
		if n := utf8.RuneCountInString(query); n > search.MaxLength {
			t.Errorf("%d characters are answered", n)
		}
		hits := found.Slice(0, found.Len())
		if len(hits) != found.Len() {
			t.Errorf("%d of %d hits", len(hits), found.Len())
		}
		for i, h := range hits {
			if i > 0 && (h.Points > hits[i-1].Points || h.Points == hits[i-1].Points && h.Node <= hits[i-1].Node) {
				t.Errorf("%v stands behind %v", h, hits[i-1])
			}
			if i > 30 {
				continue
			}
			for _, m := range found.Matches(r, h) {
				checkRanges(t, m.Text.Value, m.Highlights)
			}
		}
		for _, reading := range found.DidYouMean(context.Background()) {
			if again := mustSearch(t, x, search.Request{Query: reading.Value}); again.Len() == 0 {
				t.Errorf("%q is read as %q, which finds nothing", query, reading.Value)
			}
		}
	})
}

// TestDidYouMeanLeavesAlone has words that nothing on the seeds meets and that are like nothing there: little words, words that begin
// otherwise, and words that have no more than their article in common are not offered.
func TestDidYouMeanLeavesAlone(t *testing.T) {
	x := seeded(t)
	for query, want := range map[string]string{
		"Irqa": "Iraq", "Brito Sisso": "Brito Siso", "القراق": "العراق",
		"Prague": "", "Brüssel": "", "modern slavery": "", "JOR": "", "DEU": "", "الموصل": "", "non-Iraq": "",
	} {
		got := ""
		if list := mustSearch(t, x, search.Request{Query: query}).DidYouMean(t.Context()); len(list) > 0 {
			got = list[0].Value
		}
		if got != want {
			t.Errorf("%s is read as %q, want %q", query, got, want)
		}
	}
}
