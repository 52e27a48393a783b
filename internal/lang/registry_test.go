package lang

import (
	"os"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/language"

	"github.com/wasl-graph/wasl/graph"
)

// TestServed holds the beginning of the default order, which every answer to a reader who asked for nothing depends on.
func TestServed(t *testing.T) {
	if got := joinTags(Served()[:3]); got != "en ar de" {
		t.Errorf("served %s", got)
	}
	Served()[0], Spoken()[0] = "xx", "xx"
	if Served()[0] != graph.English || Spoken()[0] != graph.English {
		t.Error("the registry gave its own slice away")
	}
}

func TestOrder(t *testing.T) {
	tests := map[string]graph.Tag{
		"": "en", "en": "en", "ar-IQ": "ar", "acm-IQ": "ar", "ckb": "ar", "de-AT": "de", "gsw": "de", "la": "en",
		"de-u-co-phonebk": "de-u-co-phonebk", "de-AT-u-co-phonebk,en": "de-u-co-phonebk", "en,de-u-co-phonebk": "en",
		"de-u-co-search": "de", "ar-u-co-phonebk": "ar", "la,de-u-co-phonebk": "de-u-co-phonebk", "*;q=0": "en",
		"en;q=0,ar;q=0": "de", "de-AT,de-u-co-phonebk;q=0.5": "de-u-co-phonebk",
	}
	for header, want := range tests {
		got := FromHeader(header).Order()
		if got != want || !slices.Contains(Orders(), got) {
			t.Errorf("%q: %s, want %s, one of %v", header, got, want, Orders())
		}
	}
}

// TestDefinitions checks what every label language must have.
func TestDefinitions(t *testing.T) {
	seen := map[graph.Tag]graph.Tag{}
	for _, d := range languages.served {
		if _, ok := d.collations[""]; !ok {
			t.Errorf("%s has no standard collation", d.tag)
		}
		for _, tag := range slices.Concat([]graph.Tag{d.tag}, d.forms, d.neighbours) {
			if other, ok := seen[tag]; ok {
				t.Errorf("%s belongs to %s and to %s", tag, other, d.tag)
			}
			seen[tag] = d.tag
			if tag != baseOf(tag) {
				t.Errorf("%s: %s is no base language", d.tag, tag)
			}
		}
	}
}

// TestSpokenDefinitions checks what an interface language must have besides. Package messages checks its sentences.
func TestSpokenDefinitions(t *testing.T) {
	if !languages.served[0].spoken {
		t.Errorf("%s is what everybody is answered in at last, and not spoken", languages.tags[0])
	}
	negotiation := strings.Join(readLines(t, "negotiation.txt"), "\n")
	for _, tag := range Spoken() {
		if _, err := os.Stat("testdata/sort_" + string(tag) + ".txt"); err != nil {
			t.Errorf("%s has no lists: %v", tag, err)
		}
		if !strings.Contains(negotiation, "\n"+string(tag)+" | ") {
			t.Errorf("%s has no row in negotiation.txt", tag)
		}
		if d := languages.served[languages.index[tag]]; len(d.formats.dates) == 0 || len(d.formats.numbers) == 0 {
			t.Errorf("%s has no tables of dates and numbers", tag)
		}
	}
}

// register serves these languages for the length of the test.
func register(t *testing.T, definitions ...definition) {
	t.Helper()
	served := languages
	t.Cleanup(func() { languages = served })
	languages = newRegistry(definitions...)
}

// TestFourthLanguage registers one more label language, which takes no more than its definition. Its readers get its
// labels, in its order, and are spoken to in the next language that they read.
func TestFourthLanguage(t *testing.T) {
	register(t, english(), arabic(), german(), fourth())

	if got := joinTags(Chain{}.Tags()); got != "mul en ar de fr" {
		t.Errorf("chain %s", got)
	}
	c := FromHeader("br-FR,en;q=0.2,ar;q=0")
	if got := joinTags(c.Tags()); got != "br-FR br en fr mul de" {
		t.Errorf("chain %s", got)
	}
	c = FromHeader("fr-CH,de-AT;q=0.2")
	if c.Interface() != "de" || c.Region() != "AT" || c.Order() != "fr" || c.Format().Tag() != "de-AT-u-nu-latn" {
		t.Errorf("interface %s, region %s, order %s, format %s", c.Interface(), c.Region(), c.Order(), c.Format().Tag())
	}
	if FromHeader("frc").IsFallback("fr") || !FromHeader("br").IsFallback("fr") {
		t.Error("forms and neighbours")
	}
	if Direction("fr") != graph.LeftToRight {
		t.Error("direction")
	}
	checkOrder(t, "fr", []string{"cote", "coté", "côte", "côté", "Œuvre", "péché", "pêche", "zone 2", "zone 10"})
}

// TestFourthLanguageSpoken makes it an interface language.
func TestFourthLanguageSpoken(t *testing.T) {
	d := fourth()
	d.spoken = true
	register(t, english(), arabic(), german(), d)

	c := FromHeader("fr-CH,de-AT;q=0.2")
	if c.Interface() != "fr" || c.Region() != "CH" || c.Order() != "fr" || c.Format().Tag() != "fr-CH-u-nu-latn" {
		t.Errorf("interface %s, region %s, order %s, format %s", c.Interface(), c.Region(), c.Order(), c.Format().Tag())
	}
	if got := joinTags(Spoken()); got != "en ar de fr" {
		t.Errorf("spoken %s", got)
	}
}

func fourth() definition {
	return definition{
		tag:        "fr",
		forms:      []graph.Tag{"frc"},
		neighbours: []graph.Tag{"br"},
		collations: map[string]language.Tag{"": language.French},
	}
}
