// Package understand says what the words of a publication mean: in which language its title is, when it came out, what countries it
// is about and which it only mentions, which themes its tags name, whose output it is, who had part in it.
//
//	graph.Assertion ─► NewVocabulary ─► Vocabulary      what entities are called (vocabulary.go, forms.go, demonym.go)
//	work.Work ───────► Understand ────► Meaning         claims, each with the words that it rests on, and notices
//
//	text ─► tokens (token.go) ─► names, the longest at each place (mention.go, place.go)
//	                         └─► cues: "within the framework of", "edited by", "this report" (cue.go)
//
// A [Claim] is a fact in the graph's terms. What it is about is an entity of the vocabulary, or a printed [Name] that package
// resolve finds or makes an entity for. A [Notice] says what was not understood; nothing is dropped without one.
//
// # How sure a claim is
//
// The method of a claim says where it comes from, and they are kept apart:
//
//   - STATED: on a labelled line or in the title, or a sentence of the abstract says it of the work: "The results of the … project",
//     "The report was completed by …".
//   - TAGGED: a keyword.
//   - INFERRED: the title names a country or a region as a place, or a part of a country; the rule is named.
//   - MENTIONED: a name in the text, or a word for people in the title.
//
// What the abstract alone names is never what the report is about; and what is about it already is not mentioned too.
//
// # Names in texts
//
// Words are compared folded, and the longest name counts, so that the Government of Iraq is not the country. In Latin script a name
// has a capital; an acronym is met only as it is printed. The name of a project may have those of countries in it, which are
// mentioned, and a number behind it makes it another project's.
//
// Words for people (Iraqi, irakisch, عراقي) stand among the alternative labels of countries; demonym.go tells them from names of
// places by their form. What is ambiguous stands in ambiguous.go: Jordan, Georgia and Chad need a preposition of place, a list of
// countries or another name of the same country beside them (place.go); عمان needs its vowel mark or a list, since it is Amman too; Lake
// Chad and the Indian Ocean name no country. What remains in doubt becomes a notice.
//
// testdata/places.txt and testdata/roles.txt have a row for each of these cases. To add one, write a row; a word that is missing
// belongs into one of the tables in ambiguous.go, cue.go, wordmarks.go or demonym.go.
//
// # People
//
// Who is quoted under one name alone, with or without a title, is not claimed: only the organisation is. People without a name of
// their own ("the project implementation team") are a group.
//
// # Cost
//
// A work is understood in time proportional to its length, some 70 µs with an abstract on one core. Vocabularies and all functions may be used by
// several goroutines at once.
package understand
