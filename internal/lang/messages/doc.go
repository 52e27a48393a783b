// Package messages has every sentence that the server says, in each language that it says it in.
//
// # The path
//
// An error carries a code, a reason and parameters (see [graph.Error]). Its sentence is only written when it is known who
// reads it:
//
//	writer := messages.For(chain)           // the languages of the request
//	writer.Error(err)                       // "first: 500 ist nicht möglich; erlaubt ist 1 bis 100"
//	writer.Sentence("server.missing", nil)  // "Unter dieser Adresse gibt es nichts."
//
// The sentences stand in one text file for each language (en.txt says how to read it), which a translator can change
// without knowing Go. The reason is the key; what [graph.Invalid] expected has a sentence of its own, under "expected.".
// A sentence that a language does not have is said in English.
//
// Numbers in a sentence are written in the format of the reader's region, and choose the plural form: Arabic has six.
// Names and codes are put between FSI and PDI where they could turn the sentence around, and characters that can't be
// seen are spelt out.
//
// # Chains of relations
//
// How two entities hang together is told in a sentence with a clause for each step: [Writer.Chain]. A clause is a sentence of
// the catalogue for a relation in a direction, and asks for its entities in the forms that it needs, such as the dative; the
// catalogue has the forms of each kind of entity, see [Entity]. An entity that was named already is spoken of as "this report".
//
// # English is written twice
//
// Package graph knows no language but the English of its logs, so an error brings its sentence in English, and en.txt has
// the same one. The tests read the program's source, find every error that it makes and every sentence that it asks for,
// and fail when a file lacks one, has one that nobody asks for, says something else in English, or leaves out a value or
// a plural form.
//
// # Another language
//
// A file fr.txt beside the others, and the word spoken in the language's definition in package lang, which decides on the
// chain, the plural forms and the format. Readers of a label language that is not spoken read the next one of their chain that
// is.
package messages
