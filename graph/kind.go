package graph

import "strings"

// Kind is what an entity is.
type Kind uint8

// The kinds, in the order in which lists of mixed kinds name them.
const (
	KindReport Kind = iota
	KindPerson
	KindOrganisation
	KindProject
	KindCountry
	KindRegion
	KindTheme
	KindEvent

	kindCount = iota
)

// kindInfo is what the domain knows of one kind; each kind's own file declares its own.
type kindInfo struct {
	prefix    string                   // of its ids, before the colon
	checkName func(local string) error // nil where any well-formed local name will do
}

var kinds = [kindCount]kindInfo{
	KindReport:       reportKind,
	KindPerson:       personKind,
	KindOrganisation: organisationKind,
	KindProject:      projectKind,
	KindCountry:      countryKind,
	KindRegion:       regionKind,
	KindTheme:        themeKind,
	KindEvent:        eventKind,
}

// Kinds lists all kinds in their order.
func Kinds() []Kind {
	list := make([]Kind, kindCount)
	for i := range list {
		list[i] = Kind(i)
	}
	return list
}

// Prefix is what stands before the colon of this kind's ids: "country".
func (k Kind) Prefix() string {
	if int(k) < len(kinds) {
		return kinds[k].prefix
	}
	return "unknown"
}

// String returns the name that the API uses: "COUNTRY".
func (k Kind) String() string { return strings.ToUpper(k.Prefix()) }

func kindNames() []string {
	list := make([]string, kindCount)
	for i := range list {
		list[i] = Kind(i).String()
	}
	return list
}

// ParseKind reads a name such as COUNTRY.
func ParseKind(s string) (Kind, error) {
	for i, info := range kinds {
		if strings.ToUpper(info.prefix) == s {
			return Kind(i), nil
		}
	}
	return 0, Invalid("kind", s, ExpectOneOf(kindNames()...))
}
