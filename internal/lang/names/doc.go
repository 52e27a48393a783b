// Package names reads the names that documents print, of people, organisations and projects, and says whether two of them
// may name the same.
//
// # The path
//
// A line of authors comes first. [List] divides it, and keeps each name exactly as printed and its place, for the
// evidence:
//
//	Authors: Elena Petreska (ICMPD), Madalina Lepsa - Rogoz (ICMPD), and Jana Dilger (TRI).
//
// [Parse] reads one name: titles, degrees, the words with their particles and initials, the affiliation in brackets.
// First of all it says what the name is: that of a [Person], of an [Organisation], of people without a name of their
// own ([Collective]: "the project team"), or [Partial]: one name alone, as in "Dr. Feras" or "Ahmad K.". Whoever is
// named so did not choose to be found: no person is made of it.
//
// A name may be printed family name first. Where one word stands before the comma that is certain; of "Álvarez Conde,
// Claudia" and "Anna Huber, Graz", frequent given names, towns and offices tell which is which, and [Name.FamilyKnown] says
// where nothing does.
//
// [Compare] sets two names beside each other. Its verdict is one of three. [Same] may be merged: two words agree, in the
// same order unless it is known which is the family name, and none disagrees; or a rare family name and the affiliation
// do. [Candidate] is for somebody to decide, and [Different] for nobody. The score adds up: each reason has a weight, their
// sum is the likeness, and that is the place within the range of the verdict. The reasons are values, kinds with the words
// they are about, and [Reason.Explain] says them in the reader's language. How rare a family name is, the caller knows
// ([Rules]).
//
// Across scripts, no rule turns one spelling into the other. Labels that somebody curated decide: [Match] compares a name
// with all labels of a person. Without them, a [Skeleton] of consonants finds candidates, and no more.
//
// [CompareProjects] and [CompareOrganisations] do the same for titles. A number tells projects apart: PARIM-I is not
// PARIM-II, and PARIM-II is PARIM 2. So does a plus: FIMAS+ is not FIMAS. An acronym may be that of an organisation whose
// first letters it has.
//
// # The words
//
// What is a title, a particle, a ministry or a second phase is told by the definitions of the served languages
// ([lang.NamesIn]), and by others.go for languages that only names come from. All languages are read at once. A list of
// such words is never complete: where it lacks one, the word counts as a name, which makes a candidate of what
// is the same, and a person of an organisation whose name says nothing of the kind. What is listed can be
// a name as well, rarely. So a change of the graph is never made from a nature alone.
//
// # Limits
//
// Of a name the first kilobyte is read; a person has at most eight names. All functions are safe for concurrent use, and
// fail for no input.
package names
