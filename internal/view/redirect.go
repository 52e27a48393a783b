package view

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"github.com/wasl-graph/wasl/graph"
)

// mergeFact is one recorded merge.
type mergeFact struct {
	change        uint32
	winner, loser graph.ID
}

// redirects works out which ids answer for which. A loser that was merged into two, a circle of merges, and a merge of
// different kinds can't be meant together: what was recorded first counts, of one change what has the smaller ids. The rest is
// disputed; [View.Check] tells of it.
func (in *intake) redirects() (list, disputed []Merge) {
	winners := map[graph.ID]graph.ID{}
	for _, f := range in.mergeFacts() {
		have, merged := winners[f.loser]
		switch {
		case have == f.winner:
		case merged || f.winner.Kind() != f.loser.Kind() || final(winners, f.winner) == f.loser:
			disputed = append(disputed, Merge{Loser: f.loser, Winner: f.winner})
		default:
			winners[f.loser] = f.winner
		}
	}
	for _, loser := range slices.Sorted(maps.Keys(winners)) {
		list = append(list, Merge{Loser: loser, Winner: winners[loser], Final: final(winners, loser)})
	}
	for i, m := range disputed {
		disputed[i].Final = final(winners, m.Loser)
	}
	return list, disputed
}

// mergeFacts are the recorded merges in the order in which they count.
func (in *intake) mergeFacts() []mergeFact {
	facts := make([]mergeFact, 0, len(in.replaces))
	for _, i := range in.replaces {
		r := in.rows[i]
		facts = append(facts, mergeFact{r.proof.change, in.nodes.values[r.subject], graph.ID(in.texts.values[r.object].value)})
	}
	slices.SortFunc(facts, func(a, b mergeFact) int {
		return cmp.Or(cmp.Compare(a.change, b.change), compareIDs(a.winner, b.winner), compareIDs(a.loser, b.loser))
	})
	return facts
}

// final follows merges to their end. There is one, because no merge is taken in that would close a circle.
func final(winners map[graph.ID]graph.ID, id graph.ID) graph.ID {
	for {
		next, merged := winners[id]
		if !merged {
			return id
		}
		id = next
	}
}

// depths is by how many merges each loser is away from the entity that answers for it.
func depths(list []Merge) []uint64 {
	far := make([]uint64, len(list))
	for i, m := range list {
		for m.Winner != m.Final {
			at, _ := placeOf(list, m.Winner)
			m = list[at]
			far[i]++
		}
		far[i]++
	}
	return far
}

func compareIDs(a, b graph.ID) int { return strings.Compare(string(a), string(b)) }
