package messages

import (
	"encoding/json"
	"os"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/lang"
)

func TestSentence(t *testing.T) {
	for place, cells := range rows(t, "testdata/sentences.txt") {
		got := For(lang.FromHeader(cells[0])).Sentence(cells[1], readParams(t, place, cells[2]))
		if want := unquote(t, place, cells[3]); got != want {
			t.Errorf("%s:\n got %+q\nwant %+q", place, got, want)
		}
	}
}

// rows reads the lines of a table whose cells stand between bars, by their place.
func rows(t *testing.T, file string) map[string][]string {
	t.Helper()
	content, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	table := map[string][]string{}
	for i, line := range strings.Split(string(content), "\n") {
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		place := file + ":" + strconv.Itoa(i+1)
		cells := strings.Split(line, " | ")
		if len(cells) != 4 {
			t.Fatalf("%s: %d cells", place, len(cells))
		}
		table[place] = cells
	}
	return table
}

func unquote(t *testing.T, place, cell string) string {
	t.Helper()
	if !strings.HasPrefix(cell, `"`) {
		return cell
	}
	text, err := strconv.Unquote(cell)
	if err != nil {
		t.Fatalf("%s: %v", place, err)
	}
	return text
}

// readParams reads values as the program gives them: counts as int, lists as []string.
func readParams(t *testing.T, place, text string) graph.Params {
	t.Helper()
	params := graph.Params{}
	if err := json.Unmarshal([]byte(text), &params); err != nil {
		t.Fatalf("%s: %v", place, err)
	}
	for name, value := range params {
		switch v := value.(type) {
		case float64:
			params[name] = int(v)
		case []any:
			list := make([]string, len(v))
			for i, item := range v {
				list[i] = item.(string)
			}
			params[name] = list
		}
	}
	return params
}

func TestError(t *testing.T) {
	w := For(lang.FromHeader("de"))
	tests := []struct {
		err  *graph.Error
		want string
	}{
		{graph.Invalid("country", "iq", graph.ExpectCountryCode), "country: „iq“ ist nicht gültig; erwartet: ein Code aus zwei Großbuchstaben wie IQ"},
		{&graph.Error{Code: graph.Internal, Message: "secret"}, "Bei uns ist etwas schiefgegangen"},
		{&graph.Error{Code: graph.Conflict, Reason: "nobody.knows", Message: "the graph moved on"}, "the graph moved on"},
	}
	for _, test := range tests {
		if got := w.Error(test.err); got != test.want {
			t.Errorf("got %s, want %s", got, test.want)
		}
	}
}

// TestDateInSentence writes a date: its year is never grouped.
func TestDateInSentence(t *testing.T) {
	date, err := graph.ParseDate("2024-11")
	if err != nil {
		t.Fatal(err)
	}
	for header, want := range map[string]string{
		"en": "queries come by POST or GET, not by November 2024",
		"de": "Abfragen kommen mit POST oder GET, nicht mit November 2024",
	} {
		if got := For(lang.FromHeader(header)).Sentence("request.method", graph.Params{"method": date}); got != want {
			t.Errorf("%s: got %s", header, got)
		}
	}
}

// TestLanguageOfSentences holds every sentence to the language that package lang says the server speaks to the reader, also
// for label languages without sentences.
func TestLanguageOfSentences(t *testing.T) {
	for _, tag := range append(lang.Served(), "la", "ckb", graph.Multiple) {
		for _, header := range []string{string(tag), string(tag) + ",de;q=0.5", "*;q=0," + string(tag), string(tag) + ";q=0"} {
			c := lang.FromHeader(header)
			if got := For(c).Language(); got != c.Interface() {
				t.Errorf("%s: sentences in %s, interface in %s", header, got, c.Interface())
			}
		}
	}
}

func TestSentenceFallsBack(t *testing.T) {
	c, err := readCatalogue("fr", "internal\n  une erreur\n")
	if err != nil {
		t.Fatal(err)
	}
	w := Writer{c, lang.NewFormat("fr")}
	for key, want := range map[string]string{
		"internal": "une erreur", "timeout": "the time for this request is over", "no.such.key": "",
	} {
		if got := w.Sentence(key, nil); got != want {
			t.Errorf("%s: got %q, want %q", key, got, want)
		}
	}
}

func FuzzSentence(f *testing.F) {
	f.Add("ar-IQ", "value.invalid", "one-of", "\u202e\xff", 3)
	f.Add("de", "ids.many", "", "{max}", -1)
	f.Add("", "nothing", "expected", "", 1<<62)
	f.Fuzz(func(t *testing.T, header, key, expected, value string, n int) {
		w := For(lang.FromHeader(header))
		for key := range w.catalogue.sentences {
			got := w.Sentence(key, graph.Params{"argument": value, "value": value, "expected": expected, "max": n, "list": []string{value}})
			if got == "" || !utf8.ValidString(got) || strings.Count(got, "\u2068") != strings.Count(got, "\u2069") {
				t.Errorf("%s: %+q", key, got)
			}
		}
		w.Sentence(key, nil)
	})
}

func BenchmarkFor(b *testing.B) {
	chain := lang.FromHeader("ar-IQ,ar;q=0.9,en;q=0.8")
	b.ReportAllocs()
	for b.Loop() {
		For(chain)
	}
}

func BenchmarkError(b *testing.B) {
	err := graph.Invalid("filter.countries", "IQ", graph.ExpectIDOf(graph.KindCountry))
	for _, header := range []string{"en", "ar-IQ"} {
		w := For(lang.FromHeader(header))
		b.Run(header, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				w.Error(err)
			}
		})
	}
}
