package handles

import (
	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/search"
	"github.com/wasl-graph/wasl/internal/view"
)

// The inputs of mutations as clients write them. Package curation checks them.
type (
	// SetLabelInput is a label that is to be set.
	SetLabelInput struct {
		Entity           string
		Language         LanguageTag
		Value            string
		Standing         LabelStanding
		Reason           string
		ExpectedRevision *string
	}
	// AddStatementInput is a statement that is to be made.
	AddStatementInput struct {
		Subject          string
		Relation         Relation
		Object           StatementObjectInput
		Quote            *string
		Source           *string
		Reason           string
		ExpectedRevision *string
	}
	// StatementObjectInput is an entity, a text or a date.
	StatementObjectInput struct {
		Entity *string
		Text   *TextInput
		Date   *Date
	}
	// TextInput is a text that is to be recorded. Without a kind it is ORIGINAL, without a standing UNVERIFIED.
	TextInput struct {
		Value    string
		Language LanguageTag
		Kind     *TextKind
		Standing *LabelStanding
	}
	// RetractStatementInput is a statement that is to be taken back.
	RetractStatementInput struct {
		Statement        string
		Reason           string
		ExpectedRevision *string
	}
	// MergeEntitiesInput are two entities that are to become one.
	MergeEntitiesInput struct {
		Winner           string
		Loser            string
		Reason           string
		ExpectedRevision *string
	}
	// SplitEntityInput is a merge that is to be undone.
	SplitEntityInput struct {
		MergedID         string
		Reason           string
		ExpectedRevision *string
	}
)

// Text is the text in the domain's form.
func (t TextInput) Text() graph.Text {
	text := graph.Text{Value: t.Value, Language: graph.Tag(t.Language)}
	if t.Kind != nil {
		text.Kind = graph.TextKind(*t.Kind)
	}
	if t.Standing != nil {
		text.Standing = graph.LabelStanding(*t.Standing)
	}
	return text
}

// EntityPayload is an entity after a change, read from the revision that the change made.
type EntityPayload struct {
	Entity   Entity
	Revision string
}

// StatementPayload is a statement after a change.
type StatementPayload struct {
	Statement Statement
	Revision  string
}

// After is the session of the same reader on an index that a change of the request has made. What it lists counts for the
// request.
func (s *Session) After(index *search.Index) *Session {
	after := NewSession(index, s.Chain(), s.documents)
	after.spent = s.spent
	return after
}

// Changed is the payload of a change of an entity, at the revision that the change made.
func (s *Session) Changed(id graph.ID, at graph.Revision) *EntityPayload {
	return &EntityPayload{s.entityByID(id), at.String()}
}

// Added is the payload of a change that made a statement.
func (s *Session) Added(a graph.Assertion, at graph.Revision) *StatementPayload {
	payload := &StatementPayload{Statement{s: s, statement: a.Statement, evidence: []graph.Evidence{a.Evidence}}, at.String()}
	if found := s.statementByID(view.StatementID(a.Statement)); found != nil { // unless somebody has taken it back at the same moment
		payload.Statement = *found
	}
	return payload
}

// Retracted is the payload of a change that took a statement back: the statement as it was, with what it rested on.
func (s *Session) Retracted(was graph.Statement, on []graph.Evidence, at graph.Revision) *StatementPayload {
	return &StatementPayload{Statement{s: s, statement: was, evidence: on}, at.String()}
}
