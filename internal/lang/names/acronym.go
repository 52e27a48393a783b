package names

import (
	"strings"
	"unicode"
)

func allAcronyms(list []string) bool {
	for _, s := range list {
		if !isAcronym(s) {
			return false
		}
	}
	return true
}

// isAcronym says whether a word looks like an acronym: it ends in a capital, and at least half of its letters are
// capitals (ICMPD, MoLSA, MoP, but neither OBrien nor McDONALD).
func isAcronym(s string) bool {
	letters, capitals, upper := 0, 0, false
	for _, r := range s {
		switch {
		case unicode.IsLetter(r):
			letters++
			if upper = unicode.IsUpper(r); upper {
				capitals++
			}
		case isDash(r) || r == '&' || r == '.' || unicode.IsDigit(r):
		default:
			return false
		}
	}
	scottish := strings.HasPrefix(s, "Mc") || strings.HasPrefix(s, "Mac")
	return upper && capitals >= 2 && letters <= 10 && 2*capitals >= letters && !scottish
}
