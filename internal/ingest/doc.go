// Package ingest turns what people write into changes of the graph: documents of many kinds, and the seeds.
//
// # From a document to a change
//
// Each step has a package of its own and hands its result to the next:
//
//	bytes ─► document   text in which every piece has a place (compression, encodings, lines)
//	      ─► read       work.Work after work.Work, whatever the format, and faults with their lines
//	      ─► understand what a work means: languages, dates, countries, tags, mentions, names (package when reads dates)
//	      ─► resolve    which entity each name means; assertions with evidence
//	      ─► graph.BulkChange
//
// [Open] reads a document and tells its format. [Import.Change] is what it changes in a graph, as a stream (stream.go): publications are
// read, understood and resolved one by one while the change is applied, so that memory goes with the text and with the number of
// different names, not with what is said. [Import.Result] then tells what became of it. Who has no record to apply it to calls
// [Import.Try].
//
//	document, err := ingest.Open(ctx, "library.ris", file, ingest.Options{})
//	recorded, err := live.ApplyBulk(ctx, func(v *view.View) (graph.BulkChange, error) { return document.Change(ctx, v) })
//	fmt.Println(document.Result().Kinds[graph.KindReport].New)
//
// # A document is a source
//
// A document is known by its name ([SourceOf]). What it said in an earlier import is compared by digests (stated.go): what it says
// again stays, what it says no more is retracted, and what others say is not touched. So the same document changes nothing, and
// a corrected one replaces what it said before. An entity of which others still speak keeps its name. Where entities were merged
// since, it says the same of them as before, under the ids under which it was recorded, and new names lead to the winners.
//
// All of a document or nothing of it: when one record can't be read, the stream ends in [Faults] that have all of them, and
// whoever applies the change keeps nothing. [Options.SkipRejected] leaves out such records instead.
//
// # What curators decided
//
// What a curator took back is not asserted by the same document again, and what a curator read in it stays, with the kind and the
// standing that it was given (curators.go). A corrected document that says something else is taken. [Result] counts what was withheld.
// In a corrected text the words that a curator quoted are looked for again.
//
// # What somebody has to decide
//
// Names that may mean somebody who is known, and tags that are no theme's name, go to [Options.Review] (review.go), one
// [ReviewEntry] each. A review file that somebody has edited is read by [ReadDecisions] (decisions.go) and followed by the next import.
// What was decided once stays when the document is imported again without it.
//
// # Seeds
//
// The seeds are YAML files, one an entity, in the form that package seeds describes:
//
//	fs.FS ─► ReadSeeds ─► one file each: YAML (seedyaml.go) ─► a source or an entity (seedfile.go) ─► facts (seedfact.go)
//	                  └─► all together: references, duplicates, labels, circles (lint.go) ─► graph.Change
//
// Nothing is loaded from seeds that have a fault. All faults are collected, each with its file, its line and what was expected
// there, so that whoever edits the files sees them at once. [Authority] leaves out reports, people and events.
package ingest
