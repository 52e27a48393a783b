// Package resolve says which entities a document's words mean, and turns what was understood into assertions with evidence.
//
//	understand.Meaning ─► Resolver.Add ─► which report (report.go) ─► each claim (claim.go)
//	                                      ─► what a name names (agent.go) ─► who (person.go), which body or project (organisation.go)
//	                                      ─► events (event.go) ─► graph.Assertion, Resolution, Candidate (outcome.go)
//
// # What is known
//
// [New] goes through the graph once and keeps what entities are found by: identifiers, names, titles (known.go). What the
// document itself said in an earlier import does not count, as if it had never been read; so the same document always means the
// same, whatever it said before. Only the ids are remembered by which its names went (before.go), and it goes by them again.
// Where entities were merged, the names of all lead to the one that answers for them (merged.go).
//
// # In which order
//
//  1. what a person decided ([Decisions]);
//  2. identifiers: DOI, ISBN, ORCID, ROR and others, brought into one form (identifier.go). What several things may share, an
//     ISBN or an address, needs the title beside it;
//  3. for an author, who is an author of the same publication already: a name that fits one of them alone;
//  4. what the same document's name was resolved to before, and the same name further up in the document;
//  5. names, as package names compares them. Only names.Same is enough, and only when it fits one entity best; a missing
//     word of a name needs an affiliation in common. Reports need their title, an overlapping date and an author in common, or
//     none on one side. Organisations and projects may be named by a label or an acronym that nobody else has;
//  6. else a new entity, with a readable id that follows from its name (mint.go). What it may be the same as becomes a
//     [Candidate] for a person to decide.
//
// A wrong merge is worse than a double: nothing is merged below certainty. Two authors of one record are two people, whatever they
// are called. Different identifiers of a kind of which everybody has one keep apart. Names that stand for a group, and people who are
// named by one name alone, are made no entity; a report keeps them as a text.
//
// # What is stated
//
// Every fact says where its words stand. An entity that has no label gets the printed name; one that has it already gets it
// once more on the document's word, so that it stays when the others take theirs back; another form becomes an alternative
// label (label.go). A document states a name once, however often it prints it.
//
// # Cost
//
// A name is compared with those it shares two words with, in any spelling, and with no more than a few dozen (block.go); an
// organisation with those that share a word with it that few have (words.go). So a document takes time in proportion to its
// length. Memory goes with the number of different names.
//
// The tables in testdata have a line for each case; to add one, write a line.
package resolve
