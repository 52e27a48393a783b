package lang

import "strings"

// germanWords reads ae, oe and ue as umlauts, takes off the endings of case and number, and splits compounds. Umlauts have
// been folded away: the plural Länder is Land with an ending.
func germanWords() *wordRules {
	return &wordRules{
		letter:    isLatinLetter,
		respell:   withoutDigraphs,
		irregular: germanPlurals,
		endings: []ending{
			{cut: "erinnen", put: "erin", left: 3, tier: Inflected},
			{cut: "erinnen", put: "er", left: 3, tier: Derived, last: true},
			{cut: "innen", put: "in", left: 5, tier: Inflected},
			{cut: "innen", left: 5, tier: Derived, last: true},
			{cut: "erin", put: "er", left: 3, tier: Derived, last: true},
			{cut: "antin", put: "ant", left: 3, tier: Derived, last: true},
			{cut: "entin", put: "ent", left: 3, tier: Derived, last: true},
			{cut: "istin", put: "ist", left: 3, tier: Derived, last: true},
			{cut: "nisse", put: "nis", left: 3, tier: Inflected, last: true},
			{cut: "nissen", put: "nis", left: 3, tier: Inflected, last: true},
			{cut: "nisses", put: "nis", left: 3, tier: Inflected, last: true},
			{cut: "ern", left: 4, tier: Inflected},
			{cut: "em", left: 4, tier: Inflected},
			{cut: "en", left: 4, tier: Inflected},
			{cut: "er", left: 4, tier: Inflected},
			{cut: "es", left: 4, tier: Inflected},
			{cut: "e", left: 3, tier: Inflected},
			{cut: "n", left: 4, after: "elr", tier: Inflected},
			{cut: "s", left: 4, after: "abdfghklmnoprtwy", tier: Inflected},
		},
		compounds: &compounding{
			links: []string{"", "s", "es", "n", "en", "er", "e"},
			drops: []string{"e"},
			bound: []string{"sonder", "haupt", "gesamt", "grund", "neben", "teil", "nicht", "binnen", "gegen"},
			least: 4,
		},
	}
}

// withoutDigraphs writes ae, oe and ue as the umlauts fold. A vowel or q before them says that they are none (neue, Quelle,
// Steuer), and so does the end of a word (Statue, English true). Where it is wrong all the same (Poet, Duell), it is wrong
// on both sides and does no harm.
func withoutDigraphs(word string) string {
	if len(word) < 4 {
		return word
	}
	var b []byte
	for i := 0; i < len(word); i++ {
		if !isDigraph(word, i) {
			if b != nil {
				b = append(b, word[i])
			}
			continue
		}
		if b == nil {
			b = append(make([]byte, 0, len(word)), word[:i]...)
		}
		b = append(b, word[i])
		i++ // past the e
	}
	if b == nil {
		return word
	}
	return string(b)
}

// isDigraph says whether a digraph for an umlaut begins at i.
func isDigraph(word string, i int) bool {
	if i+2 >= len(word) || word[i+1] != 'e' || strings.IndexByte("aou", word[i]) < 0 {
		return false
	}
	return i == 0 || strings.IndexByte("aeiouq", word[i-1]) < 0
}

// germanPlurals are plurals whose singular ends in something else, and words that end like a plural.
var germanPlurals = map[string]string{
	"daten":       "daten",
	"firmen":      "firma",
	"kriterien":   "kriterium",
	"ministerien": "ministerium",
	"museen":      "museum",
	"praktika":    "praktikum",
	"risiken":     "risiko",
	"stadien":     "stadium",
	"themen":      "thema",
	"visa":        "visum",
	"zentren":     "zentrum",
	"bremen":      "bremen",
	"hessen":      "hessen",
	"jemen":       "jemen",
	"schweden":    "schweden",
	"norwegen":    "norwegen",
	"ungarn":      "ungarn",
	"zypern":      "zypern",
	"turks":       "turks", // and Caicos, which are not Turkish
}
