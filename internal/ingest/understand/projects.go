package understand

import (
	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/ingest/work"
)

// projects claims what work is an output of: of the projects on a line for them, of the one in whose name it appears, and of those
// that a sentence says so of: "within the framework of the … project". What a text names otherwise is mentioned.
func (r *reader) projects() {
	for _, w := range r.w.Projects {
		if id := r.project(w); id != "" {
			r.entity(graph.OutputOf, id, graph.Stated, "", w.At)
			continue
		}
		r.claim(Claim{
			Relation: graph.OutputOf, Method: graph.Stated, At: w.At,
			Object: Object{Name: &Name{Kind: graph.KindProject, Words: w}},
		})
	}
	r.masthead()
	for i := range r.texts[:r.running] {
		r.framesIn(&r.texts[i])
	}
}

// project is the one that words name, "" when there is none or several.
func (r *reader) project(w work.Words) graph.ID {
	if list := r.v.Find(graph.KindProject, w.Value); len(list) == 1 {
		return list[0]
	}
	var p passage
	p.read(r.v, w)
	found := graph.ID("")
	for i := range p.mentions {
		if m := &p.mentions[i]; m.how == asProject && !m.several {
			if found != "" && found != m.id {
				return ""
			}
			found = m.id
		}
	}
	return found
}

// masthead claims the project in whose name the work appears. Its names in several languages are one.
func (r *reader) masthead() {
	var unknown []work.Text
	for _, t := range r.w.Masthead {
		if id := r.project(t.Words); id != "" {
			r.entity(graph.OutputOf, id, graph.Stated, "", t.At)
			return
		}
		if t.Language == "" {
			t.Language = r.languageOf(t)
		}
		unknown = append(unknown, t)
	}
	if len(unknown) == 0 {
		return
	}
	last := len(unknown) - 1
	r.claim(Claim{
		Relation: graph.OutputOf, Method: graph.Stated, At: unknown[last].At,
		Object: Object{Name: &Name{Kind: graph.KindProject, Words: unknown[last].Words, Also: unknown[:last]}},
	})
}

// framesIn claims the projects that a text says the work is an output of.
func (r *reader) framesIn(p *passage) {
	for _, c := range p.cues {
		if c.kind != frameCue {
			continue
		}
		for i := range p.mentions {
			m := &p.mentions[i]
			if m.how == asProject && !m.nested && r.isMeant(m) && p.onlyFillers(c.to, m.from) {
				r.entity(graph.OutputOf, m.id, graph.Stated, "", p.at(p.tokens[c.from].start, m.end))
			}
		}
	}
}

// maxFillers is how many words may stand between "as part of" and the name of a project: the EU-funded research project.
const maxFillers = 4

// onlyFillers says that nothing but a few words without a sign between them stands from one token up to another.
func (p *passage) onlyFillers(from, to int) bool {
	if to < from || to-from > maxFillers {
		return false
	}
	for i := from; i <= to && i < len(p.tokens); i++ {
		if p.tokens[i].before > hyphen {
			return false
		}
	}
	return true
}
