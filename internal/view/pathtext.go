package view

import (
	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/lang/messages"
)

// PathText tells how the ends of a path hang together, in one sentence with a clause for each hop.
func (r *Reader) PathText(p Path) graph.Text {
	steps := make([]messages.Step, len(p.Hops))
	for i, h := range p.Hops {
		steps[i] = messages.Step{Relation: h.Relation, Reversed: h.Reversed, To: r.entity(h.Node)}
	}
	w := r.sentences()
	return said(w, w.Chain(r.entity(p.Start), steps...))
}

// PathsText says that two entities do not hang together, or that nothing was found before the search was cut off. Of two that
// do, it tells the best path.
func (r *Reader) PathsText(p PathResult) graph.Text {
	w := r.sentences()
	from, to := r.entity(p.From), r.entity(p.To)
	switch {
	case len(p.Paths) > 0:
		return r.PathText(p.Paths[0])
	case p.Complete:
		return said(w, w.Sentence("path.none", graph.Params{"from": from, "to": to, "max": p.MaxLength}))
	}
	return said(w, w.Sentence("path.unfinished", graph.Params{"from": from, "to": to}))
}

// entity is an entity as sentences speak of it.
func (r *Reader) entity(n Node) messages.Entity {
	return messages.Entity{Kind: r.Kind(n), Name: r.Label(n).Value}
}

func (r *Reader) sentences() messages.Writer { return messages.For(r.Chain) }

// said is a sentence of ours as a text, which has no source.
func said(w messages.Writer, sentence string) graph.Text {
	t := graph.Text{Value: sentence, Language: w.Language(), Kind: graph.Translated, Standing: graph.Unverified}
	if t.Language == graph.English {
		t.Kind = graph.Original
	}
	return t
}
