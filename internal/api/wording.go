package api

import (
	"regexp"
	"strconv"
	"strings"

	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/wasl-graph/wasl/graph"
)

// wording is one thing that gqlparser says of a query, in English only, and the error of ours that says it in every language.
type wording struct {
	words *regexp.Regexp
	error func(said) *graph.Error
}

// said is what gqlparser said: the pieces that the wording left open, and the place in the query.
type said struct {
	pieces       []string
	line, column int
}

// says makes a wording of a pattern that the whole of a message has.
func says(pattern string, ours func(said) *graph.Error) wording {
	return wording{regexp.MustCompile(`(?s)^(?:` + pattern + `)$`), ours}
}

// wordings are what the rules of the validator say, by the plain name of the rule, and under "" what the parser says.
var wordings = map[string][]wording{
	"": syntaxWordings,

	"FieldsOnCorrectType":          fieldWordings,
	"ScalarLeafs":                  fieldWordings,
	"OverlappingFieldsCanBeMerged": fieldWordings,

	"KnownArgumentNames":        argumentWordings,
	"ProvidedRequiredArguments": argumentWordings,
	"UniqueArgumentNames":       argumentWordings,

	"KnownDirectives":             directiveWordings,
	"UniqueDirectivesPerLocation": directiveWordings,

	"FragmentsOnCompositeTypes": fragmentWordings,
	"KnownFragmentNames":        fragmentWordings,
	"NoFragmentCycles":          fragmentWordings,
	"NoUnusedFragments":         fragmentWordings,
	"PossibleFragmentSpreads":   fragmentWordings,
	"UniqueFragmentNames":       fragmentWordings,

	"KnownRootType":          operationWordings,
	"KnownTypeNames":         operationWordings,
	"LoneAnonymousOperation": operationWordings,
	"MaxIntrospectionDepth":  operationWordings,
	"UniqueOperationNames":   operationWordings,

	"NoUndefinedVariables":       variableWordings,
	"NoUnusedVariables":          variableWordings,
	"UniqueVariableNames":        variableWordings,
	"VariablesAreInputTypes":     variableWordings,
	"VariablesInAllowedPosition": variableWordings,

	"UniqueInputFieldNames": valueWordings,
	"ValuesOfCorrectType":   valueWordings,
}

// queryError is the error of ours for what gqlparser says of a query. Words that no wording knows are repeated: they speak of
// the query only.
func queryError(e *gqlerror.Error) *graph.Error {
	var s said
	if len(e.Locations) > 0 {
		s.line, s.column = e.Locations[0].Line, e.Locations[0].Column
	}
	words := shortened(e.Message)
	for _, w := range wordings[plainName(e.Rule)] {
		if match := w.words.FindStringSubmatch(words); match != nil {
			s.pieces = match[1:]
			return w.error(s)
		}
	}
	return graph.NewError(graph.BadInput, "query.invalid", "{words}", graph.Params{"words": words})
}

// longWords is how many bytes at the beginning and at the end of a message are read. Between them there is nothing but a name
// or a value of the query.
const longWords = 1_000

// shortened leaves out the middle of long words: to compare them with the wordings takes long.
func shortened(words string) string {
	if len(words) <= 2*longWords {
		return words
	}
	return strings.ToValidUTF8(words[:longWords], "") + "…" + strings.ToValidUTF8(words[len(words)-longWords:], "")
}

// unquoted is a text without the quotation marks and escapes that Go puts it in.
func unquoted(text string) string {
	if plain, err := strconv.Unquote(text); err == nil {
		return plain
	}
	return text
}
