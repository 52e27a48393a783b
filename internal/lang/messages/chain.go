package messages

import (
	"iter"
	"strings"

	"github.com/wasl-graph/wasl/graph"
)

// Step is one step of a chain: the relation along which it goes, whether against its direction, and where it leads.
type Step struct {
	Relation graph.Relation
	Reversed bool
	To       Entity
}

// Chain tells how one entity hangs together with another by way of some steps between entities, in one sentence with a clause
// for each step. A chain without steps says that both are the same.
func (w Writer) Chain(from Entity, steps ...Step) string {
	if len(steps) == 0 {
		return w.Sentence("path.same", graph.Params{"from": from})
	}
	clauses := w.Clauses(func(yield func(string) bool) {
		yielding := yield(w.clause(from, start, steps[0], false))
		for i, next := range steps[1:] {
			before := steps[i]
			same := next.Relation == before.Relation && (next.Reversed != before.Reversed || next.Relation == graph.Related)
			yielding = yielding && yield(w.clause(before.To, again, next, same))
		}
	})
	return w.Sentence("path.end", graph.Params{"clauses": clauses})
}

// Clauses joins clauses into a part of a sentence.
func (w Writer) Clauses(clauses iter.Seq[string]) Written {
	all := Written("")
	for clause := range clauses {
		if all == "" {
			all = Written(clause)
			continue
		}
		all = Written(w.Sentence("path.next", graph.Params{"clauses": all, "clause": Written(clause)}))
	}
	return all
}

// clause tells of one step. With also, the clause before said the same of another entity.
func (w Writer) clause(from Entity, form string, s Step, also bool) string {
	word := Written(nothing)
	if also {
		word = Written(w.Sentence("path.also", nil))
	}
	clause := w.Sentence(keyOf(s.Relation, s.Reversed), graph.Params{
		"from": Written(w.entity(from, form)), "to": s.To, "also": word,
	})
	return strings.ReplaceAll(clause, " "+nothing, "")
}

// nothing stands for a word that falls away together with the space before it. No name has it: control characters in names
// are spelt out.
const nothing = "\x00"

// keyOf is the key of what is said about a relation in a direction: "path.about-theme.reversed".
func keyOf(r graph.Relation, reversed bool) string {
	key := "path." + strings.ReplaceAll(strings.ToLower(r.String()), "_", "-")
	if reversed {
		key += ".reversed"
	}
	return key
}
