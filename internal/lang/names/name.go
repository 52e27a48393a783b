package names

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Nature is what a printed name is the name of.
type Nature uint8

// The natures.
const (
	Unclear      Nature = iota // no name at all: nothing, a sentence, a country, "Anonymous"
	Person                     // somebody with a given and a family name, or with initials and a family name
	Partial                    // somebody with one name alone, with or without a title: not enough to make a person of
	Organisation               // a body with a name of its own
	Collective                 // people without a name of their own: "the project team", "et al."
)

var natures = [...]string{"UNCLEAR", "PERSON", "PARTIAL", "ORGANISATION", "COLLECTIVE"}

// String returns a stable name such as PARTIAL.
func (n Nature) String() string { return natures[n] }

// Name is a printed name that was read. All its strings are pieces of what was printed.
type Name struct {
	Printed string
	Nature  Nature
	// Words are the words of a person's name in the order given name, family name, whatever the printed order; none for
	// other natures.
	Words []Word
	// FamilyAt is the index in Words where the family name begins, with its particles. Unless FamilyKnown, this is a
	// guess: the last word. Spanish names have two family names, Arabic ones often none.
	FamilyAt int
	// FamilyKnown says that the family name was told apart: by a comma behind it, or by its capitals. It is false where
	// the words before a comma may be a whole name too, and nothing but their order says that they are not.
	FamilyKnown bool
	Titles      []string // Dr., Frau, د.
	Degrees     []string // PhD, MSc
	Suffixes    []string // Jr., III
	// Affiliations are the organisations printed with the name, in brackets, behind a comma or behind a dash.
	Affiliations []string
	// Notes are what else stands in brackets or behind commas: "geb. Huber".
	Notes []string
}

// WordKind is what a word in a name is.
type WordKind uint8

// The kinds of words.
const (
	Full     WordKind = iota // a name
	Initial                  // the beginning of a name: I., Md.
	Particle                 // von, dos, بن: it does not count when names are compared
)

// Word is one name within a name. A double name is one word, and so are Abd and al-Rahman.
type Word struct {
	Text string // as printed, a double name with plain hyphens and without spaces around them
	Kind WordKind
	Span // in the printed name

	units []unit
}

// unit is what is compared: a word, or a part of a double name.
type unit struct {
	key string
	alt string // another spelling that is equally right, or ""
}

// Given is the given name as printed, "" where there is none.
func (n Name) Given() string { return joinWords(n.Words[:min(n.FamilyAt, len(n.Words))]) }

// Family is the family name as printed, with its particles; see FamilyAt.
func (n Name) Family() string { return joinWords(n.Words[min(n.FamilyAt, len(n.Words)):]) }

func joinWords(list []Word) string {
	texts := make([]string, len(list))
	for i, w := range list {
		texts[i] = w.Text
	}
	return strings.Join(texts, " ")
}

// script is the script of a name's first letter, as far as names are compared across scripts.
type script uint8

const (
	otherScript script = iota
	latinScript
	arabicScript
	cyrillicScript
)

func scriptOf(s string) script {
	for _, r := range s {
		switch {
		case !unicode.IsLetter(r):
		case r < utf8.RuneSelf || unicode.Is(unicode.Latin, r):
			return latinScript
		case unicode.Is(unicode.Arabic, r):
			return arabicScript
		case unicode.Is(unicode.Cyrillic, r):
			return cyrillicScript
		default:
			return otherScript
		}
	}
	return otherScript
}
