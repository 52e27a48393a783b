package gen

import (
	"math/rand/v2"

	"github.com/wasl-graph/wasl/graph"
)

// writer hands out assertions, with the evidence of the place where it is.
type writer struct {
	rand    *rand.Rand
	yield   func(graph.Assertion) bool
	stopped bool
	change  uint32
	source  graph.SourceID
	line    int
}

// say makes a statement on some evidence; source, place and change are the writer's.
func (w *writer) say(subject graph.ID, r graph.Relation, o graph.Object, e graph.Evidence) {
	if w.stopped {
		return
	}
	w.line++
	e.Source, e.Change, e.Place = w.source, w.change, graph.AtLine(w.line)
	if e.Method == graph.Mentioned {
		start := w.rand.IntN(5000)
		e.Place = graph.Place{Unit: graph.Chars, Start: start, End: start + 4 + w.rand.IntN(40)}
	}
	a := graph.Assertion{Statement: graph.Statement{Subject: subject, Relation: r, Object: o}, Evidence: e}
	w.stopped = !w.yield(a)
}

// by is evidence of a method, with the words that it quotes.
func by(m graph.Method, words string) graph.Evidence { return graph.Evidence{Method: m, Words: words} }

func entity(id graph.ID) graph.Object { return graph.Object{Entity: id} }

// text is an original text that a source prints.
func text(value string, tag graph.Tag) graph.Object {
	return graph.Object{Text: graph.Text{Value: value, Language: tag, Standing: graph.Attested}}
}

// translation is a text that nobody has checked yet.
func translation(value string, tag graph.Tag) graph.Object {
	return graph.Object{Text: graph.Text{Value: value, Language: tag, Kind: graph.Translated, Standing: graph.Unverified}}
}
