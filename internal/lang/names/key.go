package names

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/wasl-graph/wasl/internal/lang"
)

// plain is what is compared of a word: its letters and digits, folded.
func plain(s string) string {
	folded := lang.Fold(s)
	if isPlain(folded) {
		return folded
	}
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) {
			return r
		}
		return -1
	}, folded)
}

func isPlain(folded string) bool {
	for i := range len(folded) {
		if c := folded[i]; (c < 'a' || c > 'z') && (c < '0' || c > '9') {
			return false
		}
	}
	return true
}

// spelledOut are the letters that those who lack them write as two.
var spelledOut = strings.NewReplacer(
	"ä", "ae", "ö", "oe", "ü", "ue", "å", "aa", "ø", "oe", "đ", "dj",
	"Ä", "ae", "Ö", "oe", "Ü", "ue", "Å", "aa", "Ø", "oe", "Đ", "dj",
)

// plainSpelledOut is the plain form with two letters for an umlaut: mueller. It is "" when it is the same as plain.
func plainSpelledOut(s string) string {
	if out := spelledOut.Replace(s); out != s {
		return plain(out)
	}
	return ""
}

// Word prefixes are taken off where this much stays, in letters.
const leastStem = 3

// withoutPrefix takes an article that is written together with its word off.
func (v *vocabulary) withoutPrefix(key string) string {
	if len(key) > 0 && key[0] < utf8.RuneSelf {
		return key // no prefix is Latin
	}
	longest := ""
	for _, prefix := range v.prefixes {
		if len(prefix) > len(longest) && strings.HasPrefix(key, prefix) && utf8.RuneCountInString(key[len(prefix):]) >= leastStem {
			longest = prefix
		}
	}
	return key[len(longest):]
}

// withoutArticle takes only the article itself off, which is all that names of people bear. It wants the word as it is
// printed, since Álvarez begins in Arabic with the same letters but for a hamza.
func (v *vocabulary) withoutArticle(printed string) string {
	for _, article := range v.articled {
		if rest, ok := strings.CutPrefix(printed, article); ok && utf8.RuneCountInString(rest) >= leastStem {
			return rest
		}
	}
	return printed
}

// join is the plain form of two words that make one name, such as Abd and al-Rahman.
func (v *vocabulary) join(first, second string) string {
	return v.joined[first] + v.withoutArticle(second)
}

// rejoin finds such a name where it is written together, and gives the same plain form: Abdurrahman.
func (v *vocabulary) rejoin(key string) string {
	best, rest := "", ""
	for spelling := range v.joined {
		after, ok := strings.CutPrefix(key, spelling)
		if ok && len(spelling) > len(best) && utf8.RuneCountInString(after) >= leastStem && assimilates(spelling, after) {
			best, rest = spelling, after
		}
	}
	if best == "" {
		return key
	}
	return v.join(best, rest)
}

// assimilates says whether the end of the article may sound like that before this word: Abdur-Rahman, not Abdur-Salam.
func assimilates(spelling, after string) bool {
	last := spelling[len(spelling)-1]
	return !strings.ContainsRune("rsnz", rune(last)) || last == after[0]
}
