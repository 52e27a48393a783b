package view

import (
	"context"
	"fmt"

	"github.com/wasl-graph/wasl/graph"
)

// intake collects assertions in the order in which they come, with provisional numbers for everything. What is numbered
// for good is decided when all are there, because the numbers follow an order.
type intake struct {
	nodes   interner[graph.ID]
	texts   interner[textKey]
	dates   interner[graph.Date]
	words   interner[string]
	grounds interner[ground]
	sources map[graph.SourceID]uint32
	printed []printed // nodes and words in provisional numbers
	rows    []row

	replaces  []uint32          // the rows that say what is merged, see redirect.go
	rewritten map[uint32]origin // by row that is read with other ids than it was recorded with
}

// row is one assertion in provisional numbers.
type row struct {
	subject  uint32
	object   uint32 // a node, a text, or a date, as form says
	proof    evidence
	relation graph.Relation
	form     graph.ObjectForm
	aside    bool // it gives way to what the entity says itself, see mergerules.go
}

// textKey is what tells texts apart as objects; kind and standing belong to the evidence.
type textKey struct {
	value    string
	language graph.Tag
}

// interner numbers distinct values from 0.
type interner[K comparable] struct {
	numbers map[K]uint32
	values  []K
}

func newInterner[K comparable]() interner[K] { return interner[K]{numbers: map[K]uint32{}} }

func (in *interner[K]) number(k K) uint32 {
	n, known := in.numbers[k]
	if !known {
		n = uint32(len(in.values))
		in.numbers[k] = n
		in.values = append(in.values, k)
	}
	return n
}

func newIntake(sources []graph.Source) *intake {
	in := &intake{
		nodes: newInterner[graph.ID](), texts: newInterner[textKey](), dates: newInterner[graph.Date](), words: newInterner[string](),
		grounds: newInterner[ground](), sources: make(map[graph.SourceID]uint32, len(sources)),
	}
	in.words.number("") // number 0 is the empty string
	for i, s := range sources {
		in.sources[s.ID] = uint32(i)
	}
	return in
}

// read takes in all assertions of a snapshot.
func (in *intake) read(ctx context.Context, s graph.Snapshot) error {
	in.rows = make([]row, 0, expected(s.Changes))
	for a, err := range s.Assertions {
		if err != nil {
			return err
		}
		if err := in.add(a); err != nil {
			return err
		}
		if len(in.rows)%4096 == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
	}
	return nil
}

// expected is how many assertions are left after some changes, or fewer where the changes are not all told.
func expected(changes []graph.Recorded) int {
	count := 0
	for _, c := range changes {
		count += c.Added - len(c.Retracted)
	}
	return max(count, 0)
}

func (in *intake) add(a graph.Assertion) error {
	source, known := in.sources[a.Evidence.Source]
	if !known {
		return fmt.Errorf("%s %s: the source %s is not known", a.Subject, a.Relation, a.Evidence.Source)
	}
	r := row{subject: in.nodes.number(a.Subject), relation: a.Relation, form: a.Object.Form()}
	switch r.form {
	case graph.ToEntity:
		r.object = in.nodes.number(a.Object.Entity)
	case graph.ToDate:
		r.object = in.dates.number(a.Object.Date)
	default:
		r.object = in.texts.number(textKey{a.Object.Text.Value, a.Object.Text.Language})
	}
	r.proof = in.proof(a.Evidence, source)
	r.proof.kind, r.proof.standing = a.Object.Text.Kind, a.Object.Text.Standing
	if r.relation == graph.Replaces {
		in.replaces = append(in.replaces, uint32(len(in.rows)))
	}
	in.rows = append(in.rows, r)
	if len(in.grounds.values) > maxGrounds {
		return fmt.Errorf("%s %s: there are more than %d methods and rules", a.Subject, a.Relation, maxGrounds)
	}
	return nil
}

func (in *intake) proof(e graph.Evidence, source uint32) evidence {
	proof := evidence{
		source: source, change: e.Change, start: uint32(e.Place.Start), end: uint32(e.Place.End), unit: e.Place.Unit,
		extra: in.words.number(e.Words), ground: uint8(in.grounds.number(ground{e.Method, e.Rule})),
	}
	if e.Printed == (graph.Printed{}) {
		return proof
	}
	x := printed{
		words: proof.extra, as: in.words.number(e.Printed.As), affiliationAs: in.words.number(e.Printed.AffiliationAs),
		affiliation: none, position: uint32(e.Printed.Position),
	}
	if e.Printed.Affiliation != "" {
		x.affiliation = Node(in.nodes.number(e.Printed.Affiliation))
	}
	proof.extra = uint32(len(in.printed)) | printedBit
	in.printed = append(in.printed, x)
	return proof
}

// extra is what a piece of evidence quotes and what is printed beside it, in provisional numbers.
func (in *intake) extra(e evidence) printed {
	if e.extra&printedBit == 0 {
		return printed{words: e.extra, affiliation: none}
	}
	return in.printed[e.extra&^printedBit]
}

// position is the place in the printed order, from 1; 0 for none.
func (in *intake) position(e evidence) uint32 { return in.extra(e).position }
