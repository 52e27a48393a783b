package api

import (
	"math"
	"strings"

	"github.com/wasl-graph/wasl/graph"
)

// What the validator says of values that are written in the query.
var valueWordings = []wording{
	says(`Expected value of type "(.*?)", found null\.`, func(s said) *graph.Error {
		return graph.NewError(graph.BadInput, "query.value.null",
			"null is not possible where a value of type {type} is needed", graph.Params{"type": s.pieces[0]})
	}),
	says(`Int cannot represent non.*? value: (.*)`, func(s said) *graph.Error {
		return graph.NewError(graph.BadInput, "query.value.integer", "{value} is no whole number from {min} to {max}",
			graph.Params{"value": s.pieces[0], "min": math.MinInt32, "max": math.MaxInt32})
	}),
	says(`(String|Boolean|Float|ID) cannot represent .*? value: (.*)`, wrongLiteral),
	says(`Enum "(.*?)" cannot represent non-enum value: (.*)\.`, wrongLiteral),
	says(`Expected value of type "(.*?)", found (.*)\.`, wrongLiteral),
	says(`Value "(.*)" does not exist in "(.*)" enum\.`, func(s said) *graph.Error {
		return wrongLiteral(said{pieces: []string{s.pieces[1], s.pieces[0]}})
	}),
	says(`Field "(.*)" is not defined by type "(.*)"\.`, func(s said) *graph.Error {
		return unknownInput(s.pieces[0], s.pieces[1])
	}),
	says(`Field "(.*)" of required type "(.*)" was not provided\.`, func(s said) *graph.Error {
		of, field, _ := strings.Cut(s.pieces[0], ".")
		return graph.NewError(graph.BadInput, "query.input.missing",
			"{argument}: the type {type} needs this field, a value of type {wanted}",
			graph.Params{"argument": field, "type": of, "wanted": s.pieces[1]})
	}),
	says(`OneOf Input Object "(.*)" must specify exactly one key\.`, notOne),
	says(`Field "(.*)\..*" must be non-null\.`, notOne),
	says(`There can be only one input field named "(.*)"\.`, func(s said) *graph.Error {
		return graph.NewError(graph.BadInput, "query.input.twice",
			"{argument}: this field is given more than once", graph.Params{"argument": s.pieces[0]})
	}),
}

// wrongLiteral is the error for a value, the second piece, that a type, the first, does not have.
func wrongLiteral(s said) *graph.Error {
	return graph.NewError(graph.BadInput, "query.value.type", "{value} is no value of type {type}",
		graph.Params{"type": s.pieces[0], "value": s.pieces[1]})
}

// notOne is the error for an input object, of the type that is the first piece, with none or several of its fields where it must
// have one.
func notOne(s said) *graph.Error {
	return graph.NewError(graph.BadInput, "query.input.one", "exactly one field of the type {type} must be given, and have a value",
		graph.Params{"type": s.pieces[0]})
}
