package resolve

import (
	"net/url"
	"slices"
	"strings"

	"github.com/wasl-graph/wasl/internal/ingest/work"
)

// normal brings an identifier into the one form by which it is looked up and kept: "doi:10.1000/x", "" when nothing is left.
func normal(scheme, value string) string {
	scheme, value = strings.ToLower(strings.TrimSpace(scheme)), strings.TrimSpace(value)
	switch scheme {
	case "doi":
		value = strings.ToLower(afterAny(value, "doi.org/", "doi:"))
	case "isbn", "issn":
		value = strings.ToUpper(keep(value, "0123456789xX"))
	case "orcid":
		value = strings.ToUpper(afterAny(value, "orcid.org/"))
	case "ror":
		value = strings.ToLower(afterAny(value, "ror.org/"))
	case "openalex":
		value = strings.ToUpper(afterAny(value, "openalex.org/"))
	case "wikidata":
		value = strings.ToUpper(afterAny(value, "/wiki/", "/entity/"))
	case "url":
		value = normalURL(value)
	}
	if scheme == "" || value == "" || strings.ContainsAny(value, " \t\r\n") {
		return ""
	}
	return scheme + ":" + value
}

// normalOf is the form of what a document prints.
func normalOf(id work.Identifier) string { return normal(id.Scheme, id.Value) }

// normalCode is the form of a code that the graph holds.
func normalCode(code string) string {
	scheme, value, _ := strings.Cut(code, ":")
	return normal(scheme, value)
}

// afterAny is what follows the first of the beginnings that the value holds, in any case.
func afterAny(value string, beginnings ...string) string {
	for _, b := range beginnings {
		if i := strings.Index(strings.ToLower(value), b); i >= 0 {
			return strings.Trim(value[i+len(b):], "/")
		}
	}
	return value
}

func keep(value, letters string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune(letters, r) {
			return r
		}
		return -1
	}, value)
}

// normalURL leaves out what two addresses of one page differ in: the scheme, "www.", the fragment and a slash at the end.
func normalURL(value string) string {
	u, err := url.Parse(value)
	if err != nil || u.Host == "" {
		return ""
	}
	u.Host = strings.TrimPrefix(strings.ToLower(u.Host), "www.")
	u.Fragment, u.Scheme = "", "https"
	u.Path = strings.TrimSuffix(u.Path, "/")
	return u.String()
}

// The schemes, by what an identifier in them says.
var (
	// deciding name one thing alone.
	deciding = []string{"doi", "orcid", "ror", "openalex", "wikidata", "handle", "isni"}
	// single are those in which one thing has one identifier.
	single = []string{"doi", "orcid", "ror", "wikidata", "isni"}
	// foreign name the series or the journal that something stands in, not the thing.
	foreign = []string{"issn"}
)

// codesOf are the identifiers of something, in their normal form, those that say something of another thing left out.
func codesOf(ids []work.Identifier) []string {
	var codes []string
	for _, id := range ids {
		if code := normalOf(id); code != "" && !slices.Contains(foreign, schemeOf(code)) && !slices.Contains(codes, code) {
			codes = append(codes, code)
		}
	}
	return codes
}

func schemeOf(code string) string {
	scheme, _, _ := strings.Cut(code, ":")
	return scheme
}

// decides says that the identifier alone tells what is meant. An ISBN is shared by the chapters of a book, an address by
// all that stands on a page.
func decides(code string) bool { return slices.Contains(deciding, schemeOf(code)) }

// differ says that the two have different identifiers in a scheme in which each thing has one.
func differ(a, b []string) bool {
	for _, x := range a {
		if !slices.Contains(single, schemeOf(x)) || slices.Contains(b, x) {
			continue
		}
		if slices.ContainsFunc(b, func(y string) bool { return schemeOf(x) == schemeOf(y) }) {
			return true
		}
	}
	return false
}

// stated is an identifier in the form in which the graph keeps it: as printed, without what only says how it is looked up.
func stated(id work.Identifier) string {
	code := normalOf(id)
	if scheme := schemeOf(code); scheme == "url" {
		return "url:" + strings.TrimSpace(id.Value)
	}
	return code
}
