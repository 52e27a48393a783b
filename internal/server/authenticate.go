package server

import (
	"context"
	"net/http"
	"strings"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/access"
	"github.com/wasl-graph/wasl/internal/api"
)

// Access says who may come in. With the zero value everybody may read, and no token is known.
type Access struct {
	// Callers says who shows a token. An error that is no [graph.Error] means that this can't be told just now. It is called
	// from any goroutine. Left out, every token is unknown.
	Callers interface {
		Caller(access.Secret) (graph.Caller, error)
	}
	// Reading is the role that reading needs: [graph.Anonymous], which is the zero value, for everybody.
	Reading graph.Role
}

var errHeader = graph.NewError(graph.Unauthenticated, "access.token.header",
	"the request must have one Authorization header, of the form Authorization: Bearer …", nil)

type (
	faultKey struct{}
	againKey struct{}
)

// authenticate finds out who makes a request, by its Authorization header and nothing else. Nobody is refused here, so that what lies
// between here and [letIn], such as the log, knows who asks. From here on the header is gone: nobody else needs it.
func authenticate(a Access, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		lines, shown := r.Header["Authorization"]
		if !shown {
			next.ServeHTTP(w, r)
			return
		}
		delete(r.Header, "Authorization")
		ctx := r.Context()
		if caller, err := a.caller(lines); err != nil {
			ctx = context.WithValue(ctx, faultKey{}, err)
		} else {
			again := func() error { _, err := a.caller(lines); return err }
			ctx = context.WithValue(api.WithCaller(ctx, caller), againKey{}, again)
		}
		next.ServeHTTP(w, r.WithContext(ctx))
	})
}

// stillKnown looks up once more who makes a request, and says what is wrong by now: a token may have been revoked while the body of its
// request was being sent, or while the request waited for something.
func stillKnown(ctx context.Context) error {
	if again, shown := ctx.Value(againKey{}).(func() error); shown {
		return again()
	}
	return nil
}

// caller is who shows the token in the lines of the Authorization header.
func (a Access) caller(lines []string) (graph.Caller, error) {
	text, err := bearer(lines)
	if err != nil {
		return graph.Caller{}, err
	}
	secret, err := access.Parse(text)
	if err != nil {
		return graph.Caller{}, err
	}
	if a.Callers == nil {
		return graph.Caller{}, access.ErrUnknown
	}
	return a.Callers.Caller(secret)
}

// bearer takes the token out of the header, which has to be there once, with the scheme in letters of either case.
func bearer(lines []string) (string, error) {
	if len(lines) != 1 {
		return "", errHeader
	}
	scheme, text, _ := strings.Cut(lines[0], " ")
	text = strings.Trim(text, " ")
	if !strings.EqualFold(scheme, "Bearer") || text == "" {
		return "", errHeader
	}
	return text, nil
}
