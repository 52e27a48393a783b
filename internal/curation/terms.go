package curation

import (
	"context"
	"errors"
	"maps"
	"time"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/view"
)

// Terms are what every mutation comes with.
type Terms struct {
	// Author is who makes the change. It stands in the history, as Reason does.
	Author string
	// Reason is why, in the author's words: at most 500 characters on one line.
	Reason string
	// Expected is the revision that the author looked at, nil for any. When the graph is at another one, nothing is changed.
	Expected *string
	// Time is when the change is made.
	Time time.Time
}

// maxReason is how many characters a reason may have.
const maxReason = 500

// Mutation is something that a curator asks for.
type Mutation interface {
	// check refuses what is wrong whatever the graph holds, and looks up in a view of it what takes long. That view may be old
	// when the change is made.
	check(ctx context.Context, v *view.View) error
	// concerns are the entities whose facts change reads or changes; none for the whole graph.
	concerns() []graph.ID
	// change says what is to be asserted and retracted.
	change(ctx context.Context, v *view.View) (graph.Change, error)
}

// Propose makes a proposal of a mutation, v being the current view. The error is a [graph.Error], that of reading a text that is
// quoted from, or the context's, which also ends the proposal's own work.
func Propose(ctx context.Context, v *view.View, t Terms, m Mutation) (view.Proposal, error) {
	reason, err := line("reason", t.Reason, maxReason)
	if err != nil {
		return view.Proposal{}, err
	}
	expected, err := revision(t.Expected)
	if err != nil {
		return view.Proposal{}, err
	}
	if err := m.check(ctx, v); err != nil {
		return view.Proposal{}, err
	}
	return view.Proposal{
		Expected: expected,
		Concerns: m.concerns(),
		Prepare: func(v *view.View) (graph.Change, error) {
			c, err := m.change(ctx, v)
			if err != nil {
				return graph.Change{}, err
			}
			c.Author, c.Reason, c.Time, c.Curated = t.Author, reason, t.Time, true
			return withSource(c, v), ctx.Err()
		},
	}, nil
}

// revision reads the revision that a change is meant for.
func revision(expected *string) (string, error) {
	if expected == nil {
		return "", nil
	}
	_, err := graph.ParseRevision(*expected)
	return *expected, under("expectedRevision", err)
}

// under gives the error of a value the name of the argument that the value was given for.
func under(argument string, err error) error {
	var known *graph.Error
	if !errors.As(err, &known) || known.Params["argument"] == nil {
		return err
	}
	renamed := *known
	renamed.Params = maps.Clone(known.Params)
	renamed.Params["argument"] = argument
	return &renamed
}
