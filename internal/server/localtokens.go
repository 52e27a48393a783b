package server

import (
	"encoding/json"
	"errors"
	"net/http"
	"time"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/access"
)

// TokenInfo is what may be shown of a token.
type TokenInfo struct {
	ID      string    `json:"id"`
	Name    string    `json:"name"`
	Role    string    `json:"role"`
	Created time.Time `json:"created"`
	Revoked time.Time `json:"revoked,omitzero"` // zero while the token is accepted
}

// Info is what may be shown of a token.
func Info(t graph.Token) TokenInfo {
	return TokenInfo{ID: t.ID, Name: t.Name, Role: t.Role.String(), Created: t.Created, Revoked: t.Revoked}
}

// TokenWish asks for a token.
type TokenWish struct {
	Role string `json:"role"`
	Name string `json:"name"`
}

// TokenMade is the answer to a wish. It is the only place where the token itself is sent, over a socket that nobody else can read.
type TokenMade struct {
	TokenInfo
	Secret string `json:"token"`
}

// LocalFault is how something that went wrong is said over the socket.
type LocalFault struct {
	Error string `json:"error"`
}

func (o LocalOptions) listTokens(w http.ResponseWriter, _ *http.Request) {
	list := []TokenInfo{}
	for _, t := range o.Tokens.Tokens() {
		list = append(list, Info(t))
	}
	send(w, http.StatusOK, list)
}

func (o LocalOptions) createToken(w http.ResponseWriter, r *http.Request) {
	var wish TokenWish
	if err := json.NewDecoder(r.Body).Decode(&wish); err != nil {
		send(w, http.StatusBadRequest, LocalFault{"expected a role and a name as JSON"})
		return
	}
	role, err := graph.ParseRole(wish.Role)
	if err != nil {
		o.fail(w, err)
		return
	}
	secret, t, err := o.Tokens.Create(role, wish.Name, time.Now())
	if err != nil {
		o.fail(w, err)
		return
	}
	o.Logger.InfoContext(r.Context(), "token created", "token", t.ID, "role", t.Role, "name", t.Name)
	send(w, http.StatusCreated, TokenMade{Info(t), secret.Reveal()})
}

func (o LocalOptions) revokeToken(w http.ResponseWriter, r *http.Request) {
	t, err := o.Tokens.Revoke(r.PathValue("id"), time.Now())
	if err != nil {
		o.fail(w, err)
		return
	}
	o.Logger.InfoContext(r.Context(), "token revoked", "token", t.ID, "role", t.Role, "name", t.Name)
	send(w, http.StatusOK, Info(t))
}

// fail says what went wrong. Whoever may open the socket may see everything.
func (o LocalOptions) fail(w http.ResponseWriter, err error) {
	status := http.StatusInternalServerError
	switch {
	case graph.CodeOf(err) == graph.BadInput:
		status = http.StatusBadRequest
	case errors.Is(err, access.ErrMissing):
		status = http.StatusNotFound
	}
	send(w, status, LocalFault{err.Error()})
}

// send sends one line of JSON.
func send(w http.ResponseWriter, status int, value any) {
	w.Header().Set("Content-Type", jsonLines)
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(value) // when it fails, the client has gone
}
