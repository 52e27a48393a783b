package graph

import (
	"slices"
	"strings"

	"golang.org/x/text/language"
)

// Tag is a canonical BCP 47 language tag such as "ar", "de-AT", "ckb", "mul" or "und". Tags are compared as strings,
// so a Tag must come from [ParseTag] or from one of the constants.
type Tag string

// The tags that the code itself has to name.
const (
	Arabic  Tag = "ar"
	English Tag = "en"
	German  Tag = "de"
	// Multiple marks a string that belongs to several languages at once, such as a printed personal name.
	Multiple Tag = "mul"
	// Undetermined marks a string whose language is not known or that has none, such as a code.
	Undetermined Tag = "und"
)

// maxTagLength bounds what is handed to the tag parser; BCP 47 recommends room for 35 characters.
const maxTagLength = 35

// ParseTag reads a BCP 47 tag and returns it in its canonical form: "DE-at" becomes "de-AT", "iw" becomes "he".
// The error names what is wrong with the tag.
func ParseTag(s string) (Tag, error) {
	if s == "" {
		return "", Invalid("language", s, ExpectTag)
	}
	if len(s) > maxTagLength {
		return "", Invalid("language", s[:maxTagLength]+"…", ExpectShortTag(maxTagLength))
	}
	// golang.org/x/text takes an underscore for a hyphen; BCP 47 does not know it.
	for i := range len(s) {
		if s[i] == '_' {
			return "", Invalid("language", s, ExpectTag)
		}
	}
	t, err := language.Parse(s)
	if err != nil || hasStrayLanguage(s) {
		return "", Invalid("language", s, ExpectTag)
	}
	return Tag(t.String()), nil
}

// extended are what three letters may follow in a tag: languages with extended language subtags, and the beginnings of
// old and private tags (i-ami, no-bok, x-abc).
var extended = []string{"ar", "i", "kok", "lv", "ms", "no", "sgn", "sw", "uz", "x", "zh"}

// hasStrayLanguage finds tags such as de-AUT, which golang.org/x/text would read as the language "aut": it lets any three
// letters take the place of the language before them.
func hasStrayLanguage(tag string) bool {
	first, rest, _ := strings.Cut(tag, "-")
	second, _, _ := strings.Cut(rest, "-")
	if len(second) != 3 || second[0] <= '9' {
		return false
	}
	return !slices.ContainsFunc(extended, func(s string) bool { return strings.EqualFold(s, first) })
}

// Language gives the tag in the form that golang.org/x/text works with.
func (t Tag) Language() language.Tag { return language.Make(string(t)) }

// Base is the tag without region, script, variants and extensions: "de" for "de-AT-u-co-phonebk".
func (t Tag) Base() Tag {
	for i := range len(t) {
		if t[i] == '-' {
			return t[:i]
		}
	}
	return t
}

// String returns the canonical form.
func (t Tag) String() string { return string(t) }
