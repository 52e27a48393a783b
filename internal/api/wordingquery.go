package api

import "github.com/wasl-graph/wasl/graph"

// What the validator says of fields.
var fieldWordings = []wording{
	says(`Cannot query field "(.*)" on type "(.*)"\.`, func(s said) *graph.Error {
		return graph.NewError(graph.BadInput, "query.field.unknown",
			"the type {type} has no field {field}", graph.Params{"field": s.pieces[0], "type": s.pieces[1]})
	}),
	says(`Field "(.*)" must not have a selection since type "(.*)" has no subfields\.`, func(s said) *graph.Error {
		return graph.NewError(graph.BadInput, "query.field.leaf",
			"the field {field} of type {type} has no fields of its own: leave out the braces behind it",
			graph.Params{"field": s.pieces[0], "type": s.pieces[1]})
	}),
	says(`Field "(.*)" of type "(.*)" must have a selection of subfields\.`, func(s said) *graph.Error {
		return graph.NewError(graph.BadInput, "query.field.whole",
			"the field {field} of type {type} has fields of its own: say in braces behind it which of them you want",
			graph.Params{"field": s.pieces[0], "type": s.pieces[1]})
	}),
	says(`Fields "(.*?)" conflict because .*`, func(s said) *graph.Error {
		return graph.NewError(graph.BadInput, "query.field.conflict",
			"{field} is asked for in two different ways under the same name: give one of them an alias",
			graph.Params{"field": s.pieces[0]})
	}),
	says(`Fields of one name are asked for in too many ways`, func(said) *graph.Error {
		return graph.NewError(graph.TooComplex, "query.field.merge",
			"too many fields of different types have one name: give them aliases, or ask for them one after the other", nil)
	}),
}

// What the validator says of arguments, those of directives included.
var argumentWordings = []wording{
	says(`Unknown argument "(.*)" on field "(.*)"\.`, func(s said) *graph.Error {
		return graph.NewError(graph.BadInput, "query.argument.unknown",
			"{argument}: the field {field} has no such argument", graph.Params{"argument": s.pieces[0], "field": s.pieces[1]})
	}),
	says(`Unknown argument "(.*)" on directive "(.*)"\.`, func(s said) *graph.Error {
		return graph.NewError(graph.BadInput, "query.directive.argument.unknown",
			"{argument}: the directive {directive} has no such argument",
			graph.Params{"argument": s.pieces[0], "directive": s.pieces[1]})
	}),
	says(`Field "(.*)" argument "(.*)" of type "(.*)" is required, but it was not provided\.`, func(s said) *graph.Error {
		return graph.NewError(graph.BadInput, "query.argument.missing",
			"{argument}: the field {field} needs this argument, a value of type {type}",
			graph.Params{"field": s.pieces[0], "argument": s.pieces[1], "type": s.pieces[2]})
	}),
	says(`Directive "(.*)" argument "(.*)" of type "(.*)" is required, but it was not provided\.`, func(s said) *graph.Error {
		return graph.NewError(graph.BadInput, "query.directive.argument.missing",
			"{argument}: the directive {directive} needs this argument, a value of type {type}",
			graph.Params{"directive": s.pieces[0], "argument": s.pieces[1], "type": s.pieces[2]})
	}),
	says(`There can be only one argument named "(.*)"\.`, func(s said) *graph.Error {
		return graph.NewError(graph.BadInput, "query.argument.twice",
			"{argument}: this argument is given more than once", graph.Params{"argument": s.pieces[0]})
	}),
}

// What the validator says of directives.
var directiveWordings = []wording{
	says(`Unknown directive "(.*)"\.`, func(s said) *graph.Error {
		return graph.NewError(graph.BadInput, "query.directive.unknown",
			"there is no directive {directive}", graph.Params{"directive": s.pieces[0]})
	}),
	says(`Directive "(.*)" may not be used on (.*)\.`, func(s said) *graph.Error {
		return graph.NewError(graph.BadInput, "query.directive.place",
			"the directive {directive} is not possible on {place}", graph.Params{"directive": s.pieces[0], "place": s.pieces[1]})
	}),
	says(`The directive "(.*)" can only be used once at this location\.`, func(s said) *graph.Error {
		return graph.NewError(graph.BadInput, "query.directive.twice",
			"the directive {directive} stands more than once in one place", graph.Params{"directive": s.pieces[0]})
	}),
}

// What the validator says of fragments.
var fragmentWordings = []wording{
	says(`Unknown fragment "(.*)"\.`, func(s said) *graph.Error {
		return graph.NewError(graph.BadInput, "query.fragment.unknown",
			"there is no fragment {fragment}", graph.Params{"fragment": s.pieces[0]})
	}),
	says(`Fragment "(.*)" is never used\.`, func(s said) *graph.Error {
		return graph.NewError(graph.BadInput, "query.fragment.unused",
			"the fragment {fragment} is never used", graph.Params{"fragment": s.pieces[0]})
	}),
	says(`Cannot spread fragment "(.*?)" within itself.*`, func(s said) *graph.Error {
		return fragmentCycle(s.pieces[0])
	}),
	says(`There can be only one fragment named "(.*)"\.`, func(s said) *graph.Error {
		return graph.NewError(graph.BadInput, "query.fragment.twice",
			"there is more than one fragment {fragment}", graph.Params{"fragment": s.pieces[0]})
	}),
	says(`Fragment (?:".*" )?cannot condition on non composite type "(.*)"\.`, func(s said) *graph.Error {
		return graph.NewError(graph.BadInput, "query.fragment.leaf",
			"a fragment can't be on {type}, which has no fields", graph.Params{"type": s.pieces[0]})
	}),
	says(`Fragment (?:".*" )?cannot be spread here as objects of type "(.*)" can never be of type "(.*)"\.`,
		func(s said) *graph.Error {
			return graph.NewError(graph.BadInput, "query.fragment.never",
				"a fragment on {type} is of no use on {around}, which never is one",
				graph.Params{"around": s.pieces[0], "type": s.pieces[1]})
		}),
}

// What the validator says of operations, and of types wherever they are named.
var operationWordings = []wording{
	says(`This anonymous operation must be the only defined operation\.|There can be only one operation named ""\.`,
		func(said) *graph.Error {
			return graph.NewError(graph.BadInput, "query.operation.unnamed",
				"an operation without a name must be the only one", nil)
		}),
	says(`There can be only one operation named "(.*)"\.`, func(s said) *graph.Error {
		return graph.NewError(graph.BadInput, "query.operation.twice",
			"there is more than one operation {operation}", graph.Params{"operation": s.pieces[0]})
	}),
	says(`Schema does not support operation type "(.*)"`, func(s said) *graph.Error {
		return graph.NewError(graph.BadInput, "query.operation.type",
			"there is no {operation} here", graph.Params{"operation": s.pieces[0]})
	}),
	says(`Maximum introspection depth exceeded`, func(said) *graph.Error {
		return graph.NewError(graph.BadInput, "query.introspection.deep",
			"the question about the schema leads too often from types to types", nil)
	}),
	says(`Unknown type "(.*)"\.`, func(s said) *graph.Error {
		return graph.NewError(graph.BadInput, "query.type.unknown", "there is no type {type}", graph.Params{"type": s.pieces[0]})
	}),
}

// What the validator says of variables.
var variableWordings = []wording{
	says(`Variable "(.*?)" is not defined(?: by operation ".*")?\.`, func(s said) *graph.Error {
		return graph.NewError(graph.BadInput, "query.variable.unknown",
			"the variable {variable} is not declared", graph.Params{"variable": s.pieces[0]})
	}),
	says(`Variable "(.*?)" is never used(?: in operation ".*")?\.`, func(s said) *graph.Error {
		return graph.NewError(graph.BadInput, "query.variable.unused",
			"the variable {variable} is never used", graph.Params{"variable": s.pieces[0]})
	}),
	says(`There can be only one variable named "(.*)"\.`, func(s said) *graph.Error {
		return graph.NewError(graph.BadInput, "query.variable.twice",
			"the variable {variable} is declared more than once", graph.Params{"variable": s.pieces[0]})
	}),
	says(`Variable "(.*)" cannot be non-input type "(.*)"\.`, func(s said) *graph.Error {
		return graph.NewError(graph.BadInput, "query.variable.output",
			"the variable {variable} can't be of type {type}, which stands in answers only",
			graph.Params{"variable": s.pieces[0], "type": s.pieces[1]})
	}),
	says(`Variable "(.*)" is of type "(.*)" but must be non-nullable to be used for OneOf Input Object "(.*)"\.`,
		func(s said) *graph.Error {
			return graph.NewError(graph.BadInput, "query.variable.one",
				"the variable {variable} of type {type} may be null, and a field of {object} needs a value",
				graph.Params{"variable": s.pieces[0], "type": s.pieces[1], "object": s.pieces[2]})
		}),
	says(`Variable "(.*)" of type "(.*)" used in position expecting type "(.*)"\.`, func(s said) *graph.Error {
		return graph.NewError(graph.BadInput, "query.variable.place",
			"the variable {variable} of type {type} stands where {wanted} is needed",
			graph.Params{"variable": s.pieces[0], "type": s.pieces[1], "wanted": s.pieces[2]})
	}),
}
