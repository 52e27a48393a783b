package view_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/synctest"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/view"
)

// TestAMergeBetweenProposals: two that name one entity by two ids came before these were one. They share no group.
func TestAMergeBetweenProposals(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		c := newCrowd(t)
		first, end := c.live.View().Range(graph.KindReport)
		if end-first < 2 {
			t.Fatal("there are not two reports")
		}
		winner, loser := c.live.View().ID(first), c.live.View().ID(first+1)
		c.propose(t.Context(), view.Proposal{Prepare: func(*view.View) (graph.Change, error) {
			return graph.Change{Author: "ada", Assert: []graph.Assertion{mergeOf(winner, loser)}}, nil
		}})
		c.propose(t.Context(), notes("one", winner))
		c.propose(t.Context(), notes("two", loser))
		c.propose(t.Context(), notes("three", "report:another"))
		c.end()
		if got := fmt.Sprint(c.record.groups); got != "[1 1 2]" {
			t.Errorf("groups of %s", got)
		}
		for i, err := range c.errs {
			if err != nil {
				t.Errorf("proposal %d: %v", i, err)
			}
		}
	})
}

// What curators decided about a source: each row is a row of changes. A capital is a curator's change, a small letter that of an
// import; "+x" asserts a fact on the source, "*x" on another one, "-x" takes it back from all.
func TestWhatCuratorsDecided(t *testing.T) {
	for row, want := range map[string]string{
		"i+x":                 "",
		"i+x i-x":             "",
		"i+x C-x":             "withdrawn x",
		"i+x C-x i+y":         "withdrawn x",
		"i+x i+y C-y C-x":     "withdrawn x, withdrawn y",
		"i+x C-x C+x":         "restored x, kept x",
		"i+x C-x C*x":         "restored x",
		"i+x C-x C*x C-x":     "withdrawn x",
		"i+x C-x C*x i+x C-x": "withdrawn x",
		"i+x C-x i*x":         "withdrawn x", // somebody else says so
		"i+x C-x C+x i-x":     "restored x, kept x",
		"i+x C-x C+x C-x":     "withdrawn x",
		"C+x":                 "kept x",
		"C+x i-x":             "kept x",
		"C+x C-x":             "withdrawn x",
		"C*x C-x i+x":         "",
		"i+x C-x+x'":          "withdrawn x, kept x'",
		"i+x C-x+x' C-x'+x":   "restored x, withdrawn x', kept x",
		"i+x C-x+x' C-x'":     "withdrawn x, withdrawn x'",
		"i+x C-x+x' C-x'+x''": "withdrawn x, withdrawn x', kept x''",
		"i+x C-x+x' C-x'*x":   "restored x, withdrawn x'",
		"i+x C-x+y":           "withdrawn x, kept y",
	} {
		t.Run(row, func(t *testing.T) {
			live := mustLive(t, filled(t))
			for change := range strings.FieldsSeq(row) {
				if _, err := live.Apply(t.Context(), curatedChange(live.View(), change)); err != nil {
					t.Fatal(err)
				}
			}
			c := live.View().Curation("source:said")
			var have []string
			for _, w := range c.Withdrawn {
				have = append(have, map[bool]string{true: "restored ", false: "withdrawn "}[w.Restored]+wordOf(w.Statement))
			}
			for _, s := range c.Kept {
				have = append(have, "kept "+wordOf(s))
			}
			wanted := strings.Split(want, ", ")
			if want == "" {
				wanted = nil
			}
			slices.Sort(have)
			slices.Sort(wanted)
			if !slices.Equal(have, wanted) {
				t.Errorf("%v, want %v", have, wanted)
			}
		})
	}
}

// word is a note of one letter. With a stroke or two it is the same with another standing.
func word(letter string) graph.Statement {
	var f facts
	f.say("report:leaving", graph.Note, in(graph.English, letter[:1]))
	s := f[0].Statement
	s.Object.Text.Standing = graph.LabelStanding(len(letter) - 1)
	return s
}

func wordOf(s graph.Statement) string {
	return s.Object.Text.Value + strings.Repeat("'", int(s.Object.Text.Standing))
}

func curatedChange(v *view.View, row string) graph.Change {
	c := graph.Change{Author: "ada", Curated: row[0] == 'C'}
	for _, id := range []graph.SourceID{"source:said", "source:other"} {
		c.Sources = append(c.Sources, graph.Source{ID: id, Title: graph.Text{Value: string(id), Language: graph.English}})
	}
	rest := row[1:]
	for rest != "" {
		end := 1 + strings.IndexAny(rest[1:]+"+", "+-*")
		sign, letter := rest[0], rest[1:end]
		rest = rest[end:]
		source := graph.SourceID("source:said")
		switch sign {
		case '*':
			source = "source:other"
			fallthrough
		case '+':
			c.Assert = append(c.Assert, graph.Assertion{Statement: word(letter), Evidence: graph.Evidence{Source: source}})
		case '-':
			for a := range v.AssertionsAsRecorded() {
				if a.Statement.Key() == word(letter).Key() {
					c.Retract = append(c.Retract, a)
				}
			}
		}
	}
	return c
}
