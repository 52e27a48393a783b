package ingest

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/wasl-graph/wasl/graph"
)

// lint holds the files against each other: what is referred to exists, nothing stands twice, everything has a label,
// nothing is part of itself.
func (g *seedGraph) lint() {
	g.references()
	g.duplicates()
	g.labels()
	g.circles()
}

func (g *seedGraph) fault(a located, format string, args ...any) {
	r := seedReader{graph: g, file: a.file}
	r.fault(a.line, format, args...)
}

// from says where a fact stands, seen from another one.
func (a located) from(b located) string {
	if a.file == b.file {
		return fmt.Sprintf("line %d", a.line)
	}
	return fmt.Sprintf("line %d of %s", a.line, a.file)
}

func (g *seedGraph) references() {
	for _, a := range g.asserted {
		for _, id := range []string{string(a.Object.Entity), string(a.Evidence.Source), string(a.Evidence.Printed.Affiliation)} {
			if id != "" && g.files[id] == "" {
				g.fault(a, "%s has no file", id)
			}
		}
		if a.Object.Entity == a.Subject {
			g.fault(a, "%s stands in a relation to itself", a.Subject)
		}
	}
}

// duplicates finds statements that are made twice on the same evidence, and names of one entity and language that are
// the same but for case or for what kind of name they are.
func (g *seedGraph) duplicates() {
	type nameKey struct {
		id       graph.ID
		language graph.Tag
		value    string
	}
	facts, names := map[graph.Assertion]located{}, map[nameKey]located{}
	for _, a := range g.asserted {
		key := a.Key()
		key.Evidence.Printed.Position = 0
		if first, twice := facts[key]; twice {
			g.fault(a, "the same fact stands on %s", first.from(a))
			continue
		}
		facts[key] = a
		if !isName(a.Relation) {
			continue
		}
		name := nameKey{a.Subject, a.Object.Text.Language, strings.ToLower(a.Object.Text.Value)}
		first, twice := names[name]
		if twice && (first.Relation != a.Relation || first.Object.Text.Value != a.Object.Text.Value) {
			g.fault(a, "%q stands as a name in %s on %s already", a.Object.Text.Value, a.Object.Text.Language, first.from(a))
		}
		names[name] = a
	}
}

func isName(r graph.Relation) bool {
	return r == graph.Label || r == graph.AlternativeLabel || r == graph.HiddenLabel
}

// labels finds entities without a label and with two labels in one language.
func (g *seedGraph) labels() {
	type labelKey struct {
		id       graph.ID
		language graph.Tag
	}
	first := map[labelKey]located{}
	for _, a := range g.asserted {
		if a.Relation != graph.Label {
			continue
		}
		key := labelKey{a.Subject, a.Object.Text.Language}
		if other, twice := first[key]; !twice {
			first[key] = a
		} else if other.Object.Text.Value != a.Object.Text.Value {
			g.fault(a, "a second label in %s; the first is on %s", a.Object.Text.Language, other.from(a))
		}
	}
	for _, id := range slices.Sorted(maps.Keys(g.files)) {
		if !strings.HasPrefix(id, sourcePrefix) && !g.labelled[graph.ID(id)] {
			r := seedReader{graph: g, file: g.files[id]}
			r.fault(0, "%s has no label", id)
		}
	}
}

// circles finds things that are, over several steps, part of themselves, broader than themselves or before themselves.
func (g *seedGraph) circles() {
	for _, relation := range []graph.Relation{graph.PartOf, graph.Broader, graph.Follows} {
		up := map[graph.ID][]located{}
		for _, a := range g.asserted {
			if a.Relation == relation && a.Object.Entity != a.Subject {
				up[a.Subject] = append(up[a.Subject], a)
			}
		}
		for _, id := range slices.Sorted(maps.Keys(up)) {
			g.climb(id, up, map[graph.ID]bool{})
		}
	}
}

// climb follows a relation from one thing on. A step that comes back to something on the way up is faulted and taken
// away, so that each circle is told once.
func (g *seedGraph) climb(id graph.ID, up map[graph.ID][]located, way map[graph.ID]bool) {
	way[id] = true
	defer delete(way, id)
	steps := up[id]
	up[id] = nil // what lies above needs to be looked at once
	for _, a := range steps {
		if way[a.Object.Entity] {
			g.fault(a, "%s leads back to %s", a.Relation, a.Object.Entity)
			continue
		}
		g.climb(a.Object.Entity, up, way)
	}
}
