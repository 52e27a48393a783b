package api

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"maps"
	"runtime/debug"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/api/handles"
	"github.com/wasl-graph/wasl/internal/lang/messages"
)

// presenter turns what went wrong into what a client may see: a stable code, a sentence in the reader's language, and the
// values that the sentence speaks of. What carries no code of ours is INTERNAL: the client sees that, the log sees the rest.
func presenter(log *slog.Logger) graphql.ErrorPresenterFunc {
	return func(ctx context.Context, err error) *gqlerror.Error {
		field, argument := place(ctx, err)
		shown := publicError(messages.For(handles.From(ctx).Chain()), err, argument)
		shown.Path = field
		if shown.Extensions["code"] == string(graph.Internal) {
			log.ErrorContext(ctx, "a query failed", "request", RequestID(ctx), "path", field.String(), "error", err)
		}
		return shown
	}
}

// place says in which field of the answer an error happened, and in which of the field's arguments, if in one: gqlgen
// writes both into one path.
func place(ctx context.Context, err error) (field ast.Path, argument string) {
	var path ast.Path
	var located *gqlerror.Error
	if errors.As(err, &located) {
		path = located.Path
	}
	if now := graphql.GetFieldContext(ctx); now != nil {
		field = now.Path()
		return field, path[min(len(field), len(path)):].String()
	}
	return nil, ""
}

// publicError keeps of an error what a client may see, and writes its sentence. An argument is named when the error lies
// in its value.
func publicError(w messages.Writer, err error, argument string) *gqlerror.Error {
	shown := &gqlerror.Error{}
	var located *gqlerror.Error
	if errors.As(err, &located) {
		shown.Locations = located.Locations
	}
	e := bounded(known(err, located, argument))
	shown.Message = w.Error(e)
	shown.Extensions = map[string]any{"code": string(e.Code), "reason": e.Reason}
	if len(e.Params) > 0 {
		shown.Extensions["params"] = e.Params
	}
	if e.Code == graph.PersistedUnknown { // clients compare the message with this word, and then send the text
		shown.Extensions["explanation"], shown.Message = shown.Message, "PersistedQueryNotFound"
	}
	return shown
}

// known is the error of ours that stands for an error, located being its place in the query, if it has one.
func known(err error, located *gqlerror.Error, argument string) *graph.Error {
	var ours *graph.Error
	switch {
	case errors.As(err, &ours):
		return inArgument(ours, argument)
	case errors.Is(err, context.DeadlineExceeded), errors.Is(err, context.Canceled):
		return graph.NewError(graph.Timeout, "timeout", "the time for this request is over", nil)
	case located != nil && located.Unwrap() == nil:
		return queryError(located)
	case argument != "":
		return wrongType(err, argument)
	}
	return graph.NewError(graph.Internal, "internal", "something went wrong on our side", nil)
}

// inArgument gives the error of a value the name of the argument that the value was given for. Where values are parsed,
// only their type is known.
func inArgument(e *graph.Error, argument string) *graph.Error {
	if _, named := e.Params["argument"]; argument == "" || !named {
		return e
	}
	renamed := *e
	renamed.Params = maps.Clone(e.Params)
	renamed.Params["argument"] = argument
	return &renamed
}

// maxEcho is how many characters of a text that came with a request are repeated.
const maxEcho = 80

// bounded is the error with its texts cut: a value of a request may be as long as the request.
func bounded(e *graph.Error) *graph.Error {
	cut := *e
	cut.Params = maps.Clone(e.Params)
	for name, value := range cut.Params {
		if text, isText := value.(string); isText {
			cut.Params[name] = clip(text)
		}
	}
	return &cut
}

func clip(text string) string {
	n := 0
	for i := range text {
		if n++; n > maxEcho {
			return text[:i] + "…"
		}
	}
	return text
}

// wrongType is the error for a value that no argument of that type can have. A number that is too large for an Int is out of
// the range of its argument.
func wrongType(err error, argument string) *graph.Error {
	var number *graphql.NumberOverflowError
	if errors.As(err, &number) {
		value, _ := number.Value.(int64) // of an Int, which has a sign
		return handles.OutOfRange(argument, int(value))
	}
	return graph.NewError(graph.BadInput, "value.type",
		"{argument}: the value does not have the type that the schema asks for", graph.Params{"argument": argument})
}

// recoverer keeps a panic from ending the process and from being seen.
func recoverer(log *slog.Logger) graphql.RecoverFunc {
	return func(ctx context.Context, fault any) error {
		log.ErrorContext(ctx, "a query panicked", "request", RequestID(ctx), "fault", fmt.Sprint(fault), "stack", string(debug.Stack()))
		return errors.New("panic")
	}
}
