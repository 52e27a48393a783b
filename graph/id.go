package graph

import "strings"

// ID is the readable, stable name of an entity: its kind, a colon, and a local name, as in "country:IQ" or
// "project:parim-ii". An id never changes its meaning. Two ids are the same entity when they are the same string, or
// when one of them was merged into the other.
type ID string

// maxIDLength bounds an id in bytes.
const maxIDLength = 200

// ParseID reads an id and checks its kind and its form. It does not say whether such an entity exists.
func ParseID(s string) (ID, error) {
	prefix, local, found := strings.Cut(s, ":")
	if !found || len(s) > maxIDLength {
		return "", Invalid("id", s, ExpectID)
	}
	for _, info := range kinds {
		if info.prefix != prefix {
			continue
		}
		if !validLocal(local) {
			return "", Invalid("id", s, ExpectLocalName)
		}
		if info.checkName != nil {
			if err := info.checkName(local); err != nil {
				return "", err
			}
		}
		return ID(s), nil
	}
	return "", Invalid("id", s, ExpectID)
}

// Kind is the kind that the id names. It is only meaningful for an id that [ParseID] has accepted.
func (id ID) Kind() Kind {
	prefix, _, _ := strings.Cut(string(id), ":")
	for i, info := range kinds {
		if info.prefix == prefix {
			return Kind(i)
		}
	}
	return kindCount
}

// Local is the part after the colon.
func (id ID) Local() string {
	_, local, _ := strings.Cut(string(id), ":")
	return local
}

// Namespace is where the IRIs of entities begin. They name things; they need not lead anywhere.
const Namespace = "https://wasl-graph.github.io/id/"

// IRI is the entity's name for other systems.
func (id ID) IRI() string { return Namespace + string(id) }

// validLocal accepts what may stand in a URL path unescaped, beginning with a letter or digit.
func validLocal(s string) bool {
	for i := range len(s) {
		c := s[i]
		switch {
		case c >= 'a' && c <= 'z', c >= 'A' && c <= 'Z', c >= '0' && c <= '9':
		case i > 0 && (c == '-' || c == '.' || c == '_'):
		default:
			return false
		}
	}
	return s != ""
}
