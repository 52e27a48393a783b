package handles

import "github.com/wasl-graph/wasl/graph"

// limitedOr is the size that an argument asks for, from 1 to 100, or another one where it asks for none.
func limitedOr(otherwise int, argument string, given *int32) (int, error) {
	return within(otherwise, maxPage, argument, given)
}

// within is the number that an argument gives, from 1 to most, or another one where it gives none.
func within(otherwise, most int, argument string, given *int32) (int, error) {
	if given == nil {
		return otherwise, nil
	}
	if *given < 1 || int(*given) > most {
		return 0, graph.NewError(graph.BadInput, "page.range",
			"{argument}: {value} is not possible; it must be from {min} to {max}",
			graph.Params{"argument": argument, "value": int(*given), "min": 1, "max": most})
	}
	return int(*given), nil
}
