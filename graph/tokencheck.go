package graph

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxTokenName is how many characters the name of a token may have.
const maxTokenName = 100

// Check says what is wrong with a token that is to be kept: it needs an id, a role above [Anonymous], the time it was made, and
// a name that can stand in a line of a list and in the history. The error is a [graph.Error] with BAD_INPUT.
func (t Token) Check() error {
	if strings.TrimSpace(t.ID) == "" {
		return Invalid("id", t.ID, ExpectSomeText)
	}
	if t.Role == Anonymous || !roles.known(t.Role) {
		return Invalid("role", t.Role.String(), ExpectOneOf(Reader.String(), Curator.String(), Admin.String()))
	}
	if t.Created.IsZero() {
		return Invalid("created", "", ExpectTimestamp)
	}
	return checkName("name", t.Name)
}

// checkName refuses a name that is blank, long, or not one line of text that reads the way it is written.
func checkName(argument, name string) error {
	if err := checkUTF8(argument, name); err != nil {
		return err
	}
	switch {
	case strings.TrimSpace(name) == "":
		return Invalid(argument, name, ExpectSomeText)
	case strings.TrimSpace(name) != name:
		return Invalid(argument, name, ExpectTrimmedText)
	case utf8.RuneCountInString(name) > maxTokenName:
		return Invalid(argument, name, ExpectShortName(maxTokenName))
	case strings.ContainsFunc(name, func(r rune) bool { return unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) && !mark(r) }):
		return Invalid(argument, name, ExpectPlainText)
	}
	return nil
}

// mark says whether a character only tells the direction of its neighbours, as Arabic names beside digits may need it. The
// other controls of direction turn around whatever follows them in the line.
func mark(r rune) bool { return r == '\u061C' || r == '\u200E' || r == '\u200F' }
