// Package curation turns what a curator asks for into a change of the graph.
//
// # The path
//
// A [Mutation] says what is to be different: [SetLabel], [AddStatement], [RetractStatement], [MergeEntities], [SplitEntity]. [Terms]
// say who wants it, why, and which revision they looked at. [Propose] checks what can be checked by itself and makes a
// proposal of both, which is worked out when its turn has come, on the graph as it is then:
//
//	m := &curation.SetLabel{Entity: "country:IQ", Language: graph.German, Value: "Irak", Standing: graph.Attested}
//	proposal, err := curation.Propose(ctx, live.View(), curation.Terms{Author: "Nadia", Reason: "as in the CLDR"}, m)
//	outcome, err := live.Propose(ctx, proposal)
//
// What can't be done is a [graph.Error] that names the argument: a text that is blank, an entity that nobody knows, a relation
// between kinds that it does not join. A change that comes to nothing is no error.
//
//	setlabel.go          a label takes the place of another
//	addstatement.go      one more fact: object.go what it may end in, quotation.go where its words stand, names.go which names
//	                     an entity may have, circle.go what would lead back to itself
//	retractstatement.go  a fact is taken back, with all that it rests on
//	mergeentities.go     two entities become one; splitentity.go they become two again
//	terms.go             who, why and when; source.go what a change rests on when no source is named; text.go how texts are
//	                     cleaned
//
// # What is kept apart
//
// Nothing is deleted: what a change takes away stays in the history, with what it rested on. A change says that it was made here
// ([graph.Change]), so that documents which are imported again don't undo it. What was recorded of an entity before
// it was merged is read as the winner's and stays recorded as its own, so that a split gives it back; changes touch
// what is the winner's own.
//
// # What it leaves to others
//
// Who may do this, and how it is asked for, is the business of package api. When a change has its turn, and that it is recorded
// whole or not at all, is that of packages view and record.
//
// A mutation is used once, by one goroutine.
package curation
