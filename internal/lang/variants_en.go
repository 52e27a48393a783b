package lang

import (
	"slices"
	"strings"
)

// englishWords writes British and American spellings alike, and takes off the endings of plurals and verbs.
func englishWords() *wordRules {
	return &wordRules{
		letter:    isLatinLetter,
		respell:   oneSpelling,
		irregular: englishIrregular,
		endings:   slices.Concat(englishPlurals, englishVerbs()),
	}
}

// englishPlurals begin with what ends in s and is no plural: access, status, basis. These rules put back what they cut.
var englishPlurals = []ending{
	{cut: "ss", put: "ss", last: true},
	{cut: "us", put: "us", last: true},
	{cut: "sis", put: "sis", last: true},
	{cut: "ies", put: "y", left: 3, tier: Inflected, last: true},
	{cut: "sses", put: "ss", tier: Inflected, last: true},
	{cut: "shes", put: "sh", tier: Inflected, last: true},
	{cut: "xes", put: "x", left: 2, tier: Inflected, last: true},
	{cut: "ches", put: "ch", tier: Inflected},
	{cut: "uses", put: "us", left: 1, tier: Inflected}, // buses; causes also loses its s
	{cut: "oes", put: "o", left: 3, tier: Inflected},
	{cut: "s", left: 3, tier: Inflected, last: true},
}

// englishVerbs are the endings -ed and -ing: behind the word, in place of its e, and with its last letter doubled. A
// word in -eed has another (agreed) or none (need).
func englishVerbs() []ending {
	verbs := []ending{
		{cut: "eed", put: "ee", left: 3, tier: Inflected, last: true},
		{cut: "eed", put: "eed", last: true},
		{cut: "ied", put: "y", left: 3, tier: Inflected, last: true},
		{cut: "icked", put: "ic", left: 3, tier: Inflected},
		{cut: "icking", put: "ic", left: 3, tier: Inflected},
	}
	for _, cut := range []string{"ed", "ing"} {
		verbs = append(verbs,
			ending{cut: cut, left: 4, tier: Inflected},
			ending{cut: cut, put: "e", left: 3, tier: Inflected},
		)
		for _, letter := range "bdglmnprt" {
			doubled := string([]rune{letter, letter})
			verbs = append(verbs, ending{cut: doubled + cut, put: string(letter), left: 2, tier: Inflected})
		}
	}
	return verbs
}

// spelling is a part of a word that British and American English write differently.
type spelling struct {
	part, as string
	left     int      // how many letters must be left before it: hour is written so everywhere
	tails    []string // what may follow it
}

// spellings make British words American, since the way back is not safe: actor is British too. Only -ize becomes -ise, and
// -llment -lment, for no word may grow.
var spellings = []spelling{
	{"our", "or", 3, []string{"", "s", "ed", "ing", "er", "ers", "able", "al", "hood", "hoods", "ful", "ite", "ites"}},
	{"iz", "is", 3, []string{"e", "es", "ed", "er", "ers", "ing", "ation", "ations", "ational"}},
	{"yz", "ys", 2, []string{"e", "es", "ed", "er", "ers", "ing"}},
	{"logue", "log", 2, []string{"", "s"}},
	{"tre", "ter", 3, []string{"", "s"}},
	{"fence", "fense", 1, []string{"", "s"}},
	{"licence", "license", 0, []string{"", "s"}},
	{"programme", "program", 0, []string{"", "s"}},
	{"llment", "lment", 3, []string{"", "s"}},
	{"enroll", "enrol", 0, []string{"", "s"}},
	{"fulfill", "fulfil", 0, []string{"", "s"}},
	{"eller", "eler", 3, []string{"", "s"}}, // not Keller
	{"ellor", "elor", 3, []string{"", "s"}},
	{"dgement", "dgment", 2, []string{"", "s", "al"}},
	{"ageing", "aging", 0, []string{""}},
}

// oneSpelling gives one spelling for the two.
func oneSpelling(word string) string {
	for i := range spellings {
		s := &spellings[i]
		at := strings.LastIndex(word, s.part)
		if at < s.left || !slices.Contains(s.tails, word[at+len(s.part):]) {
			continue
		}
		word = word[:at] + s.as + word[at+len(s.part):]
	}
	return word
}

// englishIrregular are plurals and pasts that change within the word, and words that look like one.
var englishIrregular = map[string]string{
	"analyses":  "analysis",
	"children":  "child",
	"crises":    "crisis",
	"criteria":  "criterion",
	"fled":      "flee",
	"lives":     "life",
	"men":       "man",
	"people":    "person",
	"sought":    "seek",
	"women":     "woman",
	"evening":   "evening",
	"news":      "news",
	"series":    "series",
	"something": "something",
	"species":   "species",
	"united":    "united",
}
