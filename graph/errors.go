package graph

import (
	"errors"
	"fmt"
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
	Internal        ErrorCode = "INTERNAL"        // a fault of ours
)

// Error is an error that may be shown to whoever asked. Every other error is INTERNAL: logged whole, shown as a code.
type Error struct {
	Code ErrorCode
	// Reason is a stable key for the sentence, such as "page.range". With Params it lets a client, or a message
	// catalogue, write the sentence in another language.
	Reason string
	// Params are the values that the sentence speaks of.
	Params map[string]any
	// Message is the sentence in English.
	Message string
}

// Error returns the sentence.
func (e *Error) Error() string { return e.Message }

// Invalid is the BAD_INPUT error for a value that does not have the form it must have. The argument says what the value
// was given for, expected what it should have been.
func Invalid(argument, value, expected string) *Error {
	return &Error{
		Code:    BadInput,
		Reason:  "value.invalid",
		Params:  map[string]any{"argument": argument, "value": clip(value), "expected": expected},
		Message: fmt.Sprintf("%s: %q is not valid; expected %s", argument, clip(value), expected),
	}
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
