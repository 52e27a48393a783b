// Package document turns the bytes of a file into text whose every piece has a place.
//
//	bytes ─► size, gzip, digest (open.go) ─► not a PDF, an archive … (binary.go) ─► encoding (encoding.go, guess.go) ─► Document
//	Document: lines and places in code points (index.go)
//
// The text is what the file says, to the letter: line ends stay as they are, nothing is normalised, and only a byte order
// mark at the very beginning is left out. So a piece of the text can be quoted as it stands, and its place counted by anybody
// who has the file.
//
// What can't be read as text is a [fault.Fault] that says what the file is and what to do with it. Which format the text is
// in is for package read to say.
package document
