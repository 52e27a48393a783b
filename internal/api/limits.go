package api

import (
	"cmp"
	"time"
)

// Limits are what one request may ask for, and what is remembered of requests. A field that is 0 has the value of
// [DefaultLimits].
type Limits struct {
	// Tokens is how many words and signs a document may have. Reading it ends there.
	Tokens int
	// Depth is how many levels of braces may stand within each other, fragments put in their places; and how many lists and
	// objects within each other in a value, be it written in the document or given for a variable.
	Depth int
	// Operations, Fragments, Variables, Aliases and Directives are how many of these a document may have in all.
	Operations, Fragments, Variables, Aliases, Directives int
	// Selections is how many fields and fragments the operations of a document may have once every fragment is put in its
	// places. It bounds all work on a document that is not done once for each of its words.
	Selections int
	// Values is how many values may be given for variables, each item of a list and each field of an object being one.
	Values int
	// Cost is what an answer may cost; costs.go says how that is reckoned.
	Cost int
	// Time is how long a request may take, from when it was read.
	Time time.Duration
	// Remembered is how many bytes of memory documents may take that were read and checked, so that this need not be done
	// again.
	Remembered int
}

// DefaultLimits are generous to people and their programs: the question about the whole schema that GraphiQL asks needs a
// third of the depth and less than a fifth of anything else.
func DefaultLimits() Limits {
	return Limits{
		Tokens: 20_000, Depth: 40, Operations: 20, Fragments: 100, Variables: 100, Aliases: 250, Directives: 250,
		Selections: 10_000, Values: 10_000, Cost: 100_000, Time: 10 * time.Second, Remembered: 32 << 20,
	}
}

func (l Limits) orDefaults() Limits {
	usual := DefaultLimits()
	return Limits{
		Tokens:     cmp.Or(l.Tokens, usual.Tokens),
		Depth:      cmp.Or(l.Depth, usual.Depth),
		Operations: cmp.Or(l.Operations, usual.Operations),
		Fragments:  cmp.Or(l.Fragments, usual.Fragments),
		Variables:  cmp.Or(l.Variables, usual.Variables),
		Aliases:    cmp.Or(l.Aliases, usual.Aliases),
		Directives: cmp.Or(l.Directives, usual.Directives),
		Selections: cmp.Or(l.Selections, usual.Selections),
		Values:     cmp.Or(l.Values, usual.Values),
		Cost:       cmp.Or(l.Cost, usual.Cost),
		Time:       cmp.Or(l.Time, usual.Time),
		Remembered: cmp.Or(l.Remembered, usual.Remembered),
	}
}
