package view

import (
	"math"
	"sync"
)

// How well a path explains a connection falls with every entity that it leads through, and more with one that has many links:
// what hangs together with everything connects nothing in particular. The score of a path is the product of
//
//	1 / (1 + ln degree)
//
// over the entities between its ends, where degree is the number of links that the entity has in the whole graph. A path
// without anything between its ends has the score 1; a hub with 10,000 links lets pass a tenth, an entity with three about
// half. So a path through something rare beats one through a hub, even when it is one step longer. Of paths with the same
// score the shortest is the best.

// Searching adds instead of multiplying. A weight is the negative logarithm of an entity's factor in whole units, which add
// up to the same from either end, and one more for the step.
const (
	weightUnits = 1 << 16 // for 1
	weightSteps = 16      // a unit outweighs this many steps; no path has as many
)

// weightOf is the weight of an entity with so many links, which is at least 1.
func weightOf(degree uint32) uint32 {
	if table := weights(); int(degree) < len(table) {
		return table[degree]
	}
	return computedWeight(degree)
}

func computedWeight(degree uint32) uint32 {
	return uint32(math.Round(weightUnits*math.Log(1+math.Log(float64(max(degree, 1))))))*weightSteps + 1
}

// weights has those of all but hubs.
var weights = sync.OnceValue(func() []uint32 {
	table := make([]uint32, 1<<12)
	for degree := range table {
		table[degree] = computedWeight(uint32(degree))
	}
	return table
})

// scoreOf is the score of a path with so much weight between its ends.
func scoreOf(weight uint32) float64 {
	return math.Exp(-float64(weight/weightSteps) / weightUnits)
}
