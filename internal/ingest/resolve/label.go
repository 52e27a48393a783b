package resolve

import (
	"slices"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/ingest/work"
)

// call states that the document calls an entity by a name. An entity without a label gets one. A name that it has already is
// stated again, so that it stays when those who said it first take it back. Another form of the name is an alternative;
// one that differs in case and accents alone is none.
func (r *Resolver) call(id graph.ID, printed string, as graph.Text, method graph.Method, at work.Span) {
	e := r.alone(id)
	evidence := r.evidence(method, "", at)
	if have, known := e.namedAs(printed); known {
		r.once(r.fact(id, have.relation, graph.Object{Text: have.text}, evidence), at)
		if e.labelled("") {
			return
		}
	}
	switch {
	case !e.labelled(""):
		r.once(r.fact(id, graph.Label, graph.Object{Text: as}, evidence), at)
	case !e.folds(printed) && len(e.names) < maxNames:
		r.once(r.fact(id, graph.AlternativeLabel, graph.Object{Text: as}, evidence), at)
	}
}

// maxNames is up to how many names an entity is given further ones.
const maxNames = 64

// abbreviate states an acronym.
func (r *Resolver) abbreviate(id graph.ID, acronym string, method graph.Method, at work.Span) {
	r.once(r.fact(id, graph.Acronym, graph.CodeObject(acronym), r.evidence(method, "", at)), at)
}

// resolved keeps which entity a name went to, and what else it may mean.
func (r *Resolver) resolved(n Resolution, candidates []compared, published graph.Date) {
	n.Line = r.line
	r.out.Resolutions = append(r.out.Resolutions, n)
	for _, c := range candidates {
		r.out.Candidates = append(r.out.Candidates, Candidate{
			Kind: n.Kind, Printed: n.Printed, Affiliation: n.Affiliation, Published: published, Line: r.line,
			Entity: n.ID, Candidate: c.id, Label: r.label(c.id), Score: c.score, Reasons: c.reasons,
		})
	}
}

func contains(list []graph.ID, id graph.ID) bool { return slices.Contains(list, id) }
