package resolve

import (
	"iter"
	"slices"
	"testing"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/ingest/work"
)

// TestNormal brings identifiers into one form, whoever printed them.
func TestNormal(t *testing.T) {
	for _, c := range []struct{ scheme, value, want string }{
		{"doi", "10.5555/ABC", "doi:10.5555/abc"},
		{"DOI", " https://doi.org/10.5555/abc ", "doi:10.5555/abc"},
		{"doi", "doi:10.5555/abc", "doi:10.5555/abc"},
		{"orcid", "https://orcid.org/0000-0001-2345-678x", "orcid:0000-0001-2345-678X"},
		{"ror", "https://ror.org/00x5wnx94", "ror:00x5wnx94"},
		{"isbn", "978-3-16-148410-0", "isbn:9783161484100"},
		{"openalex", "https://openalex.org/W1", "openalex:W1"},
		{"wikidata", "https://www.wikidata.org/wiki/q42", "wikidata:Q42"},
		{"url", "http://www.Example.org/a/#top", "url:https://example.org/a"},
		{"url", "https://example.org/a?b=c", "url:https://example.org/a?b=c"},
		{"url", "nowhere", ""},
		{"doi", "10.5555/a b", ""},
		{"", "x", ""},
		{"doi", "", ""},
	} {
		got := normalOf(work.Identifier{Scheme: c.scheme, Words: work.Words{Value: c.value}})
		if got != c.want {
			t.Errorf("%s %q is %q, want %q", c.scheme, c.value, got, c.want)
		}
		if again := normalCode(got); got != "" && again != got {
			t.Errorf("%q has the normal form %q", got, again)
		}
	}
}

// TestDiffer tells apart by what each has one of.
func TestDiffer(t *testing.T) {
	for _, c := range []struct {
		a, b []string
		want bool
	}{
		{[]string{"orcid:1"}, []string{"orcid:2"}, true},
		{[]string{"orcid:1"}, []string{"orcid:1", "orcid:2"}, false},
		{[]string{"isbn:1"}, []string{"isbn:2"}, false},
		{[]string{"doi:1"}, []string{"url:1"}, false},
		{nil, []string{"doi:1"}, false},
	} {
		if got := differ(c.a, c.b); got != c.want {
			t.Errorf("%v and %v: %t", c.a, c.b, got)
		}
	}
}

// TestForeignIdentifiers are not the publication's.
func TestForeignIdentifiers(t *testing.T) {
	got := codesOf([]work.Identifier{
		{Scheme: "issn", Words: work.Words{Value: "1234-5678"}},
		{Scheme: "doi", Words: work.Words{Value: "10.5555/a"}},
		{Scheme: "doi", Words: work.Words{Value: "10.5555/A"}},
	})
	if !slices.Equal(got, []string{"doi:10.5555/a"}) {
		t.Error(got)
	}
}

// FuzzMint makes ids that are right, and never one twice.
func FuzzMint(f *testing.F) {
	for _, s := range []string{"", "Voices of return", "المسارات غير النظامية", "ß–'", "-", "2024", "日本", "İ", "\xff", "a.b_c"} {
		f.Add(s, s)
	}
	f.Fuzz(func(t *testing.T, a, b string) {
		k := survey(&noFacts{}, "source:x", graph.Curation{})
		seen := map[graph.ID]bool{}
		for _, words := range [][]string{{a}, {a}, {a, b}, {b}, {a, b}} {
			id := k.mint(graph.KindReport, words...)
			if _, err := graph.ParseID(string(id)); err != nil || seen[id] {
				t.Fatalf("%q gives %q: %v", words, id, err)
			}
			seen[id] = true
		}
	})
}

// noFacts is a graph without any.
type noFacts struct{}

func (*noFacts) AssertionsAsRecorded() iter.Seq[graph.Assertion] {
	return func(func(graph.Assertion) bool) {}
}

func (*noFacts) Redirects() iter.Seq2[graph.ID, graph.ID] {
	return func(func(graph.ID, graph.ID) bool) {}
}
