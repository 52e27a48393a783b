package graph

import (
	"errors"
	"testing"
)

// valid is an assertion with nothing wrong in it; tests break it in one place.
func valid() Assertion {
	return Assertion{
		Statement: Statement{
			Subject:  "report:a",
			Relation: Label,
			Object:   Object{Text: Text{Value: "Migration in Iraq", Language: English, Standing: Attested}},
		},
		Evidence: Evidence{Source: "source:list", Place: AtLine(3)},
	}
}

// between is a valid assertion between two entities, if the relation joins their kinds.
func between(subject ID, relation Relation, object ID) Assertion {
	a := valid()
	a.Statement = Statement{Subject: subject, Relation: relation, Object: Object{Entity: object}}
	return a
}

// badInput expects an error that tells whoever asked which argument is wrong.
func badInput(t *testing.T, err error) *Error {
	t.Helper()
	var known *Error
	if !errors.As(err, &known) {
		t.Fatalf("not an error for whoever asked: %v", err)
	}
	if known.Code != BadInput || known.Reason == "" || known.Message == "" || known.Params["argument"] == "" || known.Params["expected"] == "" {
		t.Errorf("it leaves something out: %+v", known)
	}
	return known
}
