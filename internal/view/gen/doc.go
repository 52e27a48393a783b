// Package gen makes up graphs of any size: for tests and benchmarks that need more reports than the seeds have.
//
// [Snapshot] hands over a graph as a record would. It looks like real ones in what decides about speed and memory: 16 to
// 20 assertions a report, each with a source, a method and a place, two in three with quoted words; a theme on 30 % of the
// reports, a country on 10 %, and a few authors, themes and countries with most of the rest (Zipf); titles in up to three
// languages; names as printed, with affiliations; agents that are named only as a group; dates at all precisions and
// none; some statements with two pieces of evidence. Every assertion passes its own check, and none comes twice.
//
// Equal options give equal graphs, in every process and on every machine. Assertions are made while they are read, so a
// large graph costs no memory of its own.
package gen
