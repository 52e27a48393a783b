package graph

import (
	"errors"
	"fmt"
	"maps"
	"strconv"
	"strings"
)

// ErrorCode is the stable name of a class of errors. Clients rely on it; the sentence beside it may change.
type ErrorCode string

// The codes.
const (
	BadInput        ErrorCode = "BAD_INPUT"       // the request says something that can't be meant
	NotFound        ErrorCode = "NOT_FOUND"       // what is named does not exist and has to
	Conflict        ErrorCode = "CONFLICT"        // the graph moved on since the revision that was named
	Unauthenticated ErrorCode = "UNAUTHENTICATED" // nobody is known to be asking
	Forbidden       ErrorCode = "FORBIDDEN"       // who is asking may not do this
	TooComplex      ErrorCode = "TOO_COMPLEX"     // the query costs more than it may
	Timeout         ErrorCode = "TIMEOUT"         // the time that the request had is over
	RateLimited     ErrorCode = "RATE_LIMITED"    // who is asking has asked for too much in too short a time
	Busy            ErrorCode = "BUSY"            // too many others are being answered
	Internal        ErrorCode = "INTERNAL"        // a fault of ours

	// PersistedUnknown says that a query was named by its hash, and has to be sent. The name is that of Apollo's clients.
	PersistedUnknown ErrorCode = "PERSISTED_QUERY_NOT_FOUND"
)

// Params are the values that an error's sentence speaks of: a string, which is shown as it is, an int, which counts
// something, or a []string, which is a list of names or codes.
type Params = map[string]any

// Error is an error that may be shown to whoever asked. Every other error is INTERNAL: logged whole, shown as a code.
type Error struct {
	Code ErrorCode
	// Reason is a stable key for the sentence, such as "page.range". With Params it lets a client, or a message
	// catalogue, write the sentence in another language.
	Reason string
	// Params are the values that the sentence speaks of.
	Params Params
	// Message is the sentence in English, for logs and for the command line.
	Message string
}

// NewError makes an error. The sentence is English and has {name} where a parameter stands. Package messages has the
// sentences for each reason in all languages; its test finds the calls of NewError and compares, so that reason and
// sentence have to be written out where they are given.
func NewError(code ErrorCode, reason, sentence string, params Params) *Error {
	return &Error{Code: code, Reason: reason, Params: params, Message: fill(sentence, params)}
}

// Error returns the sentence.
func (e *Error) Error() string { return e.Message }

// Invalid is the BAD_INPUT error for a value that does not have the form it must have. The argument says what the value
// was given for. Params has the key of what was expected, and the values that its words speak of.
func Invalid(argument, value string, expected Expected) *Error {
	params := Params{"argument": argument, "value": clip(value), "expected": expected.key}
	maps.Copy(params, expected.params)
	named := maps.Clone(params)
	named["expected"] = fill(expected.words, params)
	e := NewError(BadInput, "value.invalid", `{argument}: "{value}" is not valid; expected {expected}`, named)
	e.Params = params
	return e
}

// CodeOf finds the code of an error, INTERNAL when it carries none.
func CodeOf(err error) ErrorCode {
	var known *Error
	if errors.As(err, &known) {
		return known.Code
	}
	return Internal
}

// maxEcho is how many runes of a wrong value are repeated in an error.
const maxEcho = 80

func clip(s string) string {
	n := 0
	for i := range s {
		if n == maxEcho {
			return s[:i] + "…"
		}
		n++
	}
	return s
}

// fill puts the parameters into a sentence.
func fill(sentence string, params Params) string {
	var b strings.Builder
	for {
		text, rest, found := strings.Cut(sentence, "{")
		b.WriteString(text)
		if !found {
			return b.String()
		}
		var name string
		name, sentence, _ = strings.Cut(rest, "}")
		b.WriteString(textOf(params[name]))
	}
}

// textOf is a parameter as it reads in a sentence, with what can't be seen spelt out.
func textOf(value any) string {
	text := fmt.Sprint(value)
	if list, ok := value.([]string); ok {
		text = strings.Join(list, ", ")
	}
	quoted := strconv.Quote(text)
	return quoted[1 : len(quoted)-1]
}
