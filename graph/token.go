package graph

import "time"

// Token is what is kept of a token by which somebody shows who they are. The token itself is kept nowhere.
type Token struct {
	// ID names the token in lists and logs. It is part of the token and no secret.
	ID string
	// Name is whom or what the token was made for.
	Name string
	Role Role
	// Hash is the SHA-256 of the whole token.
	Hash    [32]byte
	Created time.Time
	// Revoked is when the token stopped being accepted; zero while it is.
	Revoked time.Time
}

// Caller is who shows the token.
func (t Token) Caller() Caller { return Caller{Token: t.ID, Name: t.Name, Role: t.Role} }
