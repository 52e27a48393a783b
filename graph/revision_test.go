package graph_test

import (
	"testing"

	"github.com/wasl-graph/wasl/graph"
)

func TestParseRevision(t *testing.T) {
	for _, r := range []graph.Revision{{}, {Number: 3, Digest: [8]byte{0x9f, 0x86, 7: 0x65}}, {Number: 1<<32 - 1, Digest: [8]byte{255, 1}}} {
		if got, err := graph.ParseRevision(r.String()); err != nil || got != r {
			t.Errorf("%s is read as %v, %v", r, got, err)
		}
	}
	for _, s := range []string{"", "3", "3-", "-9f86d081884c7d65", "3-9f86d081884c7d6", "3-9f86d081884c7d655", "3-9F86d081884c7d65", "03-9f86d081884c7d65", "+3-9f86d081884c7d65", "4294967296-9f86d081884c7d65", "3-9f86d081884c7d6x", " 3-9f86d081884c7d65"} {
		if got, err := graph.ParseRevision(s); graph.CodeOf(err) != graph.BadInput {
			t.Errorf("%q is read as %v, %v", s, got, err)
		}
	}
}
