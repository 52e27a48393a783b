package resolve

import (
	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/lang"
)

// Decisions are what a person decided about names and tags. The zero value is none. A decision about a name holds for the
// document in which it is printed, one about a tag for all.
type Decisions struct {
	names map[decisionKey]verdicts
	tags  map[string]tagDecision
}

// Printed is a name that somebody decides about.
type Printed struct {
	Source graph.SourceID
	Kind   graph.Kind
	Name   string
	// Affiliation is what a person is printed with, Published the date of a report as the graph writes it.
	Affiliation, Published string
}

type decisionKey = Printed

// verdicts are the decisions about one name.
type verdicts struct {
	same      graph.ID
	different []graph.ID
}

type tagDecision struct {
	theme  graph.ID
	ignore bool
}

// Same decides that a name means an entity.
func (d *Decisions) Same(p Printed, id graph.ID) {
	v := d.at(p)
	v.same = id
	d.names[p] = v
}

// Different decides that a name does not mean an entity.
func (d *Decisions) Different(p Printed, id graph.ID) {
	v := d.at(p)
	v.different = append(v.different, id)
	d.names[p] = v
}

func (d *Decisions) at(p Printed) verdicts {
	if d.names == nil {
		d.names = map[decisionKey]verdicts{}
	}
	return d.names[p]
}

// Tag decides that a tag means a theme.
func (d *Decisions) Tag(tag string, theme graph.ID) { d.tag(tag, tagDecision{theme: theme}) }

// Ignore decides that a tag means no theme.
func (d *Decisions) Ignore(tag string) { d.tag(tag, tagDecision{ignore: true}) }

func (d *Decisions) tag(tag string, t tagDecision) {
	if d.tags == nil {
		d.tags = map[string]tagDecision{}
	}
	d.tags[lang.Fold(tag)] = t
}

// decidedName is what was decided about a name. An id that nobody knows decides nothing; [Resolver.Met] tells.
func (r *Resolver) decidedName(p Printed) verdicts {
	p.Source = r.Source
	v, decided := r.Decisions.names[p]
	if !decided {
		return v
	}
	possible := v.same == "" || r.taken[v.same]
	r.met[p] = possible
	if !possible {
		v.same = ""
	}
	return v
}

// Met says whether the document prints a name that was decided about, and whether the decision could be followed.
func (r *Resolver) Met(p Printed) (met, possible bool) {
	possible, met = r.met[p]
	return met, possible
}

// DecidedTag says whether somebody decided what a tag means, now or before.
func (r *Resolver) DecidedTag(tag string) bool {
	folded := lang.Fold(tag)
	_, decided := r.Decisions.tags[folded]
	return decided || r.before.decided[folded] != ""
}
