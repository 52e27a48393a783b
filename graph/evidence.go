package graph

// Evidence is why a statement is made: the source, the place in it, how the fact was taken from there, and how sure that
// is. One statement may rest on several.
type Evidence struct {
	Source SourceID
	Method Method
	// Rule names the rule of an INFERRED statement; it is empty for the other methods.
	Rule Rule
	// Place is where the words stand in the source; the zero Place when the source has none.
	Place Place
	// Words quotes the source where its text is not kept beside the graph: a few words at most. Where the text is kept,
	// the place leads to the words and Words is empty.
	Words string
	// Printed holds what the source prints about an agent's part in a report or an event.
	Printed Printed
	// Change is the number of the change that recorded this, from 1; 0 while it is not recorded yet. It does not count
	// when two assertions are compared.
	Change uint32
}

// Printed is what a source prints beside the bare relation.
type Printed struct {
	// Position is the place in the printed order, from 1; 0 when there is no order.
	Position int
	// As is the name exactly as printed.
	As string
	// Affiliation is the organisation that the name is printed with, and AffiliationAs its name exactly as printed.
	Affiliation   ID
	AffiliationAs string
}

// Method says how a fact was taken from its source.
type Method uint8

// The methods.
const (
	Stated    Method = iota // on a labelled line, a heading or a title
	Tagged                  // a keyword that the source gives
	Mentioned               // named somewhere in the text
	Inferred                // concluded by a named rule
	Curated                 // entered by a person
)

var methods = names[Method]{"method", []string{"STATED", "TAGGED", "MENTIONED", "INFERRED", "CURATED"}}

// String returns the name that the API uses.
func (m Method) String() string { return methods.of(m) }

// ParseMethod reads a name such as TAGGED.
func ParseMethod(s string) (Method, error) { return methods.parse(s) }

// Rule is the name of a rule by which a fact was inferred.
type Rule string

// The rules.
const (
	// TitleNamesPlace: a report is about a country or region that its title names as a place.
	TitleNamesPlace Rule = "title-names-place"
	// TitleNamesPart: a report is about a country when its title names a part of that country as a place.
	TitleNamesPart Rule = "title-names-part"
)

// ruleConfidence is how sure each rule is.
var ruleConfidence = map[Rule]float64{TitleNamesPlace: .8, TitleNamesPart: .7}

var methodConfidence = map[Method]float64{Stated: 1, Tagged: .9, Mentioned: .5, Curated: 1}

// ParseRule reads the name of a rule.
func ParseRule(s string) (Rule, error) {
	if _, known := ruleConfidence[Rule(s)]; !known {
		return "", Invalid("rule", s, ExpectOneOf(string(TitleNamesPlace), string(TitleNamesPart)))
	}
	return Rule(s), nil
}

// Confidence is how sure the statement is on this evidence alone, from 0 to 1. It follows from the method and, for
// INFERRED, from the rule.
func (e Evidence) Confidence() float64 {
	if e.Method == Inferred {
		return ruleConfidence[e.Rule]
	}
	return methodConfidence[e.Method]
}

// Place is a piece of a text, by lines or by characters.
type Place struct {
	Unit PlaceUnit
	// Start and End are counted between lines or code points, from 0, as in RFC 5147: the first line is 0 to 1.
	Start, End int
}

// PlaceUnit says what a place is counted in.
type PlaceUnit uint8

// The units.
const (
	Nowhere PlaceUnit = iota // no place is known
	Lines
	Chars // Unicode code points
)

// AtLine is the place of one line, counted from 1.
func AtLine(n int) Place { return Place{Lines, n - 1, n} }

// Line is the number of the first line, from 1; 0 when the place is not counted in lines.
func (p Place) Line() int {
	if p.Unit != Lines {
		return 0
	}
	return p.Start + 1
}
