// Package record keeps the graph: every fact as a quad in Cayley, on disk, with what was changed when, by whom and why.
//
// # The path through it
//
// An assertion (a statement with one piece of evidence) is one quad: subject, predicate, object, and as the fourth element
// an IRI that says what the statement rests on ([encodeEvidence]). A change is a set of assertions to add and to remove. [Store.Apply]
// writes it whole or not at all; [Store.Snapshot] streams everything back. Nothing is queried here: package view reads a
// snapshot once and answers from memory.
//
//	vocabulary.go   relation ⇄ predicate
//	evidence.go     evidence ⇄ IRI
//	quads.go        assertion ⇄ quad
//	engine.go       what a transactional store must do; bolt.go on disk, memory.go in memory
//	cayley.go       Cayley's key-value store over an engine
//	store.go        opening, reading, closing
//	apply.go        the guarded writer: what a change comes to
//	group.go        several changes with one wait for the disk; progress.go is the state between them
//	bulk.go         the same for a change of any size, as a stream
//	write.go        quads, sources and the log into transactions
//	journal.go      large changes, all or nothing; recover.go finishes one that was killed
//	documents.go    the texts that evidence quotes
//	tokens.go       who may do what, beside the graph and its revisions
//	folder.go       the data folder: what belongs in it and what is wrong with it
//	files.go        the steps of a journal's file, each of which may fail
//	check.go        looking for damage; cayleyindex.go and cayleycount.go in what Cayley finds its quads by, cayleykey.go where
//	                that stands
//	verified.go     a snapshot that is served only when it is what was recorded
//	upgrade.go      from an older format version to this one
//	backup.go       the record as a stream while changes go on; restore.go makes a folder of it
//	aside.go        a copy to look at for long while changes go on
//
// # Why the writer is guarded
//
// Cayley's key-value stores keep a rolled-back node id in their cache after a failed transaction, lose a quad that one
// transaction deletes and adds, leak nodes when a quad is added twice, and let a reader and a writer wait for each other
// for ever. So the writer compares a change with the state before, never hands over what is there already or what is
// not there, removes before it adds in one transaction of its own engine, opens Cayley anew after any error, and shares
// a lock with readers. Where entities were merged, what is there is read with other ids than it was recorded with: the state says
// which assertions of the record are meant, and these are compared and taken away.
//
// # Format versions and backups
//
// A record says which format version it has ([formatVersion]). Opening an older one upgrades it in one transaction, before
// a journal is finished, and a newer one is refused. A backup is a copy of the file between a head and a checksum; whoever
// restores it reads everything in it before it has its name. It holds all that the record holds, also what must not be
// public: keep it as the data folder is kept.
//
// # When a write fails
//
// A change is acknowledged when bbolt has synced its pages, and then the revision that makes them count. Whatever fails
// before that leaves nothing of it, and the next change works: the disk is full, a sync fails, a journal can't be written
// or renamed. What fails in the middle, when a large change has its journal and half of its quads, or a revision was
// written and not synced, leaves a store that refuses everything and says so; [Open] then finds all of the change or
// nothing. The tests let every one of these steps fail, fill a small disk, and kill writers at random moments.
//
// # Caveats
//
// One process opens a data folder. A [Store] may be shared between goroutines; its methods wait for each other.
package record
