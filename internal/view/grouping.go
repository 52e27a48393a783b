package view

import (
	"cmp"
	"slices"

	"github.com/wasl-graph/wasl/graph"
)

// grouping puts rows together by statement. It keeps its memory from one subject to the next.
type grouping struct {
	*assembly
	rows       []sortable
	list       []statement
	positioned bool // whether a statement has a printed position
	aside      bool // whether a statement gives way to others
}

// sortable is a row with what it is sorted by among the rows of its subject.
type sortable struct {
	relation graph.Relation
	object   uint32 // of a text its rank, with textBit where the relation leads to entities
	number   uint32 // index into intake.rows
}

// statement is one statement of a subject: its rows, the surest first.
type statement struct {
	position uint32 // the printed one; 0 for none
	aside    bool   // it gives way to others, see mergerules.go
	rows     []sortable
}

// statements orders the rows of one subject: by relation, then what counts before what gives way, then the printed order, then the object. The result is good
// until the next call.
func (g *grouping) statements(rows []uint32) []statement {
	g.sort(rows)
	g.list, g.positioned, g.aside = g.list[:0], false, false
	for start := 0; start < len(g.rows); {
		end := start + 1
		for end < len(g.rows) && compareStatementRows(g.rows[end], g.rows[start]) == 0 {
			end++
		}
		s := statement{aside: true, rows: g.rows[start:end]}
		for _, k := range s.rows {
			r := &g.in.rows[k.number]
			s.position = earlier(s.position, g.in.position(r.proof))
			s.aside = s.aside && r.aside
		}
		g.positioned, g.aside = g.positioned || s.position != 0, g.aside || s.aside
		g.list = append(g.list, s)
		start = end
	}
	if g.positioned || g.aside {
		slices.SortStableFunc(g.list, func(s, t statement) int {
			return cmp.Or(
				cmp.Compare(s.rows[0].relation, t.rows[0].relation), compareAside(s.aside, t.aside), comparePositions(s.position, t.position),
			)
		})
	}
	return g.list
}

// compareAside puts what gives way last.
func compareAside(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return 1
	}
	return -1
}

// sort puts the rows of one subject in the order of relation, object and evidence.
func (g *grouping) sort(rows []uint32) {
	g.rows = g.rows[:0]
	for _, number := range rows {
		r := g.in.rows[number]
		g.rows = append(g.rows, sortable{r.relation, g.rank(r), number})
	}
	slices.SortFunc(g.rows, func(x, y sortable) int {
		if c := compareStatementRows(x, y); c != 0 {
			return c
		}
		return g.compareEvidence(g.in.rows[x.number].proof, g.in.rows[y.number].proof)
	})
}

func compareStatementRows(x, y sortable) int {
	if c := cmp.Compare(x.relation, y.relation); c != 0 {
		return c
	}
	return cmp.Compare(x.object, y.object)
}

// rank is a row's object as it is ordered: nodes and dates by their final numbers, texts by their rank.
func (a *assembly) rank(r row) uint32 {
	switch r.form {
	case graph.ToEntity:
		return uint32(a.nodes[r.object])
	case graph.ToDate:
		return a.dates[r.object]
	}
	if r.relation.Form() == graph.ToEntity {
		return a.textRank[r.object] | textBit
	}
	return a.textRank[r.object]
}

// earlier is the smaller position, where 0 means none.
func earlier(p, q uint32) uint32 {
	if p == 0 || q != 0 && q < p {
		return q
	}
	return p
}

// comparePositions puts what has no position last.
func comparePositions(p, q uint32) int { return cmp.Compare(p-1, q-1) }

// compareEvidence puts the surest first and tells any two pieces apart.
func (a *assembly) compareEvidence(p, q evidence) int {
	g, h := a.in.grounds.values[p.ground], a.in.grounds.values[q.ground]
	x, y := a.in.extra(p), a.in.extra(q)
	return cmp.Or(
		cmp.Compare(h.confidence(), g.confidence()), cmp.Compare(q.standing, p.standing), cmp.Compare(p.kind, q.kind),
		compareGrounds(g, h), cmp.Compare(p.source, q.source), cmp.Compare(p.unit, q.unit),
		cmp.Compare(p.start, q.start), cmp.Compare(p.end, q.end), cmp.Compare(a.word(x.words), a.word(y.words)),
		cmp.Compare(x.position, y.position), cmp.Compare(a.word(x.as), a.word(y.as)),
		cmp.Compare(a.node(x.affiliation), a.node(y.affiliation)), cmp.Compare(a.word(x.affiliationAs), a.word(y.affiliationAs)),
	)
}

func (a *assembly) word(provisional uint32) string { return a.in.words.values[provisional] }
