package graph

import "testing"

func TestWhatMayReplaceWhat(t *testing.T) {
	for object, valid := range map[string]bool{
		"person:c": true, "person:b": false, "report:a": false, "person:": false, "nobody": false, "": false,
	} {
		a := Assertion{Statement: Statement{"person:b", Replaces, CodeObject(object)}, Evidence: Evidence{Source: "source:s", Method: Curated}}
		if err := a.Check(); (err == nil) != valid || err != nil && CodeOf(err) != BadInput {
			t.Errorf("person:b REPLACES %q: %v", object, err)
		}
	}
	if Replaces.Form() != ToCode || Replaces+1 != relationCount {
		t.Error("REPLACES is not the last relation, or does not end in a code")
	}
	a := Assertion{Statement: Statement{"person:b", Replaces, Object{Entity: "person:c"}}, Evidence: Evidence{Source: "source:s"}}
	if a.Check() == nil {
		t.Error("it may end in an entity")
	}
}
