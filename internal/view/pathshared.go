package view

import "github.com/wasl-graph/wasl/graph"

// Something is as good as shared by all reports, and explains nothing, when at least three in four of them lead to it, and these
// are at least sharedFloor. A place counts with all its parts and the countries in it, mentioned or not, a theme with its narrower themes:
// that two countries both lie in the world is no connection. No path leads through what is shared, but it may begin or end
// there.
const sharedFloor = 8

// findShared lists what all reports share, ascending.
func (v *View) findShared() {
	least := max((3*v.Count(graph.KindReport)+3)/4, sharedFloor)
	for n := v.nodes.first[graph.KindReport+1]; int(n) < v.nodes.len(); n++ {
		if v.isShared(n, least) {
			v.shared = append(v.shared, n)
		}
	}
}

// isShared says whether at least so many reports lead to an entity.
func (v *View) isShared(n Node, least int) bool {
	var sets []Set
	switch v.Kind(n) {
	case graph.KindCountry, graph.KindRegion:
		sets = append(sets, v.aboutRegion(n, graph.RoleAny))
	case graph.KindTheme:
		sets = append(sets, v.aboutTheme(n, true))
	default:
		if v.Degree(n) < least {
			return false
		}
	}
	for _, r := range arriving[v.Kind(n)] {
		if r.Subject(graph.KindReport) {
			sets = append(sets, v.reportsAmong(v.Subjects(n, r)))
		}
	}
	return unite(sets...).Len() >= least
}

// reportsAmong is the set of the reports in an ascending list of nodes.
func (v *View) reportsAmong(nodes []Node) Set {
	end := 0
	for end < len(nodes) && nodes[end] < v.nodes.first[graph.KindReport+1] {
		end++
	}
	return setOf(nodes[:end])
}
