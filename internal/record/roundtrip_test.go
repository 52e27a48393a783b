package record

import (
	"testing"
	"time"

	"github.com/wasl-graph/wasl/graph"
)

// awkward are texts that a store with another notation would read differently from what was written.
var awkward = []graph.Text{
	{Value: "الهجرة غير النظامية: \"ملاحظات\" أولية", Language: "ar"},
	{Value: "first line\nsecond line", Language: "en"},
	{Value: `"quoted"@en`, Language: "de"},
	{Value: `"1"^^<xsd:date>`, Language: "en"},
	{Value: `back\slash \n \u0041 \\`, Language: "en"},
	{Value: "<report:a>", Language: "en"},
	{Value: "_:b0", Language: "en"},
	{Value: "100 % & more? #1 = a+b", Language: "en"},
	{Value: "کۆچبەران", Language: "ckb"},
	{Value: "Österreich – Straße 😀", Language: "de-AT"},
	{Value: "2024-06-15", Language: "und"},
	{Value: "ICMPD", Language: "mul"},
}

func TestTextsComeBackAsTheyWere(t *testing.T) {
	onBoth(t, func(_ *testing.T, b *book) {
		var c graph.Change
		for _, text := range awkward {
			a := label("report:a", text.Value)
			a.Object.Text.Language = text.Language
			a.Evidence.Words = text.Value
			a.Evidence.Printed.As = text.Value
			c.Assert = append(c.Assert, a)
			code := a
			code.Object = graph.CodeObject(text.Value)
			code.Relation = graph.IdentifiedBy
			c.Assert = append(c.Assert, code)
		}
		b.apply(c)
	})
}

// every lists assertions of each relation, with each object that it may end in.
func every() []graph.Assertion {
	var list []graph.Assertion
	for _, relation := range graph.Relations() {
		for _, subject := range graph.Kinds() {
			if !relation.Subject(subject) {
				continue
			}
			objects := objectsOf(relation)
			if relation == graph.Replaces {
				objects = []graph.Object{graph.CodeObject(string(another(subject)))}
			}
			for _, object := range objects {
				a := link(idOf(subject), relation, "")
				a.Object = object
				list = append(list, a)
			}
		}
	}
	return list
}

func idOf(k graph.Kind) graph.ID {
	if k == graph.KindCountry {
		return "country:IQ"
	}
	return graph.ID(k.Prefix() + ":a-1.b_C")
}

// another is the id of another entity of the kind.
func another(k graph.Kind) graph.ID {
	if k == graph.KindCountry {
		return "country:AT"
	}
	return graph.ID(k.Prefix() + ":b")
}

func objectsOf(relation graph.Relation) []graph.Object {
	text := graph.Object{Text: graph.Text{Value: "نص", Language: graph.Arabic, Kind: graph.Translated}}
	var list []graph.Object
	switch relation.Form() {
	case graph.ToText:
		return []graph.Object{text, graph.CodeObject("MIRAMI")}
	case graph.ToCode:
		return []graph.Object{graph.CodeObject("10.1000/182")}
	case graph.ToDate:
		for _, s := range []string{"2024", "2024-06", "2024-06-15", "0001", "9999-12-31"} {
			date, _ := graph.ParseDate(s)
			list = append(list, graph.Object{Date: date})
		}
		return list
	}
	for _, k := range graph.Kinds() {
		if relation.Object(k) {
			list = append(list, graph.Object{Entity: idOf(k)})
		}
	}
	if relation.Collective() {
		list = append(list, text)
	}
	return list
}

func TestEveryRelationAndObjectComesBack(t *testing.T) {
	onBoth(t, func(_ *testing.T, b *book) { b.apply(change(every()...)) })
}

func TestEveryPredicateNamesOneRelation(t *testing.T) {
	if len(relationOf) != len(graph.Relations()) || len(predicates) != len(relationOf) {
		t.Errorf("%d predicates for %d relations, %d of them different", len(predicates), len(graph.Relations()), len(relationOf))
	}
	for _, relation := range graph.Relations() {
		if got, err := decodePredicate(predicates[relation]); err != nil || got != relation {
			t.Errorf("%v is read back as %v, %v", relation, got, err)
		}
	}
}

func TestEveryPartOfTheEvidenceComesBack(t *testing.T) {
	full := graph.Evidence{
		Source: "source:list", Method: graph.Inferred, Rule: graph.TitleNamesPart, Place: graph.Place{Unit: graph.Chars, Start: 1204, End: 1236},
		Words: "#Policy & practice", Printed: graph.Printed{Position: 7, As: "Dr. J. Doe", Affiliation: "organisation:icmpd", AffiliationAs: "ICMPD, Wien"},
	}
	variants := map[string]func(*graph.Evidence){
		"all of it":    func(*graph.Evidence) {},
		"no words":     func(e *graph.Evidence) { e.Words = "" },
		"no place":     func(e *graph.Evidence) { e.Place = graph.Place{} },
		"other line":   func(e *graph.Evidence) { e.Place = graph.AtLine(1) },
		"other place":  func(e *graph.Evidence) { e.Place.End++ },
		"other rule":   func(e *graph.Evidence) { e.Rule = graph.TitleNamesPlace },
		"other method": func(e *graph.Evidence) { e.Method, e.Rule = graph.Curated, "" },
		"no order":     func(e *graph.Evidence) { e.Printed.Position = 0 },
		"other name":   func(e *graph.Evidence) { e.Printed.As = "Jane Doe" },
		"no printed":   func(e *graph.Evidence) { e.Printed = graph.Printed{} },
	}
	onBoth(t, func(t *testing.T, b *book) {
		var c graph.Change
		for _, vary := range variants {
			a := link("report:a", graph.Author, "person:jane-doe")
			a.Evidence = full
			vary(&a.Evidence)
			c.Assert = append(c.Assert, a)
		}
		if applied := b.apply(c); applied.Added != len(variants) {
			t.Errorf("%d assertions were told apart, want %d", applied.Added, len(variants))
		}
	})
}

func TestKindAndStandingOfATextComeBack(t *testing.T) {
	onBoth(t, func(_ *testing.T, b *book) {
		var c graph.Change
		for _, kind := range []graph.TextKind{graph.Original, graph.Translated, graph.Transliterated, graph.Code} {
			for _, standing := range []graph.LabelStanding{graph.Unverified, graph.Composed, graph.Attested} {
				a := label("report:a", "Bericht")
				a.Object.Text.Kind, a.Object.Text.Standing = kind, standing
				c.Assert = append(c.Assert, a)
				a.Object.Text.Language = graph.Undetermined // one of these is a bare code
				c.Assert = append(c.Assert, a)
			}
		}
		b.apply(c)
	})
}

func TestTimesComeBackInUTC(t *testing.T) {
	onBoth(t, func(t *testing.T, b *book) {
		c := change(label("report:a", "A"))
		c.Time = time.Date(2024, 1, 1, 0, 30, 0, 123456789, time.FixedZone("Vienna", 3600))
		src := testSource("source:late")
		src.Imported = c.Time
		c.Sources = []graph.Source{src}
		applied := b.apply(c)
		if want := "2023-12-31 23:30:00.123456789 +0000 UTC"; applied.Time.String() != want || applied.Sources[0].Imported.String() != want {
			t.Errorf("applied at %v with a source of %v, want %s", applied.Time, applied.Sources[0].Imported, want)
		}
	})
}
