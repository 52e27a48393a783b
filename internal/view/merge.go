package view

import (
	"iter"
	"slices"

	"github.com/wasl-graph/wasl/graph"
)

// A merge is one fact: winner REPLACES "loser". The record keeps every assertion with the ids under which it was recorded;
// the view reads what was recorded of the loser as said of the winner. To take the two apart again, that one fact is
// retracted.
//
//	intake ─► redirect.go ─► mergerows.go ─► mergerules.go ─► mergeproofs.go ─► asrecorded.go
//	          which leads     rows read       what gives way   what counts       the way back
//	          where           with other ids                   once

// Merge says that an entity was merged into another one.
type Merge struct {
	// Loser is the id that names no entity of its own any more.
	Loser graph.ID
	// Winner is what it was merged into, as recorded.
	Winner graph.ID
	// Final is what answers for it now: the winner, or what that was merged into in turn.
	Final graph.ID
}

// merged is all that a view has because something is merged.
type merged struct {
	list []Merge // by loser
	// disputed are merges that are recorded and don't count, see [intake.redirects].
	disputed []Merge
	origins  []origin          // of the evidence that is not read as it is recorded; by proof
	apart    []graph.Assertion // as recorded: what would be said of an entity and itself
	aside    []uint32          // statements that give way to others, ascending
}

// Merged are all merges, by the ids of the losers. The list must not be changed.
func (v *View) Merged() []Merge {
	if v.merged == nil {
		return nil
	}
	return v.merged.list
}

// MergedInto says what an entity was merged into; false when the id is that of an entity or of nothing.
func (v *View) MergedInto(id graph.ID) (Merge, bool) {
	i, found := placeOf(v.Merged(), id)
	if !found {
		return Merge{}, false
	}
	return v.merged.list[i], true
}

func placeOf(list []Merge, loser graph.ID) (int, bool) {
	return slices.BinarySearchFunc(list, loser, func(m Merge, id graph.ID) int { return compareIDs(m.Loser, id) })
}

// Redirects yields the id of each entity that was merged, with that of the one which answers for it.
func (v *View) Redirects() iter.Seq2[graph.ID, graph.ID] {
	return func(yield func(loser, final graph.ID) bool) {
		for _, m := range v.Merged() {
			if !yield(m.Loser, m.Final) {
				return
			}
		}
	}
}

// Winner is the id that answers for an id: that of the entity it was merged into in the end, or the id itself.
func (v *View) Winner(id graph.ID) graph.ID {
	if m, found := v.MergedInto(id); found {
		return m.Final
	}
	return id
}

// MergeFacts are the facts that merge an entity into others, as recorded. Whoever splits it from them retracts all.
func (v *View) MergeFacts(loser graph.ID) []graph.Assertion {
	var list []graph.Assertion
	object := graph.CodeObject(string(loser))
	for _, m := range slices.Concat(v.Merged(), v.disputed()) {
		n, found := v.Find(m.Winner)
		if m.Loser != loser || !found {
			continue
		}
		for _, s := range v.StatementsOf(nil, n, graph.Replaces) {
			if v.object(s) == object {
				list = v.asRecorded(list, s)
			}
		}
	}
	slices.SortFunc(list, compareRecorded)
	return slices.Compact(list)
}

func (v *View) disputed() []Merge {
	if v.merged == nil {
		return nil
	}
	return v.merged.disputed
}

// CheckMerge says what stands against merging one entity into another: NOT_FOUND when there is no such entity, BAD_INPUT when
// they are one already, are of different kinds, or the loser was merged before. A winner that was merged itself stands for what
// answers for it.
func CheckMerge(v *View, winner, loser graph.ID) error {
	if m, found := v.MergedInto(loser); found {
		return graph.NewError(graph.BadInput, "merge.again", "{loser} was merged into {winner} already; split it off first",
			graph.Params{"loser": string(loser), "winner": string(m.Winner)})
	}
	into, found := v.Find(winner)
	if !found {
		return unknownEntity("winner", winner)
	}
	n, found := v.Find(loser)
	switch {
	case !found:
		return unknownEntity("loser", loser)
	case n == into:
		return graph.NewError(graph.BadInput, "merge.same", "{winner} and {loser} are one entity already",
			graph.Params{"winner": string(winner), "loser": string(loser)})
	case v.Kind(n) != v.Kind(into):
		return graph.NewError(graph.BadInput, "merge.kind", "{winner} and {loser} are of different kinds; only entities of one kind can be merged",
			graph.Params{"winner": string(winner), "loser": string(loser)})
	}
	return nil
}

// CheckSplit says what stands against taking an entity out of the one that it was merged into: BAD_INPUT when it was not.
func CheckSplit(v *View, loser graph.ID) error {
	if _, found := v.MergedInto(loser); found {
		return nil
	}
	return graph.NewError(graph.BadInput, "split.none", "{loser} was not merged into another entity", graph.Params{"loser": string(loser)})
}
