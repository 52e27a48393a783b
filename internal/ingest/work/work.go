package work

import "github.com/wasl-graph/wasl/graph"

// Work is one publication as a document describes it.
type Work struct {
	// At is all that the document says about it, Line the number of the line on which that begins, from 1.
	At   Span
	Line int
	// Key is the document's own name for it: a BibTeX key, an OpenAlex id.
	Key Words
	// Type is the document's word for its form: "RPRT", "techreport", "FLASH REPORT".
	Type Words

	// Title is empty where the document gives none. Translated holds the title in other languages, Alternative other
	// titles: short ones, subtitles that stand apart, names of the series' issue.
	Title       Text
	Translated  []Text
	Alternative []Text
	Abstracts   []Text
	// Body is running text that is neither title nor abstract. It is read for what it mentions and not kept as a value.
	Body []Text

	// Languages are the words for those in which it is written.
	Languages []Words
	// Published are the words for when it came out, the most precise first.
	Published []Words
	// Date is the same where the format gives it in parts; zero otherwise.
	Date graph.Date

	// Contributors are in the printed order, each role on its own.
	Contributors []Contributor
	Identifiers  []Identifier
	// Countries are what stands on a line for countries, one each: "Morocco", "Jordan".
	Countries []Words
	// Tags are keywords, without the sign before them.
	Tags []Text
	// Projects are what stands on a line, or in a field, for projects.
	Projects []Words
	// Masthead are the names, in several languages, of the one thing in whose name it appears: a project, a series.
	Masthead []Text

	Events     []Event
	Quotations []Quotation

	// Unplaced is what the reader found and has no place for.
	Unplaced []Field
}

// Contributor is somebody who has part in a publication, as printed.
type Contributor struct {
	// Role is one of [graph.ContributionRelations].
	Role graph.Relation
	Name Words
	// Whole is the piece of the text with all that is printed of them; zero where it is no more than the name.
	Whole Span
	// Family, Given and Suffix ("Jr.") are set where the format tells them apart, the family name with its particles ("van
	// der Aalst"); Collective where the format says that the name is not a person's.
	Family, Given, Suffix string
	Collective            bool
	Identifiers           []Identifier
	Affiliations          []Affiliation
}

// Affiliation is the organisation that a name is printed with.
type Affiliation struct {
	Words
	Identifiers []Identifier
}

// Event is a meeting, training or conference that a publication reports on.
type Event struct {
	// Name is what the document calls it, empty when it has no name of its own.
	Name Text
	// Dates are the words for when it took place.
	Dates []Words
	// Participants, Organisers and Facilitators have part in it; the role is one of [graph.ParticipationRelations].
	Participants []Contributor
}

// Quotation is what somebody is quoted with.
type Quotation struct {
	Text Text
	// Speaker and Organisation are the attribution as printed.
	Speaker, Organisation Words
}

// Field is a named piece of a document.
type Field struct {
	Name string
	Words
}
