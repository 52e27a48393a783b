// Package work holds what a document says about one publication, as it says it: words with their places, nothing concluded.
//
// It stands between those who know a format and those who know the subject:
//
//	package document   bytes ─► text                       (compression, encodings, lines)
//	package read       text ─► Work                        (one file a format)
//	package understand Work ─► what it means               (languages, dates, countries, tags, mentions)
//	package resolve    what it means ─► graph.Assertion    (which entity is meant, on what evidence)
//
// A reader fills in what its format tells apart and leaves the rest empty. It never guesses: whether "Jordan" is a country
// is for package understand to say. Whatever a reader finds and has no place for goes to [Work.Unplaced], so that nothing
// is lost without a word.
//
// All values may be copied and shared.
package work
