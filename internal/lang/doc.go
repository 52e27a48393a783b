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
// the same everywhere) and the label languages. What the reader refused (q=0) is left out; who refuses everything is
// answered like who asked for nothing. After the end of the chain any language will do, since an answer is never blank.
//
// A thing has labels in some languages. [Pick] walks the chain over them and gives the label to show, together with the
// languages tried, so that readers can see why they got what they got. [Chain.IsFallback] says whether it is a
// substitute. Stores that keep labels in another shape than a list may choose in their own way, as long as it is the
// choice of Pick.
//
// The label runs the way its language's script runs: [Direction], or [DirectionOf] where a text has no known language.
// The first letter does not decide otherwise: an Arabic title may well begin with an acronym.
//
// A list of labels is in the order of the first label language in the chain, or in another that the language has and the
// reader asked for (de-u-co-phonebk): [Chain.Order]. A [Sorter] for it makes keys that compare as bytes. They are dear
// enough to be made once: keep, for each of [Orders], the order of everything that is listed.
//
// What a reader types meets labels through [Fold], which takes away the differences that nobody means: case,
// accents, vowel marks, hamza seats, the Persian and Arabic forms of one letter, the digits of different scripts.
// [FoldedPrefix] is the test behind startsWith. What somebody writes to be kept is [Composed] first: the same to the eye, the same
// to the program.
//
// A search looks further. [Tokens] finds the words of a text, folded, with their places in it, and says which of them
// are acronyms. [Variants] gives the forms in which a word meets others, each at a [Tier]: another spelling (Oesterreich,
// labor), the word without what is written together with it (والعراق), another inflection (returnees), a word it is made
// of (عراقي). Labels and queries are treated alike, and two words meet, at the tier that [Meet] finds, when they share a
// form. [Compound] splits German words along a vocabulary that the caller knows. No word is left out for being common.
// What is filed where, which hit ranks first and what was mistyped is for a search to say.
//
// The rules are light on purpose: a form too few costs a hit that linked labels make up for, a form too many brings milk
// (لبن) to who looks for Lebanon (لبنان). The tables variants_XX.txt hold what must meet and, as important, what must not.
//
// Dates and numbers are data until somebody reads them. [Chain.Format] gives the habits of the interface language in the
// chain's region, with the digits that a -u-nu- asks for: ٢٦ تشرين الثاني ٢٠١٤ in Iraq, 26 نوفمبر 2014 without a country,
// 26. Jänner 2014 in Austria. A date is written at its precision, and a range says once what its ends share. [Format.Plural]
// tells which form a sentence takes for a number; Arabic has six. The sentences themselves are package messages' business.
// [Isolate] puts a name or a code into a sentence of another direction.
//
// Names that documents print are read by package names: who a line of authors names, what is title, degree and affiliation
// in a name, and whether two names may be one. The words that it goes by (titles, particles, the nouns of organisations,
// the numerals of phases) belong to the definitions here: [NamesIn].
//
// [Chain.Key] names a chain in cursors and caches.
//
// # Label languages and interface languages
//
// Labels are served and lists are sorted in the languages of one table, in registry.go, in default order: English,
// Arabic, German. These are the label languages: [Served]. Those among them in which the server has sentences of its own
// are the interface languages: [Spoken]. A reader gets labels in the order of the chain, lists in the order of its first
// label language, and sentences, dates and numbers in its first interface language. Now all three are both.
//
// All that is particular to a language stands in its own file (language_ar.go). To serve another: write such a file, name
// its function in the table behind the others, and give it rows in testdata, such as lists in sort_TAG.txt and headers in
// negotiation.txt. Nothing else changes: it comes last in the default chain, where the tables say "…" for such languages.
//
// A label language needs no more than its tag and its order. Without rules for its words (variants_ar.go) they meet as they
// fold; without words around names (NameWords) names are read with those of the others; without tables of dates and
// numbers (formats_TAG.go and testdata/format_TAG.txt, made with the scripts in gen) they are written as ISO 8601 and ASCII
// have them. The tests check what a language brings. Of one that is spoken they ask for all but the rules: it needs
// messages/TAG.txt besides. testdata/fourth has French as a label language, and a test adds it to a copy of the program.
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
// digits.go makes numbers sort by value. Its plural rules are those of CLDR 32 and still right for the served languages,
// but MatchDigits takes all numbers from a million on for the same one; plural.go reduces them first.
//
// The tables of dates and numbers (formats_TAG.go) are made from CLDR 48 by gen/formats.mjs, which needs Node.js; the
// package and its tests do not. testdata/format_TAG.txt has what ICU writes in every region, made by gen/expected.mjs.
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
