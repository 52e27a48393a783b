package graph

import (
	"iter"
	"time"
)

// BulkChange is a change of any size: its assertions are handed over one by one and need not fit into memory. Like a
// [Change] it is recorded whole or not at all.
type BulkChange struct {
	Author    string
	Reason    string
	Time      time.Time
	Sources   []Source
	Documents []Document
	// Assert yields what is to be asserted, in any order and any number of times each. An error ends it and abandons the
	// whole change. It must not call the record that it is handed to.
	Assert iter.Seq2[Assertion, error]
	// Retract yields what is to be retracted, each named by its key; nil for nothing. It is ranged over once, after Assert has
	// ended. An assertion wins over a retraction of the same.
	Retract iter.Seq[Assertion]
}

// Bulk is the change in the form that may be of any size.
func (c Change) Bulk() BulkChange {
	return BulkChange{
		Author: c.Author, Reason: c.Reason, Time: c.Time, Sources: c.Sources, Documents: c.Documents,
		Assert: func(yield func(Assertion, error) bool) {
			for _, a := range c.Assert {
				if !yield(a, nil) {
					return
				}
			}
		},
		Retract: func(yield func(Assertion) bool) {
			for _, a := range c.Retract {
				if !yield(a) {
					return
				}
			}
		},
	}
}
