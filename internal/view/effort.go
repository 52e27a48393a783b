package view

import "context"

// effort counts the steps of a traversal, and asks now and then whether anybody still waits for its answer. A step is one
// look at a report, at an entity or at a statement: a few nanoseconds. What the cost functions foretell are steps.
type effort struct {
	steps int
	next  int // when the context is asked again
}

// patience is how many steps are taken between two looks at the context.
const patience = 1 << 12

// spend counts steps that are about to be taken. The first time it always looks at the context.
func (e *effort) spend(ctx context.Context, steps int) error {
	e.steps += steps
	if e.steps < e.next {
		return nil
	}
	e.next = e.steps + patience
	return ctx.Err()
}
