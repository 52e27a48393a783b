package fault_test

import (
	"errors"
	"fmt"
	"testing"

	"github.com/wasl-graph/wasl/internal/ingest/fault"
)

func ExampleFaults() {
	var faults fault.Faults
	faults = append(faults, fault.Fault{File: "b.ris", Line: 7, What: "the record begins with AU; expected TY", Grade: fault.Rejected})
	faults = append(faults, fault.Fault{File: "a.pdf", What: "is a PDF; turn it into text first"})
	faults = append(faults, fault.Fault{File: "b.ris", Line: 2, What: "the line belongs to no record", Grade: fault.Noted})
	fmt.Println(faults.OrNil())
	// Output:
	// a.pdf: is a PDF; turn it into text first
	// b.ris:2: the line belongs to no record
	// b.ris:7: the record begins with AU; expected TY
}

func TestNoFaults(t *testing.T) {
	if err := (fault.Faults{}).OrNil(); err != nil {
		t.Errorf("no faults are the error %v", err)
	}
}

// TestWrapped finds a fault in an error that says more.
func TestWrapped(t *testing.T) {
	f := fault.Fault{File: "a", Line: 1, What: "is wrong", Grade: fault.Rejected}
	if got, is := errors.AsType[fault.Fault](fmt.Errorf("import: %w", f)); !is || got != f {
		t.Errorf("found %v, %v", got, is)
	}
}

func TestGrades(t *testing.T) {
	for grade, want := range map[fault.Grade]string{
		fault.Broken: "broken", fault.Rejected: "rejected", fault.Noted: "noted", 9: "grade 9",
	} {
		if grade.String() != want {
			t.Errorf("%d is called %s; want %s", grade, grade, want)
		}
	}
}
