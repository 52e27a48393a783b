package view

import (
	"cmp"
	"slices"
)

// addMerged appends a statement where something is merged: evidence that comes of the winner and of the loser alike counts
// once.
func (a *assembly) addMerged(t *table, s statement) {
	for start := 0; start < len(s.rows); {
		end := start + 1
		for end < len(s.rows) && a.compareEvidence(a.in.rows[s.rows[end].number].proof, a.in.rows[s.rows[start].number].proof) == 0 {
			end++
		}
		a.addProof(t, s.rows[start:end])
		start = end
	}
	if s.aside {
		a.v.merged.aside = append(a.v.merged.aside, uint32(len(t.objects)))
	}
	a.endStatement(t, s)
}

// addProof appends the evidence that some rows have in common, as of the change that recorded it first.
func (a *assembly) addProof(t *table, rows []sortable) {
	first := a.in.rows[rows[0].number]
	var found []origin
	altered := len(rows) > 1
	for _, k := range rows {
		r := a.in.rows[k.number]
		o, rewritten := a.in.rewritten[k.number]
		if !rewritten {
			o = origin{change: r.proof.change, relation: r.relation}
		}
		altered = altered || rewritten
		o.proof = uint32(len(t.proofs.list))
		found = append(found, o)
		first.proof.change = min(first.proof.change, r.proof.change)
	}
	if altered {
		slices.SortFunc(found, compareOrigins)
		a.v.merged.origins = append(a.v.merged.origins, found...)
	}
	t.proofs.list = append(t.proofs.list, a.proof(first))
}

func compareOrigins(x, y origin) int {
	return cmp.Or(
		cmp.Compare(x.subject, y.subject), cmp.Compare(x.object, y.object), cmp.Compare(x.affiliation, y.affiliation),
		cmp.Compare(x.relation, y.relation), cmp.Compare(x.change, y.change),
	)
}

func (m *merged) isAside(statement uint32) bool {
	_, found := slices.BinarySearch(m.aside, statement)
	return found
}

// originsOf are the assertions that are read as one piece of evidence, none when it is read as it was recorded.
func (m *merged) originsOf(proof uint32) []origin {
	start, _ := slices.BinarySearchFunc(m.origins, proof, func(o origin, p uint32) int { return cmp.Compare(o.proof, p) })
	end := start
	for end < len(m.origins) && m.origins[end].proof == proof {
		end++
	}
	return m.origins[start:end]
}
