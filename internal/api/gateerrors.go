package api

import "github.com/wasl-graph/wasl/graph"

// What the gate says of documents that have too much of something.

func tooLong(limit int) *graph.Error {
	return graph.NewError(graph.TooComplex, "query.long",
		"the query has more than {max} words and signs", graph.Params{"max": limit})
}

func tooDeep(limit int) *graph.Error {
	return graph.NewError(graph.TooComplex, "query.deep",
		"the query is nested more than {max} levels deep", graph.Params{"max": limit})
}

func tooManyOperations(n, limit int) *graph.Error {
	return graph.NewError(graph.TooComplex, "query.operations",
		"the query has {value} operations; at most {max} are possible", graph.Params{"value": n, "max": limit})
}

func tooManyFragments(n, limit int) *graph.Error {
	return graph.NewError(graph.TooComplex, "query.fragments",
		"the query has {value} fragments; at most {max} are possible", graph.Params{"value": n, "max": limit})
}

func tooManyVariables(n, limit int) *graph.Error {
	return graph.NewError(graph.TooComplex, "query.variables",
		"the query has {value} variables; at most {max} are possible", graph.Params{"value": n, "max": limit})
}

func tooManyAliases(n, limit int) *graph.Error {
	return graph.NewError(graph.TooComplex, "query.aliases",
		"the query has {value} aliases; at most {max} are possible", graph.Params{"value": n, "max": limit})
}

func tooManyDirectives(n, limit int) *graph.Error {
	return graph.NewError(graph.TooComplex, "query.directives",
		"the query has {value} directives; at most {max} are possible", graph.Params{"value": n, "max": limit})
}

func tooManySelections(limit int) *graph.Error {
	return graph.NewError(graph.TooComplex, "query.selections",
		"the query has more than {max} fields, those of fragments counted wherever they are used", graph.Params{"max": limit})
}

func fragmentCycle(name string) *graph.Error {
	return graph.NewError(graph.BadInput, "query.fragment.cycle",
		"the fragment {fragment} contains itself", graph.Params{"fragment": name})
}

// reasonReading is the reason of what tells a client that its operation can't come by GET.
const reasonReading = "request.method.reading"
