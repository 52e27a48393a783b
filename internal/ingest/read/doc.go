// Package read finds the publications that a document lists, whatever the format, and where each of their words stands.
//
//	Document ─► Detect ─► Format ─► Works ─► one work.Work after the other, and faults between them
//
// Each format has a file of its own (ris.go, bibtex.go …) and a row in the table of formats.go. A document's format is told
// by its content, never by its name.
//
// A reader hands over publications one by one and keeps none, so that a document of any length takes no more memory than
// its text. What it can't read it says, as a [fault.Fault] with the line, in one of three grades: a [fault.Broken] document
// ends the reading, for nothing in it can be relied on; a [fault.Rejected] record is left out; with [fault.Noted] something
// stands outside of all records, or a record is unusual, and nothing is left out.
//
// Readers conclude nothing. They take apart what their format takes apart: that AU names an author, that DA is a date.
// What the words mean is for package understand to say.
//
// # The project's own format
//
// It is one object a line, with the names of [work.Work] in small letters. All are optional, and a list may be written as
// its one item:
//
//	{"key": "2024-17", "type": "report",
//	 "title": {"text": "Return to Iraq", "language": "en"}, "translated": [{"text": "العودة إلى العراق", "language": "ar"}],
//	 "alternative": ["Return"], "abstracts": ["…"], "body": ["…"], "languages": ["en"], "published": "2024-06",
//	 "contributors": [
//	   {"role": "author", "name": "Lina Haddad", "family": "Haddad", "given": "Lina", "identifiers": {"orcid": "0000-0002-1825-0097"},
//	    "affiliations": [{"name": "ICMPD", "identifiers": {"ror": "https://ror.org/03yrm5c26"}}]},
//	   {"role": "publisher", "name": "ICMPD", "collective": true}],
//	 "identifiers": {"doi": "10.1234/5678", "isbn": ["978-3-16-148410-0"]},
//	 "countries": ["Iraq"], "tags": ["Reintegration"], "projects": ["MIRAMI"],
//	 "events": [{"name": "Training", "dates": ["23-26 November 2014"], "participants": [{"role": "facilitator", "name": "Vera Novak"}]}],
//	 "quotations": [{"text": "…", "speaker": "Mr. Karim", "organisation": "City of Dohuk"}]}
//
// A text is a string, or an object with text and language. Roles are those of the graph: author, editor, contributor,
// publisher, commissioner and funder; of events organiser, facilitator and participant. A member of another name is kept as
// unplaced; one of another form rejects the record.
//
// # Limits
//
// No document takes more memory or time than its size justifies: limits.go says how long a line, a record and a list may be,
// and how deep values may stand in each other. What is beyond them is a fault, never cut off without a word.
//
// # A further format
//
// A further format touches: its file, with a function that knows it by its beginning and one that reads it; its row in the
// table; and its examples in testdata/FORMAT. The tests run over all rows and all examples.
package read
