package search

import "github.com/wasl-graph/wasl/internal/lang"

// This file is the whole of the ranking. A word of a query meets a hit in one way or several; the best of them counts:
//
//	points(word, hit) = ⌈ steps · field · tier · link ⌉
//
// where field is what the word stands in, tier how near the two forms of the word are, and link how the hit hangs together
// with what the word meets, each from 0 to 1. The rarer a word, the more it counts:
//
//	score(hit) = Σ rarity(word) · points(word, hit) / (steps · Σ rarity(word))
//
// Hits of the same score stand in the order of their nodes: reports first, the newest first, then the other kinds, each by
// id. So the order is total, and the same for the same graph.
//
// Points are few on purpose. Everything that one word meets in the same number of points is one set of nodes, and
// ranking is a handful of operations on sets.

// steps is the most points that one word can give.
const steps = 20

// exactPoints is what a label gets that is the query, letter for letter.
const exactPoints = steps + 1

// fieldWeights says, in per cent, what it counts when a word stands among others in a text, and when it is all of it. Only
// names are looked at as a whole.
var fieldWeights = [fieldCount]struct{ within, whole int }{
	title:       {70, 100},
	alternative: {65, 95},
	hidden:      {60, 90},
	acronym:     {85, 100},
	countryCode: {95, 95},
	sourceTag:   {55, 55},
	collective:  {45, 45},
	description: {40, 40},
	abstract:    {35, 35},
}

// tierWeights says, in per cent, what a form counts.
var tierWeights = [...]int{
	lang.Exact:     100,
	lang.Folded:    100,
	lang.Respelled: 96,
	lang.Stripped:  92,
	lang.Inflected: 84,
	lang.Part:      70,
	lang.Derived:   66,
}

// linkWeights says, in per cent, what a report counts that the word does not stand in, but that leads to what it names.
var linkWeights = [linkCount]int{
	itself:   100,
	about:    88,
	by:       86,
	behind:   60,
	mentions: 45,
	within:   35,
}

// dateWeight is what it counts, in per cent, that a report was published at a time that a query names, and codeWeight that a
// thing has an identifier.
const (
	dateWeight = 75
	codeWeight = 100
)

// points is what a field of this weight gives.
func points(weight int, tier lang.Tier, l link) int {
	const whole = 100 * 100 * 100
	return (steps*weight*tierWeights[tier]*linkWeights[l] + whole - 1) / whole
}

// rarity is what a word counts among others: 3 when it meets at most one node in a hundred, 2 up to one in ten, else 1.
func rarity(met, nodes uint64) int {
	switch {
	case met*100 <= nodes:
		return 3
	case met*10 <= nodes:
		return 2
	}
	return 1
}
