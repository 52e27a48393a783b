package lang

import (
	"strings"

	"github.com/wasl-graph/wasl/graph"
)

// isPrivate says whether all of the tag is an agreement between its users: "x-…".
func isPrivate(tag graph.Tag) bool { return strings.HasPrefix(string(tag), "x-") }

// baseOf is the tag's language alone. A private tag names no language beyond itself.
func baseOf(tag graph.Tag) graph.Tag {
	if isPrivate(tag) {
		return tag
	}
	return tag.Base()
}

// parentOf takes the last subtag off: "sr-Latn" for "sr-Latn-RS", "" for a base language. A singleton goes with what it
// introduced: "de" for "de-u-co".
func parentOf(tag graph.Tag) graph.Tag {
	i := strings.LastIndexByte(string(tag), '-')
	if i < 0 {
		return ""
	}
	if i >= 2 && tag[i-2] == '-' {
		i -= 2
	}
	return tag[:i]
}

// withoutExtensions is the tag up to its first singleton: "de-AT" for "de-AT-u-co-phonebk".
func withoutExtensions(tag graph.Tag) graph.Tag {
	for i := 0; i+2 < len(tag); i++ {
		if tag[i] == '-' && tag[i+2] == '-' {
			return tag[:i]
		}
	}
	return tag
}

// regionOf is the country of a canonical tag as two capitals, "" when it names none. A region of numbers such as 001
// or 419 is no country.
func regionOf(tag graph.Tag) string {
	if isPrivate(tag) {
		return ""
	}
	rest := string(withoutExtensions(tag))
	for {
		_, after, found := strings.Cut(rest, "-")
		if !found {
			return ""
		}
		subtag, _, _ := strings.Cut(after, "-")
		if len(subtag) == 2 {
			return subtag
		}
		rest = after
	}
}
