package view

import (
	"slices"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/lang/messages"
)

// mostNamed is how many things of one role a sentence names, the weightiest of them.
const mostNamed = 3

// SisterText tells what two projects have in common, in one sentence with a clause for each role.
func (r *Reader) SisterText(p ProjectRelation) graph.Text {
	w := r.sentences()
	var clauses []string
	for role := range ProjectRole(roleCount) {
		var names []string
		for _, reason := range p.Reasons {
			if reason.Role == role && len(names) < mostNamed {
				names = append(names, r.traitName(w, reason.ProjectTrait))
			}
		}
		if len(names) > 0 {
			clauses = append(clauses, inCommonClause(w, role, names))
		}
	}
	return said(w, w.Sentence("sisters", graph.Params{
		"from": r.entity(p.Project), "to": r.entity(p.Sister), "reasons": w.Clauses(slices.Values(clauses)),
	}))
}

// inCommonClause tells what two projects have in common in one role.
func inCommonClause(w messages.Writer, role ProjectRole, names []string) string {
	params := graph.Params{"list": names, "count": len(names)}
	switch role {
	case Continuing:
		return w.Sentence("sisters.continuing", params)
	case WithPartner:
		return w.Sentence("sisters.partner", params)
	case WithAgent:
		return w.Sentence("sisters.agent", params)
	case OnTheme:
		return w.Sentence("sisters.theme", params)
	case OnEvent:
		return w.Sentence("sisters.event", params)
	case OfType:
		return w.Sentence("sisters.type", params)
	}
	return w.Sentence("sisters.place", params)
}

func (r *Reader) traitName(w messages.Writer, t ProjectTrait) string {
	if t.Role != OfType {
		return r.Label(t.Node).Value
	}
	switch t.Type {
	case graph.PlainReport:
		return w.Sentence("type.report", nil)
	case graph.Study:
		return w.Sentence("type.study", nil)
	case graph.Manual:
		return w.Sentence("type.manual", nil)
	case graph.Paper:
		return w.Sentence("type.paper", nil)
	case graph.FlashReport:
		return w.Sentence("type.flash-report", nil)
	case graph.BackgroundReport:
		return w.Sentence("type.background-report", nil)
	case graph.CaseStudy:
		return w.Sentence("type.case-study", nil)
	}
	return t.Type.String()
}
