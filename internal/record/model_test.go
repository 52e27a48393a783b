package record

import (
	"os"
	"testing"

	"pgregory.net/rapid"

	"github.com/wasl-graph/wasl/graph"
)

// TestRandomChangesAgreeWithTheLedger does what comes to mind to a record and to a map, and expects them to agree. Few
// facts are drawn from, so that they come, go and come back.
func TestRandomChangesAgreeWithTheLedger(t *testing.T) {
	t.Run("memory", rapid.MakeCheck(func(r *rapid.T) { behaveAtRandom(r, inMemory(r)) }))
	t.Run("disk", func(t *testing.T) {
		all := t.TempDir()
		rapid.Check(t, func(r *rapid.T) {
			folder, err := os.MkdirTemp(all, "") //nolint:usetesting // each of many rounds has its own, within the test's
			if err != nil {
				r.Fatal(err)
			}
			behaveAtRandom(r, inFolder(r, folder))
		})
	})
}

func behaveAtRandom(r *rapid.T, b *book) {
	r.Repeat(map[string]func(*rapid.T){
		"apply":  func(r *rapid.T) { b.apply(drawChange(r)) },
		"reopen": func(*rapid.T) { b.reopen() },
		"refuse": func(r *rapid.T) {
			c := drawChange(r)
			c.Assert = append(c.Assert, label("nothing", "wrong"))
			if _, err := b.Apply(r.Context(), c, &b.ledger); err == nil {
				r.Fatal("a wrong change was accepted")
			}
		},
	})
	b.verify()
	b.reopen()
	b.verify()
}

func drawChange(r *rapid.T) graph.Change {
	facts := rapid.SliceOfN(rapid.Custom(drawFact), 0, 6)
	c := graph.Change{
		Author:  rapid.String().Draw(r, "author"),
		Curated: rapid.Bool().Draw(r, "curated"),
		Reason:  rapid.String().Draw(r, "reason"),
		Time:    noon,
		Assert:  facts.Draw(r, "assert"),
		Retract: facts.Draw(r, "retract"),
	}
	if rapid.IntRange(0, 9).Draw(r, "with a source") == 0 {
		src := testSource("source:other")
		src.URL = rapid.SampledFrom([]string{"", "https://example.org"}).Draw(r, "url")
		c.Sources = []graph.Source{src}
	}
	return c
}

func drawFact(r *rapid.T) graph.Assertion {
	report := graph.ID(rapid.SampledFrom([]string{"report:a", "report:b", "report:c"}).Draw(r, "report"))
	object := graph.ID(rapid.SampledFrom([]string{"country:IQ", "country:AT"}).Draw(r, "country"))
	a := link(report, graph.AboutCountry, object)
	if rapid.Bool().Draw(r, "a label") {
		a = label(report, rapid.SampledFrom([]string{"A", "التقرير", `"A"@en`}).Draw(r, "text"))
	}
	a.Evidence.Place = graph.AtLine(rapid.IntRange(1, 2).Draw(r, "line"))
	return a
}
