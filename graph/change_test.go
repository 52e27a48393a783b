package graph

import "testing"

func TestARevisionInWords(t *testing.T) {
	r := Revision{Number: 3, Digest: [8]byte{0x9f, 0x86, 0xd0, 0x81, 0x88, 0x4c, 0x7d, 0x65}}
	if r.String() != "3-9f86d081884c7d65" {
		t.Errorf("it reads %v", r)
	}
}

func TestAnEmptyChange(t *testing.T) {
	if !(Change{Author: "editor", Reason: "none"}).Empty() {
		t.Error("a change that asks for nothing is not empty")
	}
	for _, c := range []Change{
		{Assert: []Assertion{valid()}}, {Retract: []Assertion{valid()}}, {Sources: []Source{validSource()}},
	} {
		if c.Empty() {
			t.Errorf("%+v is empty", c)
		}
	}
}
