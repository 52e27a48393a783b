package lang

import (
	"slices"
	"strings"
	"testing"

	"github.com/wasl-graph/wasl/graph"
)

func TestPick(t *testing.T) {
	for _, r := range readTable(t, "pick.txt", 5) {
		c := FromHeader(r.cells[0])
		labels := readLabels(t, r)
		before := joinTags(c.Tags())
		index, tried := Pick(c, labels)
		if index < 0 {
			t.Errorf("%s: nothing picked", r.place)
			continue
		}
		served := labels[index].Language
		fallback := map[bool]string{true: "yes", false: "no"}[c.IsFallback(served)]
		got := []string{string(served), joinTags(tried), fallback}
		want := []string{r.cells[2], expandChain(c, r.cells[3]), r.cells[4]}
		if !slices.Equal(got, want) {
			t.Errorf("%s: got %q, want %q", r.place, got, want)
		}
		if after := joinTags(c.Tags()); after != before {
			t.Errorf("%s: the chain changed from %s to %s", r.place, before, after)
		}
	}
}

func readLabels(t *testing.T, r row) []graph.Text {
	t.Helper()
	var labels []graph.Text
	for word := range strings.FieldsSeq(r.cells[1]) {
		tag, name, found := strings.Cut(word, ":")
		label := graph.Text{Language: graph.Tag(tag), Standing: graph.Attested}
		if found {
			standing, err := graph.ParseLabelStanding(name)
			if err != nil {
				t.Fatalf("%s: %v", r.place, err)
			}
			label.Standing = standing
		}
		labels = append(labels, label)
	}
	return labels
}

func TestPickFromNothing(t *testing.T) {
	c := FromHeader("de")
	index, tried := Pick(c, nil)
	if index != -1 || joinTags(tried) != joinTags(c.Tags()) {
		t.Errorf("got %d, %v", index, tried)
	}
}

func TestPickFirstOfOneLanguage(t *testing.T) {
	labels := []graph.Text{{Value: "a", Language: "de"}, {Value: "b", Language: "de", Standing: graph.Attested}}
	if index, _ := Pick(FromHeader("de"), labels); index != 0 {
		t.Errorf("got %d", index)
	}
}

// What a caller appends to the languages tried must not end up in the chain of another request.
func TestPickDoesNotShareRoom(t *testing.T) {
	c := FromHeader("de,fr")
	_, tried := Pick(c, []graph.Text{{Language: "de"}})
	_ = append(tried, "zz")
	if got, want := joinTags(c.Tags()), expandChain(c, "de fr mul en ar …"); got != want {
		t.Errorf("chain %s, want %s", got, want)
	}
}
