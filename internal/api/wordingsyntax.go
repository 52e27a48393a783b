package api

import (
	"strconv"

	"github.com/vektah/gqlparser/v2/parser"

	"github.com/wasl-graph/wasl/graph"
)

// What the parser says. A piece of the query that it found is a name, a number or a text with its value behind it, or a sign.
var syntaxWordings = []wording{
	says(`(?:Expected .*, found|expected at least one definition, found|Unexpected) <EOF>`, func(s said) *graph.Error {
		return graph.NewError(graph.BadInput, "query.syntax.end",
			"the query breaks off at line {line}, column {column}", graph.Params{"line": s.line, "column": s.column})
	}),
	says(`Cannot (?:contain|parse) .*|Unexpected single quote .*|Invalid character within String: .*`,
		func(s said) *graph.Error {
			return graph.NewError(graph.BadInput, "query.syntax.character",
				"the character at line {line}, column {column} is not possible there", graph.Params{"line": s.line, "column": s.column})
		}),
	says(`Expected Name, found .*`, func(s said) *graph.Error {
		return graph.NewError(graph.BadInput, "query.syntax.name",
			"a name is missing at line {line}, column {column}", graph.Params{"line": s.line, "column": s.column})
	}),
	says(`Expected (.*), found .*`, func(s said) *graph.Error {
		return graph.NewError(graph.BadInput, "query.syntax.sign", `"{sign}" is missing at line {line}, column {column}`,
			graph.Params{"sign": unquoted(s.pieces[0]), "line": s.line, "column": s.column})
	}),
	says(`expected at least one definition, found .*`, func(s said) *graph.Error {
		return graph.NewError(graph.BadInput, "query.syntax.empty",
			"there is nothing in the brackets that end at line {line}, column {column}",
			graph.Params{"line": s.line, "column": s.column})
	}),
	says(`Unexpected (?:(?:Name|Int|Float|String|BlockString|Comment) )?(.*)`, func(s said) *graph.Error {
		return graph.NewError(graph.BadInput, "query.syntax.unexpected", `"{found}" is not possible at line {line}, column {column}`,
			graph.Params{"found": unquoted(s.pieces[0]), "line": s.line, "column": s.column})
	}),
	says(`Invalid number, .*`, func(s said) *graph.Error {
		return graph.NewError(graph.BadInput, "query.syntax.number",
			"the number at line {line}, column {column} is not one", graph.Params{"line": s.line, "column": s.column})
	}),
	says(`Invalid character escape sequence.*`, func(s said) *graph.Error {
		return graph.NewError(graph.BadInput, "query.syntax.escape",
			"the escape sequence at line {line}, column {column} is not one", graph.Params{"line": s.line, "column": s.column})
	}),
	says(`Unterminated string\.`, func(s said) *graph.Error {
		return graph.NewError(graph.BadInput, "query.syntax.open",
			"a text has no closing quotation mark at line {line}, column {column}", graph.Params{"line": s.line, "column": s.column})
	}),
	says(`exceeded maximum nesting depth of .*`, func(said) *graph.Error { return tooDeep(parser.MaxNestingDepth) }),
	says(`exceeded token limit of (\d+)`, func(s said) *graph.Error {
		limit, _ := strconv.Atoi(s.pieces[0]) // it is one
		return tooLong(limit)
	}),
}
