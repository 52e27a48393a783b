// Package lang answers what every string needs answered: in which language it is shown to this reader, which way it
// runs, where it stands in a list, and whether it is what somebody typed.
//
// # The path
//
// A reader says what they read, in a header or in an argument of a query. [FromHeader] and [FromTags] make a [Chain] of
// it: the order in which languages are tried.
//
//	Accept-Language: acm-IQ,en;q=0.8
//	chain:           acm-IQ  acm  en  ar  mul  de
//
// First come the reader's own tags, each directly before its base language, whether the language is served or not,
// for a label may exist in it. Then come the languages that are inferred: who reads Iraqi Arabic (acm) reads Arabic.
// What was said comes before what is inferred, so English precedes Arabic here. Then come mul (a name that is printed
// the same everywhere) and the served languages. What the reader refused (q=0) is left out. After the end of the
// chain any language will do, since an answer is never blank.
//
// A thing has labels in some languages. [Pick] walks the chain over them and gives the label to show, together with the
// languages tried, so that readers can see why they got what they got. [Chain.IsFallback] says whether it is a
// substitute. Stores that keep labels in another shape than a list may choose in their own way, as long as it is the
// choice of Pick.
//
// The label runs the way its language's script runs: [Direction], or [DirectionOf] where a text has no known language.
// The first letter does not decide otherwise: an Arabic title may well begin with an acronym.
//
// A list of labels is in the order of the interface language, [Chain.Interface]. A [Sorter] for it makes keys that
// compare as bytes. They are dear enough to be made once: keep for each served language, at its [SortIndex], the
// order of everything that is listed.
//
// What a reader types meets labels through [Fold], which takes away the differences that nobody means: case,
// accents, vowel marks, hamza seats, the Persian and Arabic forms of one letter, the digits of different scripts.
// [FoldedPrefix] is the test behind startsWith.
//
// [Chain.Key] names a chain in cursors and caches. [Chain.Region] tells a formatter of dates and numbers which
// country's habits to follow; the data itself has neither.
//
// # Served languages
//
// Labels are served and lists are sorted in the languages of one table, in registry.go, in default order: English,
// Arabic, German. All that is particular to one stands in its own file (language_ar.go). To serve another: write such
// a file, name its function in the table, and give it rows in testdata: lists in sort_TAG.txt, headers in
// negotiation.txt.
//
// A definition tells forms from neighbours. Egyptian Arabic is a form of Arabic: an Arabic text is what its reader
// asked for. Sorani Kurdish is a language of its own, most of whose readers in Iraq read Arabic too: they get Arabic
// early, and are told that it is a substitute.
//
// # Where golang.org/x/text is old
//
// It knows the languages' likely scripts of CLDR 32 and the sort orders of CLDR 23; script.go and language_ar.go
// bring both to CLDR 48. Its parser of Accept-Language gives up on a header for one bad element and takes quadratic
// time for underscores, so header.go has its own. Its numeric collation is wrong where a zero precedes a letter;
// digits.go makes numbers sort by value.
//
// # Sharing
//
// Chains and all functions are safe for concurrent use. A Sorter is not.
//
// # What is left to others
//
// The package knows no graph and no request: which labels a thing has, what a person's printed name is (mul, and never a
// substitute) and which argument beats which header is known by its callers. Parsing a tag belongs to [graph.ParseTag].
package lang
