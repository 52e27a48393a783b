package view

import (
	"cmp"
	"encoding/base32"
	"hash/fnv"
	"iter"
	"sort"
	"strings"

	"github.com/wasl-graph/wasl/graph"
)

// Statement names one statement of a view.
type Statement struct {
	index uint32 // into the table
}

// StatementsOf appends the statements whose subject is n, in the order of the relations, or those of some relations only,
// in the order in which these are named.
func (v *View) StatementsOf(dst []Statement, n Node, only ...graph.Relation) []Statement {
	if len(only) == 0 {
		start, end := v.table.of(n)
		return appendStatements(dst, start, end)
	}
	for _, r := range only {
		start, end := v.table.span(n, r)
		dst = appendStatements(dst, start, end)
	}
	return dst
}

func appendStatements(dst []Statement, start, end uint32) []Statement {
	for i := start; i < end; i++ {
		dst = append(dst, Statement{i})
	}
	return dst
}

// Statement is the statement in the domain's form.
func (v *View) Statement(s Statement) graph.Statement {
	return graph.Statement{Subject: v.ID(v.subject(s)), Relation: v.table.relations[s.index], Object: v.object(s)}
}

// subject finds the node whose statements end first behind the statement.
func (v *View) subject(s Statement) Node {
	ends := v.table.ends[1:]
	return Node(sort.Search(len(ends), func(n int) bool { return ends[n] > s.index }))
}

func (v *View) object(s Statement) graph.Object {
	o := v.table.objects[s.index]
	switch form := v.table.relations[s.index].Form(); {
	case form == graph.ToDate:
		return graph.Object{Date: v.dates[o]}
	case form == graph.ToEntity && o&textBit == 0:
		return graph.Object{Entity: v.ID(Node(o))}
	}
	return graph.Object{Text: v.text(o &^ textBit)}
}

// Evidence appends the evidence for a statement, the surest first.
func (v *View) Evidence(dst []graph.Evidence, s Statement) []graph.Evidence {
	for _, e := range v.table.proofs.of(s.index) {
		dst = append(dst, v.evidence(e))
	}
	return dst
}

// assertion joins a statement with one piece of its evidence. A text gets the kind and standing of this evidence.
func (v *View) assertion(s graph.Statement, e evidence) graph.Assertion {
	if s.Object.Form() == graph.ToText {
		s.Object.Text.Kind, s.Object.Text.Standing = e.kind, e.standing
	}
	return graph.Assertion{Statement: s, Evidence: v.evidence(e)}
}

// Assertions yields everything that the view holds as it is read, in its own order: what was recorded of an entity that was
// merged is said of the one that answers for it. See [View.AssertionsAsRecorded].
func (v *View) Assertions() iter.Seq[graph.Assertion] {
	return func(yield func(graph.Assertion) bool) {
		for n := range Node(v.nodes.len()) {
			start, end := v.table.of(n)
			for i := start; i < end; i++ {
				s := graph.Statement{Subject: v.ID(n), Relation: v.table.relations[i], Object: v.object(Statement{i})}
				for _, e := range v.table.proofs.of(i) {
					if !yield(v.assertion(s, e)) {
						return
					}
				}
			}
		}
	}
}

// StatementID is a statement's readable, stable name: its subject, its relation and its object. Of a text it has the
// language and a digest, because a text may be long.
func StatementID(s graph.Statement) string {
	return "statement:" + string(s.Subject) + "/" + s.Relation.String() + "/" + objectName(s.Object)
}

func objectName(o graph.Object) string {
	switch o.Form() {
	case graph.ToEntity:
		return string(o.Entity)
	case graph.ToDate:
		return o.Date.String()
	}
	h := fnv.New64a()
	h.Write([]byte(o.Text.Value))
	digest := base32.HexEncoding.WithPadding(base32.NoPadding).EncodeToString(h.Sum(nil))
	return string(o.Text.Language) + "." + strings.ToLower(digest)
}

// FindStatement finds the statement with an id that [StatementID] made. Ids in it that were merged stand for those that answer
// for them: the statement is the one as which it is read now.
func (v *View) FindStatement(id string) (Statement, bool) {
	rest, found := strings.CutPrefix(id, "statement:")
	parts := strings.SplitN(rest, "/", 3)
	if !found || len(parts) != 3 {
		return Statement{}, false
	}
	n, known := v.Find(graph.ID(parts[0]))
	relation, err := graph.ParseRelation(parts[1])
	if !known || err != nil {
		return Statement{}, false
	}
	object := v.objectNamed(relation, parts[2])
	for _, s := range v.StatementsOf(nil, n, relation) {
		if objectName(v.object(s)) == object {
			return s, true
		}
	}
	if _, merged := v.MergedInto(graph.ID(parts[0])); merged && relation == graph.Label { // which may be another label now
		return v.FindStatement("statement:" + parts[0] + "/" + graph.AlternativeLabel.String() + "/" + object)
	}
	return Statement{}, false
}

// objectNamed is the name that the object of an id has now.
func (v *View) objectNamed(r graph.Relation, name string) string {
	if r.Form() == graph.ToEntity {
		return string(v.Winner(graph.ID(name)))
	}
	return name
}

// compareStatements orders statements that come from several places: by subject, relation and name of the object.
func compareStatements(a, b graph.Statement) int {
	return cmp.Or(
		cmp.Compare(a.Subject, b.Subject), cmp.Compare(a.Relation, b.Relation),
		strings.Compare(objectName(a.Object), objectName(b.Object)),
	)
}
