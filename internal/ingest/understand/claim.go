package understand

import (
	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/ingest/work"
)

// Meaning is what a work says, in the graph's terms.
type Meaning struct {
	// Work is what was understood.
	Work *work.Work
	// Claims are about the report itself, in the order in which the document makes them.
	Claims []Claim
	// Events are those that the report covers; the report's own claims have no word about them.
	Events []EventMeaning
	// Notices say what was not understood.
	Notices []Notice
}

// EventMeaning is an event and what is claimed of it.
type EventMeaning struct {
	Name   graph.Text
	At     work.Span
	Claims []Claim
}

// Claim is one fact of the report (or the event) that it belongs to: a relation, an object, and what it rests on.
type Claim struct {
	Relation graph.Relation
	Object   Object
	Method   graph.Method
	// Rule is set for INFERRED claims only.
	Rule graph.Rule
	// At is the words that it rests on. It is the zero span only for what no document says of itself.
	At work.Span
	// Position is the place in the printed order, from 1; 0 where there is none.
	Position int
}

// Object is what is claimed. Exactly one of the four is set, but that an Entity may have a Name too.
type Object struct {
	// Entity is known to the vocabulary.
	Entity graph.ID
	Text   graph.Text
	Date   graph.Date
	// Name is printed in the document. Alone, it is that of an entity that has to be found or made; beside an Entity, it is
	// how a contributor or a participant that the vocabulary knows is printed.
	Name *Name
}

// Name is the printed name of an entity.
type Name struct {
	// Kind is PERSON, ORGANISATION or PROJECT, as the words have it; of a group it says nothing.
	Kind graph.Kind
	// Group says that people are named without a name of their own ("the project team"): no entity is made of it.
	Group bool
	// Partial says that a person is named by one name alone, or a title and one name: no entity is made of it, and the
	// organisation beside it is what is linked.
	Partial bool
	work.Words
	// Family and Given are set where the document tells them apart.
	Family, Given string
	Identifiers   []work.Identifier
	Affiliations  []work.Affiliation
	// Also are other names that the document has for the same: a project's in another language.
	Also []work.Text
}

// Notice is something that a reader of the document would understand and the program did not.
type Notice struct {
	At work.Span
	// Kind groups notices: "tag", "date", "language", "type", "country", "place", "text", "field".
	Kind string
	// Words are what was not understood, as printed, or the name of the field, and Why the reason in a few words of English.
	Words, Why string
}
