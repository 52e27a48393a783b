package lang

import (
	"os"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/language"

	"github.com/wasl-graph/wasl/graph"
)

func TestServed(t *testing.T) {
	if got := joinTags(Served()); got != "en ar de" {
		t.Errorf("served %s", got)
	}
	Served()[0] = "xx"
	if Served()[0] != graph.English {
		t.Error("Served gave its own slice away")
	}
}

func TestOrder(t *testing.T) {
	tests := map[string]graph.Tag{
		"": "en", "en": "en", "ar-IQ": "ar", "acm-IQ": "ar", "ckb": "ar", "de-AT": "de", "gsw": "de", "fr": "en",
		"de-u-co-phonebk": "de-u-co-phonebk", "de-AT-u-co-phonebk,en": "de-u-co-phonebk", "en,de-u-co-phonebk": "en",
		"de-u-co-search": "de", "ar-u-co-phonebk": "ar", "fr,de-u-co-phonebk": "de-u-co-phonebk",
	}
	for header, want := range tests {
		got := FromHeader(header).Order()
		if got != want || !slices.Contains(Orders(), got) {
			t.Errorf("%q: %s, want %s, one of %v", header, got, want, Orders())
		}
	}
}

// TestDefinitions checks what every served language must have.
func TestDefinitions(t *testing.T) {
	seen := map[graph.Tag]graph.Tag{}
	negotiation := strings.Join(readLines(t, "negotiation.txt"), "\n")
	for _, d := range languages.served {
		if _, ok := d.collations[""]; !ok {
			t.Errorf("%s has no standard collation", d.tag)
		}
		if _, err := os.Stat("testdata/sort_" + string(d.tag) + ".txt"); err != nil {
			t.Errorf("%s has no lists: %v", d.tag, err)
		}
		if !strings.Contains(negotiation, "\n"+string(d.tag)+" | ") {
			t.Errorf("%s has no row in negotiation.txt", d.tag)
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

// TestFourthLanguage registers one more language, which takes no more than its definition.
func TestFourthLanguage(t *testing.T) {
	served := languages
	t.Cleanup(func() { languages = served })
	languages = newRegistry(english(), arabic(), german(), definition{
		tag:        "fr",
		forms:      []graph.Tag{"frc"},
		neighbours: []graph.Tag{"br"},
		collations: map[string]language.Tag{"": language.French},
	})

	if got := joinTags(Chain{}.Tags()); got != "mul en ar de fr" {
		t.Errorf("chain %s", got)
	}
	c := FromHeader("br-FR,en;q=0.2,ar;q=0")
	if got := joinTags(c.Tags()); got != "br-FR br en fr mul de" {
		t.Errorf("chain %s", got)
	}
	c = FromHeader("fr-CA,en;q=0.2")
	if c.Interface() != "fr" || c.Region() != "CA" || c.Order() != "fr" {
		t.Errorf("interface %s, region %s", c.Interface(), c.Region())
	}
	if FromHeader("frc").IsFallback("fr") || !FromHeader("br").IsFallback("fr") {
		t.Error("forms and neighbours")
	}
	if Direction("fr") != graph.LeftToRight {
		t.Error("direction")
	}
	checkOrder(t, "fr", []string{"cote", "coté", "côte", "côté", "Œuvre", "péché", "pêche", "zone 2", "zone 10"})
}
