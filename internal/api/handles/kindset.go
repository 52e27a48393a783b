package handles

import "github.com/wasl-graph/wasl/graph"

func kindsOf(kinds []EntityKind) []graph.Kind {
	var list []graph.Kind
	for _, k := range kinds {
		list = append(list, graph.Kind(k))
	}
	return list
}

// kindSet names a set of kinds, whatever their order.
func kindSet(kinds []graph.Kind) (set uint) {
	for _, k := range kinds {
		set |= 1 << k
	}
	return set
}
