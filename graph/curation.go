package graph

// Curation is what curators have decided about what a source says, with the ids under which it was recorded. A document that is
// imported again does not undo it.
type Curation struct {
	// Withdrawn is what the source said until curators took it back, with the evidence that it had.
	Withdrawn []Withdrawal
	// Kept are the statements that curators made with the source as evidence, or gave another kind or standing, and did not take back.
	Kept []Statement
}

// Withdrawal is something that a source said and curators took back.
type Withdrawal struct {
	Assertion
	// Restored says that one of them has brought it back since, from whatever source.
	Restored bool
}
