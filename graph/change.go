package graph

import (
	"fmt"
	"iter"
	"time"
)

// Change is what is to be asserted and retracted together: all of it or nothing. A retraction names an assertion by its
// key. Sources holds those that the assertions newly rest on, and Documents the texts of those whose text is to be kept.
type Change struct {
	Author string
	Reason string
	Time   time.Time
	// Curated says that somebody decided on it: a document that says otherwise does not undo it, see [Curation].
	Curated   bool
	Sources   []Source
	Documents []Document
	Assert    []Assertion
	Retract   []Assertion
}

// Empty says that the change asks for nothing.
func (c Change) Empty() bool {
	return len(c.Sources) == 0 && len(c.Assert) == 0 && len(c.Retract) == 0
}

// Revision names one state of the graph: how many changes made it, and a digest of them all. Two graphs with the same
// revision hold the same facts.
type Revision struct {
	Number uint32
	// Digest is the beginning of a SHA-256 over the digest before and the change.
	Digest [8]byte
}

// String is the form that the API shows: "3-9f86d081884c7d65".
func (r Revision) String() string { return fmt.Sprintf("%d-%x", r.Number, r.Digest) }

// Recorded is a change as the record keeps it: who, when and why, and what it took away. What it asserted is found by
// the number that every assertion carries.
type Recorded struct {
	Revision Revision
	Author   string
	Reason   string
	Time     time.Time
	Curated  bool // as of [Change]
	// Added counts the assertions that the change added.
	Added int
	// Retracted are the assertions that the change removed.
	Retracted []Assertion
}

// Snapshot is everything that a record holds at one revision.
type Snapshot struct {
	Revision Revision
	// Changes are all changes up to the revision, the oldest first.
	Changes []Recorded
	// Sources are all sources, by id.
	Sources []Source
	// Assertions yields every assertion once, in no particular order. It ends with an error when the record can't be read
	// on or the context is cancelled.
	Assertions iter.Seq2[Assertion, error]
}

// Applied is what a change came to when it was recorded: without what was there already, with its number.
type Applied struct {
	Recorded
	Asserted  []Assertion
	Sources   []Source
	Documents []Document
}

// State is what a change is compared with: the graph as it is before the change.
type State interface {
	// Recorded says whether an assertion with this key is in the graph, and by which change it came there. Ids of entities
	// that were merged count as those of the entities that replace them.
	Recorded(Assertion) (change uint32, found bool)
	// AsRecorded lists the assertions of the record, with the numbers of their changes, that are read as this one: where
	// nothing is merged the assertion itself, and nothing when it is not there. They are what a retraction takes away.
	AsRecorded(Assertion) []Assertion
	// Source returns the source with the id, and whether there is one.
	Source(SourceID) (Source, bool)
}
