package view_test

import (
	"context"
	"maps"
	"testing"

	"pgregory.net/rapid"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/view"
)

func TestRelatedAgreesWithTheFormula(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := randomSnapshot(t)
		v, scores := mustBuild(s), naiveOf(s).scores()
		for n := range view.Node(v.Count(graph.KindReport)) {
			o := view.RelatedOptions{
				First: rapid.IntRange(-1, 7).Draw(t, "first"), OtherProjectsOnly: rapid.Bool().Draw(t, "other projects only"),
			}
			checkRelated(t, v, scores, n, o)
		}
	})
}

// A graph in which lists are long enough for several looks at the context, and reports enough for ties between them.
func TestRelatedAgreesWithTheFormulaAmongHubs(t *testing.T) {
	g := medium()
	scores := g.all.scores()
	for n := view.Node(0); int(n) < g.Count(graph.KindReport); n += 997 {
		for _, o := range []view.RelatedOptions{{First: 10}, {First: 100, OtherProjectsOnly: true}, {First: 9000}} {
			checkRelated(t, g.View, scores, n, o)
		}
	}
}

// failing is what the tests and the property tests have in common.
type failing interface {
	Helper()
	Context() context.Context
	Fatalf(format string, args ...any)
}

func checkRelated(t failing, v *view.View, scores naiveScores, n view.Node, o view.RelatedOptions) {
	t.Helper()
	have, err := v.Related(t.Context(), n, o)
	want := scores.related(v.ID(n), o)
	if err != nil || len(have) != len(want) {
		t.Fatalf("%s %+v: %d related reports, expected %d, %v", v.ID(n), o, len(have), len(want), err)
	}
	for i, x := range have {
		parts, sum := map[graph.ID]float64{}, 0.
		for j, reason := range x.Reasons {
			id := timeReason
			if entity, found := reason.Entity(); found {
				id = v.ID(entity)
			}
			parts[id] += reason.Score
			sum += reason.Score
			if j > 0 && reason.Score > x.Reasons[j-1].Score {
				t.Fatalf("%s: reason %d weighs more than the one before it", v.ID(x.Report), j)
			}
		}
		if v.ID(x.Report) != want[i].report || x.Score != want[i].score || sum != x.Score || !maps.Equal(parts, want[i].parts) {
			t.Fatalf("%s %+v, place %d: %s with %v = %v %v, expected %s with %v = %v",
				v.ID(n), o, i, v.ID(x.Report), x.Score, sum, parts, want[i].report, want[i].score, want[i].parts)
		}
	}
}
