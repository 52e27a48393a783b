package graph

// Role is what somebody may do. Each role may do what those before it may.
type Role uint8

// The roles.
const (
	Anonymous Role = iota // nobody said who is asking
	Reader                // may read where reading is not open to everybody
	Curator               // may change the graph
	Admin                 // may look after the server
)

var roles = names[Role]{"role", []string{"anonymous", "reader", "curator", "admin"}}

// String returns the name that the command line uses.
func (r Role) String() string { return roles.of(r) }

// ParseRole reads the name of a role that can be given to somebody, such as curator.
func ParseRole(s string) (Role, error) {
	r, err := roles.parse(s)
	if err != nil || r == Anonymous {
		return Anonymous, Invalid("role", s, ExpectOneOf(Reader.String(), Curator.String(), Admin.String()))
	}
	return r, nil
}

// Caller is who makes a request. The zero Caller is anonymous.
type Caller struct {
	// Token is the id of the token that was shown, which is no secret; "" for nobody.
	Token string
	// Name is the name that the token was made for; it stands in the graph's history as the author of a change.
	Name string
	Role Role
}

// Must is nil when the caller may do what is left to a role. Otherwise it is UNAUTHENTICATED for nobody known, and FORBIDDEN for
// somebody whose role does not suffice.
func (c Caller) Must(needed Role) error {
	switch {
	case c.Role >= needed:
		return nil
	case c.Role == Anonymous:
		return NewError(Unauthenticated, "access.token.needed",
			"this needs a token of the role {role}, sent as Authorization: Bearer …", Params{"role": needed.String()})
	}
	return NewError(Forbidden, "access.role",
		"this needs a token of the role {role}; yours has the role {held}", Params{"role": needed.String(), "held": c.Role.String()})
}
