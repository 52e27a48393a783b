package search

import (
	"strings"
	"unicode/utf8"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/lang"
)

// Limits of a query. What is longer is no question that somebody typed.
const (
	MaxLength = 1000 // code points
	MaxWords  = 64
)

// query is what somebody typed, taken apart. Its items must all be met but those that are negated, of which none may.
type query struct {
	text   string
	runes  []rune
	tokens []lang.Token
	items  []item
}

// item is one part of a query: words between spaces, a quotation, an identifier, or a time.
type item struct {
	kind    itemKind
	negated bool
	tokens  []lang.Token
	code    string     // of an identifier, as it was typed
	from    graph.Date // of a time
	to      graph.Date
}

type itemKind uint8

const (
	words itemKind = iota
	phrase
	identifier
	period
)

// parse takes a query apart. The error is BAD_INPUT for one that is too long; everything else has a meaning, if only that
// nothing is asked for. The argument is the one that the error names.
func (x *Index) parse(argument, text string) (query, error) {
	if n := utf8.RuneCountInString(text); n > MaxLength {
		return query{}, tooLong(argument, n)
	}
	text = strings.ToValidUTF8(text, "\uFFFD")
	q := query{text: text, runes: []rune(text), tokens: lang.Tokens(text)}
	if len(q.tokens) > MaxWords {
		return query{}, graph.NewError(graph.BadInput, "search.words",
			"{argument}: {value} words are too many; at most {max} can be searched for",
			graph.Params{"argument": argument, "value": len(q.tokens), "max": MaxWords})
	}
	s := scanner{query: &q, known: x.hasIdentifier}
	s.scan()
	return q, nil
}

// tooLong is the error for a text that nobody types.
func tooLong(argument string, length int) error {
	return graph.NewError(graph.BadInput, "search.long",
		"{argument}: {value} characters are too many; at most {max} can be searched for",
		graph.Params{"argument": argument, "value": length, "max": MaxLength})
}
