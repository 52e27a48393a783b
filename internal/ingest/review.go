package ingest

import (
	"encoding/json"
	"io"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/ingest/resolve"
	"github.com/wasl-graph/wasl/internal/ingest/understand"
	"github.com/wasl-graph/wasl/internal/lang"
)

// The types of entries.
const (
	candidateType = "candidate"
	tagType       = "tag"
	withheldType  = "withheld"
)

// ReviewEntry is something that somebody should look at: one line of a review file. Who edits it fills in Decision, and
// for a tag Theme, and hands the file back with the next import.
type ReviewEntry struct {
	// Type is "candidate": two names may be one; "tag": a tag that is no theme's name; or "withheld": a statement that was left out,
	// because curators took it back.
	Type string `json:"type"`
	// Decision is "" for none yet; "same" or "different" for a candidate; "theme" or "ignore" for a tag. What was withheld is not
	// decided here: who wants it back adds the statement again.
	Decision string `json:"decision"`
	// Theme is what a tag means, such as theme:return-reintegration.
	Theme string `json:"theme,omitempty"`

	Source graph.SourceID `json:"source"`
	File   string         `json:"file,omitempty"`
	Line   int            `json:"line,omitempty"`

	// A candidate's name as printed, what it is the name of, and what tells it apart: the affiliation of a person, the date of
	// a report.
	Kind        string           `json:"kind,omitempty"`
	Printed     string           `json:"printed,omitempty"`
	Affiliation string           `json:"affiliation,omitempty"`
	Published   string           `json:"published,omitempty"`
	Entity      graph.ID         `json:"entity,omitempty"`    // what was made of the name
	Candidate   graph.ID         `json:"candidate,omitempty"` // what it may mean
	Label       string           `json:"label,omitempty"`     // of the candidate
	Score       float64          `json:"score,omitempty"`     // from 0 to 1
	Reasons     []resolve.Reason `json:"reasons,omitempty"`

	Tag string `json:"tag,omitempty"` // as printed

	// Of what was withheld: what is said of Entity.
	Relation string `json:"relation,omitempty"`
	Object   string `json:"object,omitempty"`
}

// tagNotice is the kind of notices about tags.
const tagNotice = "tag"

func candidateEntry(i *Import, c resolve.Candidate) ReviewEntry {
	return ReviewEntry{
		Type: candidateType, Source: i.source.ID, File: i.document.Name, Line: c.Line, Kind: c.Kind.String(), Printed: c.Printed,
		Affiliation: c.Affiliation, Published: c.Published.String(), Entity: c.Entity, Candidate: c.Candidate, Label: c.Label,
		Score: c.Score, Reasons: c.Reasons,
	}
}

// unknownTag puts a tag up for review, each once.
func (i *Import) unknownTag(n understand.Notice, line int) error {
	folded := lang.Fold(n.Words)
	if i.tags[folded] {
		return nil
	}
	i.tags[folded] = true
	i.result.UnknownTags++
	return i.review(ReviewEntry{Type: tagType, Source: i.source.ID, File: i.document.Name, Line: line, Tag: n.Words})
}

func (i *Import) review(e ReviewEntry) error {
	if i.options.Review == nil {
		return nil
	}
	return i.options.Review(e)
}

// WriteReview returns a function for [Options.Review] that writes each entry as one line of JSON.
func WriteReview(w io.Writer) func(ReviewEntry) error {
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	return func(e ReviewEntry) error { return encoder.Encode(e) }
}
