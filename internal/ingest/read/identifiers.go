package read

import (
	"regexp"
	"strings"

	"github.com/wasl-graph/wasl/internal/ingest/work"
)

// The forms in which identifiers are printed. The part in brackets is the identifier.
var (
	doiForm   = regexp.MustCompile(`(?i)^(?:https?://(?:[\w-]+\.)*doi\.[a-z.]+/|doi\s*:\s*|doi\s+|info:doi/|urn:doi:)?(10\.\d{4,9}/\S+)$`)
	orcidForm = regexp.MustCompile(`(?i)^(?:https?://(?:www\.)?orcid\.org/|orcid\s*:\s*)?(\d{4}-\d{4}-\d{4}-\d{3}[\dX])/?$`)
	rorForm   = regexp.MustCompile(`(?i)^(?:https?://(?:www\.)?ror\.org/|ror\s*:\s*)?(0[a-z0-9]{6}\d{2})/?$`)
	wikiForm  = regexp.MustCompile(`(?i)^(?:https?://(?:www\.)?wikidata\.org/(?:wiki|entity)/|wikidata\s*:\s*)?(Q\d+)$`)
	alexForm  = regexp.MustCompile(`(?i)^(?:https?://(?:api\.)?openalex\.org/(?:works/)?)(W\d+)$`)
	isbnForm  = regexp.MustCompile(`(?i)^(?:urn:)?(?:isbn(?:-1[03])?\s*:?\s*)?(97[89][- ]?(?:\d[- ]?){9}\d|(?:\d[- ]?){9}[\dX])(?:\s*\(.*\))?$`)
	issnForm  = regexp.MustCompile(`(?i)^(?:urn:)?(?:e?issn\s*:?\s*)?(\d{4}-?\d{3}[\dX])(?:\s*\(.*\))?$`)
	handle    = regexp.MustCompile(`(?i)^(?:https?://hdl\.handle\.net/|hdl\s*:\s*)(\d[\w.]*/\S+)$`)
	urlForm   = regexp.MustCompile(`(?i)^(?:https?:)?//\S+$`)
)

// scheme is a scheme of identifiers and the form in which they are printed.
type scheme struct {
	name string
	form *regexp.Regexp
}

// schemes are the forms that tell by themselves what they are, the most certain first.
var schemes = []scheme{
	{"doi", doiForm},
	{"orcid", orcidForm},
	{"openalex", alexForm},
	{"handle", handle},
	{"url", urlForm},
	{"isbn", isbnForm},
	{"issn", issnForm},
}

// identifier takes the identifier out of words that are printed in its form: "doi:10.1/x" holds "10.1/x". The place is that of the
// identifier alone.
func identifier(text, scheme string, form *regexp.Regexp, w work.Words) (work.Identifier, bool) {
	m := form.FindStringSubmatchIndex(w.Value)
	if m == nil {
		return work.Identifier{}, false
	}
	start, end := m[0], m[1]
	if len(m) > 2 {
		start, end = m[2], m[3]
	}
	id := work.Identifier{Scheme: scheme, Words: inside(text, w, start, end-start)}
	switch scheme {
	case "orcid", "isbn", "issn", "openalex":
		id.Value = strings.ToUpper(id.Value)
	case "ror":
		id.Value = strings.ToLower(id.Value)
	}
	return id, true
}

// anyIdentifier takes whatever identifier the words are.
func anyIdentifier(text string, w work.Words) (work.Identifier, bool) {
	for _, s := range schemes {
		if id, ok := identifier(text, s.name, s.form, w); ok {
			return id, true
		}
	}
	return work.Identifier{}, false
}

// addIdentifier keeps an identifier once, unless there are very many.
func addIdentifier(all []work.Identifier, id work.Identifier) []work.Identifier {
	for _, known := range all[:min(len(all), maxDistinct)] {
		if known.Scheme == id.Scheme && strings.EqualFold(known.Value, id.Value) {
			return all
		}
	}
	return append(all, id)
}

// urlsIn are the addresses in words that may hold several, one behind the other with a semicolon or a space between them.
func urlsIn(text string, w work.Words) []work.Identifier {
	var all []work.Identifier
	for start := 0; start < len(w.Value); {
		end := len(w.Value)
		if next := nextURL.FindStringIndex(w.Value[start:]); next != nil {
			end = start + next[0]
		}
		if value := strings.TrimRight(w.Value[start:end], "; "); value != "" {
			all = append(all, work.Identifier{Scheme: "url", Words: inside(text, w, start, len(value))})
		}
		for start = end; start < len(w.Value) && strings.IndexByte("; ", w.Value[start]) >= 0; {
			start++
		}
	}
	return all
}

// nextURL finds where one address ends and another begins.
var nextURL = regexp.MustCompile(`[; ]+https?://`)
