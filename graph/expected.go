package graph

// Expected is what a value should have been, for [Invalid]: a stable key, and the words for it. A message catalogue has
// the words in other languages under "expected." and the key.
type Expected struct {
	key    string
	words  string // in English, with {name} where a parameter stands
	params Params
}

// What values should have been.
var (
	ExpectDate         = Expected{key: "date", words: "a date such as 2024, 2024-06 or 2024-06-15"}
	ExpectTimestamp    = Expected{key: "timestamp", words: "an RFC 3339 timestamp such as 2024-06-15T09:30:00Z"}
	ExpectTag          = Expected{key: "tag", words: "a BCP 47 tag such as ar, de-AT or ckb"}
	ExpectID           = Expected{key: "id", words: "an id such as country:IQ or project:parim-ii"}
	ExpectLocalName    = Expected{key: "id.local", words: "letters, digits, hyphens, dots and underscores after the colon"}
	ExpectOrganisation = Expected{key: "id.organisation", words: "an organisation's id"}
	ExpectSourceID     = Expected{key: "source", words: "an id such as source:cldr-48"}
	ExpectOneSource    = Expected{key: "source.once", words: "one source for each id"}
	ExpectKnownSource  = Expected{key: "source.known", words: "the id of a source that is in the graph or in the change"}
	ExpectOwnSource    = Expected{key: "source.own", words: "the sha256 of a source that comes with it"}
	ExpectCountryCode  = Expected{key: "country", words: "a code of two capital letters such as IQ"}
	ExpectString       = Expected{key: "string", words: "a string"}
	ExpectNothing      = Expected{key: "nothing", words: "no value: this type is only written"}
	ExpectLaterDate    = Expected{key: "date.later", words: "a date that does not end before publishedFrom begins"}
	ExpectRelation     = Expected{key: "relation", words: "one of the relations"}
	ExpectOneObject    = Expected{key: "object.one", words: "one object: an entity, a text or a date, not several"}
	ExpectEntity       = Expected{key: "object.entity", words: "an entity"}
	ExpectText         = Expected{key: "object.text", words: "a text"}
	ExpectCode         = Expected{key: "object.code", words: "a code, which has no language"}
	ExpectSomeText     = Expected{key: "text.blank", words: "a text that is not blank"}
	ExpectTrimmedText  = Expected{key: "text.trimmed", words: "a text without spaces at its ends"}
	ExpectPlainText    = Expected{key: "text.plain", words: "a text without control characters"}
	ExpectKnownText    = Expected{key: "text.known", words: "a text of a known kind and standing"}
	ExpectUTF8         = Expected{key: "utf8", words: "text in UTF-8"}
	ExpectPlaceUnit    = Expected{key: "place.unit", words: "a place in lines or characters"}
	ExpectPlaceCounted = Expected{key: "place.counted", words: "what the place is counted in"}
	ExpectPlaceInOrder = Expected{key: "place.order", words: "a place that begins at 0 or later and ends no earlier than it begins"}
	ExpectPrintedPlace = Expected{key: "position", words: "a place in the printed order, from 1, or 0 for none"}
	ExpectLine         = Expected{key: "line", words: "a number from 1"}
	ExpectIdentifier   = Expected{key: "identifier", words: "a scheme and a value, such as wikidata:Q796"}
	ExpectURL          = Expected{key: "url", words: "an address that begins with https:// or http://"}
	ExpectMediaType    = Expected{key: "media-type", words: "a media type such as text/plain"}
	ExpectSHA256       = Expected{key: "sha256", words: "64 hexadecimal digits in lower case"}
	ExpectChangeInUTF8 = Expected{key: "change.utf8", words: "author and reason in UTF-8"}
	ExpectRevision     = Expected{key: "revision", words: "a revision as graph.revision gives it, such as 3-9f86d081884c7d65"}
	ExpectNoLanguage   = Expected{key: "tag.none", words: "und, since a code has no language"}
)

// ExpectFewWords is a quotation that is not too long.
func ExpectFewWords(limit int) Expected {
	return Expected{key: "words.few", words: "at most {max} words", params: Params{"max": limit}}
}

// ExpectShortTag is a language tag that is not too long.
func ExpectShortTag(limit int) Expected {
	return Expected{key: "tag.short", words: "a BCP 47 tag of at most {max} characters", params: Params{"max": limit}}
}

// ExpectShortName is a name that is not too long.
func ExpectShortName(limit int) Expected {
	return Expected{key: "name.short", words: "a name of at most {max} characters", params: Params{"max": limit}}
}

// ExpectCanonicalTag is the canonical form of a language tag.
func ExpectCanonicalTag(tag Tag) Expected {
	return Expected{key: "tag.canonical", words: "the canonical tag {tag}", params: Params{"tag": string(tag)}}
}

// ExpectIDOf is the id of an entity of a kind.
func ExpectIDOf(k Kind) Expected {
	return Expected{key: "id.of", words: "an id that begins with {prefix}", params: Params{"prefix": k.Prefix() + ":"}}
}

// ExpectOtherID is the id of another entity of a kind.
func ExpectOtherID(k Kind) Expected {
	return Expected{key: "id.other", words: "the id of another entity of the kind {kind}", params: Params{"kind": k.String()}}
}

// ExpectOneOf is one of some names or codes.
func ExpectOneOf(list ...string) Expected {
	return Expected{key: "one-of", words: "one of {list}", params: Params{"list": list}}
}

// ExpectNoRule is no rule, because the method knows none.
func ExpectNoRule(m Method) Expected {
	return Expected{key: "rule.none", words: "no rule where the method is {method}", params: Params{"method": m.String()}}
}

// ExpectOtherSubject is a subject of a kind that the relation takes.
func ExpectOtherSubject(k Kind) Expected {
	return Expected{key: "subject.kind", words: "a subject of another kind than {kind}", params: Params{"kind": k.String()}}
}

// ExpectOtherObject is an object of a kind that the relation takes.
func ExpectOtherObject(k Kind) Expected {
	return Expected{key: "object.kind", words: "an object of another kind than {kind}", params: Params{"kind": k.String()}}
}

// ExpectShortText is a text that is not too long.
func ExpectShortText(limit int) Expected {
	return Expected{key: "text.short", words: "a text of at most {max} characters", params: Params{"max": limit}}
}
