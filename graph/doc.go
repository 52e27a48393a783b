// Package graph is the domain of Wasl as values: what an entity, a text, a date, a statement and a change are, and what
// makes one wrong. It knows nothing of how they are stored, read or shown, and imports nothing else of ours.
//
// # From an id to a change
//
// An [ID] names an entity and its [Kind]: "country:IQ" is a country. Everything that is known of an entity is a
// [Statement]: a subject, a [Relation], and an [Object] that is another entity, a [Text] or a [Date].
//
//	report:icmpd-2024-05-irregular-pathways-iraq  ABOUT_COUNTRY  country:IQ
//	country:IQ                                    LABEL          "العراق", ar, ORIGINAL, ATTESTED
//
// Nobody has to believe a statement without a reason. An [Assertion] is a statement with one piece of [Evidence] for it:
// the [Source], the [Place] in it, the words, the [Method] by which the fact was taken from there. A statement may rest
// on several assertions.
//
// A [Change] asserts and retracts together, all of it or nothing, and leads from one [Revision] of the graph to the next. A
// [Snapshot] is everything at one revision.
//
// # Two ids for one thing
//
// Where two entities turn out to be one, the one [Replaces] the other: this is a fact like others, and what is recorded of the
// other one is read as said of the first. Nothing else is written, so that retracting the fact takes the two apart again as
// they were. A [State] therefore says of an assertion not only that it is there but also as what it was recorded.
//
// # Values that can't be wrong
//
// Whatever has a form has a type of its own and a Parse function that says what is wrong: [ParseID], [ParseTag], [ParseDate],
// [ParseRelation] and the others. Their errors are [Error] values with a stable code. [Assertion.Check] holds the parts of an
// assertion against each other: a relation joins certain kinds only, a text is never blank.
//
// relation.go names every relation once, with what it joins and its label in three languages. Each kind of entity has a
// file of its own.
//
// All values may be copied and shared freely.
package graph
