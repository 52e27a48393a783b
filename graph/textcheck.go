package graph

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// checkText refuses a text that a reader could not read: blank, not UTF-8, with control characters, or without a
// canonical language tag.
func checkText(argument string, t Text) error {
	if err := checkUTF8(argument, t.Value); err != nil {
		return err
	}
	if strings.TrimSpace(t.Value) == "" {
		return Invalid(argument, t.Value, ExpectSomeText)
	}
	if strings.TrimSpace(t.Value) != t.Value {
		return Invalid(argument, t.Value, ExpectTrimmedText)
	}
	if i := strings.IndexFunc(t.Value, isControl); i >= 0 {
		return Invalid(argument, t.Value, ExpectPlainText)
	}
	if !textKinds.known(t.Kind) || !labelStandings.known(t.Standing) {
		return Invalid(argument, t.Value, ExpectKnownText)
	}
	tag, err := ParseTag(string(t.Language))
	if err != nil {
		return err
	}
	if tag != t.Language {
		return Invalid("language", string(t.Language), ExpectCanonicalTag(tag))
	}
	return nil
}

func checkUTF8(argument, s string) error {
	if !utf8.ValidString(s) {
		return Invalid(argument, strings.ToValidUTF8(s, "\uFFFD"), ExpectUTF8)
	}
	return nil
}

// isControl allows the line feed, which abstracts need.
func isControl(r rune) bool { return r != '\n' && unicode.IsControl(r) }
