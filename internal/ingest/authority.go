package ingest

import "github.com/wasl-graph/wasl/graph"

// Authority is a change with nothing but authority data: countries, regions, themes, organisations and projects. Reports,
// people and events are left out, and with them all that is said about them.
func Authority(c graph.Change) graph.Change {
	kept := c
	kept.Reason += ": its authority data"
	kept.Assert = nil
	for _, a := range c.Assert {
		if isAuthority(a.Subject) && (a.Object.Entity == "" || isAuthority(a.Object.Entity)) {
			kept.Assert = append(kept.Assert, a)
		}
	}
	return kept
}

func isAuthority(id graph.ID) bool {
	switch id.Kind() {
	case graph.KindReport, graph.KindPerson, graph.KindEvent:
		return false
	}
	return true
}
