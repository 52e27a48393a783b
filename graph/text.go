package graph

// Text is a string together with what a reader must know of it. A string never travels alone.
type Text struct {
	Value    string
	Language Tag
	Kind     TextKind
	Standing LabelStanding
}

// TextKind says how a text came to be in its language.
type TextKind uint8

// The kinds of text.
const (
	Original       TextKind = iota // written in this language by whoever named the thing
	Translated                     // carried over into this language by somebody else
	Transliterated                 // the same name in another script
	Code                           // nothing better than an acronym, code or id exists
)

// LabelStanding says how well a label is vouched for. A higher value is a better standing.
type LabelStanding uint8

// The standings, the weakest first.
const (
	Unverified LabelStanding = iota // our own wording, not yet checked by a native reader
	Composed                        // put together from words that are each attested
	Attested                        // read in a source that is named
)

// Direction is the way a text runs.
type Direction uint8

// The two directions.
const (
	LeftToRight Direction = iota
	RightToLeft
)

var (
	textKinds      = names[TextKind]{"textKind", []string{"ORIGINAL", "TRANSLATED", "TRANSLITERATED", "CODE"}}
	labelStandings = names[LabelStanding]{"standing", []string{"UNVERIFIED", "COMPOSED", "ATTESTED"}}
	directions     = names[Direction]{"direction", []string{"LTR", "RTL"}}
)

// String returns the name that the API uses.
func (k TextKind) String() string { return textKinds.of(k) }

// String returns the name that the API uses.
func (s LabelStanding) String() string { return labelStandings.of(s) }

// String returns the name that the API uses.
func (d Direction) String() string { return directions.of(d) }

// ParseTextKind reads a name such as TRANSLATED.
func ParseTextKind(s string) (TextKind, error) { return textKinds.parse(s) }

// ParseLabelStanding reads a name such as ATTESTED.
func ParseLabelStanding(s string) (LabelStanding, error) { return labelStandings.parse(s) }
