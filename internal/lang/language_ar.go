package lang

import (
	"golang.org/x/text/language"

	"github.com/wasl-graph/wasl/graph"
)

// arabic has as its forms the members of the macrolanguage "ara" of ISO 639-3, Modern Standard Arabic (arb) among them.
// Readers of Sorani Kurdish (ckb) mostly read Arabic too, but Arabic is not their language.
func arabic() definition {
	return definition{
		tag: graph.Arabic,
		forms: []graph.Tag{
			"aao", "abh", "abv", "acm", "acq", "acw", "acx", "acy", "adf", "aeb", "aec", "afb", "ajp", "apc", "apd",
			"arb", "arq", "ars", "ary", "arz", "auz", "avl", "ayh", "ayl", "ayn", "ayp", "pga", "shu", "ssh",
		},
		neighbours: []graph.Tag{"ckb"},
		collations: map[string]language.Tag{"": language.Arabic},
		letters:    arabicLetters(),
	}
}

// arabicLetters brings the order of golang.org/x/text (CLDR 23) to that of CLDR 48: the forms of hamza sort together
// with alef, ta marbuta with ta, alef maksura and Persian yeh with yeh, and Arabic comes before every other script.
// The ranks are the order among letters that sort together; the plain letter comes last.
func arabicLetters() *letterOrder {
	return &letterOrder{
		first: 'ء', end: 'ܐ', // up to the first letter of Syriac
		letters: map[rune]letter{
			'ء': {"ا", 1},
			'آ': {"اا", 2},
			'أ': {"ا", 3},
			'ؤ': {"ا", 4},
			'إ': {"ا", 5},
			'ئ': {"ا", 6},
			'ٱ': {"ا", 7}, // of the Quran; a letter of its own in CLDR, behind alef
			'ة': {"ت", 1},
			'ی': {"ي", 1},
			'ى': {"ي", 2},
			'ا': {"ا", plainRank},
			'ت': {"ت", plainRank},
			'ي': {"ي", plainRank},
			'ـ': {}, // tatweel only stretches the line
		},
	}
}
