package graph

import (
	"strings"
	"testing"
)

func TestWhatMayBeAsserted(t *testing.T) {
	if err := valid().Check(); err != nil {
		t.Error(err)
	}
	for name, vary := range map[string]func(*Assertion){
		"a code for a label":      func(a *Assertion) { a.Object = CodeObject("MIRAMI") },
		"several lines":           func(a *Assertion) { a.Object.Text.Value = "one\ntwo" },
		"Arabic":                  func(a *Assertion) { a.Object.Text = Text{Value: "الهجرة", Language: Arabic, Kind: Translated} },
		"no place":                func(a *Assertion) { a.Evidence.Place = Place{} },
		"a place between letters": func(a *Assertion) { a.Evidence.Place = Place{Chars, 7, 7} },
		"a rule":                  func(a *Assertion) { a.Evidence.Method, a.Evidence.Rule = Inferred, TitleNamesPlace },
		"a printed affiliation":   func(a *Assertion) { a.Evidence.Printed.Affiliation = "organisation:icmpd" },
		"a number of a change":    func(a *Assertion) { a.Evidence.Change = 9 },
		"an author":               func(a *Assertion) { *a = between("report:a", Author, "person:jane-doe") },
		"a collective without a name": func(a *Assertion) {
			a.Relation, a.Object.Text.Value = Editor, "the project implementation team"
		},
		"a date": func(a *Assertion) { a.Relation, a.Object = Published, Object{Date: Date{year: 2024}} },
		"a type": func(a *Assertion) { a.Relation, a.Object = HasType, CodeObject("STUDY") },
	} {
		t.Run(name, func(t *testing.T) {
			a := valid()
			vary(&a)
			if err := a.Check(); err != nil {
				t.Error(err)
			}
		})
	}
}

// breaks are the ways in which one place of a valid assertion can be wrong.
var breaks = map[string]func(*Assertion){
	"no subject":                     func(a *Assertion) { a.Subject = "" },
	"a subject that is no id":        func(a *Assertion) { a.Subject = "report" },
	"a subject of another kind":      func(a *Assertion) { a.Relation, a.Object, a.Subject = HasType, CodeObject("STUDY"), "theme:a" },
	"no relation":                    func(a *Assertion) { a.Relation = relationCount },
	"no object":                      func(a *Assertion) { a.Object = Object{} },
	"a blank text":                   func(a *Assertion) { a.Object.Text.Value = " \n" },
	"a space before the text":        func(a *Assertion) { a.Object.Text.Value = " a" },
	"a line feed after the text":     func(a *Assertion) { a.Object.Text.Value = "a\n" },
	"a control character":            func(a *Assertion) { a.Object.Text.Value = "a\x07b" },
	"a tabulator":                    func(a *Assertion) { a.Object.Text.Value = "a\tb" },
	"a text that is not UTF-8":       func(a *Assertion) { a.Object.Text.Value = "a\xffb" },
	"a text without a language":      func(a *Assertion) { a.Object.Text.Language = "" },
	"a language that is none":        func(a *Assertion) { a.Object.Text.Language = "english" },
	"a language not in its form":     func(a *Assertion) { a.Object.Text.Language = "de-at" },
	"a kind of text that is none":    func(a *Assertion) { a.Object.Text.Kind = 4 },
	"a standing that is none":        func(a *Assertion) { a.Object.Text.Standing = 3 },
	"an entity for a text":           func(a *Assertion) { a.Object = Object{Entity: "country:IQ"} },
	"a date for a text":              func(a *Assertion) { a.Object = Object{Date: Date{year: 2024}} },
	"a text and an entity":           func(a *Assertion) { a.Object.Entity = "country:IQ" },
	"a text and a date":              func(a *Assertion) { a.Object.Date = Date{year: 2024} },
	"an entity and a kind of text":   func(a *Assertion) { *a = between("report:a", Author, "person:a"); a.Object.Text.Kind = Code },
	"an entity that is no id":        func(a *Assertion) { *a = between("report:a", Author, "person") },
	"an entity of another kind":      func(a *Assertion) { *a = between("report:a", Author, "country:IQ") },
	"nothing for an entity":          func(a *Assertion) { *a = between("report:a", Author, "") },
	"a text for an entity":           func(a *Assertion) { a.Relation = AboutCountry },
	"a date for an entity":           func(a *Assertion) { a.Relation, a.Object = Author, Object{Date: Date{year: 2024}} },
	"a text for a date":              func(a *Assertion) { a.Relation = Published },
	"an entity for a date":           func(a *Assertion) { *a = between("report:a", Published, "country:IQ") },
	"a text in a language as a code": func(a *Assertion) { a.Relation = HasType },
	"an entity for a code":           func(a *Assertion) { *a = between("report:a", HasType, "country:IQ") },
	"a blank code":                   func(a *Assertion) { a.Relation, a.Object = HasType, CodeObject("") },
	"no source":                      func(a *Assertion) { a.Evidence.Source = "" },
	"a source that is no id":         func(a *Assertion) { a.Evidence.Source = "source:a b" },
	"a method that is none":          func(a *Assertion) { a.Evidence.Method = 5 },
	"inference without a rule":       func(a *Assertion) { a.Evidence.Method = Inferred },
	"inference by an unknown rule":   func(a *Assertion) { a.Evidence.Method, a.Evidence.Rule = Inferred, "guessed" },
	"a rule without inference":       func(a *Assertion) { a.Evidence.Rule = TitleNamesPlace },
	"a place in nothing":             func(a *Assertion) { a.Evidence.Place.Unit = Nowhere },
	"a place in an unknown unit":     func(a *Assertion) { a.Evidence.Place.Unit = 3 },
	"a place before the beginning":   func(a *Assertion) { a.Evidence.Place = AtLine(0) },
	"a place that ends before":       func(a *Assertion) { a.Evidence.Place.End = 1 },
	"a negative position":            func(a *Assertion) { a.Evidence.Printed.Position = -1 },
	"a person as an affiliation":     func(a *Assertion) { a.Evidence.Printed.Affiliation = "person:a" },
	"an affiliation that is no id":   func(a *Assertion) { a.Evidence.Printed.Affiliation = "ICMPD" },
	"words that are not UTF-8":       func(a *Assertion) { a.Evidence.Words = "\xff" },
	"a name that is not UTF-8":       func(a *Assertion) { a.Evidence.Printed.As = "\xff" },
	"an address that is not UTF-8":   func(a *Assertion) { a.Evidence.Printed.AffiliationAs = "\xff" },
}

func TestAnAssertionThatIsWrongInOnePlace(t *testing.T) {
	for name, spoil := range breaks {
		t.Run(name, func(t *testing.T) {
			a := valid()
			spoil(&a)
			err := a.Check()
			if err == nil {
				t.Fatalf("%+v is accepted", a)
			}
			if known := badInput(t, err); strings.Contains(known.Message, "\xff") {
				t.Errorf("the message is not UTF-8: %q", known.Message)
			}
		})
	}
}

// TestKeys: what tells two statements and two assertions apart, and what does not.
func TestKeys(t *testing.T) {
	statement, evidence := true, true // what a variant changes
	for name, row := range map[string]struct {
		vary                 func(*Assertion)
		statement, assertion bool
	}{
		"nothing":       {func(*Assertion) {}, false, false},
		"a word":        {func(a *Assertion) { a.Object.Text.Value += "x" }, statement, true},
		"the language":  {func(a *Assertion) { a.Object.Text.Language = German }, statement, true},
		"the kind":      {func(a *Assertion) { a.Object.Text.Kind = Translated }, false, evidence},
		"the standing":  {func(a *Assertion) { a.Object.Text.Standing = Composed }, false, evidence},
		"the line":      {func(a *Assertion) { a.Evidence.Place = AtLine(9) }, false, evidence},
		"the change":    {func(a *Assertion) { a.Evidence.Change = 9 }, false, false},
		"the relation":  {func(a *Assertion) { a.Relation = AlternativeLabel }, statement, true},
		"the subject":   {func(a *Assertion) { a.Subject = "report:b" }, statement, true},
		"the quotation": {func(a *Assertion) { a.Evidence.Words = "words" }, false, evidence},
	} {
		x, y := valid(), valid()
		row.vary(&y)
		if got := x.Statement.Key() != y.Statement.Key(); got != row.statement {
			t.Errorf("%s tells statements apart: %v", name, got)
		}
		if got := x.Key() != y.Key(); got != row.assertion {
			t.Errorf("%s tells assertions apart: %v", name, got)
		}
	}
}

func TestFormAndWordsOfAnObject(t *testing.T) {
	for _, row := range []struct {
		object Object
		form   ObjectForm
		words  string
	}{
		{Object{Entity: "country:IQ"}, ToEntity, "country:IQ"},
		{Object{Date: Date{year: 2024, month: 6}}, ToDate, "2024-06"},
		{valid().Object, ToText, "Migration in Iraq"},
		{CodeObject("10.1000/182"), ToText, "10.1000/182"},
		{Object{}, ToText, ""},
	} {
		if row.object.Form() != row.form || row.object.String() != row.words {
			t.Errorf("%+v has form %d and reads %q", row.object, row.object.Form(), row.object)
		}
	}
}
