package graph

import (
	"encoding/hex"
	"strconv"
	"strings"
)

// ParseRevision reads a revision as [Revision.String] writes it. It does not say whether the graph ever was at it.
func ParseRevision(s string) (Revision, error) {
	number, digest, _ := strings.Cut(s, "-")
	n, err := strconv.ParseUint(number, 10, 32)
	if err != nil {
		return Revision{}, Invalid("revision", s, ExpectRevision)
	}
	r := Revision{Number: uint32(n)}
	if len(digest) == hex.EncodedLen(len(r.Digest)) {
		_, err = hex.Decode(r.Digest[:], []byte(digest))
	}
	if err != nil || r.String() != s { // one way of writing each
		return Revision{}, Invalid("revision", s, ExpectRevision)
	}
	return r, nil
}

// Moved is the CONFLICT for a change that is meant for another revision than the graph is at.
func Moved(expected string, current Revision) *Error {
	return NewError(Conflict, "revision.moved",
		"the graph is at revision {current}, not at {expected} any more; look again and repeat the change if it still fits",
		Params{"current": current.String(), "expected": expected})
}
