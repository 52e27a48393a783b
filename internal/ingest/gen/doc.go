// Package gen makes documents of any length for tests and benchmarks: publications about migration that nobody wrote, in
// three languages, with authors, organisations, countries and tags that come again as they do in a library.
//
// The same number of records gives the same bytes, in every run and on every machine. It is for tests alone.
package gen
