package lang

// NameWords are the words of one language that stand in or beside the printed names of people, organisations and
// projects. Package names reads names with those of all languages at once, since a report in English prints Arabic and
// German names too.
//
// A field is a list of words between spaces. Words count in any case, with or without their dots, hyphens and accents,
// with two exceptions: a word that is listed with a dot at its end must be printed with one (Mag., which is otherwise a
// name), and one that is listed in capitals alone must be printed in capitals (MA, since Ma is a name).
type NameWords struct {
	// Titles stand before a name, Degrees and Suffixes behind it. Two parts of one title are two titles: "Dr. phil.".
	Titles, Degrees, Suffixes string
	// Qualifiers stand in brackets behind a title or a degree and are part of it: Mag. (FH).
	Qualifiers string
	// Particles belong to the name behind them and don't count when names are compared: von, dos, بن. InnerParticles do
	// so only behind another name: Ben Ali may be a name and a particle, and may be two names.
	Particles, InnerParticles string
	// Articles are particles only before a hyphen: ash-Shami.
	Articles string
	// GluedArticle is written together with the word behind it and does not count; Prefixes are it and what it is
	// written together with in turn, as in names of organisations: ال, وال.
	GluedArticle, Prefixes string
	// Joined are words that make one name with the word behind them, written together or not. Each string begins with
	// the spelling that stands for the others.
	Joined []string
	// GivenNames are frequent given names. They tell a name that is printed family name first, and an "and" that is
	// written together with a name; no name needs to be among them.
	GivenNames string
	// Nobody stands where a name would and says that there is none: Anonymous, N.N.
	Nobody string
	// Roles are nouns for what somebody does, which stand behind a name: Director. Towns stand there too, and behind
	// the acronyms of organisations; the words of one town are joined by a hyphen.
	Roles, Towns string

	// And stands between two names in a list. BetweenNames does too, but may stand within one (Ortega y Gasset): it
	// divides two names of at least two words. GluedAnd is written together with the word behind it, and NotGlued are
	// names that happen to begin with it.
	And, BetweenNames, GluedAnd, NotGlued string
	// Labels open a list: "Edited by". Others close one: "et al.".
	Labels, Others string
	// Remarks open a bracket that is no affiliation: (Hrsg.), (geb. Huber).
	Remarks string

	// Groups are nouns for people without a name of their own: the project team.
	Groups string
	// Organisations are the nouns that make a name that of an organisation, OrganisationEndings the ends of compounds
	// that do.
	Organisations, OrganisationEndings string
	// Attributes make a name of several words that of an organisation too, but none begins with them: international.
	Attributes string
	// Bodies are whole names of organisations that say so by none of their words: Save the Children.
	Bodies []string
	// LegalForms don't count when names of organisations are compared.
	LegalForms string
	// Projects are the nouns that don't count when names of projects are compared: "the PARIM-II project".
	Projects string
	// Fillers are the little words that don't count in either.
	Fillers string
	// Spellings are words that are spelled in several ways, the one that stands for the others first.
	Spellings []string
	// Phases are nouns beside which a numeral is a number: Phase Two. Numerals are the words for 1, 2, 3 and so on.
	Phases   string
	Numerals []string
}

// NamesIn lists the words around names of every served language, in default order.
func NamesIn() []NameWords {
	list := make([]NameWords, len(languages.served))
	for i, d := range languages.served {
		list[i] = d.names
	}
	return list
}
