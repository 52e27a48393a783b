package lang

import (
	"slices"
	"strings"
	"testing"

	"github.com/wasl-graph/wasl/graph"
)

func TestFromHeader(t *testing.T) {
	for _, r := range readTable(t, "negotiation.txt", 5) {
		c := FromHeader(r.cells[0])
		requested, _ := c.Requested()
		got := []string{
			r.cells[0], orDash(string(requested)), string(c.Interface()), orDash(c.Region()), joinTags(c.Tags()),
		}
		want := append(slices.Clone(r.cells[:4]), expandChain(c, r.cells[4]))
		if !slices.Equal(got, want) {
			t.Errorf("%s:\n got %q\nwant %q", r.place, got, want)
		}
	}
}

func TestFromHeaderIsCut(t *testing.T) {
	tests := []struct {
		name, header string
		want         graph.Tag // requested
	}{
		{"after twenty elements", strings.Repeat("??,", 20) + "de", ""},
		{"the twentieth counts", strings.Repeat("??,", 19) + "de", "de"},
		{"empty elements do not count", strings.Repeat(" ,", 100) + "de", "de"},
		{"after a kilobyte", strings.Repeat(" ", 1021) + "de,ar;q=1", "de"},
		{"not inside an element", strings.Repeat(" ", 1018) + "ar,den", "ar"},
		{"an element that ends with the kilobyte", strings.Repeat(" ", 1019) + "ar-IQ,de", "ar-IQ"},
		{"one element without an end", strings.Repeat("de_", 80_000), ""},
		{"only commas", strings.Repeat(",", 100_000) + "de", ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got, _ := FromHeader(test.header).Requested(); got != test.want {
				t.Errorf("requested %q, want %q", got, test.want)
			}
		})
	}
}

func FuzzFromHeader(f *testing.F) {
	for _, line := range readLines(f, "negotiation.txt") {
		header, _, _ := strings.Cut(line, "|")
		f.Add(header)
	}
	labels := []graph.Text{{Language: "fr"}, {Language: "ar-EG"}, {Language: "und"}}
	f.Fuzz(func(t *testing.T, header string) {
		c := FromHeader(header)
		checkChain(t, c)
		if again := FromHeader(header); again.Key() != c.Key() {
			t.Errorf("two keys: %q, %q", c.Key(), again.Key())
		}
		index, tried := Pick(c, labels)
		if index < 0 || tried[len(tried)-1] != labels[index].Language {
			t.Errorf("picked %d after %v", index, tried)
		}
	})
}

// checkChain checks what holds for every chain.
func checkChain(t *testing.T, c Chain) {
	t.Helper()
	tags := c.Tags()
	if len(tags) > 4*maxElements+len(Served())+1 {
		t.Errorf("%d tags", len(tags))
	}
	for i, tag := range tags {
		if slices.Contains(tags[:i], tag) {
			t.Errorf("%s twice in %v", tag, tags)
		}
		if c.Refuses(tag) {
			t.Errorf("%s is both wanted and refused", tag)
		}
	}
	if !slices.Contains(Spoken(), c.Interface()) {
		t.Errorf("interface %s", c.Interface())
	}
	if !slices.Contains(Orders(), c.Order()) {
		t.Errorf("order %s", c.Order())
	}
	if n := len(c.Region()); n != 0 && n != 2 {
		t.Errorf("region %q", c.Region())
	}
	if requested, ok := c.Requested(); ok && (requested != tags[0] || c.IsFallback(requested)) {
		t.Errorf("requested %s, chain %v", requested, tags)
	}
}
