package graph

import (
	"strings"
	"testing"
)

// stated is a valid assertion, which each test breaks in one place.
func stated() Assertion {
	return Assertion{
		Statement: Statement{
			Subject:  "report:a",
			Relation: Author,
			Object:   Object{Entity: "person:b"},
		},
		Evidence: Evidence{
			Source: "source:s", Method: Stated, Place: AtLine(3), Words: "by B",
			Printed: Printed{Position: 1, As: "B", Affiliation: "organisation:c", AffiliationAs: "C"},
		},
	}
}

func TestValidAssertions(t *testing.T) {
	if err := stated().Check(); err != nil {
		t.Error(err)
	}
	for name, s := range map[string]Statement{
		"a label":      {"country:IQ", Label, Object{Text: Text{Value: "العراق", Language: Arabic}}},
		"a date":       {"report:a", Published, Object{Date: Date{year: 2024}}},
		"a code":       {"theme:a", ExactMatch, CodeObject("eurovoc:5933")},
		"a collective": {"report:a", Editor, Object{Text: Text{Value: "the team", Language: English}}},
		"an abstract":  {"report:a", Abstract, Object{Text: Text{Value: "one\ntwo", Language: English}}},
	} {
		a := stated()
		a.Statement, a.Evidence.Printed = s, Printed{}
		if err := a.Check(); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestWrongAssertionsAreRefused(t *testing.T) {
	text := func(value string, tag Tag) func(*Assertion) {
		return func(a *Assertion) {
			a.Relation, a.Object = Label, Object{Text: Text{Value: value, Language: tag}}
		}
	}
	for name, spoil := range map[string]func(*Assertion){
		"a malformed subject":       func(a *Assertion) { a.Subject = "report" },
		"a subject of another kind": func(a *Assertion) { a.Subject = "person:b" },
		"an object of another kind": func(a *Assertion) { a.Object.Entity = "country:IQ" },
		"a malformed object":        func(a *Assertion) { a.Object.Entity = "person:" },
		"no object":                 func(a *Assertion) { a.Object = Object{} },
		"a date for an agent":       func(a *Assertion) { a.Object = Object{Date: Date{year: 2024}} },
		"a text for a country": func(a *Assertion) {
			a.Relation, a.Object = AboutCountry, Object{Text: Text{Value: "Iraq", Language: English}}
		},
		"an entity for a date":                   func(a *Assertion) { a.Relation = Published },
		"an entity for a text":                   func(a *Assertion) { a.Relation = Label },
		"a blank text":                           text(" ", English),
		"spaces around a text":                   text("a ", English),
		"a control character":                    text("a\x00b", English),
		"invalid UTF-8":                          text("a\xff", English),
		"no language":                            text("a", ""),
		"a tag that is not canonical":            text("a", "EN"),
		"a malformed source":                     func(a *Assertion) { a.Evidence.Source = "s" },
		"a rule without inference":               func(a *Assertion) { a.Evidence.Rule = TitleNamesPlace },
		"an inference without rule":              func(a *Assertion) { a.Evidence.Method = Inferred },
		"an unknown rule":                        func(a *Assertion) { a.Evidence.Method, a.Evidence.Rule = Inferred, "guess" },
		"an affiliation that is no organisation": func(a *Assertion) { a.Evidence.Printed.Affiliation = "person:c" },
	} {
		a := stated()
		spoil(&a)
		if err := a.Check(); CodeOf(err) != BadInput {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestWhatTellsAssertionsApart(t *testing.T) {
	a, b := stated(), stated()
	b.Evidence.Change = 7
	if a.Key() != b.Key() {
		t.Error("the number of the change counts")
	}
	b.Evidence.Words = "by somebody"
	if a.Key() == b.Key() {
		t.Error("the words do not count")
	}
	x := Statement{"country:IQ", Label, Object{Text: Text{"Iraq", English, Original, Attested}}}
	y := Statement{"country:IQ", Label, Object{Text: Text{"Iraq", English, Translated, Unverified}}}
	if x.Key() != y.Key() {
		t.Error("kind and standing tell statements apart")
	}
}

func TestConfidenceFollowsTheTable(t *testing.T) {
	for want, e := range map[float64]Evidence{
		1: {Method: Stated}, .9: {Method: Tagged}, .5: {Method: Mentioned}, .8: {Method: Inferred, Rule: TitleNamesPlace},
		.7: {Method: Inferred, Rule: TitleNamesPart}, 0: {Method: Inferred, Rule: "guess"},
	} {
		if got := e.Confidence(); got != want {
			t.Errorf("%s %s: %g, want %g", e.Method, e.Rule, got, want)
		}
	}
	if got := (Evidence{Method: Curated}).Confidence(); got != 1 {
		t.Errorf("CURATED: %g, want 1", got)
	}
}

func TestPlaceCountsLinesFromOne(t *testing.T) {
	if p := AtLine(8); p.Line() != 8 || p.Start != 7 || p.End != 8 {
		t.Errorf("line 8 is %+v", p)
	}
	if n := (Place{Unit: Chars, Start: 4, End: 9}).Line(); n != 0 {
		t.Errorf("a place in characters is on line %d", n)
	}
}

func TestEnumerationsReadTheirOwnNames(t *testing.T) {
	for name, err := range map[string]error{
		"method": second(ParseMethod(Curated.String())), "type": second(ParseReportType(CaseStudy.String())),
		"role": second(ParseCountryRole(RoleAny.String())), "order": second(ParseReportOrder(ByLabel.String())),
		"dimension": second(ParseDimension(ByLanguage.String())), "kind": second(ParseTextKind(Code.String())),
		"standing": second(ParseLabelStanding(Attested.String())),
	} {
		if err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := ParseMethod("GUESSED"); err == nil || !strings.Contains(err.Error(), "STATED") {
		t.Errorf("an unknown method: %v", err)
	}
}

func second[T any](_ T, err error) error { return err }
