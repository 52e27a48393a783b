package resolve

import (
	"slices"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/lang/names"
)

// sharedAuthor is the author whom others name for the same publication, and whom a printed name fits, and no other of its
// authors. So "Hainzl, I." of one library is the I. Hainzl whom another library names for the same publication, though
// initials prove nothing anywhere else.
func (r *Resolver) sharedAuthor(relation graph.Relation, p printedPerson, barred func(graph.ID) bool, different []graph.ID) *compared {
	if relation != graph.Author || len(r.authors) == 0 {
		return nil
	}
	var found *compared
	for _, c := range r.comparePeople(p, barred, different) {
		switch {
		case c.verdict == names.Different || !r.authors[c.id] || barred(c.id):
			continue
		case found != nil:
			return nil // it fits two
		}
		found = &c
	}
	if found == nil || slices.ContainsFunc(found.reasons, isDoubt) {
		return nil
	}
	found.reasons = append(found.reasons, Reason{Kind: reportShared})
	return found
}

// isDoubt says that a reason speaks against one person even where both names are printed on one publication.
func isDoubt(r Reason) bool {
	switch r.Kind {
	case names.WordsAgree.String(), names.InitialsAgree.String(), names.WordsMissing.String(), names.OrderDiffers.String(),
		names.FamilyRare.String(), names.FamilyCommon.String(), names.AffiliationShared.String():
		return false
	}
	return true
}

// authorsOf are the authors that a report has before a publication is taken in.
func (r *Resolver) authorsOf(report graph.ID) map[graph.ID]bool {
	e := r.entities[r.final(report)]
	if e == nil || len(e.authors) == 0 {
		return nil
	}
	authors := map[graph.ID]bool{}
	for _, id := range e.authors {
		authors[id] = true
	}
	return authors
}
