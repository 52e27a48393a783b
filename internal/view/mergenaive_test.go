package view_test

import (
	"cmp"
	"slices"

	"pgregory.net/rapid"

	"github.com/wasl-graph/wasl/graph"
)

// merging is the naive model of merges: it rewrites a plain list.
type merging struct {
	list    naive                 // as recorded
	winners map[graph.ID]graph.ID // by loser
}

// mergingOf takes the merges in the order in which they were recorded, those of one change by their ids. Those count that
// leave every entity with one winner, without a circle and within a kind.
func mergingOf(list naive) merging {
	m := merging{list, map[graph.ID]graph.ID{}}
	var facts naive
	for _, a := range list {
		if a.Relation == graph.Replaces {
			facts = append(facts, a)
		}
	}
	slices.SortFunc(facts, func(a, b graph.Assertion) int {
		return cmp.Or(cmp.Compare(a.Evidence.Change, b.Evidence.Change), cmp.Compare(a.Subject, b.Subject), cmp.Compare(a.Object.Text.Value, b.Object.Text.Value))
	})
	for _, a := range facts {
		loser := graph.ID(a.Object.Text.Value)
		if _, taken := m.winners[loser]; !taken && a.Subject.Kind() == loser.Kind() && m.final(a.Subject) != loser {
			m.winners[loser] = a.Subject
		}
	}
	return m
}

func (m merging) final(id graph.ID) graph.ID {
	for m.winners[id] != "" {
		id = m.winners[id]
	}
	return id
}

// far is how many merges lie between an entity and what answers for it.
func (m merging) far(id graph.ID) int {
	n := 0
	for ; m.winners[id] != ""; n++ {
		id = m.winners[id]
	}
	return n
}

// with is an assertion with other ids.
func (m merging) with(a graph.Assertion) graph.Assertion {
	a.Subject = m.final(a.Subject)
	a.Object.Entity = m.final(a.Object.Entity)
	a.Evidence.Printed.Affiliation = m.final(a.Evidence.Printed.Affiliation)
	return a
}

// owner is the entity whose value counts: of those that are read as one and have one, the nearest.
func (m merging) owner(a graph.Assertion) graph.ID {
	best := a.Subject
	for _, b := range m.list {
		same := m.final(b.Subject) == m.final(a.Subject) && b.Relation == a.Relation && (a.Object.Date != graph.Date{} || b.Object.Text.Language == a.Object.Text.Language)
		if same && cmp.Or(cmp.Compare(m.far(b.Subject), m.far(best)), cmp.Compare(b.Subject, best)) < 0 {
			best = b.Subject
		}
	}
	return best
}

var shownOnce = []graph.Relation{
	graph.Label, graph.Description, graph.Abstract, graph.Note, graph.Published, graph.Starts, graph.Ends, graph.HasType, graph.Acronym,
}

// read is how an assertion is read, and whether it counts where only one value does; left says that it is left out.
func (m merging) read(a graph.Assertion) (read graph.Assertion, counts, left bool) {
	read = m.with(a)
	if a.Object.Entity != "" && a.Subject != a.Object.Entity && read.Subject == read.Object.Entity {
		return read, false, true
	}
	if !slices.Contains(shownOnce, a.Relation) {
		return read, true, false
	}
	owner := m.owner(a)
	same := slices.ContainsFunc(m.list, func(b graph.Assertion) bool {
		return b.Subject == owner && m.with(b).Statement.Key() == read.Statement.Key()
	})
	if same || a.Relation != graph.Label {
		return read, same, false
	}
	read.Relation = graph.AlternativeLabel
	return read, true, false
}

// rewritten is the list as it is read, each assertion once, and what of it counts where only one value does.
func (m merging) rewritten() (all, counting naive) {
	first, counts := map[graph.Assertion]graph.Assertion{}, map[graph.Assertion]bool{}
	for _, a := range m.list {
		read, one, left := m.read(a)
		if left {
			continue
		}
		key := read.Key()
		if have, twice := first[key]; !twice || read.Evidence.Change < have.Evidence.Change {
			first[key] = read
		}
		counts[key] = counts[key] || one
	}
	for key, a := range first {
		all = append(all, a)
		if counts[key] {
			counting = append(counting, a)
		}
	}
	return all, counting
}

// randomMerge draws a merge of two entities of a kind, which need not make sense.
func randomMerge() *rapid.Generator[graph.Assertion] {
	return rapid.Custom(func(t *rapid.T) graph.Assertion {
		kinds := slices.DeleteFunc(graph.Kinds(), func(k graph.Kind) bool { return len(smallWorld[k]) < 2 })
		ids := smallWorld[rapid.SampledFrom(kinds).Draw(t, "kind")]
		pair := rapid.Permutation(ids).Draw(t, "pair")
		return mergeOf(pair[0], pair[1])
	})
}

func mergeOf(winner, loser graph.ID) graph.Assertion {
	return graph.Assertion{
		Statement: graph.Statement{Subject: winner, Relation: graph.Replaces, Object: graph.CodeObject(string(loser))},
		Evidence:  graph.Evidence{Source: "source:a", Method: graph.Curated},
	}
}

// randomlyMerged draws a graph with merges, among them such as can't be meant together.
func randomlyMerged(t *rapid.T) graph.Snapshot {
	record := newMemory()
	for range rapid.IntRange(1, 3).Draw(t, "changes") {
		c := randomChange(record.held).Draw(t, "change")
		c.Assert = append(c.Assert, rapid.SliceOfN(randomAssertion(), 20, 60).Draw(t, "more")...)
		c.Assert = append(c.Assert, rapid.SliceOfN(randomMerge(), 0, 4).Draw(t, "merges")...)
		if _, err := record.Apply(t.Context(), c, nil); err != nil {
			t.Fatal(err)
		}
	}
	return record.snapshot()
}
