package graph

import (
	"strings"
	"unicode"
)

// ParseCode reads the code in which a relation ends, and returns it in its canonical form: a report type, a language tag, an
// identifier with its scheme. Acronyms and the like have no form of their own. It is for relations that end in codes.
func ParseCode(r Relation, s string) (string, error) {
	switch r {
	case HasType:
		_, err := ParseReportType(s)
		return s, err
	case WrittenIn:
		tag, err := ParseTag(s)
		return string(tag), err
	case IdentifiedBy, ExactMatch, CloseMatch:
		scheme, value, _ := strings.Cut(s, ":")
		if scheme == "" || value == "" || strings.IndexFunc(s, unicode.IsSpace) >= 0 {
			return "", Invalid("code", s, ExpectIdentifier)
		}
	}
	return s, nil
}
