package view

import (
	"slices"

	"github.com/wasl-graph/wasl/graph"
)

// origin is an assertion as it was recorded, beside the evidence as which it is read.
type origin struct {
	proof  uint32 // index into proofs.list
	change uint32
	// The ids that were recorded: places in merged.list, from 1; 0 for the one that is read.
	subject, object, affiliation uint32
	relation                     graph.Relation
}

// redirection leads from provisional numbers of nodes to those of the nodes that answer for them.
type redirection struct {
	place []uint32 // in merged.list, from 1; 0 for a node that was not merged
	to    []uint32
}

// merge reads what is recorded of merged entities as said of those that answer for them. Without merges there is nothing to
// do.
func (in *intake) merge(v *View) {
	if len(in.replaces) == 0 {
		return
	}
	v.merged = &merged{}
	v.merged.list, v.merged.disputed = in.redirects()
	if len(v.merged.list) == 0 {
		return
	}
	d := in.redirection(v.merged.list)
	in.redirect(v, d)
	in.giveWay(v.merged.list)
	in.dropLosers(d)
}

func (in *intake) redirection(list []Merge) redirection {
	d := redirection{make([]uint32, len(in.nodes.values)), make([]uint32, len(in.nodes.values))}
	for n := range d.to {
		d.to[n] = uint32(n)
	}
	for i, m := range list {
		if n, known := in.nodes.numbers[m.Loser]; known {
			d.place[n], d.to[n] = uint32(i)+1, in.nodes.numbers[m.Final]
		}
	}
	return d
}

// redirect gives the rows the ids under which they are read, and keeps those under which they were recorded.
func (in *intake) redirect(v *View, d redirection) {
	in.rewritten = map[uint32]origin{}
	kept := in.rows[:0]
	for _, r := range in.rows {
		o := d.origin(in, r)
		if o.subject|o.object|o.affiliation == 0 {
			kept = append(kept, r)
			continue
		}
		if toEntity := r.form == graph.ToEntity; toEntity && r.subject != r.object && d.to[r.subject] == d.to[r.object] {
			v.merged.apart = append(v.merged.apart, in.link(v, r))
			continue
		} else if toEntity {
			r.object = d.to[r.object]
		}
		r.subject = d.to[r.subject]
		if o.affiliation != 0 {
			x := &in.printed[r.proof.extra&^printedBit]
			x.affiliation = Node(d.to[x.affiliation])
		}
		in.rewritten[uint32(len(kept))] = o
		kept = append(kept, r)
	}
	in.rows = kept
	slices.SortFunc(v.merged.apart, compareRecorded)
}

func (d redirection) origin(in *intake, r row) origin {
	o := origin{change: r.proof.change, subject: d.place[r.subject], relation: r.relation}
	if r.form == graph.ToEntity {
		o.object = d.place[r.object]
	}
	if x := in.extra(r.proof); x.affiliation != none {
		o.affiliation = d.place[x.affiliation]
	}
	return o
}

// link is a row that leads to an entity, in the domain's form.
func (in *intake) link(v *View, r row) graph.Assertion {
	a := graph.Assertion{Statement: graph.Statement{Subject: in.nodes.values[r.subject], Relation: r.relation}}
	a.Object.Entity = in.nodes.values[r.object]
	g, x := in.grounds.values[r.proof.ground], in.extra(r.proof)
	a.Evidence = graph.Evidence{
		Source: v.sources[r.proof.source].ID, Method: g.method, Rule: g.rule,
		Place: graph.Place{Unit: r.proof.unit, Start: int(r.proof.start), End: int(r.proof.end)}, Words: in.words.values[x.words],
		Printed: graph.Printed{Position: int(x.position), As: in.words.values[x.as], AffiliationAs: in.words.values[x.affiliationAs]},
		Change:  r.proof.change,
	}
	if x.affiliation != none {
		a.Evidence.Printed.Affiliation = in.nodes.values[x.affiliation]
	}
	return a
}

// dropLosers leaves the losers out of the nodes: nothing leads to them any more.
func (in *intake) dropLosers(d redirection) {
	kept, numbers := newInterner[graph.ID](), make([]uint32, len(d.place))
	for n, id := range in.nodes.values {
		if d.place[n] == 0 {
			numbers[n] = kept.number(id)
		}
	}
	for i := range in.rows {
		r := &in.rows[i]
		r.subject = numbers[r.subject]
		if r.form == graph.ToEntity {
			r.object = numbers[r.object]
		}
	}
	for i := range in.printed {
		if x := &in.printed[i]; x.affiliation != none {
			x.affiliation = Node(numbers[x.affiliation])
		}
	}
	in.nodes = kept
}
