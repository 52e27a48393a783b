package fault

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// Fault is one thing that is wrong with an input, and where. It is an error. It may be copied and shared.
type Fault struct {
	File  string
	Line  int // from 1; 0 for the file as a whole
	What  string
	Grade Grade
}

// Grade says what a fault costs.
type Grade uint8

// The grades.
const (
	Broken   Grade = iota // the whole file is refused
	Rejected              // one record is refused; those before and after it are read
	Noted                 // nothing is refused; something stands there that was not understood
)

// String is the grade as a word.
func (g Grade) String() string {
	switch g {
	case Broken:
		return "broken"
	case Rejected:
		return "rejected"
	case Noted:
		return "noted"
	}
	return fmt.Sprintf("grade %d", uint8(g))
}

// String is the fault in the form "file:line: what".
func (f Fault) String() string {
	if f.Line == 0 {
		return fmt.Sprintf("%s: %s", f.File, f.What)
	}
	return fmt.Sprintf("%s:%d: %s", f.File, f.Line, f.What)
}

// Error is the same as [Fault.String].
func (f Fault) Error() string { return f.String() }

// Faults is the error for an input with at least one fault. They are in the order of files and lines.
type Faults []Fault

// Error lists all faults, a line each.
func (f Faults) Error() string {
	lines := make([]string, len(f))
	for i, fault := range f {
		lines[i] = fault.String()
	}
	return strings.Join(lines, "\n")
}

// OrNil sorts the faults and is the error to return: nil without faults.
func (f Faults) OrNil() error {
	if len(f) == 0 {
		return nil
	}
	slices.SortStableFunc(f, func(a, b Fault) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line))
	})
	return f
}
