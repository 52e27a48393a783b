package lang

import "strings"

// strokes are Latin letters that Unicode does not take apart into a letter and a mark, with what those write who do not
// have them on their keyboards. All of them are in lower case: case is folded before.
var strokes = map[rune]string{
	'ı': "i", // Turkish, Azerbaijani
	'ł': "l", // Polish, Sorbian
	'ø': "o", // Danish, Norwegian, Faroese
	'đ': "d", // Croatian, Bosnian, Vietnamese, Sámi
	'ð': "d", // Icelandic, Faroese
	'þ': "th",
	'æ': "ae",
	'œ': "oe",
	'ħ': "h", // Maltese
	'ŋ': "n", // Sámi, Wolof and others
	'ŧ': "t",
	'ĸ': "k", // of old Greenlandic
	'ə': "e", // Azerbaijani, and romanisations
	'ɛ': "e", // Berber, Akan and others
	'ǝ': "e",
	'ɔ': "o",
	'ɣ': "g",
	'ɓ': "b", // Hausa and Fula, with the next three
	'ɗ': "d",
	'ƙ': "k",
	'ƴ': "y",
	'ɖ': "d",
	'ɩ': "i",
	'ʋ': "v",
	'ƀ': "b",
	'ɍ': "r",
	'ɨ': "i",
	'ʉ': "u",
}

// withoutStrokes writes out the letters that have a stroke or are two in one.
func withoutStrokes(s string) string {
	if !strings.ContainsFunc(s, hasStroke) {
		return s
	}
	var b strings.Builder
	for _, r := range s {
		if as, ok := strokes[r]; ok {
			b.WriteString(as)
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}

func hasStroke(r rune) bool {
	_, ok := strokes[r]
	return ok
}
