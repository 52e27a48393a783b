// Package search finds what somebody means by a few words: whoever types العراق, Irak or Iraq finds the same reports, whatever
// language these are in.
//
// # The path
//
// [Build] makes an [Index] of a view, and [Live] keeps one beside the current view. A request takes the index, and with
// [Index.View] the view that belongs to it, so that what it finds and what it reads of that are of one revision:
//
//	x := live.Index()
//	found, err := x.Search(ctx, search.Request{Query: "unaccompanied minors Poland"})
//	for _, hit := range found.Slice(0, 20) {
//		fmt.Println(hit.Score, reader.Label(hit.Node).Value)
//		for _, match := range found.Matches(reader, hit) { … }
//	}
//
// [Result.Len] counts what was found and [Result.Reports] is the set of the reports in it, which the view counts and orders
// like every other. [Result.Position] is for cursors. [Result.DidYouMean] offers other readings of what was mistyped.
// [Index.Suggest] completes what somebody types. [Index.Filter] is [view.View.Filter] with words, and [Index.Relevant]
// puts what it finds in order of relevance.
//
// # What is met
//
// Every thing of the graph is found by its own texts: labels, other labels, hidden labels, acronyms, codes of countries, tags as
// they are printed, groups among the authors, descriptions, abstracts, identifiers. A report is also found through the things that
// it hangs together with: a country that it is about is as good as a word of its title, one that it mentions counts less. That is
// what makes a search work across languages, for things have labels in all of them, and reports are written in one.
//
// A word is filed under all of its forms (see [lang.Variants]), and a query looks for all forms of its words. German compounds
// are split into the words of the German labels and titles of this graph. How near the forms are, what the word stands in, and how the
// report hangs together with it make the points of a hit; score.go has the whole formula, and says how ties are broken.
//
// # What somebody types
//
//   - Words, in any language and in several at once. All of them must be met, each in whatever way.
//   - Several words that are the name of a thing, such as Kurdistan Region of Iraq, are one: the longest such name counts. One thing
//     must have all of its words: that one is met here and another there is not enough.
//   - Words in quotation marks of any kind must stand one behind the other, in this form but in any spelling.
//   - A word, a quotation or anything else with a hyphen before it must not be met. With nothing else, all other reports are found.
//   - Capitals are taken for acronyms and codes where they stand out. The code of a country counts only in capitals or as the whole
//     of a query: NO is Norway, "no data" has nothing to do with it, and IT in capitals is Italy and not the word.
//   - 2024, 2024-06, May 2024, 2023-2025, 2023..2025, 2023.. in digits of any script: when it was published.
//   - An identifier, or an address that has one: doi:10.1000/182, https://doi.org/10.1000/182, 10.1000/182, wikidata:Q796,
//     Q796, country:IQ.
//   - Little words (of, in, der, في) are looked for within names and quotations only, or when there is nothing else.
//
// When nothing meets all of that, the query is read more loosely, one step after the other, until something is found: names are
// taken apart into words, and compounds that nothing meets into their parts, of which one may be all that is known; words that
// nothing in the graph meets are left out; then what meets the most of the rest is found, at least half. Scores show it: a part
// that is not met gives nothing. Years must hold all the same.
//
// A word is taken for a slip of the hand only when nothing at all meets it, and then it is offered and not searched for: Iran is one
// letter from Iraq. Little words are never offered.
//
// # Hidden labels
//
// Terms in dispute are met and never shown: the match has the preferred label instead and says so, nothing is highlighted, and neither
// completions nor other readings have them. A word that only hidden labels have is highlighted nowhere.
//
// # Limits
//
// A query has at most [MaxLength] characters and [MaxWords] words; a longer one is BAD_INPUT. Any other string has an answer,
// if only that nothing is found. Bytes that are not UTF-8 stand for U+FFFD, and separate words like all other signs. The work for one
// word does not go with what it finds, but for a quotation it does; the context is checked there. What is mistyped is looked for
// in at most four words.
//
// # How it is laid out
//
// A finite state transducer numbers all forms. Each has a few lists of nodes, one for each field, tier and link that it is met in: short
// ones end to end in one array, long ones as bitmaps. Numbers of nodes are those of the view, so that results, filters and facets are
// operations on the same sets. Reports that lead to what a term names are found when a query asks, through the view's own lists, and
// have lists of their own only where there are many. Names are recognised by digests and then read in the view, which has the texts.
//
// Whatever meets a word in the same number of points is one set. So what is found is the intersection of a few sets, and what is shown
// first is found without giving points to the rest.
//
// [Index.WriteTo] and [ReadIndex] keep an index in a file. The benchmarks measure speed and memory on 100,000 generated reports:
//
//	go test -run=^$ -bench=. -benchmem ./internal/search
//
// # Tables
//
// The files testdata/*.txt say which queries must find what, and what they must not find. Whoever knows a better query adds a row; see
// [Table]. The command wasl search-check runs such a table on any graph.
//
// # Sharing
//
// An Index never changes. An Index, a Result and a Live may be shared between goroutines. Nodes, hits and sets mean something in their
// own view only.
//
// # What is left to others
//
// Which words are alike is a matter of package lang, what the graph holds one of the view. How a cursor looks, and in which language a
// note is shown, is decided by the API.
package search
