package view

import "github.com/wasl-graph/wasl/graph"

// Objects appends the entities that n leads to by a relation, in printed order where there is one.
func (v *View) Objects(dst []Node, n Node, r graph.Relation) []Node {
	for _, o := range v.table.objectsOf(n, r) {
		if o&textBit == 0 {
			dst = append(dst, Node(o))
		}
	}
	return dst
}

// Subjects are the entities that lead to n by a relation, ascending: reports the newest first, others by id. The list
// must not be changed.
func (v *View) Subjects(n Node, r graph.Relation) []Node { return v.incoming[r].of(n) }

// Texts appends the texts that a relation gives to n, in printed order where there is one. Of a relation to agents these
// are the groups without a name.
func (v *View) Texts(dst []graph.Text, n Node, r graph.Relation) []graph.Text {
	for _, o := range v.table.objectsOf(n, r) {
		if textual(r) || r.Collective() && o&textBit != 0 {
			dst = append(dst, v.text(o&^textBit))
		}
	}
	return dst
}

// textual says that a relation leads to texts or codes, and to nothing else.
func textual(r graph.Relation) bool {
	form := r.Form()
	return form == graph.ToText || form == graph.ToCode
}

// Date is the date that a relation gives to n, no date when there is none. Of several the finest counts, then the earliest.
func (v *View) Date(n Node, r graph.Relation) graph.Date {
	dates := v.table.objectsOf(n, r)
	if len(dates) == 0 {
		return graph.Date{}
	}
	return v.dates[dates[0]]
}
