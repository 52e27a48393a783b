package lang

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"github.com/wasl-graph/wasl/graph"
)

func TestPlural(t *testing.T) {
	for _, r := range readTable(t, "plural.txt", 3) {
		_, decimals, _ := strings.Cut(r.cells[1], ".")
		got := NewFormat(graph.Tag(r.cells[0])).Plural(readNumber(t, r.place, r.cells[1]), len(decimals))
		if got.String() != r.cells[2] {
			t.Errorf("%s: got %s", r.place, got)
		}
	}
}

func TestPlurals(t *testing.T) {
	for tag, want := range map[graph.Tag]string{
		"ar": "[zero one two few many other]", "de": "[one other]", "en": "[one other]",
	} {
		if got := fmt.Sprint(Plurals(tag)); got != want {
			t.Errorf("%s: got %s, want %s", tag, got, want)
		}
	}
}

func TestPluralOfNoNumber(t *testing.T) {
	for _, x := range []float64{math.NaN(), math.Inf(1)} {
		if got := NewFormat("ar").Plural(x, 0); got != Other {
			t.Errorf("%v: got %s", x, got)
		}
	}
	if got := (Format{}).Plural(1, 0); got != Other || Plural(99).String() != "other" {
		t.Errorf("got %s", got)
	}
}
