package resolve

import (
	"cmp"
	"slices"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/lang/names"
)

// How says by what a name was resolved.
type How string

// The ways, in the order in which they are tried.
const (
	ByDecision   How = "decision"   // a person decided
	ByIdentifier How = "identifier" // DOI, ORCID, ROR …
	ByBefore     How = "before"     // the same document's name went by this id before
	ByRepetition How = "repetition" // the document prints the same name again
	ByLabel      How = "label"      // a label, letter by letter but for case and accents; no other entity has it
	ByAcronym    How = "acronym"    // an acronym that no other entity has
	ByName       How = "name"       // compared, and the same beyond doubt
	ByTitle      How = "title"      // a report's title, with its date and its authors
	AsNew        How = "new"        // nothing was certain
)

// Resolution says which entity a printed name means, and why.
type Resolution struct {
	Kind        graph.Kind
	Printed     string
	Affiliation string // that it is printed with
	Line        int    // of the publication
	ID          graph.ID
	How         How
	Reasons     []Reason
}

// Candidate is an entity that a new one may be the same as. Somebody has to decide.
type Candidate struct {
	Kind        graph.Kind
	Printed     string
	Affiliation string     // that it is printed with
	Published   graph.Date // of a report
	Line        int        // of the publication
	Entity      graph.ID   // what was made
	Candidate   graph.ID   // what it may be the same as
	Label       string     // of the candidate
	Score       float64    // from 0 to 1
	Reasons     []Reason
}

// Reason is one thing that speaks for or against two names being one: what package names found, or TITLE_AGREES,
// DATES_DIFFER, DATE_MISSING, AUTHORS_DIFFER, IDENTIFIER_SHARED, IDENTIFIER_DIFFERS, REPORT_SHARED. A and B are the words that it is about.
type Reason struct {
	Kind string   `json:"kind"`
	A    []string `json:"a,omitempty"`
	B    []string `json:"b,omitempty"`
}

// The reasons of our own.
const (
	titleAgrees       = "TITLE_AGREES"
	datesDiffer       = "DATES_DIFFER"
	dateMissing       = "DATE_MISSING"
	authorsDiffer     = "AUTHORS_DIFFER"
	identifierShared  = "IDENTIFIER_SHARED"
	identifierDiffers = "IDENTIFIER_DIFFERS"
	reportShared      = "REPORT_SHARED"
)

// reasonsOf are the reasons of a comparison.
func reasonsOf(c names.Comparison) []Reason {
	var list []Reason
	for _, r := range c.Reasons {
		list = append(list, Reason{r.Kind.String(), r.A, r.B})
	}
	return list
}

// maxCandidates is how many candidates a name has at the most, the best of them.
const maxCandidates = 3

// compared is an entity with what comparing a name with it came to.
type compared struct {
	id      graph.ID
	verdict names.Verdict
	score   float64
	reasons []Reason
}

// best is what a name means: the one entity that it is the same as, and as no other one so well. Else there are candidates.
func best(list []compared) (same *compared, candidates []compared) {
	for i := range list {
		c := &list[i]
		switch {
		case c.verdict == names.Different:
			continue
		case c.verdict == names.Same && (same == nil || c.score > same.score):
			same = c
		}
		candidates = append(candidates, *c)
	}
	for i := range list {
		if c := &list[i]; same != nil && c.id != same.id && c.verdict == names.Same && c.score == same.score {
			return nil, topped(candidates)
		}
	}
	if same != nil {
		return same, nil
	}
	return nil, topped(candidates)
}

// topped are the best candidates, the best first.
func topped(list []compared) []compared {
	slices.SortStableFunc(list, func(a, b compared) int {
		return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.id, b.id))
	})
	return list[:min(len(list), maxCandidates)]
}
