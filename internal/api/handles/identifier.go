package handles

import "strings"

// Identifier is a name that another system has for an entity.
type Identifier struct {
	Scheme string
	Value  string
}

// pages are where the identifiers of a scheme lead, where they lead anywhere.
var pages = map[string]string{
	"doi":      "https://doi.org/",
	"eurovoc":  "http://eurovoc.europa.eu/",
	"isni":     "https://isni.org/isni/",
	"orcid":    "https://orcid.org/",
	"ror":      "https://ror.org/",
	"stw":      "http://zbw.eu/stw/descriptor/",
	"url":      "",
	"wikidata": "https://www.wikidata.org/entity/",
}

// newIdentifier takes a code such as "wikidata:Q796" apart.
func newIdentifier(code string) Identifier {
	scheme, value, found := strings.Cut(code, ":")
	if !found {
		return Identifier{"", code}
	}
	return Identifier{scheme, value}
}

func (i Identifier) code() string { return i.Scheme + ":" + i.Value }

// URL is where the identifier leads.
func (i Identifier) URL() *URI {
	page, known := pages[i.Scheme]
	if !known {
		return nil
	}
	url := URI(page + i.Value)
	return &url
}
